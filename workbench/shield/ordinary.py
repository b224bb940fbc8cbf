"""Which words are ordinary: those that the interviews themselves write without a capital."""

import re
from collections.abc import Iterable
from functools import lru_cache

from workbench.shield.name_lists import is_first_name, is_word_too
from workbench.study.masking import is_cased

WORD = re.compile(r"[^\W\d_]+(?:['’\-‑][^\W\d_]+)*")
_SENTENCE_BREAK = re.compile(r"(?:[.!?…:]|\n)[\"”»’')\]]*\s*(?:[–—\-]\s+)?[\"“”«‘'(\[]*\s*$")
_OPENING = '"“”«‘([–—'

# Too common to be a name in text without capitals; in other text only a listed name may look like them.
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        det den de jeg eg du vi dere han hun ho at som og men så da når hva kva ikke ikkje en ei et ein eit noe noko
        ingenting meg deg seg oss dem bare sånn slik liksom altså egentlig også hvor kor her der nå no i på av til
        fra for med ja nei jo it that this the a an he she they we you i what like so not just something nothing his
        her their my your our januar februar mars april mai juni juli august september oktober november desember
        mandag tirsdag onsdag torsdag fredag lørdag søndag mm hm nja jaja gammel gamle ny nye hele første andre
        samme hver vanlig egen min mi mitt mine din hans hennes vår deres old new
        """,
    )
)


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words that `texts` write in lower case; texts without capitals say nothing."""
    words: set[str] = set()
    for text in texts:
        if is_cased(text):
            words.update(word for word in WORD.findall(text) if word.islower())
    return frozenset(words)


def is_ordinary(word: str, ordinary: frozenset[str], language: str = "nb") -> bool:
    """Tell whether `word` is an everyday word; a first name met once in lower case does not become one."""
    low = word.casefold()
    return is_word_too(low, language) or (low in ordinary and not is_first_name(low))


@lru_cache(maxsize=64)
def sentence_starts(text: str, language: str) -> frozenset[int]:
    """Return where spaCy begins sentences: its tokenizer knows that "f.eks." and "dr." end none."""
    from workbench.language.tokens import sentences

    return frozenset(span.start for span in sentences(text, language))


def opens_sentence(text: str, offset: int, language: str) -> bool:
    """As `starts_sentence`, but a full stop that belongs to an abbreviation opens nothing (for scans; spaCy)."""
    if not starts_sentence(text, offset):
        return False
    after_stop = text[:offset].rstrip(" ").endswith(".")
    return not after_stop or offset in sentence_starts(text, language)


def starts_sentence(text: str, offset: int) -> bool:
    """Tell whether the word at `offset` opens a sentence, a line, a bracket or reported speech."""
    before = text[max(0, offset - 12) : offset] if offset > 12 else f"\n{text[:offset]}"
    if before[-1] in _OPENING:
        return True
    return bool(_SENTENCE_BREAK.search(before))
