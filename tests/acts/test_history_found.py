"""The history narrowed: by whom, of what, when, in which state, told by which words, on which thing."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_study import Researcher, ids, small_study

from workbench.acts import codebook, coding, memos, quotes, themes
from workbench.acts import history_filter as asked
from workbench.errors import StudyError
from workbench.store.lookups.definitions import codings_before_definition, definition_versions
from workbench.store.lookups.found_acts import ActFinder, verbs_in_use
from workbench.store.lookups.things import has_wide_life
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine
from workbench.study.codings import Level
from workbench.study.history import KINDS, STATES, ActFilter, Thing, kinds_among, kinds_of
from workbench.study.ids import new_guid, short
from workbench.study.spans import Span
from workbench.words import use
from workbench.words.acts import ACTS
from workbench.words.catalogue import CATALOGUE
from workbench.words.history import sentence

ALL = ActFilter()


def found(study: StudyFile, wanted: ActFilter = ALL) -> list[AuditLine]:
    """Every line that is wanted, newest first, as pages of three make them up; forward it is the same."""
    finder = ActFinder(study, wanted)
    lines: list[AuditLine] = []
    while more := finder.page(3, before=lines[-1].act_id if lines else None):
        lines += more
    assert list(finder.walk()) == lines[::-1] and finder.count() == len(lines)
    return lines


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> StudyFile:
    """A study after some three hundred random acts of two coders, with undone and cleared ones."""
    study = small_study(tmp_path_factory.mktemp("found") / "study")
    with study.noting("coder.add", {"name": "Bo"}) as writer:
        other = writer.insert("coder", {"guid": new_guid(), "name": "Bo"})
    researcher, coder = Researcher(study, random.Random(5)), study.coder_id
    for _ in range(450):
        study.coder_id = other if researcher.luck.random() < 0.2 else coder
        with suppress(StudyError):
            researcher.luck.choice(researcher.acts())()
        if researcher.luck.random() < 0.1:
            study.undo()
    study.coder_id = coder
    study.undo()
    return study


def test_everything_is_found_when_nothing_is_asked(walked: StudyFile) -> None:
    lines = found(walked)
    assert len(lines) == walked.value("SELECT count(*) FROM act") > 150
    assert [line.act_id for line in lines] == sorted((line.act_id for line in lines), reverse=True)
    assert not ALL.narrows and not ALL.parts()


def test_by_whom(walked: StudyFile) -> None:
    wanted = asked.by_whom(walked, ALL, ["bo"])
    assert found(walked, wanted) == [line for line in found(walked) if line.coder == "Bo"] != []
    assert len(found(walked, asked.by_whom(walked, ALL, ["Bo", "Ane"]))) == len(found(walked))
    with pytest.raises(StudyError, match="no coder «Cato»; there are Ane, Bo"):
        asked.by_whom(walked, ALL, ["Cato"])


@pytest.mark.parametrize("name", ["theme", "temaer", "Themes", "Tema"])
def test_of_what_in_either_language(walked: StudyFile, name: str) -> None:
    wanted = asked.of_what(walked, ALL, [name])
    assert wanted.kinds == ("theme",)
    assert found(walked, wanted) == [line for line in found(walked) if "theme" in kinds_of(line.verb)] != []


def test_of_several_kinds_and_one_verb(walked: StudyFile) -> None:
    wanted = asked.of_what(walked, ALL, ["memo", "coding.apply"])
    verbs_found = {line.verb for line in found(walked, wanted)}
    assert verbs_found >= {"memo.write", "memo.remove", "coding.memo", "coding.apply"}
    assert all("memo" in kinds_of(verb) or verb == "coding.apply" for verb in verbs_found)
    with pytest.raises(StudyError, match="no acts on «biler»"):
        asked.of_what(walked, ALL, ["biler"])


@pytest.mark.parametrize("state", STATES)
def test_in_a_state(walked: StudyFile, state: str) -> None:
    lines = found(walked, asked.in_state(ALL, state))
    assert bool(lines) == (state != "erased") and {line.state for line in lines} <= set(STATES[state])
    assert len(lines) == sum(line.state in STATES[state] for line in found(walked))
    with pytest.raises(StudyError, match="no state"):
        asked.in_state(ALL, "half")


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize(
    "words",
    ["Søvn", "«Søvn»", "P01 uro", "took back", "angret", "final", "endelig", "definerte", "x%_y", "_", "«", "(2"],
)
def test_told_by_words(walked: StudyFile, words: str, language: str) -> None:
    use(language)
    try:
        expected = [
            line for line in found(walked)
            if all(word in sentence(line.verb, line.kind, line.detail).lower() for word in words.lower().split())
        ]  # fmt: skip
        assert found(walked, ActFilter(words=words)) == expected
        if words in ("Søvn", "took back" if language == "en" else "angret"):
            assert expected
    finally:
        use("en")


def test_within_days(walked: StudyFile) -> None:
    today = date.today()
    assert len(found(walked, asked.at_times(ALL, "today"))) == len(found(walked))
    assert not found(walked, asked.between(ALL, "", "2020-01-01", today))
    assert len(found(walked, asked.between(ALL, "yesterday", "", today))) == len(found(walked))
    assert asked.at_times(ALL, "..") == ALL
    with pytest.raises(StudyError, match="before the beginning"):
        asked.between(ALL, "today", "yesterday", today)


def test_all_at_once_and_part_by_part_away(walked: StudyFile) -> None:
    wanted = asked.by_whom(walked, asked.at_times(ActFilter(words="the cod"), "today"), ["Ane"])
    wanted = asked.of_what(walked, asked.in_state(wanted, "holds"), ["code"])
    lines = found(walked, wanted)
    assert lines and all(
        line.coder == "Ane" and line.verb.startswith("code") and "the" in sentence(line.verb, line.kind, line.detail)
        for line in lines
    )
    assert wanted.parts() == ("who", "what", "when", "state", "words")
    told = asked.told(walked, wanted)
    assert told["who"] == "Ane" and told["what"] == "codes" and told["state"] == "hold" and told["words"] == "«the cod»"
    for part in wanted.parts():
        wanted = wanted.without(part)
    assert wanted == ALL


def test_every_act_is_of_a_known_kind_and_every_kind_has_its_words() -> None:
    verbs = [key.removeprefix("act.") for key in ACTS if key.startswith("act.") and key != "act.unknown"]
    assert "other" not in kinds_among(verbs), [verb for verb in verbs if "other" in kinds_of(verb)]
    assert kinds_of("brand.new") == {"other"} and kinds_of("coding.memo") == {"coding", "memo"}
    assert all(f"history.kind.{kind}" in CATALOGUE for kind in KINDS)


def test_verbs_in_use_are_all_there_are(walked: StudyFile) -> None:
    assert verbs_in_use(walked) == [row[0] for row in walked.rows("SELECT DISTINCT verb FROM act ORDER BY verb")]


def test_particulars_never_run_into_letters_of_the_sentence() -> None:
    """What is looked for is a word; a particular glued to letters would make words that no index knows."""
    import re

    for key, (english, norwegian) in ACTS.items():
        if key.startswith("act."):
            for text in (english, norwegian):
                assert not re.search(r"[^\W_]\{|\}[^\W_]", text), key


# The life of a thing


def verbs(study: StudyFile, thing: Thing) -> list[str]:
    return [line.verb for line in found(study, ActFilter(about=thing))][::-1]


def test_the_life_of_a_code(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        code, other, _ = ids(study, "code")
        codebook.rename(study, code, "Nattesøvn")
        theme = themes.add(study, "Hvile")
        themes.gather(study, theme, code)
        memos.write(study, "code", code, "tenk på dette")
        codebook.merge(study, other, code)
        codebook.rename(study, ids(study, "code")[-1], "Heim")
        life = ["code.add", "code.add", "code.rename", "theme.gather", "memo.write", "code.merge"]
        assert verbs(study, Thing("code", code)) == life
        assert verbs(study, Thing("code", code, whole=True)) == [*life[:2], "coding.apply", *life[2:]]
        assert verbs(study, Thing("theme", theme)) == ["theme.add", "theme.gather"]
        assert has_wide_life("code") and not has_wide_life("memo")
        # By its name, also one it no longer goes by once it is gone, in either language.
        for text in ("code:Nattesøvn", "kode: nattesøvn", "Code:NATTESØVN"):
            assert asked.thing_named(study, text) == Thing("code", code)
        assert asked.thing_named(study, "kode:Kaffe") == Thing("code", other)
        assert asked.thing_in_words(study, Thing("code", other)) == "the code «Kaffe»"


def test_the_life_of_codings_quotes_and_transcripts(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        (one,), (there,) = ids(study, "coding"), ids(study, "transcript")
        coding.set_level(study, one, Level.LATENT)
        quote = quotes.pick(study, one)
        quotes.cut(study, quote, 50, 54)
        coding.drop(study, one)
        assert verbs(study, Thing("coding", one)) == [
            "coding.apply", "coding.level", "quote.pick", "quote.cut", "coding.drop",
        ]  # fmt: skip
        assert verbs(study, Thing("quote", quote)) == verbs(study, Thing("coding", one))
        assert verbs(study, Thing("transcript", there)) == ["transcript.add"]
        assert len(verbs(study, Thing("transcript", there, whole=True))) == 4
        assert asked.thing_named(study, f"quote:{short(quote)}") == Thing("quote", quote)
        assert asked.thing_named(study, f"koding:{short(one)[-6:]}") == Thing("coding", one)
        assert verbs(study, asked.thing_named(study, "deltaker:P1")) == ["transcript.add"]


def test_things_that_are_not_there(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        for text, why in (
            ("Søvn", "kind:name"), ("car:Volvo", "kind:name"), ("code:", "kind:name"), ("code:Bil", "no code called"),
            ("theme:Bil", "never was a theme"), ("quote:zz", "no quote with the id"),
            ("coder:Cato", "never was a coder"),
        ):  # fmt: skip
            with pytest.raises(StudyError, match=why):
                asked.thing_named(study, text)
        codebook.add(study, "Søvn", ids(study, "code")[1])
        with pytest.raises(StudyError, match="Several codes"):
            asked.thing_named(study, "code:Søvn")
        with pytest.raises(StudyError, match="no life of"):
            ActFinder(study, ActFilter(about=Thing("export", 1)))


def test_definitions_over_time_and_what_was_coded_before(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        code, other, _ = ids(study, "code")
        (there,) = ids(study, "transcript")
        assert codings_before_definition(study, code) == 0 and len(definition_versions(study, code)) == 1
        codebook.define(study, code, {"definition": "Om å sove."})
        coding.apply(study, there, Span(0, 8), code)
        coding.apply(study, there, Span(10, 20), other)
        assert codings_before_definition(study, code) == 1
        codebook.define(study, code, {"definition": "Om å sove godt.", "brief": "søvn"})
        coding.recode(study, ids(study, "coding")[-1], code)
        coding.apply(study, there, Span(20, 30), code)
        # The first was coded with no definition, the second under the earlier one, the others under the present one.
        assert codings_before_definition(study, code) == 2
        texts = [version.fields["definition"] for version in definition_versions(study, code)]
        assert texts == ["", "Om å sove.", "Om å sove godt."]
        codebook.rename(study, code, "Nattesøvn")
        assert len(definition_versions(study, code)) == 3
        for _ in range(4):
            study.undo()
        # Taken back to the earlier text: what was coded under it was coded under the present one.
        texts = [version.fields["definition"] for version in definition_versions(study, code)]
        assert texts == ["", "Om å sove.", "Om å sove godt.", "Om å sove."]
        assert codings_before_definition(study, code) == 1
        assert definition_versions(study, 404) == [] and codings_before_definition(study, 404) == 0


def test_a_filter_is_a_value() -> None:
    wanted = ActFilter(words="a", about=Thing("code", 1))
    assert wanted.parts() == ("about", "words") and replace(wanted, words="").parts() == ("about",)
    assert wanted.without("about") == ActFilter(words="a") and wanted.narrows
