"""The verb `history`, as data; part of the table in `verbs`."""

from workbench.cli.verb import Verb, argument, listed

_STATES = ("holds", "undone", "cleared", "taken-back", "erased")

HISTORY: tuple[Verb, ...] = (
    Verb("history", "history.more", "history_verb:history", (
        argument("--who", action="append", metavar="NAME", default=[], text="history_who"),
        argument("--what", action="append", metavar="KIND", default=[], text="history_what"),
        argument("--since", metavar="DAY", text="history_since"),
        argument("--until", metavar="DAY", text="history_until"),
        argument("--state", choices=_STATES, text="history_state"),
        argument("--find", metavar="WORDS", text="history_find"),
        argument("--object", metavar="KIND:NAME", text="history_object"),
        argument("--codings", action="store_true", text="history_codings"),
        argument("--limit", type=int, metavar="N", text="history_limit"),
        argument("--before", metavar="ID", text="history_before"),
        argument("--after", metavar="ID", text="history_after"),
        argument("--csv", action="store_true", text="history_csv"),
        argument("--export", metavar="FILE", text="history_export"),
        argument("--with-words", action="store_true", text="history_with_words"),
    ), listed("id at coder verb kind state text detail rows")),
)  # fmt: skip
