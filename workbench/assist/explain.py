"""Why a code is suggested and why not, read from the numbers that made the score."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.assist.shelf import CONTEXT_WEIGHT, Prototypes, Shelf
from workbench.assist.terms import Reason, Rejection
from workbench.assist.tuning import spread
from workbench.language.notes import blanked
from workbench.language.stems import WORD, stem
from workbench.study.spans import trimmed
from workbench.study.text import shorten
from workbench.study.units import sentence_at

if TYPE_CHECKING:
    from workbench.assist.model import CodePrototypes

NEAR_ENOUGH = 0.08
NEAREST = 3
WORDS = 4
# A word is named when it gives at least this share of what the strongest word gives.
WORD_SHARE = 0.2
SHOWN = 160

Refusals = Mapping[int, tuple[Rejection, float]]


@dataclass(frozen=True, slots=True)
class Query:
    """A passage ready to be compared: its text without notes, and per space its row, cosines and closeness."""

    text: str
    context: str
    words: int
    with_context: bool
    rows: tuple[Any, ...]
    cosines: tuple[Any, ...]
    ids: tuple[int, ...]
    closeness: Any

    @classmethod
    def of(cls, model: "CodePrototypes", passage: str, context: str, leave_out: Collection[int]) -> "Query":
        """Compare `passage` with everything the model knows, save the codings in `leave_out`."""
        text, question = blanked(passage), blanked(context)
        rows = tuple(shelf.vector(text, question) for shelf in model.shelves)
        gone = set(leave_out) & model.examples.keys()
        without: dict[int, list[int]] = {}
        for coding_id in sorted(gone):
            without.setdefault(model.examples[coding_id].code_id, []).append(coding_id)
        ids = tuple(coding_id for coding_id in sorted(model.examples) if coding_id not in gone)
        cosines = tuple(shelf.cosines(row, without) for shelf, row in zip(model.shelves, rows, strict=True))
        one, two = (shelf.closeness(row, ids) for shelf, row in zip(model.shelves, rows, strict=True))
        weight = model.tuning.weight
        words = len(WORD.findall(text))
        return cls(
            text, question, words, bool(question.strip()), rows, cosines, ids, (one + weight * two) / (1 + weight)
        )


def nearest(model: "CodePrototypes", asked: Query, code_id: int | None = None) -> tuple[Reason, ...]:
    """Return the nearest coded passages (of one code, when given), each stretch of words once."""
    order = sorted(range(len(asked.ids)), key=lambda at: (-float(asked.closeness[at]), asked.ids[at]))
    found: list[Reason] = []
    seen: set[str] = set()
    for at in order:
        example = model.examples[asked.ids[at]]
        closeness = float(asked.closeness[at])
        if closeness < NEAR_ENOUGH or len(found) == NEAREST:
            break
        if (code_id is None or example.code_id == code_id) and example.text not in seen:
            seen.add(example.text)
            found.append(
                Reason(
                    "near",
                    shorten(example.text, SHOWN),
                    example.coding_id,
                    example.reference,
                    round(closeness, 3),
                    example.code_id,
                )
            )
    return tuple(found)


def refusals(model: "CodePrototypes", asked: Query) -> dict[int, tuple[Rejection, float]]:
    """Return for each code the nearest passage it was refused on, with its closeness."""
    weight = model.tuning.weight
    found: dict[int, tuple[Rejection, float]] = {}
    for rejection, (one, two) in model.rejections:
        first, second = (float((row @ held.T).sum()) for row, held in zip(asked.rows, (one, two), strict=True))
        closeness = (first + weight * second) / (1 + weight)
        if rejection.code_id in model.codes and closeness > found.get(rejection.code_id, (rejection, 0.0))[1]:
            found[rejection.code_id] = (rejection, closeness)
    return found


def why(model: "CodePrototypes", asked: Query, code_id: int, refused: Refusals) -> tuple[Reason, ...]:
    """Return the reasons for and against a code."""
    reasons = [*nearest(model, asked, code_id), *_words(model, asked, code_id)]
    sentence = _definition(model, asked, code_id, has_near=any(one.kind == "near" for one in reasons))
    if sentence is not None:
        reasons.append(sentence)
    rejection, closeness = refused.get(code_id, (None, 0.0))
    if rejection is not None and closeness >= NEAR_ENOUGH:
        reasons.append(
            Reason("against", shorten(rejection.text, SHOWN), None, rejection.reference, round(closeness, 3), code_id)
        )
    return tuple(reasons)


def _words(model: "CodePrototypes", asked: Query, code_id: int) -> Iterator[Reason]:
    """Yield the words that raise this code above the others: of the passage, then of the question."""
    gains = [
        _Gain(shelf, row, shelf.prototypes(), cosines, code_id)
        for shelf, row, cosines in zip(model.shelves, asked.rows, asked.cosines, strict=True)
    ]
    weights = (1.0, model.tuning.weight)
    scored: dict[str, list[tuple[float, str]]] = {"words": [], "question": []}
    for kind, text in (("words", asked.text), ("question", asked.context)):
        known: set[str] = set()
        for word in WORD.findall(text):
            root = stem(word, model.language)
            if len(word) > 2 and root not in known:
                known.add(root)
                gain = sum(weight * one.of(word.lower()) for weight, one in zip(weights, gains, strict=True))
                scored[kind].append((gain * (CONTEXT_WEIGHT if kind == "question" else 1.0), word))
    strongest = max((gain for held in scored.values() for gain, _ in held), default=0.0)
    if strongest <= 0:
        return
    stems = model.shelves[1].space
    for kind, held in scored.items():
        order = sorted(held, key=lambda one: (-one[0], one[1]))
        told = [word for gain, word in order if gain > WORD_SHARE * strongest]
        # Everyday words count in the score but say little to a reader; they are named when nothing else is shared.
        rare = [word for word in told if not stems.is_usual(word.lower())]
        if rare or (told and kind == "words"):
            yield Reason(kind, ", ".join((rare or told)[:WORDS]))


class _Gain:
    """What a word gives to the z-score of one code in one space, its n-grams taken together."""

    def __init__(self, shelf: Shelf, row: Any, held: Prototypes, cosines: Any, code_id: int) -> None:
        import numpy as np

        at = held.code_ids.index(code_id)
        self._columns = np.sort(row.indices)
        values = row.toarray().ravel()[self._columns]
        own = held.rows[at].toarray().ravel()[self._columns]
        self._touches = own > 0
        self._worth = (own / held.lengths[at] - held.mean[self._columns]) * values / spread(cosines)
        self._space = shelf.space

    def of(self, word: str) -> float:
        """Return the gain of `word`; 0 when the code's texts hold nothing of it."""
        import numpy as np

        inside = np.isin(self._columns, self._space.columns_of(word), assume_unique=True)
        if not self._touches[inside].any():
            return 0.0
        return float(self._worth[inside].sum())


def _definition(model: "CodePrototypes", asked: Query, code_id: int, *, has_near: bool) -> Reason | None:
    """Return the sentence of the definition nearest the passage, when the definition weighs most in the score."""
    code = model.codes[code_id]
    shelf, row = model.shelves[0], asked.rows[0]
    own = float((shelf.definition(code_id) @ row.T).sum())
    held = shelf.prototypes()
    whole = float((held.rows[held.code_ids.index(code_id)] @ row.T).sum())
    if not code.definition_text.strip() or own <= 0 or (has_near and 2 * own < whole):
        return None
    sentences = list(_sentences(code.definition_text))
    likeness: Any = (shelf.space.matrix(sentences) @ row.T).toarray().ravel()
    best = max(range(len(sentences)), key=lambda at: (round(float(likeness[at]), 9), -at))
    closeness = round(float(likeness[best]), 3)
    return Reason("definition", shorten(sentences[best], SHOWN), None, code.name, closeness, code_id)


def _sentences(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        span = trimmed(text, at, len(text))
        if span is None:
            return
        start, end = sentence_at(text, span.start)
        yield text[span.start : max(end, span.start + 1)]
        at = max(end, span.start + 1, start + 1)
