"""How much memory another process holds, asked of the system itself."""

import ctypes
import os
import sys
from pathlib import Path
from typing import Any


def resident(pid: int) -> int:
    """Return the resident bytes of a process, 0 where the system does not tell or the process is gone."""
    try:
        if sys.platform == "win32":
            return _windows(pid)
        if sys.platform == "darwin":
            return _macos(pid)
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0


class _Usage(ctypes.Structure):
    """`rusage_info_v0` of macOS."""

    _fields_ = (
        ("uuid", ctypes.c_uint8 * 16), ("user", ctypes.c_uint64), ("system", ctypes.c_uint64),
        ("idle", ctypes.c_uint64), ("interrupts", ctypes.c_uint64), ("pageins", ctypes.c_uint64),
        ("wired", ctypes.c_uint64), ("resident", ctypes.c_uint64), ("footprint", ctypes.c_uint64),
        ("started", ctypes.c_uint64), ("ended", ctypes.c_uint64),
    )  # fmt: skip


def _macos(pid: int) -> int:
    usage = _Usage()
    library: Any = ctypes.CDLL(None)
    if library.proc_pid_rusage(pid, 0, ctypes.byref(usage)) != 0:
        return 0
    return max(int(usage.resident), int(usage.footprint))  # the footprint counts what was compressed, too


class _Counters(ctypes.Structure):
    """`PROCESS_MEMORY_COUNTERS` of Windows."""

    _fields_ = (
        ("size", ctypes.c_uint32), ("faults", ctypes.c_uint32), ("peak", ctypes.c_size_t),
        ("resident", ctypes.c_size_t), ("peak_paged", ctypes.c_size_t), ("paged", ctypes.c_size_t),
        ("peak_nonpaged", ctypes.c_size_t), ("nonpaged", ctypes.c_size_t), ("committed", ctypes.c_size_t),
        ("peak_committed", ctypes.c_size_t),
    )  # fmt: skip


def _windows(pid: int) -> int:
    counters = _Counters(size=ctypes.sizeof(_Counters))
    libraries: Any = ctypes
    kernel = libraries.windll.kernel32
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(0x1000 | 0x0010, False, pid)  # may be asked of, may be looked into
    if not handle:
        return 0
    try:
        asked = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(handle), ctypes.byref(counters), counters.size)
        return max(int(counters.resident), int(counters.committed)) if asked else 0
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
