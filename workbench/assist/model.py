"""Suggesting codes for a passage: prototypes in two lexical spaces, with reasons from the same numbers.

Each code is twice its definition plus the sum of its coded passages, among character n-grams and among stems.
A passage is compared with every code by cosine; the two sets of cosines are standardised over the codes and
added. The weight between them and the temperature of the confidence are fitted by leave-one-participant-out on
what has been coded, once there is enough. A refused passage lowers its code for passages like it. Everything is
deterministic; the same material gives the same numbers, in whatever order it came.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from workbench.assist.shelf import DEFINITION_WEIGHT, NAME_WEIGHT, Shelf
from workbench.assist.terms import (
    CodeText,
    Example,
    Level,
    Material,
    Reason,
    Rejection,
    Suggestion,
    SuggestionList,
    Verdict,
)
from workbench.assist.tuning import ENOUGH, Held, Tuning, confidences, fused, scores_left_out, standardised, tuned
from workbench.errors import AssistError
from workbench.language.notes import blanked
from workbench.language.vectors import stacked

SHORTEST = 8
HIGH, MEDIUM = 0.56, 0.44
# Below this the best code is hardly better than another: .32, or with many codes five times chance.
FLOOR, FLOOR_TIMES_CHANCE, LEAST_TIMES_CHANCE = 0.32, 5.0, 1.6
FEWEST_CODES = 3
# An identical refused passage lowers its code by four standard deviations, one half as near by one.
REFUSAL = 4.0
TUNED_ON_AT_MOST = 512
# So many passages are taken in between two looks at whether the work is called off.
AT_A_TIME = 500

Progress = Callable[[int, int], None]


class CodePrototypes:
    """A model of how codes are used, kept up to date coding by coding."""

    def __init__(
        self,
        codes: Iterable[CodeText],
        examples: Iterable[Example] = (),
        rejections: Iterable[Rejection] = (),
        *,
        language: str = "nb",
        background: Sequence[str] = (),
        progress: Progress = lambda _done, _of: None,
    ) -> None:
        """Learn from all material at once; `background` (all turns of the study) says which words are usual.

        `progress` is told of passages, and may raise.
        """
        from workbench.language.vectors import char_space, stem_space

        codes, examples = list(codes), list(examples)
        usual = [blanked(text) for text in background] or [code.words for code in codes]
        self.language = language
        self.shelves = (Shelf(char_space(usual)), Shelf(stem_space(usual, language)))
        self._codes: dict[int, CodeText] = {}
        self._examples: dict[int, Example] = {}
        self._rejections: list[tuple[Rejection, tuple[Any, ...]]] = []
        self._tuning: tuple[tuple[int, ...], Tuning] | None = None
        for code in codes:
            self.put_code(code)
        self._fill([one for one in examples if one.code_id in self._codes], progress)
        for rejection in rejections:
            self.reject(rejection)

    @classmethod
    def of(cls, material: Material, progress: Progress = lambda _done, _of: None) -> "CodePrototypes":
        """Return the model of a study's material; `progress` is told of passages, and may raise."""
        return cls(
            material.codes,
            material.examples,
            material.rejections,
            language=material.language,
            background=material.background,
            progress=progress,
        )

    # Learning

    @property
    def codes(self) -> dict[int, CodeText]:
        """The codes by id, in the codebook's order."""
        return self._codes

    @property
    def examples(self) -> dict[int, Example]:
        """The coded passages by coding id."""
        return self._examples

    @property
    def rejections(self) -> list[tuple[Rejection, tuple[Any, ...]]]:
        """The refused passages with their vectors, one a space."""
        return self._rejections

    def put_code(self, code: CodeText) -> None:
        """Take a new code in, or a known one with another name or definition."""
        self._codes[code.code_id] = code
        weight = DEFINITION_WEIGHT if code.definition_text.strip() else NAME_WEIGHT
        for shelf in self.shelves:
            shelf.define(code.code_id, shelf.space.matrix([code.words]), weight)
        self._tuning = None

    def drop_code(self, code_id: int) -> None:
        """Take a code away with its passages."""
        for coding_id in [one.coding_id for one in self._examples.values() if one.code_id == code_id]:
            self.remove(coding_id)
        if self._codes.pop(code_id, None) is not None:
            for shelf in self.shelves:
                shelf.forget_code(code_id)
        self._tuning = None

    def _fill(self, examples: Sequence[Example], progress: Progress) -> None:
        texts = [blanked(one.text) for one in examples]
        contexts = [blanked(one.context) for one in examples]
        ids, owners = [one.coding_id for one in examples], [one.code_id for one in examples]
        for number, shelf in enumerate(self.shelves):
            rows: list[Any] = []
            for at in range(0, len(texts), AT_A_TIME):
                progress(number * len(texts) + at, len(self.shelves) * len(texts))
                rows.append(shelf.vectors(texts[at : at + AT_A_TIME], contexts[at : at + AT_A_TIME]))
            shelf.fill(ids, owners, stacked(rows) if rows else shelf.vectors([], []))
        self._examples = {one.coding_id: one for one in examples}

    def add(self, example: Example) -> None:
        """Learn one coding: one vector is added to its code. A coding known already is taken as changed.

        Raises:
            AssistError: the code is not known.
        """
        if example.code_id not in self._codes:
            raise AssistError("This coding has a code the suggestions do not know yet; load them again.")
        if example.coding_id in self._examples:
            self.remove(example.coding_id)
        for shelf in self.shelves:
            shelf.add(example.coding_id, example.code_id, shelf.vector(blanked(example.text), blanked(example.context)))
        self._examples[example.coding_id] = example

    def remove(self, coding_id: int) -> None:
        """Unlearn one coding: its vector is subtracted. A coding that is not known is passed over."""
        example = self._examples.pop(coding_id, None)
        if example is not None:
            for shelf in self.shelves:
                shelf.remove(coding_id, example.code_id)

    def reject(self, rejection: Rejection) -> None:
        """Learn that a code was refused on a passage."""
        text, context = blanked(rejection.text), blanked(rejection.context)
        self._rejections.append((rejection, tuple(shelf.vector(text, context) for shelf in self.shelves)))

    def unreject(self, rejection: Rejection) -> None:
        """Forget a refusal that was taken back."""
        self._rejections = [one for one in self._rejections if one[0] != rejection]

    # Tuning

    @property
    def tuning(self) -> Tuning:
        """The weights in use: fitted when at least twenty passages are coded, else the prior ones.

        They depend only on which passages are coded, not on the order they came in; with many, on a sample.
        """
        chosen = tuple(_sample(sorted(self._examples)))
        if self._tuning is None or self._tuning[0] != chosen:
            self._tuning = (chosen, self._fit(chosen) if len(chosen) >= ENOUGH else Tuning())
        return self._tuning[1]

    def _fit(self, ids: Sequence[int]) -> Tuning:
        examples = [self._examples[one] for one in ids]
        one, two = self.held(ids)
        owners, right = self.owners(examples), self.right(examples)
        groups = groups_of(examples)
        count = len(self._codes)
        return tuned(scores_left_out(one, owners, groups, count), scores_left_out(two, owners, groups, count), right)

    def held(self, ids: Sequence[int]) -> tuple[Held, Held]:
        """Return the cosines among these passages and with the definitions, one a space."""
        import numpy as np

        found: list[Held] = []
        for shelf in self.shelves:
            rows = shelf.rows(ids)
            starts = [shelf.definition(code_id) for code_id in self._codes]
            with_codes = np.column_stack([(rows @ start.T).toarray().ravel() for start in starts])
            squares = np.array([float(start.multiply(start).sum()) for start in starts])
            found.append(Held((rows @ rows.T).toarray(), with_codes, squares))
        return found[0], found[1]

    def owners(self, examples: Sequence[Example]) -> Any:
        """Return the code of each passage as its place among the codes (int array)."""
        import numpy as np

        place = {code_id: at for at, code_id in enumerate(self._codes)}
        return np.array([place[one.code_id] for one in examples], dtype=int)

    def right(self, examples: Sequence[Example]) -> Any:
        """Return which codes count as right for each passage: its own and those on the same words (boolean)."""
        import numpy as np

        owners = self.owners(examples)
        result = np.zeros((len(examples), len(self._codes)), dtype=bool)
        by_source: dict[object, list[int]] = {}
        for row, one in enumerate(examples):
            by_source.setdefault(one.place.transcript_id if one.place else one.text, []).append(row)
        for rows in by_source.values():
            for row in rows:
                same = [other for other in rows if _same_words(examples[row], examples[other])]
                result[row, owners[same]] = True
        return result

    # Suggesting

    def suggest(self, passage: str, context: str = "", k: int = 5, leave_out: Collection[int] = ()) -> SuggestionList:
        """Return up to `k` codes for `passage`, with reasons, or a verdict why none are given.

        `context` is the interviewer's question before the passage. Codings named in `leave_out` do not count, so that a
        passage need not find itself. Codes refused on exactly these words are not given again.
        """
        from workbench.assist.explain import Query, nearest

        asked = Query.of(self, passage, context, leave_out)
        near = nearest(self, asked)
        verdict = self._beforehand(asked.words, context)
        if verdict is not None:
            return SuggestionList((), verdict, near, bool(context.strip()))
        return self._given(asked, near, k)

    def _beforehand(self, words: int, context: str) -> Verdict | None:
        if words == 0 or (words < SHORTEST and not context.strip()):
            return Verdict.SHORT
        undefined = sum(not code.definition_text.strip() for code in self._codes.values())
        if len(self._codes) < FEWEST_CODES:
            return Verdict.EARLY
        if len(self._examples) < ENOUGH and 4 * undefined > len(self._codes):
            return Verdict.EARLY
        return None

    def _given(self, asked: Any, near: tuple[Reason, ...], k: int) -> SuggestionList:
        from workbench.assist.explain import refusals, why

        tuning = self.tuning
        one, two = (standardised(cosines) for cosines in asked.cosines)
        refused = refusals(self, asked)
        scores = fused(one, two, tuning.weight)
        code_ids = list(self._codes)
        for code_id, (_, closeness) in refused.items():
            scores[code_ids.index(code_id)] -= REFUSAL * closeness**2
        sure = confidences(scores, tuning.temperature)
        never = {held.code_id for held, _ in self._rejections if blanked(held.text).split() == asked.text.split()}
        order = sorted(range(len(code_ids)), key=lambda at: (-float(scores[at]), at))
        order = [at for at in order if code_ids[at] not in never]
        floor = max(min(FLOOR, FLOOR_TIMES_CHANCE / len(code_ids)), LEAST_TIMES_CHANCE / len(code_ids))
        if not order or sure[order[0]] < floor:
            return SuggestionList((), Verdict.UNCLEAR, near, asked.with_context)
        given = tuple(
            Suggestion(
                code_ids[at],
                float(scores[at]),
                _level(float(sure[at]), floor),
                why(self, asked, code_ids[at], refused),
                float(sure[at]),
            )
            for at in order[:k]
        )
        return SuggestionList(given, Verdict.READY, near, asked.with_context)


def _level(sure: float, floor: float) -> Level:
    if sure < floor:
        return Level.NONE
    if sure >= HIGH:
        return Level.HIGH
    return Level.MEDIUM if sure >= MEDIUM else Level.LOW


def _same_words(one: Example, other: Example) -> bool:
    """Tell whether two passages share at least half of the shorter one."""
    if one.place is None or other.place is None:
        return one.text == other.text
    shared = min(one.place.end, other.place.end) - max(one.place.start, other.place.start)
    shorter = min(one.place.end - one.place.start, other.place.end - other.place.start)
    return 2 * shared >= shorter


def groups_of(examples: Sequence[Example]) -> list[str]:
    """Return what is left out together: the participant, or while there are fewer than three, the turn."""
    if len({one.group for one in examples}) >= 3:
        return [one.group for one in examples]
    return [one.reference or one.text for one in examples]


def _sample(ids: Sequence[int]) -> list[int]:
    """Return at most `TUNED_ON_AT_MOST` ids, evenly spread, changing only with every twentieth of the oldest."""
    step = ENOUGH if len(ids) <= TUNED_ON_AT_MOST else TUNED_ON_AT_MOST // 2
    oldest = ids[: len(ids) - len(ids) % step]
    if len(oldest) <= TUNED_ON_AT_MOST:
        return list(oldest)
    return [oldest[at * len(oldest) // TUNED_ON_AT_MOST] for at in range(TUNED_ON_AT_MOST)]
