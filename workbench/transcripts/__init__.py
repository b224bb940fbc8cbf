"""Transcript and people files: read, shown to the researcher, taken into the study.

The doors are `read_file`, `read_many` and `take` for transcripts, `read_people` and `take_people` for attributes,
`read_answers` and `take_answers` for sheets of open answers.
"""

from workbench.transcripts.answers import Answers, read_answers, take_answers
from workbench.transcripts.formats import SUFFIXES
from workbench.transcripts.intake import read_file, read_many, take
from workbench.transcripts.people import PeopleTable, read_people, take_people
from workbench.transcripts.preview import Preview, Problem, Speaker

__all__ = [
    "SUFFIXES",
    "Answers",
    "PeopleTable",
    "Preview",
    "Problem",
    "Speaker",
    "read_answers",
    "read_file",
    "read_many",
    "read_people",
    "take",
    "take_answers",
    "take_people",
]
