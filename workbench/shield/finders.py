"""Candidates for names in one text, by list, by trigger and by capital letter; no trained model.

Whether capitals mean something is decided per text.
"""

import re
from collections.abc import Iterable, Iterator

from workbench.shield.cased import CasedFinder
from workbench.shield.corpus import Candidate, Corpus
from workbench.shield.uncased import UncasedFinder
from workbench.study.masking import EntityKind, is_cased


def candidates(text: str, corpus: Corpus) -> list[Candidate]:
    """Return what may be names in one text, by place; longer ones first where they overlap."""
    finder = CasedFinder(text, corpus) if is_cased(text) else UncasedFinder(text, corpus)
    found = sorted(finder.find(), key=lambda one: (one.start, -one.end))
    kept: list[Candidate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def inhabitants(text: str, places: Iterable[str]) -> Iterator[Candidate]:
    """Yield words for people from one of the `places` ("tangværing"): weak signs, for the second pile."""
    stems = [re.escape(place) for place in places if len(place) >= 4 and " " not in place]
    if not stems:
        return
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(stems)})(?:ing|væring|fjording|bu|er)(?:en|a|ar|er|ane|ene|ne)?(?!\w)", re.IGNORECASE
    )
    for hit in pattern.finditer(text):
        yield Candidate(*hit.span(), hit.group(), EntityKind.PLACE, "a word for people from a place found here", False)
