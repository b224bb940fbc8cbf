"""Identities: sortable 63-bit numbers for rows, GUIDs for exchange.

A row id holds 41 bits of milliseconds since 2024, 12 bits of device and 10 bits of sequence
(the Snowflake layout), so ids made on two machines do not meet and sort by time.
"""

import os
import time
import uuid
from collections.abc import Callable, Collection, Iterable

from workbench.errors import StudyError

_EPOCH_MS = 1_704_067_200_000
_SEQUENCE_BITS = 10
_DEVICE_BITS = 12
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FEWEST, _MOST = 4, 13  # 63 bits have thirteen digits in base 36


class IdMaker:
    """Makes row ids that rise strictly within one process."""

    def __init__(self, device: int | None = None, clock: Callable[[], float] = time.time) -> None:
        """Use `device` (0–4095; random when omitted) and `clock` (seconds since 1970)."""
        self._device = int.from_bytes(os.urandom(2)) >> (16 - _DEVICE_BITS) if device is None else device
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


def short(row_id: int) -> str:
    """Return a row id as people type it: in base 36, lower case."""
    digits = ""
    while row_id:
        row_id, digit = divmod(row_id, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def from_short(text: str) -> int:
    """Return the row id written as `short` writes it, case aside; raise StudyError for anything else."""
    tidy = text.strip().lower()
    if not 0 < len(tidy) <= _MOST or any(sign not in _DIGITS for sign in tidy):
        raise StudyError(
            f"«{text[:40]}» is not an id; an id is made of digits and the letters a–z, as the lists show it."
        )
    return int(tidy, 36)


def telling_length(ids: Collection[int]) -> int:
    """Return how many last characters of the short ids tell all of `ids` apart, at least four."""
    written = [short(one) for one in ids]
    longest = max(map(len, written), default=_FEWEST)
    for length in range(_FEWEST, longest):
        if len({one[-length:] for one in written}) == len(written):
            return length
    return longest


def meant(text: str, ids: Iterable[int], kind: str) -> int:
    """Return the one of `ids` whose short form is, or ends in, `text`, case aside.

    Raises:
        StudyError: none or several are meant; the message calls them by `kind`, such as `coding`.
    """
    wanted = short(from_short(text)).rjust(len(text.strip()), "0")
    hits = {one for one in ids if short(one).endswith(wanted)}
    exact = {one for one in hits if short(one) == wanted}
    found = exact or hits
    if len(found) == 1:
        return found.pop()
    if found:
        raise StudyError(
            f"{len(found)} {kind} ids end in «{wanted}»; give more of its letters, as the list shows them."
        )
    raise StudyError(f"There is no {kind} with the id «{text[:40]}».")
