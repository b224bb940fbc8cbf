"""The verbs on corrected transcripts and their turns, as data; part of the table in `verbs`."""

from workbench.cli.verb import Verb, acting, argument, listed

_TRANSCRIPT = argument("transcript", metavar="TRANSCRIPT")
_TURN = argument("turn", type=int, metavar="N", text="turn_number")
_TURNS = argument("turns", nargs="+", type=int, metavar="N", text="turn_numbers")
_REPAIR_KINDS = (
    "hyphen", "lost hyphen", "page number", "running head", "page break blank", "ligature", "bullet", "loop", "nfc",
    "spacing", "soft hyphen", "footnote mark",
)  # fmt: skip

REVISIONS: tuple[Verb, ...] = (
    Verb("replace", "transcripts.replace", "revision_verbs:replace", (
        _TRANSCRIPT, argument("file", metavar="FILE", text="replace_file"),
        argument("--dry-run", action="store_true", text="replace_dry"),
        argument("--force", action="store_true", text="replace_force"),
        argument("--reason", metavar="TEXT", text="replace_reason"), argument("--encoding", metavar="NAME"),
    ), acting("transcript file replaced outcomes")),
    Verb("carried", "line.carried", ""),
    Verb("carried list", "line.carried", "revision_verbs:carried", (
        argument("transcript", nargs="?", metavar="TRANSCRIPT"),
        argument("--all", action="store_true", text="carried_all"),
    ), listed("id transcript about code outcome waiting old_words old_turn old_speaker words turn speaker start end")),
    Verb("carried settle", "carried.accept", "revision_verbs:settle", (
        argument("carried", metavar="ID", text="carried_id"), argument("--turn", type=int, metavar="N"),
        argument("--words", metavar="WORDS", text="carried_words"),
        argument("--give-up", action="store_true", text="carried_give_up"),
    ), acting()),
    Verb("repairs", "line.repairs", "repair_verbs:repairs", (
        _TRANSCRIPT,
        argument("what", nargs="?", choices=("list", "make", "back", "odd"), default="list", text="repairs_what"),
        argument("ids", nargs="*", metavar="ID", text="repairs_ids"),
        argument("--kind", choices=_REPAIR_KINDS, text="repairs_kind"),
        argument("--all", action="store_true", text="repairs_all"),
    ), acting("transcript repairs odd outcomes")),
    Verb("turns", "line.turns", ""),
    Verb("turns edit", "transcripts.edit_turn", "revision_verbs:edit_turn", (
        _TRANSCRIPT, _TURN, argument("text", metavar="TEXT", text="turn_text"),
    ), acting("outcomes")),
    Verb("turns speaker", "line.turns_speaker", "revision_verbs:set_speaker", (
        _TRANSCRIPT, argument("label", metavar="LABEL", text="turn_speaker"), _TURNS,
    ), acting("outcomes")),
    Verb("turns split", "line.turns_split", "revision_verbs:split_turn", (
        _TRANSCRIPT, _TURN, argument("words", metavar="WORDS", text="split_words"),
        argument("--speaker", metavar="LABEL", text="turn_speaker"),
    ), acting("outcomes")),
    Verb("turns join", "line.turns_join", "revision_verbs:join_turns", (
        _TRANSCRIPT, argument("first", type=int, metavar="FIRST", text="turn_number"),
        argument("last", type=int, metavar="LAST", text="turn_number"),
    ), acting("outcomes")),
    Verb("turns not-data", "line.turns_not_data", "revision_verbs:not_data", (
        _TRANSCRIPT, _TURNS, argument("--data", action="store_true", text="turns_data"),
    ), acting("outcomes")),
)  # fmt: skip
