"""A name that a person adds because the finders missed it."""

from workbench.acts.entities import NewEntity, add
from workbench.errors import StudyError
from workbench.shield.ordinary import is_ordinary, ordinary_words
from workbench.store.lookups.transcripts import texts
from workbench.store.study_file import StudyFile
from workbench.study.masking import EntityKind, tidy_forms


def add_by_hand(study: StudyFile, name: str, kind: EntityKind) -> bool:
    """List a name; return False when it is listed already.

    Written with a capital, a name that is also an everyday word in this study ("Vår") is looked for only so; any other
    name in any case.

    Raises:
        StudyError: the name is empty.
    """
    forms = tidy_forms((name,))
    if not forms:
        raise StudyError("A name cannot be empty.")
    everyday = is_ordinary(forms[0], ordinary_words(text for _, _, text in texts(study)), study.language)
    return bool(add(study, [NewEntity(kind, forms, match_case=everyday and forms[0][0].isupper())]))
