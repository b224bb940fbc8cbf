"""Exchange with other programs: codebook files (YAML, REFI-QDA .qdc, CSV)."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.exchange.codebook_file import from_study, read_codebook, take_codebook, write_codebook

__all__ = ["from_study", "read_codebook", "take_codebook", "write_codebook"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from workbench.exchange import codebook_file

        return getattr(codebook_file, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
