"""Starts one window's workbench: run by path, before anything of ours is imported.

    python -I -S hold.py PARENT COMMAND…

The process is the first of a session of its own; standard input is its terminal. It takes that as the terminal it ends
with (so that it is hung up on when the server is gone, however that went), takes signals as a fresh login would, and
on Linux asks the system to end it with its parent.
"""

import contextlib
import fcntl
import os
import signal
import sys
import termios

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Tie the process to terminal and parent, and become the workbench."""
    parent, command = int(sys.argv[1]), sys.argv[2:]
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    # A server started with nohup, or in the background, would hand on that these are ignored.
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        # It died before it could be watched.
        sys.exit(1)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
