"""Keeping the study file safe while a verb works on it: a word on a shared folder, backups before and after."""

from collections.abc import Generator
from contextlib import contextmanager

from workbench.cli.output import Output
from workbench.store import synced
from workbench.store.study_file import StudyFile
from workbench.words import say


@contextmanager
def keeping(study: StudyFile) -> Generator[None]:
    """Make the backups that are due while acts are done; at the end only when the last one is half an hour old."""
    from workbench.store.keeper import EVERY, Keeper

    tell_of_sharing(study)
    keeper = Keeper(study, Output.complain)
    try:
        yield
    except BaseException:
        keeper.settle()
        raise
    keeper.finish(older_than=EVERY)


def tell_of_sharing(study: StudyFile) -> None:
    """Say once, on standard error, that a sync program or another machine shares the study's folder."""
    shared = synced.found(study.folder)
    if shared is not None and not synced.is_remembered(study, shared):
        Output.complain(in_words(shared))
        synced.remember(study, shared)


def in_words(shared: synced.Shared) -> str:
    """Return what is said of a folder that is shared."""
    return say("synced.network" if shared.network else "synced.warning", service=shared.service, root=shared.root)
