"""Reviewing themes (Braun & Clarke's phase 4): extract by extract, and against the whole of the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.study.codings import CodedPassage


class ExtractVerdict(StrEnum):
    """Level 1: how a coded passage stands to the theme."""

    FITS = "fits"
    STRETCHES = "stretches"
    NO = "no"


class WholeVerdict(StrEnum):
    """Level 2: how a transcript, read again with the theme in mind, stands to it."""

    CONFIRMED = "confirmed"
    MISSING = "missing"
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class Review:
    """One judgement by one coder; level 1 has a `passage`, level 2 only the transcript.

    `created` is ISO 8601 in UTC.
    """

    id: int
    level: int
    theme: str
    verdict: str
    why: str
    coder: str
    created: str
    transcript: str
    passage: CodedPassage | None = None


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """What was reviewed of a theme: judgements by verdict, how many passages and transcripts, and of how many."""

    extracts: Mapping[str, int] = field(default_factory=dict[str, int])
    whole: Mapping[str, int] = field(default_factory=dict[str, int])
    passages: int = 0
    of_passages: int = 0
    transcripts: int = 0
    of_transcripts: int = 0
