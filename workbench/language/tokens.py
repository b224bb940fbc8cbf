"""Words and sentences by spaCy's blank pipelines: tokenizer rules and a sentence rule, no model, no download."""

from functools import cache
from typing import Any

from workbench.study.spans import Span, trimmed


def pipeline_name(language: str) -> str:
    """Return the spaCy name for a study's language: `en` for English, else `nb`."""
    return "en" if language.casefold().startswith("en") else "nb"


@cache
def _pipeline(name: str) -> Any:
    import spacy

    pipeline: Any = spacy.blank(name)
    pipeline.add_pipe("sentencizer")
    return pipeline


def sentences(text: str, language: str) -> list[Span]:
    """Return the sentences of `text` in order, without blanks at their ends; a line end always ends one."""
    pipeline = _pipeline(pipeline_name(language))
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            for sentence in pipeline(line).sents:
                span = trimmed(text, at + sentence.start_char, at + sentence.end_char)
                if span is not None:
                    found.append(span)
        at += len(line) + 1
    return found


def words(text: str, language: str) -> list[Span]:
    """Return the tokens of `text` that hold a letter or a digit, in order."""
    pipeline = _pipeline(pipeline_name(language))
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            for token in pipeline.make_doc(line):
                if any(sign.isalnum() for sign in token.text):
                    found.append(Span(at + token.idx, at + token.idx + len(token.text)))
        at += len(line) + 1
    return found
