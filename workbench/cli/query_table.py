"""The verbs that ask questions of the codings."""

from workbench.cli.verb import Argument, Verb
from workbench.cli.verb import argument as _a

_FILTERS: tuple[Argument, ...] = (
    _a("--coder-name", text="query_coder", action="append", default=[], metavar="NAME"),
    _a("--transcript", text="query_transcript", action="append", default=[], metavar="TRANSCRIPT"),
    _a("--participant", text="query_participant", action="append", default=[], metavar="PARTICIPANT"),
    _a("--where", text="query_where", action="append", default=[], metavar="NAME=VALUE"),
    _a("--role", text="query_role", action="append", default=[],
       choices=("participant", "interviewer", "other", "unknown")),
    _a("--level", text="query_level", action="append", default=[], choices=("semantic", "latent", "unset")),
    _a("--stance", text="query_stance", action="append", default=[],
       choices=("supports", "qualifies", "contradicts", "unset")),
    _a("--round", text="query_round", action="append", default=[], type=int, metavar="N"),
    _a("--when", text="query_when", metavar="PERIOD"),
    _a("--withdrawn", text="query_withdrawn", action="store_true"),
)  # fmt: skip
_ROWS: tuple[Argument, ...] = (
    _a("--under", text="query_under", metavar="CODE"), _a("--themes", text="query_themes", action="store_true"),
    _a("--children", text="query_children", action="store_true"),
    _a("--once", text="query_once", action="store_true"),
    _a("--limit", text="query_rows", type=int, default=0, metavar="N"),
)  # fmt: skip
_CSV = _a("--csv", text="query_csv", metavar="CSV")
_ZEROS = _a("--zeros", text="query_zeros", action="store_true")

ASKING: tuple[Verb, ...] = (
    Verb("query", "go.queries", ""),
    Verb("query code", "line.query_code", "query_verbs:code", (
        _a("codes", text="query_codes", nargs="*", metavar="CODE"),
        _a("--theme", text="query_theme", action="append", default=[], metavar="THEME"),
        _a("--children", text="query_children"  , action="store_true"),
        _a("--with", text="query_with", action="append", default=[], metavar="CODE"),
        _a("--any", text="query_any", action="append", default=[], metavar="CODE"),
        _a("--without", text="query_not", action="append", default=[], metavar="CODE"),
        _a("--how", text="query_how", choices=("overlap", "inside", "around", "turn", "transcript", "person")),
        _a("--near", text="query_near", type=int, metavar="N"),
        _a("--after", text="query_after", type=int, metavar="N"),
        _a("--before", text="query_before", type=int, metavar="N"),
        *_FILTERS,
        _a("--context", type=int, default=0, metavar="N"),
        _a("--limit", text="query_limit", type=int, default=0, metavar="N"),
        _CSV, _a("--with-words", text="query_with_words", action="store_true"),
    ), ("passages", "people", "transcripts", "found")),
    Verb("query table", "line.query_table", "query_verbs:table", (
        _a("--by", text="query_by", default="participant", metavar="WHAT"), *_ROWS, *_FILTERS,
        _a("--few", text="query_few", type=int, metavar="N"), _CSV, _ZEROS,
    ), ("counted", "rows", "columns", "cells")),
    Verb("query together", "line.query_together", "query_verbs:together", (
        _a("--meet", text="query_meet", choices=("overlap", "turn", "transcript", "person"), default="overlap"),
        *_ROWS, *_FILTERS, _CSV, _ZEROS,
    ), ("counted", "rows", "columns", "cells")),
    Verb("query coverage", "line.query_coverage", "query_verbs:coverage", (
        _a("--stretches", text="query_stretches", type=int, default=20, metavar="N"), *_FILTERS, _CSV,
        _a("--stretches-csv", text="query_stretches_csv", metavar="CSV"),
    ), ("counted", "share", "density", "transcripts", "stretches")),
    Verb("query growth", "line.query_growth", "query_verbs:growth", (
        _a("--order", text="query_order", choices=("imported", "coded"), default="imported"), *_FILTERS, _CSV,
    ), ("critique", "order", "steps")),
)  # fmt: skip
