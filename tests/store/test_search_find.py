"""Finding turns in a small study: words, phrases, filters, and what comes and goes with undo."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from workbench.acts import codebook, coding, people, themes, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.lookups.transcripts import load
from workbench.store.search.find import Order, find
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid
from workbench.study.search_query import parse
from workbench.study.spans import Span
from workbench.study.transcripts import Role

ASKS, SAYS = Role.INTERVIEWER, Role.PARTICIPANT
TALK = {
    "P01": (
        (ASKS, "Hvordan er det å arbeide her?"),
        (SAYS, "Arbeidsmiljøet er fint, og i år har vi fått tydelig ledelse."),
        (ASKS, "Har du sagt ifra om miljøet?"),
        (SAYS, "Ja. Jeg ar av vane litt forsiktig, men måtene vi snakker på er gode."),
    ),
    "P02": (
        (ASKS, "Hva med ledelsen?"),
        (SAYS, "Ledelse er viktig. Tydelig? Nei. En måte å si det på: vi mangler trivsel."),
        (SAYS, "Miljø, miljø og atter miljø 😴miljø!"),
    ),
    "øst": ((SAYS, "Østavind og ærfugl på øya."),),
}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "study"
    with StudyFile.create(folder, "Vinter", "nb", "Ane") as made:
        for name, talk in TALK.items():
            turns = [
                NewTurn(text, "I" if role is ASKS else name, role, "" if role is ASKS else name) for role, text in talk
            ]
            transcripts.add(made, NewTranscript(name, turns, f"{name}.txt", "txt", "utf-8", name))
    return folder


@pytest.fixture
def study(made_once: Path, tmp_path: Path) -> Iterator[StudyFile]:
    copytree(made_once, tmp_path / "study")
    with StudyFile.open(tmp_path / "study") as opened:
        yield opened


def places(study: StudyFile, typed: str, order: Order = Order.DOCUMENT, **options: bool) -> list[str]:
    """The hits as `transcript turn`; both orders find the same."""
    query = parse(typed, **options)
    found = {one: [f"{hit.transcript} {hit.turn}" for hit in find(study, query, order=one).hits] for one in Order}
    assert sorted(found[Order.RANK]) == sorted(found[Order.DOCUMENT])
    assert find(study, query).total == len(found[Order.RANK])
    return found[order]


def by_name(study: StudyFile, name: str) -> int:
    return int(study.value("SELECT id FROM transcript WHERE name = ?", (name,)))


def code(study: StudyFile, name: str, passage: tuple[str, str], parent: int | None = None) -> int:
    code_id = codebook.add(study, name, parent)
    apply(study, code_id, *passage)
    return code_id


def apply(study: StudyFile, code_id: int, name: str, words: str) -> None:
    transcript = load(study, by_name(study, name))
    coding.apply(study, transcript.id, transcript.find(words), code_id)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("miljø", ["P01 2", "P01 3", "P02 3"]),
        ("=miljø", ["P02 3"]),
        ('"tydelig ledelse"', ["P01 2"]),
        ("tydelig ledelse", ["P01 2", "P02 2"]),
        ("TYDELIG AND =ledelse", ["P01 2", "P02 2"]),
        ("trivsel OR østavind", ["P02 2", "øst 1"]),
        ("miljø NOT fint", ["P01 3", "P02 3"]),
        ("miljø -fint -atter", ["P01 3"]),
        ("(trivsel OR fint) ledelse", ["P01 2", "P02 2"]),
        ("=ledelse NEAR/0 tydelig", ["P01 2"]),
        ("=ledelse NEAR/2 tydelig", ["P01 2", "P02 2"]),
        ("NEAR(viktig trivsel, 4)", []),
        ("NEAR(viktig trivsel, 11)", ["P02 2"]),
        ("led*", ["P01 2", "P02 1", "P02 2"]),
        ("*miljø*", ["P01 2", "P01 3", "P02 3"]),
        ("*miljøet", ["P01 2", "P01 3"]),
        ("arb*et", ["P01 2"]),
        ("*øy*", ["øst 1"]),
        ("*ø*", ["P01 2", "P01 3", "P02 3", "øst 1"]),
        ('"og i*"', ["P01 2"]),
        ("år", ["P01 2"]),
        ("a\u030ar", ["P01 2"]),
        ("ar", ["P01 4"]),
        ("ostavind", []),
        ("ØSTAVIND Ærfugl", ["øst 1"]),
        ("måte", ["P01 4", "P02 2"]),
        ("=måte", ["P02 2"]),
        ("ukjentord", []),
        ("ukjentord OR *finnesikke*", []),
        ("NEAR(*finnesikke* miljø, 3)", []),
        ("-*finnesikke* ledelsen", ["P02 1"]),
        ("/m.lj.{1,3}t/", ["P01 2", "P01 3"]),
        ("/^ja\\b/", ["P01 4"]),
        ("/miljø/ atter", ["P02 3"]),
        ("/miljø/ -atter", ["P01 2", "P01 3"]),
        ("ledelsen OR /ærf.gl/", ["P02 1", "øst 1"]),
    ],
)
def test_words(study: StudyFile, typed: str, found: list[str]) -> None:
    assert places(study, typed) == found


def test_parts_and_stems_are_options(study: StudyFile) -> None:
    assert places(study, "miljø", parts=False) == ["P02 3"]
    assert places(study, "måtene", parts=False) == ["P01 4"]
    assert places(study, "måtene", parts=False, stems=True) == ["P01 4", "P02 2"]
    assert places(study, "=måtene", parts=False, stems=True) == ["P01 4"]


def test_english_stems_end_otherwise_than_their_words(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path / "english", "Hope", "en", "Ane") as study:
        turns = [NewTurn(text, "x", SAYS) for text in ("We are hoping.", "No hope.", "The hop was short.")]
        transcripts.add(study, NewTranscript("T", turns, "t.txt", "txt", "utf-8", "t"))
        assert places(study, "hoped", stems=True) == ["T 1", "T 2"]


def test_exact_words_come_before_words_that_hold_them(study: StudyFile) -> None:
    hits = find(study, parse("miljø")).hits
    assert (hits[0].transcript, hits[0].turn) == ("P02", 3)
    assert [hit.exact for hit in hits] == [True, False, False]
    assert all(hit.exact for hit in find(study, parse("*miljø*")).hits)


def test_a_hit_says_where_it_is_and_what_was_found(study: StudyFile) -> None:
    code_id = code(study, "trivsel", ("P01", "Arbeidsmiljøet er fint"))
    hit = find(study, parse("miljø fint")).hits[0]
    text = load(study, hit.transcript_id).text
    assert [mark.cut(text) for mark in hit.marks] == ["Arbeidsmiljøet", "fint"]
    assert hit.excerpt.words == hit.excerpt.span.cut(text) == hit.span.cut(text) == TALK["P01"][1][1]
    assert hit.excerpt.marks == hit.marks
    assert (hit.transcript, hit.turn, hit.speaker, hit.role, hit.participant) == ("P01", 2, "P01", SAYS, "P01")
    assert hit.coded and hit.codes == ("trivsel",) and hit.code_ids == (code_id,)
    assert not find(study, parse("østavind")).hits[0].coded


def test_filters_on_who_and_where(study: StudyFile) -> None:
    for label, gender in (("P01", "kvinne"), ("P02", "mann")):
        person = study.value("SELECT id FROM participant WHERE label = ?", (label,))
        people.set_attribute(study, person, "gender", gender)
    assert places(study, "in:P01") == ["P01 1", "P01 2", "P01 3", "P01 4"]
    assert places(study, "hvem:p01") == ["P01 2", "P01 4"]
    assert places(study, "hvem:p01 miljø") == ["P01 2"]
    assert places(study, "miljø -who:P01") == ["P01 3", "P02 3"]
    assert places(study, "who:P") == ["P01 2", "P01 4", "P02 2", "P02 3"]
    assert "P01, P02" in find(study, parse("who:P")).remarks[0]
    assert places(study, "taler:intervjuer") == ["P01 1", "P01 3", "P02 1"]
    assert places(study, "speaker:i miljø") == ["P01 3"]
    assert places(study, "speaker:participant NOT in:ØST NOT ledelse") == ["P01 4", "P02 3"]
    assert places(study, "kjønn:kvinne") == places(study, "gender:Kvinne") == ["P01 2", "P01 4"]
    assert places(study, "ledelse -kjønn:kvinne") == ["P02 1", "P02 2"]
    assert places(study, "kjønn:mann OR østavind") == ["P02 2", "P02 3", "øst 1"]
    assert places(study, "-kjønn:mann (miljø OR ledelse)") == ["P01 2", "P01 3", "P02 1"]
    for unknown in ("who:P99", "alder:40", "in:hjem", "kode:ro", "tema:ro", "koder:Per", "taler:ingen"):
        results = find(study, parse(f"miljø {unknown}"))
        assert not results.hits and results.remarks
        assert places(study, f"miljø NOT {unknown}") == ["P01 2", "P01 3", "P02 3"]


def test_filters_on_codings(study: StudyFile) -> None:
    work = code(study, "arbeid", ("P01", "arbeide her"))
    mood = code(study, "trivsel", ("P02", "mangler trivsel.\nMiljø, miljø"), parent=work)
    theme = themes.add(study, "Å ha det bra")
    themes.gather(study, theme, mood)
    assert places(study, "kode:arbeid") == ["P01 1", "P02 2", "P02 3"]
    assert places(study, "kode:trivsel") == ["P02 2", "P02 3"]
    assert places(study, 'kode:"arbeid > trivsel" ledelse') == ["P02 2"]
    assert places(study, "kode:arb -kode:trivsel") == ["P01 1"]
    assert places(study, 'tema:"å ha det bra"') == ["P02 2", "P02 3"]
    assert places(study, "er:kodet") == ["P01 1", "P02 2", "P02 3"]
    assert places(study, "er:ukodet in:P02") == ["P02 1"]
    assert places(study, "er:ukodet miljø") == ["P01 2", "P01 3"]
    assert places(study, "koder:Ane") == ["P01 1", "P02 2", "P02 3"]
    assert places(study, "NOT er:kodet NOT in:P01") == ["P02 1", "øst 1"]
    study.undo()
    study.undo()
    study.undo()
    assert places(study, "kode:arbeid") == ["P01 1"]
    study.redo()
    assert places(study, "kode:arbeid") == ["P01 1", "P02 2", "P02 3"]


def test_a_coder_beside_a_code_is_the_coder_of_that_code(study: StudyFile) -> None:
    mine = code(study, "ro", ("P02", "Ledelse er viktig"))
    other = codebook.add(study, "uro")
    study.coder_id = study._coder("Per")  # pyright: ignore[reportPrivateUsage]
    apply(study, other, "P02", "mangler trivsel")
    apply(study, mine, "P01", "Ja. Jeg")
    assert places(study, "kode:ro koder:Per") == ["P01 4"]
    assert places(study, "koder:Per") == ["P01 4", "P02 2"]
    assert places(study, "kode:ro -koder:Per") == []
    assert places(study, "kode:uro koder:Per") == ["P02 2"]
    assert places(study, "kode:ro koder:Per koder:Ane") == []
    assert places(study, "er:ukodet koder:Ane speaker:P0") == ["P01 2", "P01 4", "P02 3"]


def test_a_merged_code_is_found_by_its_old_name(study: StudyFile) -> None:
    old, new = code(study, "uro", ("P01", "Ja. Jeg")), codebook.add(study, "stress")
    codebook.merge(study, old, new)
    assert places(study, "kode:uro") == places(study, "kode:stress") == ["P01 4"]


def test_dates_are_of_the_session_else_of_the_day_a_transcript_came(study: StudyFile) -> None:
    with study.writing("session.add", {}) as writer:
        session = writer.insert("session", {"guid": new_guid(), "name": "En", "held": "2024-05-03"})
        writer.insert("session_transcript", {"session_id": session, "transcript_id": by_name(study, "P01")})
    assert places(study, "miljø until:2025") == ["P01 2", "P01 3"]
    assert places(study, "miljø since:2025") == ["P02 3"]
    assert places(study, "miljø since:2024-05-03 til:3.5.2024") == ["P01 2", "P01 3"]
    assert places(study, "miljø since:2024-05-04 until:2025") == []
    assert places(study, 'øya since:"i dag"') == ["øst 1"]


def test_removed_transcripts_are_not_found_until_they_are_back(study: StudyFile) -> None:
    transcripts.remove(study, by_name(study, "P01"))
    assert places(study, "miljø") == ["P02 3"]
    assert places(study, "er:ukodet") == ["P02 1", "P02 2", "P02 3", "øst 1"]
    assert places(study, "/miljø/") == ["P02 3"]
    study.undo()
    assert places(study, "miljø") == ["P01 2", "P01 3", "P02 3"]
    study.undo()
    assert places(study, "øya") == [] == places(study, "in:øst")
    study.redo()
    assert places(study, "øya") == ["øst 1"] == places(study, "in:øst")


def test_nothing_typed_breaks_the_index(study: StudyFile) -> None:
    for typed in (
        '"', "AND", "*", '""', "NEAR", "NEAR(", '") OR (x', "a*b*", "words:miljø", "-", "^miljø", "{miljø}", "rowid:1",
        "miljø'; DROP TABLE turn; --", "col : miljø", '"miljø" * + "x"', "miljø\x00", "%", "_",
    ):  # fmt: skip
        find(study, parse(typed))
    assert places(study, "'miljø") == ["P01 2", "P01 3", "P02 3"]
    deep = "(" * 12 + "miljø" + " OR (trivsel AND (fint" * 5 + "))" * 5 + ")" * 12
    assert "P02 3" in places(study, deep)


def test_an_empty_search_finds_nothing_and_says_what_is_awaited(study: StudyFile) -> None:
    results = find(study, parse("NOT"))
    assert results.hits == () and results.total == 0 and results.remarks
    assert find(study, parse("")).hits == ()


def test_pages_of_hits(study: StudyFile) -> None:
    for order in Order:
        whole = find(study, parse("miljø OR ledelse OR øya"), order=order)
        assert whole.total == 6 and not whole.more
        pages = [find(study, parse("miljø OR ledelse OR øya"), 2, order, skip=at).hits for at in (0, 2, 4, 6)]
        assert [hit for page in pages for hit in page] == list(whole.hits)
    assert len(find(study, parse("/e/"), 2).hits) == 2


def test_more_hits_than_are_counted(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.search.statement.COUNTED", 2)
    monkeypatch.setattr("workbench.store.search.find.COUNTED", 2)
    for order in Order:
        results = find(study, parse("miljø"), order=order)
        assert results.total == 2 and results.more
    assert [hit.turn for hit in find(study, parse("miljø"), order=Order.DOCUMENT).hits] == [2, 3, 3]
    assert [hit.turn for hit in find(study, parse("miljø"), 1, Order.DOCUMENT, skip=1).hits] == [3]
    assert find(study, parse("er:ukodet"), 1).more


def test_words_that_stand_for_too_many(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(typed: str) -> list[str]:
        return [f"{hit.transcript} {hit.turn}" for hit in find(study, parse(typed)).hits]

    everything = found("*e*")
    for fewest in (1, 2, 3, 300):
        monkeypatch.setattr("workbench.store.search.find._FEWEST_WORDS", fewest)
        monkeypatch.setattr("workbench.store.search.find._NEAREST_WORDS", fewest)
        assert sorted(found("miljø")) == ["P01 2", "P01 3", "P02 3"]
        assert found("miljø")[0] == "P02 3" and sorted(found("*e*")) == sorted(everything)
    monkeypatch.setattr("workbench.store.search.find._RANKED_WORDS", 2)
    monkeypatch.setattr("workbench.store.search.find._FEWEST_WORDS", 1)
    results = find(study, parse("miljø"))
    assert "more than 2 words" in results.remarks[0] and results.total == 2
    assert found("miljø") == ["P02 3", "P01 3"]
    assert "more than 1 words" in find(study, parse("miljø ledelse")).remarks[0]
    assert not find(study, parse("miljø"), order=Order.DOCUMENT).remarks


def test_a_search_that_takes_too_long_is_stopped(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.search.clock._STEPS", 1)
    results = find(study, parse("miljø"), seconds=0)
    assert results.stopped and results.more and not results.hits
    assert "stopped" in results.remarks[-1]
    monkeypatch.undo()
    assert places(study, "miljø")


def test_the_study_is_only_read(study: StudyFile) -> None:
    before = study.db.total_changes
    places(study, "miljø kode:x")
    with StudyFile.open(study.folder, read_only=True) as other:
        assert places(other, "miljø") == ["P01 2", "P01 3", "P02 3"]
    assert study.db.total_changes == before


def test_texts_of_earlier_revisions_are_not_found(study: StudyFile) -> None:
    place = by_name(study, "øst")
    speaker = study.value("SELECT id FROM speaker WHERE transcript_id = ?", (place,))
    body = "Vestavind over øya."
    with study.writing("transcript.revise", {}) as writer:
        old = study.rows("SELECT * FROM revision WHERE transcript_id = ?", (place,))[0]
        columns = {
            name: old[name] for name in ("transcript_id", "words", "sha256", "source", "format", "encoding", "made")
        }
        revision = writer.insert("revision", {**columns, "guid": new_guid(), "number": 2, "length": len(body)})
        writer.update("transcript", place, {"revision_id": revision})
        writer.attach_text(revision, body, [{"number": 1, "start": 0, "end": len(body), "speaker_id": speaker}])
    assert places(study, "østavind") == [] and places(study, "vestavind øya") == ["øst 1"]
    assert places(study, "in:øst") == ["øst 1"] and places(study, "/avind/") == ["øst 1"]
    study.undo()
    assert places(study, "østavind") == ["øst 1"] and places(study, "vestavind") == []


def test_marks_of_hits_are_spans_of_the_text(study: StudyFile) -> None:
    for hit in find(study, parse("miljø OR /e[rn]/ OR NEAR(tydelig ledelse, 9)"), order=Order.DOCUMENT).hits:
        text = load(study, hit.transcript_id).text
        assert hit.marks and all(hit.span.holds(mark) for mark in hit.marks)
        assert all(isinstance(mark, Span) and mark.cut(text).strip() for mark in hit.marks)


@pytest.mark.parametrize("count", [150, 201, 260])
@pytest.mark.parametrize("join", [" OR ", " "])
def test_very_many_words_are_all_asked(study: StudyFile, count: int, join: str) -> None:
    wanted = ["miljø", *(f"a{number}" for number in range(count))] if join.strip() else ["miljø"] * count
    typed = join.join(wanted)
    assert places(study, typed) == places(study, "miljø")


def test_numbers_of_participants_are_asked_for_by_range(study: StudyFile) -> None:
    for label, age in (("P01", "45"), ("P02", "5")):
        person = int(study.value("SELECT id FROM participant WHERE label = ?", (label,)))
        people.set_attribute(study, person, "age", age)
    first, second = places(study, "who:P01"), places(study, "who:P02")
    assert places(study, "age:45") == places(study, "alder:30-50") == places(study, "age:>=45") == first
    assert places(study, "age:5") == places(study, "age:<45") == places(study, "age:<=5") == second
    assert places(study, "age:>4") == [*first, *second]
    assert not places(study, "age:4") and not places(study, "age:>45")


@pytest.mark.parametrize("typed", ["antall-barn:to", "Antall_barn:to", "ANTALL-BARN:to"])
def test_an_attribute_of_two_words_is_typed_as_one(study: StudyFile, typed: str) -> None:
    person = int(study.value("SELECT id FROM participant WHERE label = 'P01'"))
    people.set_attribute(study, person, "Antall barn", "to")
    assert places(study, typed) == places(study, "who:P01")
