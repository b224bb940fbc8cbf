"""Rules of the codebook, and what a merge takes along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content, ids, journal, small_study, transcript

from workbench.acts import codebook, codebook_file, codebook_split, coding, history, memos, quotes, themes, transcripts
from workbench.errors import StudyError
from workbench.store.lookups import codes, codings, counts
from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups.code_history import code_history
from workbench.store.lookups.quotes import quotes as load_quotes
from workbench.store.lookups.themes import themes as load_themes
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile, FileCode
from workbench.study.codes import CodeSource, CodeStatus
from workbench.study.codings import Level, Stance
from workbench.study.spans import Span


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def code(study: StudyFile, name: str) -> int:
    return codes.codebook(study).named(name).id


def test_a_merge_keeps_codings_quotes_memos_themes_and_levels(study: StudyFile) -> None:
    place = ids(study, "transcript")[0]
    sleep, coffee = code(study, "Søvn"), code(study, "Kaffe")
    twin = ids(study, "coding")[0]
    double = coding.apply(study, place, Span(44, 60), coffee, memo="  to ganger ")
    coding.set_memo(study, twin, "en gang")
    coding.set_level(study, double, Level.LATENT)
    alone = coding.apply(study, place, Span(62, 90), coffee)
    picked = [quotes.pick(study, double), quotes.pick(study, alone)]
    quotes.cut(study, picked[1], 65, 70)
    theme = themes.add(study, "Natt")
    themes.gather(study, theme, coffee)
    memos.write(study, "code", coffee, "om kaffe")
    child = codebook.add(study, "Kaffe", coffee)
    before = content(study)
    assert codebook.merge(study, coffee, sleep) == 2
    assert [quote.id for quote in load_quotes(study)] == picked
    assert [quote.coding_id for quote in load_quotes(study)] == [twin, alone]
    assert len(load_quotes(study)[1].edits) == 1
    kept = codings.get(study, twin)
    assert (kept.memo, kept.level) == ("en gang\nto ganger", Level.LATENT)
    assert {one.code_id for one in codings.of_transcript(study, place)} == {sleep}
    assert load_themes(study)[0].code_ids == (sleep,)
    assert study.live("memo", about="code", about_id=sleep)
    book = codes.codebook(study)
    assert book.get(coffee).id == sleep and book.get(child).parent_id == sleep
    assert codes.codebook(study).merged_into(sleep) == ("Kaffe",)
    history.undo(study)
    assert content(study) == before


def test_a_code_is_merged_into_the_one_above_it_though_its_child_has_its_name(study: StudyFile) -> None:
    top = code(study, "Søvn")
    middle = codebook.add(study, "Lett", top)
    child = codebook.add(study, "Lett", middle)
    codebook.merge(study, middle, top)
    assert codes.codebook(study).path(child) == ("Søvn", "Lett")
    other = codebook.add(study, "Kort", top)
    codebook.add(study, "lett", other)
    with pytest.raises(StudyError, match="Both codes have a code «lett» under them"):
        codebook.merge(study, other, top)


def test_merges_that_are_refused(study: StudyFile) -> None:
    sleep, coffee = code(study, "Søvn"), code(study, "Kaffe")
    below = codebook.add(study, "Dyp", sleep)
    codebook_file.take(study, CodebookFile("f", (FileCode("Mappe", "5b2e1c3a-0000-4000-8000-000000000001",
                                                          codable=False),)))  # fmt: skip
    codebook.set_status(study, coffee, CodeStatus.RETIRED)
    before, trail = content(study), journal(study)
    for into, words in (
        (sleep, "into itself"), (below, "lies inside it"), (coffee, "is retired; bring it back"),
        (code(study, "Mappe"), "only gathers other codes"), (404, "no longer in the codebook"),
    ):  # fmt: skip
        with pytest.raises(StudyError, match=words):
            codebook.merge(study, sleep, into)
    assert (content(study), journal(study)) == (before, trail)


def test_a_code_put_under_a_merged_one_lands_under_its_heir(study: StudyFile) -> None:
    sleep, coffee = code(study, "Søvn"), code(study, "Kaffe")
    codebook.merge(study, coffee, sleep)
    added = codebook.add(study, "Sterk", coffee)
    home = code(study, "Hjem")
    codebook.move(study, home, coffee)
    place = ids(study, "transcript")[0]
    _, fresh = coding.new_code(study, place, Span(62, 65), "Svak", coffee)
    _, own = coding.in_vivo(study, place, Span(65, 75), coffee)
    book = codes.codebook(study)
    assert {book.get(one).parent_id for one in (added, home, fresh, own)} == {sleep}
    with pytest.raises(StudyError, match="already a code «Sterk» under «Søvn»"):
        codebook.add(study, "sterk", coffee)
    for act in (
        lambda: codebook.add(study, "x", 404), lambda: codebook.move(study, home, 404),
        lambda: coding.new_code(study, place, Span(0, 3), "x", 404),
        lambda: coding.in_vivo(study, place, Span(0, 3), 404),
    ):  # fmt: skip
        with pytest.raises(StudyError, match="no longer in the codebook"):
            act()


def test_retired_codes_and_folders_are_not_applied(study: StudyFile) -> None:
    sleep, place = code(study, "Søvn"), ids(study, "transcript")[0]
    codebook.set_status(study, sleep, CodeStatus.RETIRED)
    for act in (
        lambda: coding.apply(study, place, Span(0, 7), sleep),
        lambda: coding.recode(study, coding.apply(study, place, Span(0, 7), code(study, "Hjem")), sleep),
    ):
        with pytest.raises(StudyError, match="«Søvn» is retired; bring it back"):
            act()
    assert len(codings.of_transcript(study, place)) == 2
    codebook.set_status(study, sleep, CodeStatus.ACTIVE)
    coding.apply(study, place, Span(0, 7), sleep)


def test_a_code_in_use_is_not_removed(study: StudyFile) -> None:
    sleep = code(study, "Søvn")
    with pytest.raises(StudyError, match=r"has codings; merge it .* or retire it"):
        codebook.remove(study, sleep)
    codebook.add(study, "Dyp", code(study, "Hjem"))
    with pytest.raises(StudyError, match="has codes under it"):
        codebook.remove(study, code(study, "Hjem"))
    codebook.remove(study, code(study, "Kaffe"))
    with pytest.raises(StudyError, match="no code called «Kaffe»"):
        code(study, "Kaffe")


def test_unknown_ids_are_told(study: StudyFile) -> None:
    before, trail = content(study), journal(study)
    place = ids(study, "transcript")[0]
    for act in (
        lambda: coding.apply(study, 404, Span(0, 3), code(study, "Søvn")),
        lambda: coding.apply(study, place, Span(0, 3), 404),
        lambda: coding.drop(study, 404), lambda: coding.recode(study, 404, 404),
        lambda: coding.resize(study, 404, Span(0, 3)), lambda: coding.set_memo(study, 404, "x"),
        lambda: coding.reject(study, place, Span(0, 3), 404), lambda: codebook.define(study, 404, {}),
        lambda: coding.reject(study, place, Span(9_000, 9_001), code(study, "Søvn")),
        lambda: codebook.reorder(study, 404, 1), lambda: themes.gather(study, 404, code(study, "Søvn")),
        lambda: themes.remove(study, 404), lambda: memos.remove(study, 404),
        lambda: memos.write(study, "code", 404, "x"), lambda: memos.write(study, "regn", 1, "x"),
        lambda: quotes.pick(study, 404), lambda: quotes.drop(study, 404), lambda: quotes.cut(study, 404, 1, 2),
        lambda: quotes.pick(study, ids(study, "coding")[0], 404), lambda: transcripts.remove(study, 404),
        lambda: transcripts.mark_read(study, 404, True),
    ):  # fmt: skip
        with pytest.raises(StudyError, match=r"no longer|Memos are on|lies outside"):
            act()
    assert (content(study), journal(study)) == (before, trail)


def test_codes_of_a_removed_transcript_do_not_count(study: StudyFile) -> None:
    quotes.pick(study, ids(study, "coding")[0])
    assert counts.counts(study).quotes == 1
    transcripts.remove(study, ids(study, "transcript")[0])
    told = counts.counts(study)
    assert (told.quotes, told.codings, told.transcripts) == (0, 0, 0)
    assert load_quotes(study) == [] and codings.passages(study) == [] and codes.use(study) == {}
    # The same file may come in again.
    transcripts.add(study, transcript("P01"))


def test_what_a_code_is_called_where_it_comes_from_and_who_looks_after_it(study: StudyFile) -> None:
    sleep, coffee, _ = ids(study, "code")
    before = content(study)
    codebook.define(
        study, sleep, {"aliases": "Hvile;  hvile ; Søvn\nNatt", "source": "Earlier-Study", "owner": "ane",
                       "counter_example": "Å ligge våken."},
    )  # fmt: skip
    found = codes.codebook(study).named("hvile")
    assert (found.id, found.aliases, found.source, found.owner) == (
        sleep, ("Hvile", "Natt"), CodeSource.EARLIER_STUDY, "Ane",
    )  # fmt: skip
    assert found.counter_example == "Å ligge våken."
    for refused, words in (
        ({"aliases": "Kaffe"}, "«Kaffe» is a name of «Kaffe» already"),
        ({"source": "drøm"}, "A code comes from data, theory"),
        ({"owner": "Ola"}, "Nobody called «Ola» codes"),
        ({"farge": "blå"}, "A code has no field «farge»"),
    ):
        with pytest.raises(StudyError, match=words):
            codebook.define(study, sleep, refused)
    for act in (
        lambda: codebook.define(study, coffee, {"aliases": "natt"}),
        lambda: codebook.rename(study, coffee, "NATT"),
        lambda: codebook.add(study, "hvile", coffee),
        lambda: coding.new_code(study, ids(study, "transcript")[0], Span(0, 5), "Hvile"),
    ):
        with pytest.raises(StudyError, match="is a name of «Søvn» already; choose another"):
            act()
    codebook.rename(study, sleep, "Natt")
    assert codes.codebook(study).get(sleep).aliases == ("Hvile",)
    study.undo()
    study.undo()
    assert content(study) == before


def test_other_names_go_over_with_a_merge_and_are_taken_by_in_vivo(study: StudyFile) -> None:
    sleep, _, home = ids(study, "code")
    codebook.define(study, sleep, {"aliases": "Trøtt"})
    codebook.define(study, home, {"aliases": "Hus"})
    codebook.merge(study, home, sleep)
    assert codes.codebook(study).get(sleep).aliases == ("Trøtt", "Hus")
    place = ids(study, "transcript")[0]
    _, code_id = coding.in_vivo(study, place, Span(60, 65))
    assert code_id == sleep and history.lines(study, 1)[0].detail["code"] == "Søvn"


def test_a_file_gives_a_name_to_one_code_only(study: StudyFile) -> None:
    guid = "5b2e1c3a-0000-4000-8000-00000000000"
    given = (
        FileCode("Ny", f"{guid}1", aliases=("kaffe", "Fersk"), owner="Per"),
        FileCode("Annen", f"{guid}2", aliases=("fersk", "Ny")),
        FileCode("Søvn", f"{guid}3", aliases=("Hvile",), source="data"),
        FileCode("Fersk", f"{guid}4"),
    )
    report = codebook_file.take(study, CodebookFile("f", given))
    assert {one.name: one.aliases for one in codes.codebook(study)} == {
        "Søvn": ("Hvile",), "Kaffe": (), "Hjem": (), "Ny": ("Fersk",), "Annen": (),
    }  # fmt: skip
    assert codes.codebook(study).named("Ny").owner == "Per" and codes.codebook(study).named("Søvn").source == "data"
    assert [one for one in report.differs if "another name" in one] == [
        "«kaffe» was not taken as another name of «Ny»; a code is called so.",
        "«fersk» was not taken as another name of «Annen»; a code is called so.",
        "«Ny» was not taken as another name of «Annen»; a code is called so.",
    ]
    again = codebook_file.take(study, CodebookFile("f", (FileCode("Søvn", f"{guid}3", aliases=("Blund",)),)))
    assert again.updated == 0 and "«Søvn» has other names of its own" in again.differs[0]


def test_a_code_is_split_passage_by_passage(study: StudyFile) -> None:
    place, (sleep, coffee, home) = ids(study, "transcript")[0], ids(study, "code")
    stay = ids(study, "coding")[0]
    moved = [coding.apply(study, place, Span(at, at + 5), sleep) for at in (32, 60, 90)]
    twin = coding.apply(study, place, Span(90, 95), coffee, memo="før")
    coding.set_stance(study, moved[2], Stance.CONTRADICTS)
    quote = quotes.pick(study, moved[2])
    theme = themes.add(study, "Natt")
    themes.gather(study, theme, sleep)
    memos.write(study, "code", sleep, "To ting i ett.")
    before = content(study)
    made = codebook_split.split(
        study, sleep, {moved[0]: "Blund", moved[1]: "blund", moved[2]: coffee}, themes=True, memos=True
    )
    (blund,) = made
    where = {row["id"]: row["code_id"] for row in study.live("coding")}
    assert where == {stay: sleep, moved[0]: blund, moved[1]: blund, twin: coffee}
    assert codings.get(study, twin).stance is Stance.CONTRADICTS
    assert [one.coding_id for one in load_quotes(study) if one.id == quote] == [twin]
    assert load_themes(study)[0].code_ids == (sleep, blund)
    assert [one.text for one in memo_lookup.on(study, "code", blund)] == ["To ting i ett."]
    line = history.lines(study, 1)[0]
    assert line.verb == "code.split" and line.detail == {"code": "Søvn", "to": "Blund, Kaffe", "count": "3"}
    study.undo()
    assert content(study) == before
    (plain,) = codebook_split.split(study, sleep, {moved[0]: "Lur"}, themes=False)
    assert load_themes(study)[0].code_ids == (sleep,) and not memo_lookup.on(study, "code", plain)
    refusals: list[tuple[dict[int, int | str], str]] = [
        ({}, "Choose the passages"),
        ({twin: "Ny"}, "do not have the code «Søvn»"),
        ({moved[1]: sleep}, "cannot be split into itself"),
        ({moved[1]: "kaffe"}, "already a code «Kaffe»"),
        ({moved[1]: " "}, "cannot be empty"),
        ({moved[1]: 404}, "no longer in the codebook"),
    ]
    for into, words in refusals:
        trail = journal(study)
        with pytest.raises(StudyError, match=words):
            codebook_split.split(study, sleep, into)
        assert journal(study) == trail
    codebook.set_status(study, home, CodeStatus.RETIRED)
    with pytest.raises(StudyError, match="is retired"):
        codebook_split.split(study, sleep, {moved[1]: home})


def test_the_names_and_definitions_a_code_has_had(study: StudyFile) -> None:
    sleep, place = ids(study, "code")[0], ids(study, "transcript")[0]
    codebook.define(study, sleep, {"brief": "å sove"})
    coding.apply(study, place, Span(0, 8), sleep)
    codebook.rename(study, sleep, "Hvile")
    codebook.recolour(study, sleep, "#123456")
    codebook.define(study, sleep, {"brief": "å hvile", "counter_example": "å våke"})
    found = code_history(study, sleep)
    assert [(one.name, one.fields["brief"], one.changed, one.coder) for one in found.versions] == [
        ("Søvn", "", ("name",), "Ane"),
        ("Søvn", "å sove", ("brief",), "Ane"),
        ("Hvile", "å sove", ("name",), "Ane"),
        ("Hvile", "å hvile", ("brief", "counter_example"), "Ane"),
    ]
    assert found.older_codings == 2
    study.undo()
    again = code_history(study, sleep)
    assert (again.versions[-1].name, again.versions[-1].fields["brief"]) == ("Hvile", "å sove")
    assert again.older_codings == 1 and len(again.versions) == 5


def test_a_code_used_only_in_a_removed_transcript_can_go(study: StudyFile) -> None:
    place = transcripts.add(study, transcript("P02"))
    home = code(study, "Hjem")
    made = coding.apply(study, place, Span(0, 8), home)
    quotes.pick(study, made)
    with pytest.raises(StudyError, match="«Hjem» has codings"):
        codebook.remove(study, home)
    transcripts.remove(study, place)
    before = content(study)
    codebook.remove(study, home)
    assert home not in codes.codebook(study) and made not in ids(study, "coding") and not study.live("quote")
    history.undo(study)
    assert content(study) == before
    history.undo(study)
    assert codings.get(study, made).code_id == home
