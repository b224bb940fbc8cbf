"""A small invented study, what it holds as one hash, and everything a researcher can do to it at random."""

import hashlib
import json
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from workbench.acts import (
    codebook,
    codebook_file,
    codebook_split,
    coding,
    coding_many,
    consent,
    entities,
    memos,
    people,
    people_schema,
    quotes,
    readings,
    repairs,
    reviews,
    revisions,
    searches,
    sessions,
    speakers,
    theme_maps,
    themes,
    transcripts,
)
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.lookups import originals
from workbench.store.lookups.quotes import quotes as load_quotes
from workbench.store.lookups.transcripts import load as load_transcript
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type
from workbench.study.codebook_file import CodebookFile, FileCode
from workbench.study.codes import CodeStatus
from workbench.study.codings import Level, Origin, Stance
from workbench.study.consent import Answer, Scope
from workbench.study.ids import new_guid
from workbench.study.masking import Decision, EntityKind
from workbench.study.memos import LINKED, MemoKind
from workbench.study.new_transcripts import Mark, MarkKind, Remark
from workbench.study.quotes import Quote, QuoteRole, QuoteState
from workbench.study.repairs import Repair, RepairKind, RepairState
from workbench.study.reviews import ExtractVerdict, WholeVerdict
from workbench.study.spans import Span
from workbench.study.text_map import TextMap
from workbench.study.theme_maps import MapStage
from workbench.study.themes import THEME_TEXTS, ThemeLevel, ThemeStatus
from workbench.study.transcripts import Role
from workbench.transcripts.answers import Answers, take_answers
from workbench.transcripts.answers_taking import take_in_pieces
from workbench.transcripts.people import PeopleTable
from workbench.transcripts.preview import Preview

SAID = (
    "Hvordan gikk det på nattevakta?",
    "Det gikk greit, men jeg var trøtt. Gro på kjøkkenet lagde kaffe.",
    "Og hjemme?",
    "Hjemme sov alle 😴, så jeg satt oppe og hørte på regnet til klokka ble seks.",
)


def transcript(name: str, person: str = "P1", said: tuple[str, ...] = SAID) -> NewTranscript:
    turns = [
        NewTurn(text, "I" if place % 2 == 0 else person, *((Role.INTERVIEWER,) if place % 2 == 0 else
                (Role.PARTICIPANT, person)))
        for place, text in enumerate(said)
    ]  # fmt: skip
    return NewTranscript(name, turns, f"{name}.txt", "txt", "utf-8", hashlib.sha256(repr(name).encode()).hexdigest())


def broken(name: str) -> NewTranscript:
    """A text that was taken in with a repair made, one proposed, a comment and a time within a turn."""
    turns = [
        NewTurn("Hvordan gikk det?", "I", Role.INTERVIEWER),
        NewTurn("Jeg var hos en spesialist i dag, og kom- munen sa at alt var fint.", "P1", Role.PARTICIPANT, "P1"),
    ]
    original = "I: Hvordan gikk det?\nP1: Jeg var hos en spe-\nsialist i dag, og kom-\nmunen sa at alt var fint."
    body = "\n".join(turn.text for turn in turns)
    hyphen, other = original.index("-\nsial"), original.index("-\nmunen")
    places = [(0, 3, ""), (21, 25, ""), (hyphen, hyphen + 2, ""), (other + 1, other + 2, " ")]
    kept = TextMap.of_edits(len(original), places)
    assert kept.new_length == len(body)
    return NewTranscript(
        name, turns, f"{name}.txt", "txt", "utf-8", hashlib.sha256(repr(name).encode()).hexdigest(), original, kept,
        [(Repair(hyphen, hyphen + 2, "", RepairKind.HYPHEN, True), True),
         (Repair(other, other + 2, "", RepairKind.HYPHEN, False), False)],
        [Mark(MarkKind.TIME, 30, 30, 4000)], [Remark(30, 40, "Hvem?", "Per")], {"engine": "øre"}, {"t": Role.OTHER},
    )  # fmt: skip


def small_study(folder: Path) -> StudyFile:
    """Return an open study with one transcript, three codes and one coding, made by Ane."""
    study = StudyFile.create(folder, "Nattevakt", "nb", "Ane")
    # These tests are of acts, not of disks.
    study.db.execute("PRAGMA synchronous = OFF")
    transcripts.add(study, transcript("P01"))
    for name in ("Søvn", "Kaffe", "Hjem"):
        codebook.add(study, name)
    coding.apply(study, ids(study, "transcript")[0], Span(44, 60), ids(study, "code")[0])
    return study


def ids(study: StudyFile, table: str) -> list[int]:
    return [row["id"] for row in study.live(table)]


def content(study: StudyFile) -> str:
    """Return one hash over every live row of every table acts write to."""
    digest = hashlib.sha256()
    for table in JOURNALLED:
        for row in study.live(table):
            digest.update(repr((table, tuple(row))).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def journal(study: StudyFile) -> tuple[list[tuple[object, ...]], int]:
    """Return the audit lines and how many changed rows are noted."""
    acts = [tuple(row) for row in study.rows("SELECT id, verb, kind, state, of_act, detail FROM act ORDER BY id")]
    return acts, study.value("SELECT count(*) FROM change")


PEOPLE = [{"participant": "P1", "age": "47"}, {"participant": "P9", "yrke": "kokk"}]
NO_QUOTE = Quote(404, "", 404, 404, Span(1, 2), None, 1)


class Researcher:
    """Does one act after another, chosen by `luck`; what the rules refuse is refused."""

    def __init__(self, study: StudyFile, luck: random.Random) -> None:
        self.study, self.luck, self.count = study, luck, 0

    def one(self, table: str) -> int:
        return self.luck.choice(ids(self.study, table) or [404])

    def name(self) -> str:
        self.count += 1
        return f"{self.luck.choice(['tid', 'rom', 'ro', 'uro'])} {self.count if self.luck.random() < 0.8 else ''}"

    def span(self) -> Span:
        start = self.luck.randrange(0, 150)
        return Span(start, start + self.luck.randrange(1, 40))

    def parent(self) -> int | None:
        return self.luck.choice([None, self.one("code")])

    def inside_a_quote(self) -> tuple[int, int, int]:
        quote = self.luck.choice(load_quotes(self.study) or [NO_QUOTE])
        start, end = sorted(self.luck.randint(quote.span.start - 1, quote.span.end) for _ in range(2))
        return quote.id, start, end

    def rows(self) -> list[coding.NewCoding]:
        words = self.luck.choice(["trøtt", "Gro", "?"])
        name = self.luck.choice([row["name"] for row in self.study.live("transcript")] or ["P01"])
        code = self.luck.choice([row["name"] for row in self.study.live("code")] or ["Søvn"])
        return [coding.NewCoding(name, 2, words, code, "m"), coding.NewCoding(name, 4, "regnet", code)]

    def a_link(self) -> tuple[int, int]:
        links = [(row["theme_id"], row["code_id"]) for row in self.study.live("theme_code")]
        return self.luck.choice(links or [(404, 404)])

    def an_edit(self) -> tuple[int, int]:
        pairs = [(quote.id, edit.id) for quote in load_quotes(self.study) for edit in quote.edits]
        return self.luck.choice(pairs or [(404, 404)])

    def facts(self) -> dict[str, str]:
        given = {
            "counter_example": "ikke slik", "aliases": self.luck.choice(["", self.name(), "døgn; natt"]),
            "source": self.luck.choice(["", "data", "theory", "earlier-study", "drøm"]),
            "owner": self.luck.choice(["", "Ane", "Ane", "Ingen"]),
        }  # fmt: skip
        return {name: given[name] for name in given if self.luck.random() < 0.6}

    def a_file(self) -> CodebookFile:
        child = FileCode(self.name(), new_guid(), brief="kort", colour="#112233")
        known = FileCode(
            "Søvn", new_guid(), definition="om å sove", children=(child,), aliases=("natt", self.name()),
            source="data", owner=self.luck.choice(["", "Per"]),
        )  # fmt: skip
        return CodebookFile("fil", (known, FileCode(self.name(), new_guid(), codable=False)))

    def a_retired_code(self) -> int:
        retired = [row["id"] for row in self.study.live("code", status="retired")]
        return self.luck.choice(retired or [404])

    def a_used_code(self) -> int:
        return self.luck.choice([row["code_id"] for row in self.study.live("coding")] or [404])

    def split(self, code_id: int) -> None:
        mine = [row["id"] for row in self.study.live("coding", code_id=code_id)]
        targets = [self.name(), self.name(), self.one("code")]
        into = {one: self.luck.choice(targets) for one in mine if self.luck.random() < 0.6}
        extra = {"themes": self.luck.random() < 0.7, "memos": self.luck.random() < 0.5}
        codebook_split.split(self.study, code_id, into, **extra)

    def mark(self, coding_id: int) -> None:
        with self.study.together("coding.mark", coding.told(self.study, coding_id)):
            coding.set_level(self.study, coding_id, Level.LATENT)
            coding.set_certain(self.study, coding_id, self.luck.random() < 0.5)

    def memo(self) -> None:
        about, about_id = self.a_thing()
        span = self.span() if about == "transcript" or self.luck.random() < 0.1 else None
        kind = self.luck.choice([None, *MemoKind])
        memos.write(self.study, about, about_id, self.name(), kind=kind, title=self.name(), span=span)

    def a_thing(self) -> tuple[str, int]:
        about = self.luck.choice(LINKED)
        return about, self.one(about)

    def a_memo_link(self) -> tuple[int, str, int]:
        links = [(row["memo_id"], row["about"], row["about_id"]) for row in self.study.live("memo_link")]
        return self.luck.choice(links or [(404, "code", 404)])

    def session_fields(self) -> dict[str, str]:
        given = {
            "present": self.name(), "held": self.luck.choice(["", "2026-03-31", "1.4.2026", "i går"]),
            "mode": "in-person", "place": "home", "minutes": self.luck.choice(["", "45", "50", "55", "x"]),
            "state": "planned",
        }  # fmt: skip
        return {name: given[name] for name in given if name == "present" or self.luck.random() < 0.3}

    def a_linked(self) -> tuple[str, int]:
        about = self.luck.choice(["participant", "transcript"])
        return about, self.one(about)

    def a_session_link(self) -> tuple[int, str, int]:
        links = [
            (row["session_id"], about, row[f"{about}_id"])
            for about in ("participant", "transcript")
            for row in self.study.live(f"session_{about}")
        ]
        return self.luck.choice(links or [(404, "participant", 404)])

    def describe(self, quote_id: int) -> None:
        with self.study.together("quote.describe", quotes.told(self.study, quote_id)):
            quotes.set_role(self.study, quote_id, self.luck.choice(list(QuoteRole)))
            quotes.set_note(self.study, quote_id, self.name())

    def seen(self) -> list[entities.Place]:
        forms = [form for row in self.study.live("entity") for form in json.loads(row["forms"])] or ["Gro"]
        return [
            entities.Place(self.luck.choice(forms), transcript_id, at, at + 3, "names")
            for transcript_id, at in (
                (self.one("transcript"), self.luck.randrange(0, 50)),
                (self.one("transcript"), 66),
            )
            if transcript_id != 404 and at + 3 <= len(load_transcript(self.study, transcript_id).text)
        ]

    def many_codes(self, act: Callable[[StudyFile, int, int], None], verb: str) -> None:
        theme, codes = self.one("theme"), {self.one("code"), self.one("code")}
        if act is themes.release:
            theme, code = self.a_link()
            codes = {code}
        with self.study.together(verb, {"theme": "t", "count": "2"}):
            for code in codes:
                act(self.study, theme, code)

    def some_answers(self) -> Answers:
        """Two respondents to one question, and what is known of them."""
        name = self.name()
        previews = tuple(
            Preview(Path(f"{name}.csv"), f"{name} {label}", "csv", "utf-8", f"{name} {label}", (
                NewTurn("Hva savner du?", "Q", Role.INTERVIEWER),
                NewTurn("Et rom til å sove i.", label, Role.PARTICIPANT, label),
            ), ())
            for label in ("P1", "P7")
        )  # fmt: skip
        rows = tuple({"label": label, "by": "Fjell"} for label in ("P1", "P7"))
        table = PeopleTable(("label", "by"), rows, "label")
        return Answers(Path(f"{name}.csv"), ("Hva savner du?",), ("by",), (), "label", previews, table, ())

    def first_piece(self) -> None:
        """Take in the first of two respondents; the rest is left."""
        next(come for come in take_in_pieces(self.study, self.some_answers(), most=1) if come.taken)

    def replaced(self) -> None:
        """Put a corrected file in the place of a transcript: words changed, a turn gone, or another order."""
        said = list(SAID)
        self.luck.choice([
            lambda: said.__setitem__(1, said[1].replace("trøtt", "veldig trøtt")), lambda: said.pop(), said.reverse,
        ])()  # fmt: skip
        new = transcript(self.name(), said=tuple(said))
        revisions.replace(self.study, self.one("transcript"), new, force=self.luck.random() < 0.7)

    def some_repairs(self) -> None:
        of_texts = [(one, originals.repairs(self.study, one)) for one in ids(self.study, "transcript")]
        transcript_id, found = self.luck.choice([one for one in of_texts if one[1]] or [(404, [])])
        made = self.luck.random() < 0.5
        chosen = [one.id for one in found if (one.state is not RepairState.MADE) == made and self.luck.random() < 0.8]
        if self.luck.random() < 0.3:
            chosen, made = [one.id for one in found if one.state is RepairState.PROPOSED], False
        repairs.decide(self.study, transcript_id, chosen, made=made)

    def split_and_join(self) -> None:
        transcript_id = self.one("transcript")
        alike = [
            turn.number
            for turn, after in pairwise(load_transcript(self.study, transcript_id).turns)
            if turn.speaker_id == after.speaker_id
        ]
        if alike and self.luck.random() < 0.8:
            at = self.luck.choice(alike)
            revisions.join_turns(self.study, transcript_id, at, at + 1)
        else:
            where = self.luck.choice([41, 47, 52])
            revisions.split_turn(self.study, transcript_id, where, self.luck.choice(["", "X"]))

    def carried(self) -> int:
        waiting = [row["id"] for row in self.study.live("carried", state="open")]
        return self.luck.choice(waiting or [404])

    def shape(self) -> people_schema.Shape:
        return self.luck.choice([
            people_schema.Shape(), people_schema.Shape(Type.CATEGORY, ("kokk", "nattevakt", self.name())),
            people_schema.Shape(Type.BAND, source="age"), people_schema.Shape(Type.NUMBER, note="år"),
        ])  # fmt: skip

    def acts(self) -> list[Callable[[], object]]:
        study, luck = self.study, self.luck
        place = lambda: (self.one("transcript"), self.span())  # noqa: E731
        step = lambda: luck.choice([-1, 1])  # noqa: E731
        return [
            lambda: transcripts.add(study, transcript(self.name().strip(), luck.choice(["P1", "P2", "p1"]))),
            lambda: transcripts.add(study, broken(self.name().strip())),
            lambda: take_answers(study, self.some_answers()),
            lambda: self.first_piece(),
            lambda: self.replaced(),
            lambda: self.some_repairs(),
            lambda: self.some_repairs(),
            lambda: revisions.edit_turn(study, self.one("transcript"), luck.randint(1, 4), f"Ja, {self.name()}, nei."),
            lambda: revisions.set_speaker(study, self.one("transcript"), [luck.randint(1, 4)], luck.choice("IPT")),
            lambda: self.split_and_join(),
            lambda: self.split_and_join(),
            lambda: revisions.mark_not_data(study, self.one("transcript"), [luck.randint(1, 4)], luck.random() < 0.4),
            lambda: revisions.resolve(study, self.carried()),
            lambda: revisions.resolve(study, self.carried(), self.span()),
            lambda: revisions.give_up(study, self.carried()),
            lambda: consent.answer(
                study, self.one("participant"), luck.choice(list(Scope)), luck.choice(list(Answer)), "2026-03-02"
            ),
            lambda: consent.withdraw(study, self.one("participant"), luck.choice(["", "2026-04-01"])),
            lambda: people_schema.add_kind(study, luck.choice(["brukere", self.name()])),
            lambda: people_schema.rename_kind(study, self.one("people_kind"), self.name()),
            lambda: people_schema.add_kind(study, self.name()),
            lambda: people_schema.move_kind(study, self.one("people_kind"), step()),
            lambda: people_schema.remove_kind(study, self.one("people_kind")),
            lambda: people_schema.put_in_kind(
                study, self.one("participant"), luck.choice([None, self.one("people_kind")])
            ),
            lambda: people_schema.set_template(study, self.one("people_kind"), luck.choice(["", "{gender}", "{age}"])),
            lambda: people_schema.define(study, luck.choice(["yrke", "band", self.name()]), self.shape()),
            lambda: people_schema.change(study, self.one("attribute_definition"), self.shape()),
            lambda: people_schema.rename(study, self.one("attribute_definition"), luck.choice(["yrke", self.name()])),
            lambda: people_schema.define(study, self.name(), people_schema.Shape()),
            lambda: people_schema.move(study, self.one("attribute_definition"), step()),
            lambda: people_schema.remove(study, self.one("attribute_definition")),
            lambda: transcripts.remove(study, self.one("transcript")) if luck.random() < 0.3 else None,
            lambda: transcripts.mark_read(study, self.one("transcript"), luck.random() < 0.6),
            lambda: readings.begin(study, self.one("transcript")),
            lambda: readings.turn(study, self.one("transcript")),
            lambda: transcripts.mark_reviewed(study, self.one("transcript"), luck.random() < 0.6),
            lambda: codebook.add(study, self.name(), self.parent(), brief="kort", when="når"),
            lambda: codebook.define(study, self.one("code"), {"definition": self.name()}),
            lambda: codebook.define(study, self.one("code"), self.facts()),
            lambda: codebook.rename(study, self.one("code"), self.name()),
            lambda: codebook.recolour(study, self.one("code"), luck.choice(["#123", "rød", ""])),
            lambda: codebook.move(study, self.one("code"), self.parent()),
            lambda: codebook.reorder(study, self.one("code"), step()),
            lambda: codebook.merge(study, self.one("code"), self.one("code")),
            lambda: self.split(self.a_used_code()),
            lambda: codebook.set_status(study, self.one("code"), luck.choice(list(CodeStatus))),
            lambda: codebook.set_status(study, self.a_retired_code(), CodeStatus.ACTIVE),
            lambda: codebook.remove(study, self.one("code")),
            lambda: codebook_file.take(study, self.a_file()),
            lambda: coding.apply(study, *place(), self.one("code"), luck.choice(list(Origin))),
            lambda: coding.apply(study, *place(), self.one("code")),
            lambda: coding_many.apply_all(study, *place(), [self.one("code"), self.one("code")]),
            lambda: coding.in_vivo(study, *place(), self.parent()),
            lambda: coding.new_code(study, *place(), self.name(), self.parent(), "kort"),
            lambda: coding.drop(study, self.one("coding")),
            lambda: coding.recode(study, self.one("coding"), self.one("code")),
            lambda: coding.resize(study, self.one("coding"), self.span()),
            lambda: coding.set_memo(study, self.one("coding"), self.name()),
            lambda: coding.set_level(study, self.one("coding"), luck.choice(list(Level))),
            lambda: coding.set_stance(study, self.one("coding"), luck.choice(list(Stance))),
            lambda: coding.set_certain(study, self.one("coding"), luck.random() < 0.5),
            lambda: coding.set_important(study, self.one("coding"), luck.random() < 0.5),
            lambda: self.mark(self.one("coding")),
            lambda: people.set_setting(study, "round", luck.choice(["1", "2", "0"])),
            lambda: coding.reject(study, *place(), self.one("code")),
            lambda: coding.take_file(study, self.rows(), "fil.csv"),
            lambda: themes.add(study, self.name(), concept="idé"),
            lambda: themes.define(study, self.one("theme"), {"concept": luck.choice(["", "idé"])}),
            lambda: themes.rename(study, self.one("theme"), self.name()),
            lambda: themes.recolour(study, self.one("theme"), "#445566"),
            lambda: themes.set_status(study, self.one("theme"), luck.choice(list(ThemeStatus))),
            lambda: themes.reorder(study, self.one("theme"), step()),
            lambda: themes.remove(study, self.one("theme")),
            lambda: themes.gather(study, self.one("theme"), self.one("code")),
            lambda: themes.gather(study, self.one("theme"), self.one("code"), "fordi"),
            lambda: themes.set_reason(study, *self.a_link(), luck.choice(["", self.name()])),
            lambda: themes.add_with_code(study, self.name(), self.one("code")),
            lambda: themes.define(study, self.one("theme"), {luck.choice(THEME_TEXTS): self.name()}),
            lambda: themes.set_level(study, self.one("theme"), luck.choice(list(ThemeLevel))),
            lambda: themes.stand_alone(study, self.one("theme"), luck.choice(list(ThemeLevel))),
            lambda: themes.put_under(study, self.one("theme"), self.one("theme")),
            lambda: self.many_codes(themes.gather, "theme.gather_many"),
            lambda: self.many_codes(themes.release, "theme.release_many"),
            lambda: theme_maps.save(study, self.name(), luck.choice(list(MapStage))),
            lambda: theme_maps.save(study, self.name(), MapStage.INITIAL),
            lambda: theme_maps.remove(study, self.one("map_version")),
            lambda: themes.release(study, *self.a_link()),
            lambda: memos.write(study, "code", self.one("code"), self.name()),
            lambda: memos.write(study, "study", 0, self.name()),
            lambda: self.memo(),
            lambda: memos.edit(study, self.one("memo"), luck.choice(["", self.name(), self.name()])),
            lambda: memos.edit(study, self.one("memo"), private=luck.random() < 0.4),
            lambda: memos.edit(study, self.one("memo"), title="Om natta", kind=luck.choice(list(MemoKind))),
            lambda: memos.link(study, self.one("memo"), *self.a_thing()),
            lambda: memos.link(study, self.one("memo"), *self.a_thing()),
            lambda: memos.unlink(study, *self.a_memo_link()),
            lambda: memos.remove(study, self.one("memo")),
            lambda: reviews.review_extract(
                study, self.one("theme"), self.one("coding"), luck.choice(list(ExtractVerdict)), "derfor"
            ),
            lambda: reviews.review_whole(
                study, self.one("theme"), self.one("transcript"), luck.choice(list(WholeVerdict))
            ),
            lambda: reviews.remove(study, self.one("review")),
            lambda: searches.keep(study, luck.choice(["natt", self.name()]), luck.choice(["natt OR regn", " "])),
            lambda: searches.remove(study, self.one("saved_search")),
            lambda: searches.code_found(study, [place(), place()], self.one("code"), "natt"),
            lambda: sessions.add(study, self.name(), self.session_fields()),
            lambda: sessions.add(study, self.name()),
            lambda: sessions.define(study, self.one("session"), self.session_fields()),
            lambda: sessions.rename(study, self.one("session"), self.name()),
            lambda: sessions.remove(study, self.one("session")),
            lambda: sessions.link(study, self.one("session"), *self.a_linked()),
            lambda: sessions.link(study, self.one("session"), *self.a_linked()),
            lambda: sessions.unlink(study, *self.a_session_link()),
            lambda: speakers.identify(
                study, self.one("speaker"), role=luck.choice([None, *Role]),
                participant=luck.choice([None, "", "P1", self.name()]), add=luck.random() < 0.5,
            ),
            lambda: quotes.pick(study, self.one("coding"), luck.choice([None, self.one("theme")])),
            lambda: quotes.pick(study, self.one("coding")),
            lambda: quotes.set_state(
                study, self.one("quote"), luck.choice(list(QuoteState)), luck.choice(["", "svakt"])
            ),
            lambda: quotes.set_role(study, self.one("quote"), luck.choice(list(QuoteRole))),
            lambda: quotes.set_note(study, self.one("quote"), luck.choice(["", self.name(), self.name()])),
            lambda: quotes.translate(study, self.one("quote"), luck.choice(["", self.name(), self.name()]), "Ola"),
            lambda: self.describe(self.one("quote")),
            lambda: quotes.drop(study, self.one("quote")),
            lambda: quotes.cut(study, *self.inside_a_quote()),
            lambda: quotes.insert(study, *self.inside_a_quote()[:2], "mor"),
            lambda: quotes.take_back(study, *self.an_edit()),
            lambda: quotes.reorder(study, self.one("quote"), step()),
            lambda: quotes.place(study, self.one("quote"), luck.choice([None, self.one("theme")])),
            lambda: entities.add(study, [entities.NewEntity(EntityKind.PERSON, (self.name(), "Gro"))]),
            lambda: entities.add(study, [], places=self.seen()),
            lambda: entities.decide(study, self.one("entity"), luck.choice(list(Decision)), f"kollega {self.count}"),
            lambda: entities.add_form(study, self.one("entity"), self.name()),
            lambda: entities.join(study, self.one("entity"), self.one("entity")),
            lambda: entities.relabel(study, self.one("entity"), luck.choice(list(EntityKind))),
            lambda: entities.except_mention(study, self.one("entity"), self.one("transcript"), 80, 83),
            lambda: people.take_table(study, PEOPLE, "participant", add_unknown=luck.random() < 0.5),
            lambda: people.set_attribute(study, self.one("participant"), "Gender", luck.choice(["Kvinne", ""])),
            lambda: people.unset_attribute(study, self.one("participant"), "gender"),
            lambda: people.set_setting(study, "insert_style", luck.choice(["plain", "ellipses"])),
            lambda: people.set_setting(study, "attribution", luck.choice(["{gender}", "{age_band}", "{x}"])),
        ]  # fmt: skip
