"""What the workbench knows of language: tokens, sentences, stems, phrases and vectors. Knows no study file.

Everything here works offline with rules only: spaCy's blank pipelines, NLTK's Snowball stemmers and
collocation measures, scikit-learn's n-gram vectors. Nothing is ever downloaded. Languages are `nb` and `en`;
whatever is not English is treated as Norwegian.
"""

from workbench.language.notes import blanked, notes
from workbench.language.phrases import Phrases, in_vivo_phrases
from workbench.language.stems import stem, stems
from workbench.language.tokens import sentences, words
from workbench.language.vectors import Space, char_space, stem_space

__all__ = [
    "Phrases", "Space", "blanked", "char_space", "in_vivo_phrases", "notes", "sentences", "stem", "stem_space",
    "stems", "words",
]  # fmt: skip
