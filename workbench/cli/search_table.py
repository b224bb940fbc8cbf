"""The verbs of searching."""

from workbench.cli.verb import Verb
from workbench.cli.verb import argument as _a
from workbench.cli.verb import listed as _list

SEARCHING: tuple[Verb, ...] = (
    Verb("search", "go.search", "search_verbs:search", (
        _a("text", text="search_text", nargs="*", metavar="TEXT"),
        _a("--syntax", text="search_syntax", action="store_true"),
        _a("--notes", text="search_notes", action="store_true"),
        _a("--whole", text="search_whole", action="store_true"),
        _a("--stems", text="search_stems", action="store_true"),
        _a("--order", text="search_order", choices=("rank", "document"), default="rank"),
        _a("--limit", text="search_limit", type=int, default=20, metavar="N"),
        _a("--saved", text="search_saved", metavar="NAME"),
        _a("--keep", text="search_keep", metavar="NAME"),
        _a("--code", text="search_code", metavar="NAME"),
        _a("--unit", text="search_unit", choices=("turn", "sentence", "words"), default="turn"),
        _a("--yes", text="search_yes", action="store_true"),
    ), ("total", "more", "remarks", "hits")),
    Verb("searches", "line.searches", "search_verbs:searches", (
        _a("--remove", text="search_remove", metavar="NAME"),
    ), _list("name text parts stems notes coder")),
)  # fmt: skip
