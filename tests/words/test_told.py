"""Refusals and notices are said in Bokmål when the interface is: every sentence that is raised is known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import words
from workbench.words.erasure import ERASURE_TOLD
from workbench.words.told import translated
from workbench.words.told_codebooks import CODEBOOKS
from workbench.words.told_desk import DESK
from workbench.words.told_files import FILES
from workbench.words.told_history import HISTORY
from workbench.words.told_material import MATERIAL
from workbench.words.told_people import PEOPLE
from workbench.words.told_readers import READERS
from workbench.words.told_revisions import REVISIONS_TOLD
from workbench.words.told_safety import SAFETY
from workbench.words.told_search import SEARCH
from workbench.words.told_study import STUDY
from workbench.words.told_timed import TIMED
from workbench.words.told_vault import VAULT

PACKAGE = Path(__file__).parents[2] / "workbench"
TABLE = (*STUDY, *DESK, *FILES, *CODEBOOKS, *MATERIAL, *PEOPLE, *SAFETY, *VAULT, *READERS, *TIMED, *SEARCH,
         *ERASURE_TOLD, *HISTORY, *REVISIONS_TOLD)  # fmt: skip
# Errors of a programmer, never shown, and what is put together elsewhere.
UNSHOWN = ("is not a table", "A report has no block", "There is no job called", "The helper opens no")


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    words.use("nb")
    yield
    words.use("en")


def _sentence(node: ast.expr) -> str:
    """The message of a raise with each particular as `X`; empty when it is not written there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "X" for one in node.values)
    return ""


def _raised() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            if re.fullmatch(
                r"(Study|Store|Transcript|Exchange|Team|Shield|Report|Assist|Job|Workbench)Error|StudyLocked|WrongPassphrase",
                node.func.id,
            ):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", _sentence(node.args[0])


def test_every_sentence_that_is_raised_has_its_bokmaal() -> None:
    wanting = [
        f"{where}: {sentence}"
        for where, sentence in _raised()
        if " " in sentence
        and not any(one in sentence for one in UNSHOWN)
        and translated(_filled(sentence)) == _filled(sentence)
    ]
    assert not wanting, "say these in Bokmål too, in workbench/words/told_*.py:\n" + "\n".join(wanting)


def _filled(sentence: str) -> str:
    """Put in what some sentences are made of elsewhere, or any word."""
    known = {
        "There is no code called «X»X": "There is no code called «X»; see `workbench codes`.",
        "There is already a code «X» X.": "There is already a code «X» under «X».",
        "That form is known alreadyX.": "That form is known already.",
        "The attribution template «X» may hold only plain fields such as {gender}.":
            "The attribution template «X» may hold only plain fields such as {gender}.",
        "X, line X: X.": "X, line 3: `name` comes twice.",
        "XX: this is not YAML (X).": "X: this is not YAML (X).",
        "X is X; X.": "x.pdf is a PDF; save the table as csv or xlsx, and import that.",
        "X is a web page; X.":
            "x is a web page; open it in its program, save it as docx, odt or txt, and import that.",
        "X has to be brought up to date, and the backup before that failed; it was left as it is. X":
            "X has to be brought up to date, and the backup before that failed; it was left as it is. "
            "No backup could be made in X (X). The study is as it was.",
        "Row X of the people table (X): X":
            "Row 3 of the people table (P01): «x» is not an age in whole years; leave it empty if it is not known.",
        "X Mend that in the table, or take in the rest without it (--good-only).":
            "Row 3 of the people table (P01): «x» is not an age in whole years; leave it empty if it is not known. "
            "Mend that in the table, or take in the rest without it (--good-only).",
        "X And X more cannot be taken as they stand. Mend that in the table, or take in the rest without it "
        "(--good-only).":
            "x stands twice in the people table (row 3); keep one row a person. And 2 more cannot be taken as they "
            "stand. Mend that in the table, or take in the rest without it (--good-only).",
        "X row X, «X»: X": "x.csv row 3, «ID»: A participant needs a label such as P07.",
        "X In X backups the participant is erased already; try again to erase the rest.":
            "There is nothing to undo. In 2 backups the participant is erased already; try again to erase the rest.",
        "The demo has codings that the study refuses (X). X":
            "The demo has codings that the study refuses (1). There is no transcript «X»; see `workbench transcripts`.",
        "A backup would stay plain, for it cannot be encrypted: X Move it out of the study's folder or delete it, and "
        "encrypt again.":
            "A backup would stay plain, for it cannot be encrypted: X is damaged (its check fails); restore a copy. "
            "Nothing was changed. Move it out of the study's folder or delete it, and encrypt again.",
    }  # fmt: skip
    return known.get(sentence, sentence)


@pytest.mark.parametrize(("english", "bokmaal"), TABLE)
def test_both_languages_have_the_same_particulars(english: str, bokmaal: str) -> None:
    assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", bokmaal))


def test_the_particulars_stay_as_they_are() -> None:
    sentence = "There is no code called «{rart} \\1 navn»; did you mean «Å være»?"
    assert translated(sentence) == "Det er ingen kode som heter «{rart} \\1 navn»; mente du «Å være»?"
    refused = "Row 4 of the people table (P02): «x» is not an age in whole years; leave it empty if it is not known."
    assert translated(refused) == (
        "Rad 4 i deltakertabellen (P02): «x» er ingen alder i hele år; la feltet stå tomt hvis den er ukjent."
    )
    refused = "x.rtf is rich text (RTF); save the table as csv or xlsx, and import that."
    assert translated(refused) == "x.rtf er rik tekst (RTF); lagre tabellen som csv eller xlsx, og importer den."


def test_what_is_not_known_stays_and_english_is_left_alone() -> None:
    assert translated("The sea is deep; nobody knows why.") == "The sea is deep; nobody knows why."
    assert translated("") == ""
    words.use("en")
    assert translated("There is nothing to undo.") == "There is nothing to undo."


def test_an_attribute_is_called_what_people_call_it() -> None:
    wanting = (
        "P07 has no value for «age», which the attribution «{gender} i {age_band}» needs; add it to the people table."
    )
    assert translated(wanting) == (
        "P07 mangler verdi for «alder», som henvisningen «{kjønn} i {aldersgruppe}» trenger; legg den til i "
        "deltakertabellen."
    )
