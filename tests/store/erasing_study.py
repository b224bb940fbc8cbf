"""A study with everything in it, in which one participant's name and words stand wherever something can be written."""

import hashlib
import json
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from workbench.acts import (
    codebook,
    coding,
    entities,
    history,
    memos,
    people,
    quotes,
    searches,
    theme_maps,
    themes,
    transcripts,
)
from workbench.acts.entities import NewEntity
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store import backups, check
from workbench.store.backup_names import Reason
from workbench.store.erasing.one_file import VERB
from workbench.store.journal import now
from workbench.store.lookups import readings
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile
from workbench.study.codings import Origin
from workbench.study.masking import Decision, EntityKind
from workbench.study.spans import Span
from workbench.study.theme_maps import MapStage
from workbench.study.transcripts import Role

Rows = dict[tuple[str, int], dict[str, Any]]
NAME, TOWN, REAL, OLD_LABEL, FRIEND = "Sigrid Åsnes", "Tverrelvdalen", "Øygunn", "Åsnesjenta", "Torgrim"
OWN = (
    "Jeg satt på brua med kikkerten til langt utpå natta og telte terner.",
    f"Så ringte {NAME} hjem til {TOWN}, og «mor» sa at båten «Havella» var solgt.",
    "Skjærsommerfuglen kom aldri mer tilbake til vinduet mitt den sommeren.",
    "Ternene stupte som hvite nåler ned i det grønne vannet.",
    f"{FRIEND} har hjulpet meg med båndsaga, og det glemmer jeg aldri.",
)
OWN_IN_GROUP = (
    "Hos oss på Ytterholmen leste vi værmeldingen høyt for hverandre om kvelden.",
    "Ja.",
)
THEIRS = (
    "Jeg kjørte ferga i nitten år før jeg ble syk og sluttet.",
    f"Legen i Nordby sa at det var ryggen, og {FRIEND} kjørte meg hjem hver dag.",
    "Det var litt sånn at man ikke visste hva man skulle si til folk.",
)
# Strings that must be nowhere afterwards, besides the label and the runs of their words.
GONE = (
    NAME,
    "Åsnes",
    TOWN,
    REAL,
    OLD_LABEL,
    "Skjærsommerfuglen",
    "Ytterholmen",
    "ternefarvann",
    "solgt båt sommernatt",
)


def talk(turns: Iterable[tuple[str, str, str]], name: str) -> NewTranscript:
    """Return an interview of (speaker, participant or "" for the interviewer, words)."""
    made = [
        NewTurn(words, speaker, Role.PARTICIPANT if person else Role.INTERVIEWER, person)
        for speaker, person, words in turns
    ]
    return NewTranscript(name, made, f"{name} opptak.docx", "docx", "utf-8", hashlib.sha256(name.encode()).hexdigest())


def interview(name: str, person: str, said: Iterable[str]) -> NewTranscript:
    turns: list[tuple[str, str, str]] = []
    for words in said:
        turns += [("I", "", "Kan du fortelle litt mer om det?"), (person, person, words)]
    return talk(turns, name)


def group() -> NewTranscript:
    turns = [
        ("I", "", "Hvordan var kveldene?"), ("P07", "P07", OWN_IN_GROUP[0]), ("P03", "P03", THEIRS[0]),
        ("P07", "P07", OWN_IN_GROUP[1]), ("P11", "P11", "Vi spilte kort og drakk kaffe til den var kald."),
    ]  # fmt: skip
    return talk(turns, "Gruppe P03 P07 P11")


def span(study: StudyFile, transcript: int, words: str) -> Span:
    body = study.value(
        "SELECT x.body FROM transcript t JOIN transcript_text x ON x.revision_id = t.revision_id WHERE t.id = ?",
        (transcript,),
    )
    at = body.index(words)
    return Span(at, at + len(words))


def person(study: StudyFile, label: str) -> int:
    return study.value("SELECT id FROM participant WHERE label = ? AND deleted = 0", (label,))


def full_study(folder: Path, passphrase: str | None = None) -> StudyFile:
    """Return the study, open, its write-ahead log hot."""
    study = StudyFile.create(folder, "Kystlinja", "nb", "Ane", passphrase=passphrase)
    backups.make(study.path, Reason.HAND, key=study.key)
    mine = transcripts.add(study, interview("P07", OLD_LABEL, OWN))
    with study.writing("people.rename", {"label": OLD_LABEL, "to": "P07"}) as writer:
        writer.update("participant", person(study, OLD_LABEL), {"label": "P07"})
        for one in study.live("speaker", label=OLD_LABEL):
            writer.update("speaker", one["id"], {"label": "P07"})
    other = transcripts.add(study, interview("P03", "P03", THEIRS))
    both = transcripts.add(study, group())
    _twice(study)
    backups.make(study.path, Reason.WORK, key=study.key)
    _people(study)
    codes = _codes(study, mine, other, both)
    _themes(study, codes)
    _memos(study, mine, other, both, codes)
    _rest(study, mine, other, both)
    history.undo(study)
    history.undo(study)
    history.redo(study)
    study.keep_desk(f"caret.{study.coder_id}.{mine}", 17)
    for one in (mine, other):
        looks = readings.KeptLooks(int(study.live("transcript", id=one)[0]["revision_id"]), ((0, 9),), 9, 40)
        study.keep_desk(readings.looks_name(study, one), looks.as_kept())
    study.keep_desk(f"desk.{study.coder_id}", {"screen": "coding", "transcript": mine})
    study.keep_desk("words", {"last": f"søkte «{OWN[0]}»", "else": "lampe", NAME: 1})
    return study


def _twice(study: StudyFile) -> None:
    """The same interview taken in once more by a slip, undone, taken in with nobody linked, and removed."""
    again = interview("P07 igjen", "P07", (*OWN, "Og så var det slutt."))
    transcripts.add(study, again)
    history.undo(study)
    loose = [NewTurn(one.text, one.speaker, Role.UNKNOWN if one.participant else one.role) for one in again.turns]
    made = transcripts.add(study, NewTranscript("uten kobling", loose, "uten.docx", "docx", "utf-8", "f" * 64))
    transcripts.remove(study, made)


def _people(study: StudyFile) -> None:
    mine, theirs = person(study, "P07"), person(study, "P03")
    people.set_attribute(study, mine, "Navn", REAL)
    people.set_attribute(study, mine, "yrke", "Fyrassistent på Ytterholmen")
    people.set_attribute(study, mine, "age", "47")
    people.set_attribute(study, mine, "kjønn", "kvinne")
    people.set_attribute(study, theirs, "kjønn", "kvinne")
    people.set_attribute(study, theirs, "nabo", f"bor ved {REAL}s hus")
    people.set_attribute(study, mine, "Navn", f"{REAL} {NAME}")


def _codes(study: StudyFile, mine: int, other: int, both: int) -> dict[str, int]:
    made = {name: codebook.add(study, name, brief="kort") for name in ("Arbeid", "Natur", "Kveld")}
    for code, transcript, words in (
        ("Arbeid", mine, OWN[0]), ("Natur", mine, "hvite nåler ned i det grønne"), ("Arbeid", other, THEIRS[0]),
        ("Kveld", both, OWN_IN_GROUP[0]), ("Kveld", both, "leste vi"), ("Kveld", both, "spilte kort"),
        ("Arbeid", both, f"for hverandre om kvelden.\n{THEIRS[0]}"), ("Kveld", other, "til folk"),
    ):  # fmt: skip
        coding.apply(study, transcript, span(study, transcript, words), made[code], memo=f"om {code}")
    coding.in_vivo(study, mine, span(study, mine, "telte terner"))
    coding.in_vivo(study, mine, span(study, mine, "Skjærsommerfuglen kom aldri mer"))
    shared, made["in vivo"] = coding.in_vivo(study, mine, span(study, mine, "den sommeren"))
    coding.apply(study, other, span(study, other, "nitten år"), made["in vivo"])
    coding.resize(study, shared, span(study, mine, "mitt den sommeren"))
    moved = coding.apply(study, both, span(study, both, "Ytterholmen leste"), made["Natur"])
    coding.resize(study, moved, span(study, both, "kaffe til den var kald"))
    for one in study.live("coding"):
        coding.set_memo(study, one["id"], f"{REAL} sa: «{OWN[3].lower()}» – se turen")
    spare = codebook.add(study, "Til overs")
    coding.apply(study, mine, span(study, mine, "solgt"), spare)
    codebook.merge(study, spare, made["Natur"])
    part = codebook.add(study, "Ternefarvann og mer", parent_id=made["Natur"], definition=f"Som {TOWN}s terner")
    codebook.define(study, part, {"definition": "Om ternefarvann i Tverrelvdalen", "example": OWN[2]})
    codebook.define(study, made["Arbeid"], {"when": "når  jeg satt på  BRUA med kikkerten til\nlangt", "brief": REAL})
    codebook.rename(study, part, f"{TOWN}-natur")
    codebook.rename(study, part, f"{REAL}s natur")
    coding.reject(study, mine, span(study, mine, "vinduet mitt"), made["Natur"])
    coding.reject(study, both, span(study, both, "værmeldingen høyt"), made["Natur"])
    return made


def _themes(study: StudyFile, codes: dict[str, int]) -> None:
    theme = themes.add(study, "Å telle", concept=f"telle som {REAL}", definition=f"«{OWN[4]}»")
    gone = themes.add(study, f"{NAME} og havet")
    themes.gather(study, theme, codes["Natur"], f"fordi {REAL} sa det")
    themes.define(study, theme, {"story": f"Om {REAL}. {OWN[0]} Slik er det.", "includes": OWN[1], "excludes": TOWN})
    theme_maps.save(study, f"Kart etter {REAL}", MapStage.DRAFT if hasattr(MapStage, "DRAFT") else next(iter(MapStage)))
    themes.remove(study, gone)
    for one in study.live("coding"):
        quotes.pick(study, one["id"], theme)
    for one in study.live("quote"):
        row = study.live("coding", id=one["coding_id"])[0]
        quotes.insert(study, one["id"], row["start"] + 1, f"som {REAL}")
        with study.writing("quote.note", {"words": OWN[3]}) as writer:
            writer.update("quote", one["id"], {
                "note": f"jf. {REAL}", "translation": f"{TOWN} in English", "translator": f"{REAL} selv",
            })  # fmt: skip


def _memos(study: StudyFile, mine: int, other: int, both: int, codes: dict[str, int]) -> None:
    participant = person(study, "P07")
    about = memos.write(study, "participant", participant, f"Hun heter {NAME}.")
    memos.write(study, "transcript", mine, f"Fin samtale: {OWN[1]}")
    kept = memos.write(
        study, "code", codes["Natur"], f"P07 sa «{OWN[0]}» – og {unicodedata.normalize('NFD', REAL)}s bror."
    )
    memos.write(study, "transcript", both, "Hun leste høyt.", span=span(study, both, "leste vi værmeldingen"))
    memos.write(study, "transcript", both, "Alle ler.", span=span(study, both, "Vi spilte kort"))
    memos.link(study, kept, "participant", participant)
    memos.link(study, about, "code", codes["Natur"])
    memos.write(study, "study", 0, f'{{"quoted": "{REAL} og \\u00d8ygunn", "og": ["{OWN[2]}"]}}', title=f"Om {REAL}")
    memos.write(study, "study", 0, "Stikkord: Solgt båt sommernatt, ternefarvann.")
    memos.write(study, "study", 0, "Det var litt sånn at man ikke visste hva. Hvite nåler ned.")
    memos.remove(study, memos.write(study, "study", 0, f"slettet memo om {REAL}: {OWN[4]}"))
    memos.write(study, "transcript", other, "P03 likner ikke på P07, P070 eller XP07.")


def _rest(study: StudyFile, mine: int, other: int, both: int) -> None:
    entities.add(study, [
        NewEntity(EntityKind.PERSON, (NAME, "Åsnes"), decision=Decision.REPLACE, replacement="[venn 1]"),
        NewEntity(EntityKind.PLACE, (TOWN,), reason=f"hjemstedet til {REAL}"),
        NewEntity(EntityKind.PERSON, (FRIEND, "Toggen")), NewEntity(EntityKind.PLACE, ("Nordby",)),
        NewEntity(EntityKind.OTHER, ("Skjærsommerfuglen",), decision=Decision.NOT_A_NAME),
        NewEntity(EntityKind.PLACE, ("Ytterholmen",)),
    ])  # fmt: skip
    found = {json.loads(row["forms"])[0]: row["id"] for row in study.live("entity")}
    place = span(study, mine, "Åsnes")
    entities.except_mention(study, found[NAME], mine, place.start, place.end)
    entities.decide(study, found[TOWN], Decision.REPLACE, "tettsted 4")
    entities.decide(study, found[FRIEND], Decision.REPLACE, "venn 2")
    searches.keep(study, f"søk etter {REAL}", f'"{OWN[3]}" OR {TOWN}')
    searches.keep(study, "P07", "hvem:P07 båt")
    people.set_setting(study, "veiviser", f"spør {REAL} om {TOWN}")
    transcripts.mark_read(study, mine, True)
    transcripts.mark_read(study, other, True)
    transcripts.mark_reviewed(study, mine, True)
    quotes.register_export(study, f"{REAL} sitater.md", "md", "0" * 64, 3)
    quotes.register_export(study, "tabell.xlsx", "xlsx", "1" * 64, 0)
    _of_later_rooms(study, mine, other, both, found)


def _of_later_rooms(study: StudyFile, mine: int, other: int, both: int, found: dict[str, int]) -> None:
    """Rows of tables that no act writes to yet."""
    theme, alone = study.live("theme")[0]["id"], study.live("coding", transcript_id=mine)[0]["id"]
    revision = study.live("transcript", id=mine)[0]["revision_id"]
    with study.writing("session.add", {"name": "Kvelden med P07"}) as writer:
        for name, texts, who in (
            ("Kvelden med P07", [mine], ["P07"]), ("Gruppa", [both], ["P03", "P07", "P11"]),
            ("Tomt møte", [], ["P07"]), ("Annet", [other], ["P03"]),
        ):  # fmt: skip
            key = writer.insert("session", {
                "name": name, "held": "2026-03-02", "mode": "telefon", "place": f"hjemme hos {REAL}", "minutes": 61,
                "present": "P07, P03", "state": "held",
            })  # fmt: skip
            for one in texts:
                writer.insert("session_transcript", {"session_id": key, "transcript_id": one})
            for label in who:
                writer.insert("session_participant", {"session_id": key, "participant_id": person(study, label)})
    with study.writing("review.add", {"words": OWN[0][:60]}) as writer:
        for of in ({"coding_id": alone}, {"transcript_id": mine}, {"transcript_id": other}):
            writer.insert("review", {
                "level": 1, "theme_id": theme, "verdict": "fits", "why": f"for {REAL} sier: {OWN[2]}",
                "coder_id": study.coder_id, "created": now(), **of,
            })  # fmt: skip
        for place, start, end in ((mine, 5, 9), (other, 5, 9)):
            writer.insert("finding", {
                "entity_id": found[FRIEND], "transcript_id": place, "start": start, "end": end, "finder": "liste",
                "revision_id": study.live("transcript", id=place)[0]["revision_id"] if place != mine else revision,
                "created": now(),
            })  # fmt: skip
    again = coding.apply(study, mine, span(study, mine, "båndsaga"), study.live("code", name="Arbeid")[0]["id"],
                         Origin.SUGGESTED)  # fmt: skip
    coding.drop(study, again)


def spoken(words: Iterable[str], size: int = 4) -> list[str]:
    """Return every `size` words that stand in a row, as they are written."""
    found: list[str] = []
    for text in words:
        said = text.split(" ")
        found += [" ".join(said[at : at + size]).strip(".,«»") for at in range(len(said) - size + 1)]
    return found


def planted() -> list[str]:
    return [*GONE, *spoken((*OWN, OWN_IN_GROUP[0]))]


def ways(string: str) -> set[bytes]:
    """Return how a string may stand in a file."""
    cases = {string, string.lower(), string.upper(), unicodedata.normalize("NFD", string)}
    return {
        made for one in cases
        for made in (one.encode(), one.encode("utf-16-le"), one.encode("utf-16-be"), json.dumps(one)[1:-1].encode())
    }  # fmt: skip


def left(folder: Path, strings: Iterable[str]) -> list[tuple[str, str]]:
    """Return which of the strings stand in which files, in any case of ASCII letters."""
    held = {path: path.read_bytes().lower() for path in folder.rglob("*") if path.is_file()}
    return [
        (string, path.name)
        for string in strings
        for path, data in held.items()
        if any(way.lower() in data for way in ways(string))
    ]


def every_row(study: StudyFile) -> Rows:
    return {(table, row["id"]): dict(row) for table in JOURNALLED for row in study.rows(f'SELECT * FROM "{table}"')}


def sound(study: StudyFile) -> None:
    assert study.rows("PRAGMA integrity_check")[0][0] == "ok" and not study.rows("PRAGMA foreign_key_check")
    found = [one for one in check.check(study.path, study.key, thorough=True) if one.matter != "no_backup"]
    assert not found, found
    journal_tells_the_tables(study)


def journal_tells_the_tables(study: StudyFile) -> None:
    """Every state's before-values are the state before, and what the journal tells last is what stands."""
    told: Rows = {}
    for row in study.rows("SELECT * FROM change ORDER BY act_id, id"):
        key, before, after = (row["tbl"], row["row_id"]), json.loads(row["before"]), json.loads(row["after"])
        state = told.setdefault(key, {"deleted": 1})
        assert {name: state[name] for name in before if name in state} == {n: before[n] for n in before if n in state}
        state.update(after)
    found = every_row(study)
    assert told.keys() == found.keys()
    for key, values in told.items():
        assert {name: found[key][name] for name in values} == values, key
    with_rows = {row[0] for row in study.rows("SELECT DISTINCT act_id FROM change")}
    for row in study.rows("SELECT * FROM act"):
        assert (row["id"] in with_rows) != (row["state"] == "erased" or row["verb"] == VERB)
