"""What can go wrong, one class a room.

Every message is a sentence for the researcher: what happened, where, and what to do.
"""


class WorkbenchError(Exception):
    """Something the researcher must be told; nothing was changed."""


class StudyError(WorkbenchError):
    """A rule of the study was about to be broken (a cycle of codes, an empty name…)."""


class StoreError(WorkbenchError):
    """The study file cannot be read or written."""


class StudyBusy(StoreError):
    """Another process holds the desk of this study."""


class RedoWaiting(StoreError):
    """A new act would clear undone acts that could still be done again; nothing was changed yet."""


class StudyLocked(StoreError):
    """The study is encrypted, and nothing was given that opens it."""


class WrongPassphrase(StudyLocked):
    """What was given does not open the study: another passphrase or recovery key might."""


class TranscriptError(WorkbenchError):
    """A transcript or people file cannot be read."""


class ExchangeError(WorkbenchError):
    """A codebook or exchange file cannot be read or written."""


class TeamError(WorkbenchError):
    """A merge cannot be carried out."""


class ShieldError(WorkbenchError):
    """Anonymising cannot be carried out."""


class GateClosed(ShieldError):
    """An outgoing text holds a real name; the export was stopped."""


class ReportError(WorkbenchError):
    """A report or an export cannot be made."""


class QueryError(WorkbenchError):
    """A question about codings cannot be answered."""


class AssistError(WorkbenchError):
    """Suggestions cannot be made."""


class JobError(WorkbenchError):
    """The helper process failed or was stopped."""


class BrowserError(WorkbenchError):
    """The screens cannot be shown in a browser."""
