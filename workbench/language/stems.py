"""Snowball stems (Porter 2001) for Norwegian and English, by NLTK; the algorithms need no data files."""

import re
from functools import cache, lru_cache
from typing import Any

from workbench.language.tokens import pipeline_name

WORD = re.compile(r"[^\W\d_]+")
_SNOWBALL = {"nb": "norwegian", "en": "english"}


@cache
def _stemmer(name: str) -> Any:
    from nltk.stem import snowball  # pyright: ignore[reportMissingTypeStubs]

    return snowball.SnowballStemmer(_SNOWBALL[name])


@lru_cache(maxsize=200_000)
def _stem(word: str, name: str) -> str:
    return str(_stemmer(name).stem(word))


def stem(word: str, language: str) -> str:
    """Return the stem of one word, in lower case."""
    return _stem(word.lower(), pipeline_name(language))


def stems(text: str, language: str) -> list[str]:
    """Return the stems of all runs of letters in `text`, in order; stop words stay."""
    name = pipeline_name(language)
    return [_stem(word, name) for word in WORD.findall(text.lower())]
