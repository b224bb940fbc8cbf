"""What an open study knows of whoever keeps its backups."""

from typing import Protocol


class Guard(Protocol):
    """Keeps the backups of an open study (see `keeper`)."""

    def before(self, reason: str) -> None:
        """Keep the study as it is now, before a large change; `reason` is one of `backup_names.Reason`."""
        ...

    def settle(self) -> None:
        """Wait until no backup is being made."""
        ...
