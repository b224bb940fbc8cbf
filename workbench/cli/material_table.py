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

_SESSION = argument("name", metavar="NAME", text="session")
_SESSION_FIELDS = (
    argument("--held", metavar="DAY"),
    argument("--mode", choices=("in-person", "telephone", "video", "written"), text="session_mode"),
    argument("--place", text="session_place", choices=(
        "home", "work", "office", "service", "public", "outdoors", "online", "other",
    )),
    argument("--minutes", metavar="N"), argument("--present", metavar="TEXT"),
    argument("--state", choices=("planned", "held", "cancelled"), text="session_state"),
)  # fmt: skip
_LINKS = (
    argument("--participant", action="append", metavar="PARTICIPANT", default=[], text="session_participant"),
    argument("--transcript", action="append", metavar="TRANSCRIPT", default=[], text="session_transcript"),
)  # fmt: skip

_SESSIONS = (
    Verb("sessions", "line.sessions", ""),
    Verb("sessions list", "line.sessions", "session_verbs:sessions", (),
         listed("id name held mode place minutes present state participants transcripts")),
    Verb("sessions add", "line.sessions_add", "session_verbs:add", (
        argument("name", metavar="NAME", text="new_session"), *_SESSION_FIELDS, *_LINKS,
    ), acting()),
    Verb("sessions set", "line.sessions_set", "session_verbs:define", (
        _SESSION, *_SESSION_FIELDS, argument("--rename", metavar="NEW", text="new_name"),
    ), acting()),
    Verb("sessions link", "line.sessions_link", "session_verbs:link", (_SESSION, *_LINKS), acting()),
    Verb("sessions unlink", "line.sessions_unlink", "session_verbs:unlink", (_SESSION, *_LINKS), acting()),
    Verb("sessions remove", "line.sessions_remove", "session_verbs:remove", (_SESSION,), acting()),
    Verb("speakers", "line.speakers", ""),
    Verb("speakers list", "line.speakers", "session_verbs:speakers", (
        argument("transcript", nargs="?", metavar="TRANSCRIPT"),
    ), listed("transcript label role participant turns codings")),
    Verb("speakers set", "line.speakers_set", "session_verbs:identify", (
        argument("transcript", metavar="TRANSCRIPT"), argument("label", metavar="LABEL", text="speaker_label"),
        argument("--role", choices=("interviewer", "participant", "other", "unknown"), text="speaker_role"),
        argument("--participant", metavar="PARTICIPANT", text="speaker_participant"),
        argument("--add", action="store_true", text="speaker_add"),
    ), acting()),
)  # fmt: skip

_REVIEWS = (
    Verb("review", "line.reviews", ""),
    Verb("review add", "line.review_add", "review_verbs:add", (
        argument("theme", metavar="THEME"),
        argument("--coding", metavar="CODING"), argument("--transcript", metavar="TRANSCRIPT"),
        argument("--verdict", required=True, metavar="VERDICT"), argument("--why", metavar="TEXT"),
    ), acting("review")),
    Verb("review list", "line.reviews", "review_verbs:reviews", (
        argument("--theme", metavar="THEME"), argument("--level", choices=("1", "2"), text="review_level"),
    ), listed("id level theme verdict why coder created transcript coding turn words")),
    Verb("review remove", "line.review_remove", "review_verbs:remove", (
        argument("review", metavar="REVIEW"),
    ), acting()),
)  # fmt: skip

MATERIAL: tuple[Verb, ...] = (*_MAPS, *_REVIEWS, *_MEMOS, *_SESSIONS)
