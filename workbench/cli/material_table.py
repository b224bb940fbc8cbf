"""The verbs on maps, memos, sessions, speakers and reviews, as data; part of the table in `verbs`."""

from workbench.cli.verb import Verb, acting, argument, listed

_MAP_NAME = argument("name", metavar="NAME", text="map")

_MAPS = (
    Verb("map", "line.map_show", ""),
    Verb("map save", "line.map_save", "map_verbs:save", (
        argument("name", metavar="NAME", text="new_map"),
        argument("--stage", choices=("initial", "developed", "final"), default="initial"),
    ), acting()),
    Verb("map list", "line.map_list", "map_verbs:list_maps", (), listed("name stage coder created themes codes")),
    Verb("map show", "line.map_show", "map_verbs:show", (
        argument("name", nargs="?", metavar="NAME", text="map_or_now"),
    ), ("name", "stage", "coder", "created", "themes")),
    Verb("map diff", "line.map_diff", "map_verbs:diff", (
        argument("before", metavar="BEFORE", text="map"),
        argument("after", nargs="?", metavar="AFTER", text="map_or_now"),
    ), listed("kind name before after text")),
    Verb("map remove", "line.map_remove", "map_verbs:remove", (_MAP_NAME,), acting()),
)  # fmt: skip

_MEMO = argument("memo", metavar="MEMO", text="memo_id")
_KINDS = (
    "unset", "code", "theme", "document", "person", "method", "theory", "decision", "ethics", "familiar", "reflexive",
)  # fmt: skip
_KIND = argument("--kind", choices=_KINDS, text="memo_kind")
_THING = argument("thing", metavar="THING")

_MEMOS = (
    Verb("memos", "line.memos", ""),
    Verb("memos list", "line.memos", "memo_verbs:memos", (
        argument("--about", metavar="THING", text="memo_about"), _KIND, argument("--coder-name", metavar="NAME"),
        argument("--private", action="store_true", text="memo_private_only"), argument("--find", metavar="WORDS"),
    ), listed("id kind title text about name words start end coder created edited editor private links")),
    Verb("memos add", "line.memos_add", "memo_verbs:add", (
        argument("text", metavar="TEXT", text="memo_text"), argument("--about", metavar="THING", text="memo_on"),
        argument("--turn", type=int, metavar="N"), argument("--words", metavar="WORDS", text="memo_words"), _KIND,
        argument("--title", metavar="TEXT", text="memo_title"),
        argument("--private", action="store_true", text="memo_private"),
        argument("--shared", action="store_true", text="memo_shared"),
    ), acting("memo")),
    Verb("memos edit", "line.memos_edit", "memo_verbs:edit", (
        _MEMO, argument("--text", metavar="TEXT", text="memo_text"),
        argument("--title", metavar="TEXT", text="memo_title"), _KIND,
        argument("--private", action="store_true", text="memo_private"),
        argument("--shared", action="store_true", text="memo_shared"),
    ), acting()),
    Verb("memos history", "line.memos_history", "memo_verbs:history", (_MEMO,), listed("at coder title text")),
    Verb("memos link", "line.memos_link", "memo_verbs:link", (_MEMO, _THING), acting()),
    Verb("memos unlink", "line.memos_unlink", "memo_verbs:unlink", (_MEMO, _THING), acting()),
    Verb("memos remove", "line.memos_remove", "memo_verbs:remove", (_MEMO,), acting()),
)  # fmt: skip

MATERIAL: tuple[Verb, ...] = (*_MAPS, *_MEMOS)
