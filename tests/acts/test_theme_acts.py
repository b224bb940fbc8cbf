"""Themes with levels, reasons and maps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content, ids, journal, small_study

from workbench.acts import codebook, coding, history, reviews, theme_maps, themes
from workbench.errors import StudyError
from workbench.store.lookups.reviews import review_counts
from workbench.store.lookups.reviews import reviews as load_reviews
from workbench.store.lookups.theme_maps import map_named, maps, present_map
from workbench.store.lookups.themes import themes as load
from workbench.store.study_file import StudyFile
from workbench.study.reviews import ExtractVerdict, ReviewCounts, WholeVerdict
from workbench.study.spans import Span
from workbench.study.theme_maps import MapChangeKind, MapStage, difference
from workbench.study.themes import ThemeLevel, ThemeStatus, in_tree


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def tree(study: StudyFile) -> list[tuple[int, str, str]]:
    return [(depth, theme.name, theme.level.value) for theme, depth in in_tree(load(study))]


def test_themes_stand_on_three_levels(study: StudyFile) -> None:
    night, sleep, coffee, late = (themes.add(study, name) for name in ("Natt", "Søvn", "Kaffe", "Seint"))
    themes.put_under(study, sleep, night)
    assert tree(study)[:2] == [(0, "Natt", "theme"), (1, "Søvn", "sub-theme")]
    themes.stand_alone(study, late, ThemeLevel.OVERARCHING)
    themes.put_under(study, night, late)
    themes.put_under(study, coffee, late)
    assert tree(study) == [
        (0, "Seint", "overarching"), (1, "Natt", "theme"), (2, "Søvn", "sub-theme"), (1, "Kaffe", "theme"),
    ]  # fmt: skip
    before = journal(study)
    for act, words in (
        (lambda: themes.put_under(study, late, night), "has themes under it"),
        (lambda: themes.put_under(study, night, coffee), "has themes under it"),
        (lambda: themes.put_under(study, coffee, sleep), "only themes and overarching themes hold others"),
        (lambda: themes.put_under(study, coffee, coffee), "cannot stand under «Kaffe»"),
        (lambda: themes.set_level(study, late, ThemeLevel.THEME), "has themes under it"),
        (lambda: themes.stand_alone(study, night, ThemeLevel.SUB), "has themes under it"),
    ):
        with pytest.raises(StudyError, match=words):
            act()
    assert journal(study) == before
    themes.set_level(study, coffee, ThemeLevel.OVERARCHING)
    assert tree(study)[0] == (0, "Kaffe", "overarching")
    assert themes.reorder(study, coffee, 1) and not themes.reorder(study, night, 1)
    themes.remove(study, late)
    assert sorted(tree(study)) == [(0, "Kaffe", "overarching"), (0, "Natt", "theme"), (1, "Søvn", "sub-theme")]


def test_texts_and_reasons(study: StudyFile) -> None:
    theme = themes.add(study, "Natt", concept="Alene i huset", includes="vakter")
    sleep, coffee, home = ids(study, "code")
    themes.define(study, theme, {"excludes": " helger ", "story": "Først ro,\nså uro."})
    themes.gather(study, theme, sleep, " den går igjen ")
    themes.gather(study, theme, coffee)
    themes.set_reason(study, theme, coffee, "holder våken")
    found = load(study)[0]
    assert (found.includes, found.excludes, found.story) == ("vakter", "helger", "Først ro,\nså uro.")
    assert found.reasons == {sleep: "den går igjen", coffee: "holder våken"}
    with pytest.raises(StudyError, match="«Hjem» is not under «Natt»"):
        themes.set_reason(study, theme, home, "nei")
    with pytest.raises(StudyError, match="A theme has the fields concept, definition, includes, excludes, story"):
        themes.define(study, theme, {"slutt": ""})
    codebook.merge(study, coffee, home)
    assert load(study)[0].reasons == {sleep: "den går igjen", home: "holder våken"}
    themes.set_reason(study, theme, sleep, "")
    codebook.merge(study, home, sleep)
    assert load(study)[0].reasons == {sleep: "holder våken"}


def test_a_theme_made_with_its_code_is_one_step(study: StudyFile) -> None:
    before = content(study)
    themes.add_with_code(study, "Natt", ids(study, "code")[0])
    assert load(study)[0].code_ids == (ids(study, "code")[0],)
    assert history.lines(study, 1)[0].verb == "theme.add_with_code"
    history.undo(study)
    assert content(study) == before
    with pytest.raises(StudyError, match="no longer in the codebook"):
        themes.add_with_code(study, "Natt", 404)
    assert not load(study)


def test_what_differs_between_two_maps(study: StudyFile) -> None:
    with pytest.raises(StudyError, match="no themes yet"):
        theme_maps.save(study, "Tom", MapStage.INITIAL)
    sleep, coffee, home = ids(study, "code")
    night, day, gone = (themes.add(study, name) for name in ("Natt", "Dag", "Vekk"))
    for theme, code in ((night, sleep), (day, coffee), (gone, home)):
        themes.gather(study, theme, code)
    kept = theme_maps.save(study, "  Første  kart ", MapStage.INITIAL)
    assert difference(map_named(study, "første kart"), present_map(study)) == []
    for name in ("FØRSTE KART", ""):
        with pytest.raises(StudyError):
            theme_maps.save(study, name, MapStage.FINAL)
    themes.rename(study, night, "Nattevakt")
    themes.put_under(study, day, night)
    themes.set_status(study, gone, ThemeStatus.DROPPED)
    themes.define(study, night, {"concept": "våken når andre sover"})
    themes.release(study, night, sleep)
    themes.gather(study, day, sleep)
    codebook.rename(study, coffee, "Kaffi")
    other = themes.add(study, "Hjemme")
    themes.gather(study, other, coffee)
    changes = {(one.kind, one.name, one.before, one.after) for one in difference(maps(study)[0], present_map(study))}
    kind = MapChangeKind
    assert changes == {
        (kind.THEME_WENT, "Vekk", "", ""), (kind.THEME_CAME, "Hjemme", "", ""),
        (kind.THEME_RENAMED, "Nattevakt", "Natt", "Nattevakt"), (kind.THEME_MOVED, "Dag", "", "Nattevakt"),
        (kind.THEME_LEVEL, "Dag", "theme", "sub-theme"),
        (kind.THEME_CONCEPT, "Nattevakt", "", "våken når andre sover"), (kind.CODE_MOVED, "Søvn", "Natt", "Dag"),
        (kind.CODE_RENAMED, "Kaffi", "Kaffe", "Kaffi"), (kind.CODE_CAME, "Kaffi", "", "Hjemme"),
        (kind.CODE_WENT, "Hjem", "Vekk", ""),
    }  # fmt: skip
    shown = present_map(study)
    assert [(one.name, shown.depth(one)) for one in shown.themes] == [("Nattevakt", 0), ("Dag", 1), ("Hjemme", 0)]
    theme_maps.remove(study, kept)
    assert not maps(study)
    with pytest.raises(StudyError, match="no longer in the study"):
        theme_maps.remove(study, kept)
    with pytest.raises(StudyError, match="No map is kept as «Annet»"):
        map_named(study, "Annet")


def test_reviews_of_passages_and_of_the_whole(study: StudyFile) -> None:
    place, coded, (sleep, coffee, _) = ids(study, "transcript")[0], ids(study, "coding")[0], ids(study, "code")
    theme = themes.add(study, "Natt")
    themes.gather(study, theme, sleep)
    double = coding.apply(study, place, Span(44, 60), coffee)
    reviews.review_extract(study, theme, coded, ExtractVerdict.NO)
    first = reviews.review_extract(study, theme, coded, ExtractVerdict.FITS, " godt ")
    moved = reviews.review_extract(study, theme, double, ExtractVerdict.STRETCHES)
    whole = reviews.review_whole(study, theme, place, WholeVerdict.CONTRARY, "sa det motsatte")
    assert [(one.level, one.verdict, one.why, one.coder, one.transcript) for one in load_reviews(study, theme)] == [
        (2, "contrary", "sa det motsatte", "Ane", "P01"), (1, "stretches", "", "Ane", "P01"),
        (1, "fits", "godt", "Ane", "P01"),
    ]  # fmt: skip
    assert review_counts(study, theme) == ReviewCounts({"fits": 1, "stretches": 1}, {"contrary": 1}, 2, 1, 1, 1)
    found = load_reviews(study, theme, 1)
    assert [one.id for one in found] == [moved, first] and found[1].passage and found[1].passage.code == "Søvn"
    with StudyFile.open(study.folder, read_only=True) as same:
        assert review_counts(same, theme).passages == 2
    codebook.merge(study, coffee, sleep)
    assert [one.verdict for one in load_reviews(study, theme, 1)] == ["fits"]
    coding.drop(study, coded)
    assert [one.id for one in load_reviews(study)] == [whole]
    history.undo(study)
    reviews.remove(study, whole)
    for act, words in (
        (lambda: reviews.remove(study, whole), "review is no longer"),
        (lambda: reviews.review_whole(study, theme, 404, WholeVerdict.MISSING), "transcript is no longer"),
        (lambda: reviews.review_extract(study, 404, coded, ExtractVerdict.FITS), "theme is no longer"),
        (lambda: reviews.review_extract(study, theme, 404, ExtractVerdict.FITS), "coding is no longer"),
    ):
        with pytest.raises(StudyError, match=words):
            act()
    before = content(study)
    themes.remove(study, theme)
    assert not study.live("review")
    history.undo(study)
    assert content(study) == before
