"""Identities: sortable 63-bit numbers for rows, GUIDs for exchange.

A row id holds 41 bits of milliseconds since 2024, 12 bits of device and 10 bits of sequence
(the Snowflake layout), so ids made on two machines do not meet and sort by time.
"""

import secrets
import time
import uuid
from collections.abc import Callable

_EPOCH_MS = 1_704_067_200_000
_SEQUENCE_BITS = 10
_DEVICE_BITS = 12


class IdMaker:
    """Makes row ids that rise strictly within one process."""

    def __init__(self, device: int | None = None, clock: Callable[[], float] = time.time) -> None:
        """Use `device` (0–4095; random when omitted) and `clock` (seconds since 1970)."""
        self._device = secrets.randbelow(1 << _DEVICE_BITS) if device is None else device
        self._clock = clock
        self._moment = 0
        self._sequence = 0

    def __call__(self) -> int:
        """Return a new id, larger than every id this maker gave before."""
        moment = max(int(self._clock() * 1000) - _EPOCH_MS, self._moment)
        if moment == self._moment:
            self._sequence += 1
            if self._sequence >> _SEQUENCE_BITS:
                moment += 1
        if moment != self._moment:
            self._moment, self._sequence = moment, 0
        return (moment << (_DEVICE_BITS + _SEQUENCE_BITS)) | (self._device << _SEQUENCE_BITS) | self._sequence


new_id = IdMaker()


def new_guid() -> str:
    """Return a fresh GUID, lower case and without braces."""
    return str(uuid.uuid4())


def canonical_guid(raw: str) -> str | None:
    """Return `raw` as a lower-case GUID without braces, or None when it is not one."""
    try:
        return str(uuid.UUID(raw.strip().strip("{}")))
    except ValueError:
        return None
