"""Slow work beside the screens: a helper process, its client, and the same jobs in line.

The helper is sent text and ids and answers with results; it opens no study file and no network connection.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.jobs.client import Helper
    from workbench.jobs.registry import run_inline

__all__ = ["Helper", "run_inline"]


def __getattr__(name: str) -> Any:
    if name == "Helper":
        from workbench.jobs.client import Helper

        return Helper
    if name == "run_inline":
        from workbench.jobs.registry import run_inline

        return run_inline
    raise AttributeError(name)
