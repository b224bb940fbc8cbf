"""Texts as vectors: TF-IDF of character n-grams and of stems, by scikit-learn, hashed so that no word is unknown.

Inverse document frequencies come from a fixed background (the study's own turns), never from the coded
passages, so that adding a passage changes no other vector. Everything runs on one thread: on texts this small
more threads only cost (3 ms against 70 ms CPU measured for 133 passages).
"""

import os
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from workbench.language.stems import stems
from workbench.language.tokens import pipeline_name

FEATURES = 2**18
CHARACTERS = (3, 5)
USUAL_TEXTS, USUAL_SHARE = 5, 0.05
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@cache
def one_thread() -> None:
    """Keep linear algebra on one thread from now on, whether or not numpy is loaded already."""
    for name in _THREADS:
        os.environ[name] = "1"
    import threadpoolctl  # pyright: ignore[reportMissingTypeStubs]

    threads: Any = threadpoolctl
    threads.threadpool_limits(limits=1)


def _hasher(**options: Any) -> Any:
    from sklearn.feature_extraction import text  # pyright: ignore[reportMissingTypeStubs]

    make: Any = text.HashingVectorizer
    return make(n_features=FEATURES, alternate_sign=False, norm=None, **options)


class Space:
    """One way of turning texts into unit vectors; `matrix` is deterministic and never changes after making."""

    def __init__(self, hasher: Any, background: Iterable[str]) -> None:
        """Take a scikit-learn hashing vectoriser of counts, and learn document frequencies from `background`."""
        from sklearn.feature_extraction import text  # pyright: ignore[reportMissingTypeStubs]

        self._hasher = hasher
        self._columns: dict[str, Any] = {}
        self._weights: Any = text.TfidfTransformer(sublinear_tf=True)
        counts: Any = hasher.transform(list(background) or [""])
        self._weights.fit(counts)
        self._texts = counts.shape[0]

    def matrix(self, texts: Sequence[str]) -> Any:
        """Return a CSR matrix (len(texts) × FEATURES, float64) with rows of length 1, or 0 for empty texts."""
        if not texts:
            return self._weights.transform(self._hasher.transform([""]))[:0]
        return self._weights.transform(self._hasher.transform(texts))

    def columns_of(self, word: str) -> Any:
        """Return the columns (distinct, sorted, int array) that `word` by itself touches."""
        if word not in self._columns:
            self._columns[word] = self._hasher.transform([word]).indices
        return self._columns[word]

    def is_usual(self, word: str) -> bool:
        """Tell whether every part of `word` stands in more than five background texts and in 5 % of them."""
        import numpy as np

        # Turned back from scikit-learn's smoothed weights: idf = ln((1 + texts) / (1 + frequency)) + 1.
        frequency = (1 + self._texts) / np.exp(self._weights.idf_[self.columns_of(word)] - 1) - 1
        return bool((frequency > max(USUAL_TEXTS, USUAL_SHARE * self._texts) + 0.5).all())


def char_space(background: Iterable[str]) -> Space:
    """Return the space of character n-grams (3–5, inside words; Cavnar & Trenkle 1994), sublinear in frequency."""
    one_thread()
    return Space(_hasher(analyzer="char_wb", ngram_range=CHARACTERS), background)


def stem_space(background: Iterable[str], language: str) -> Space:
    """Return the space of Snowball stems and pairs of neighbouring stems; stop words stay, they carry signal."""
    one_thread()
    name = pipeline_name(language)

    def analyse(text: str) -> list[str]:
        single = stems(text, name)
        return single + [f"{one} {two}" for one, two in pairwise(single)]

    return Space(_hasher(analyzer=analyse), background)


def stem_counts(language: str) -> Any:
    """Return what counts hashed Snowball stems: `transform(texts)` gives CSR counts (len(texts) × FEATURES)."""
    one_thread()
    name = pipeline_name(language)

    def analyse(text: str) -> list[str]:
        return stems(text, name)

    return _hasher(analyzer=analyse)


def stacked(parts: Sequence[Any]) -> Any:
    """Return CSR matrices of equally many columns one below the other."""
    from scipy import sparse  # pyright: ignore[reportMissingTypeStubs]

    matrices: Any = sparse
    return matrices.vstack(parts, format="csr")
