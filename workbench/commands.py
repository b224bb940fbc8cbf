"""The one registry of commands: key bindings, footer, palette, key guide, command-line help and docs come from it.

Titles (`command.<id>`) and explanations (`command.<id>.help`) stand in the catalogue of `words`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.words import say

EVERYWHERE = "everywhere"
ROOMS = (
    "home", "transcripts", "import", "coding", "codebook", "themes", "quotes", "anonymise", "reconcile", "people",
    "history", "life", "replay", "search", "queries", "care", "carried", "schema",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    `rooms` are the screens where `keys` work; `when` names states of the screen that must hold (see each
    screen's `states`); `line` is the command-line form after `workbench`; `footer` says it is worth a place there.
    """

    id: str
    rooms: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    footer: bool = False
    line: str = ""

    @property
    def title(self) -> str:
        """A word or two, for footer and palette."""
        return say(f"command.{self.id}")

    @property
    def help(self) -> str:
        """A sentence, for the key guide, `--help` and the docs."""
        return say(f"command.{self.id}.help")


def _c(
    command_id: str, rooms: str = "", keys: str = "", when: str = "", footer: bool = False, line: str = ""
) -> Command:
    return Command(command_id, tuple(rooms.split()), tuple(keys.split()), tuple(when.split()), footer, line)


_LISTS = (
    "transcripts import codebook themes quotes anonymise reconcile people schema history life search queries care "
    "carried"
)

COMMANDS: tuple[Command, ...] = (
    # Everywhere
    _c("app.keys", EVERYWHERE, "question_mark f1", footer=True),
    _c("app.palette", EVERYWHERE, "ctrl+p", footer=True),
    _c("app.undo", EVERYWHERE, "u", line="undo"),
    _c("app.redo", EVERYWHERE, "U", line="redo"),
    _c("app.back", EVERYWHERE, "escape"),
    _c("app.next_pane", EVERYWHERE, "tab"),
    _c("app.take_desk", EVERYWHERE, "W", when="reading_only", footer=True),
    _c("app.leave", EVERYWHERE, "ctrl+q"),
    # Going (g, then a letter)
    _c("go.home", EVERYWHERE, "g,h"),
    _c("go.transcripts", EVERYWHERE, "g,l"),
    _c("go.transcript", EVERYWHERE, "g,t"),
    _c("go.codebook", EVERYWHERE, "g,c"),
    _c("go.themes", EVERYWHERE, "g,m"),
    _c("go.quotes", EVERYWHERE, "g,q"),
    _c("go.anonymise", EVERYWHERE, "g,a"),
    _c("go.reconcile", EVERYWHERE, "g,r"),
    _c("go.people", EVERYWHERE, "g,p"),
    _c("go.history", EVERYWHERE, "g,j"),
    _c("go.import", EVERYWHERE, "g,i"),
    _c("go.search", EVERYWHERE, "g,f", line="search TEXT"),
    _c("go.care", EVERYWHERE, "g,b"),
    _c("go.queries", EVERYWHERE, "g,x"),
    _c("go.carried", EVERYWHERE, "g,o"),
    # Moving in lists
    _c("list.down", f"{_LISTS} replay", "j down"),
    _c("list.up", f"{_LISTS} replay", "k up"),
    _c("list.page_down", f"{_LISTS} replay", "ctrl+d pagedown"),
    _c("list.page_up", f"{_LISTS} replay", "ctrl+u pageup"),
    _c("list.first", _LISTS, "home"),
    _c("list.last", _LISTS, "G end"),
    # Home
    _c("home.continue", "home", "enter", when="transcripts", footer=True),
    _c("home.import", "home", "i", footer=True),
    # Transcripts
    _c("transcripts.open", "transcripts", "enter", when="item", footer=True, line="transcripts"),
    _c("transcripts.import", "transcripts", "i", footer=True),
    _c("transcripts.read", "transcripts coding", "R", when="item", footer=True),
    _c("transcripts.reviewed", "transcripts", "N", when="item", footer=True),
    _c("transcripts.remove", "transcripts", "D", when="item"),
    _c("transcripts.memo", "transcripts", "m", when="item"),
    _c("transcripts.replace", "transcripts", "r", when="item", footer=True, line="replace TRANSCRIPT FILE"),
    # Carried over into a corrected text
    _c("carried.accept", "carried", "a", when="item", footer=True, line="carried settle ID"),
    _c("carried.choose", "carried", "enter", when="item", footer=True),
    _c("carried.place", "carried", "enter", when="text", footer=True, line="carried settle ID --words WORDS"),
    _c("carried.give_up", "carried", "x", when="item", footer=True, line="carried settle ID --give-up"),
    # Import
    _c("import.choose", "import", "enter", footer=True, line="import FILES…"),
    _c("import.take_all", "import", "A", when="ready", footer=True),
    _c("import.take", "import", "a", when="item", footer=True),
    _c("import.skip", "import", "x", when="item", footer=True),
    _c("import.speaker", "import", "s", when="item", footer=True),
    _c("import.rename", "import", "r", when="item"),
    # Reading and coding
    _c("caret.left", "coding quotes carried", "h left", when="text"),
    _c("caret.right", "coding quotes carried", "l right", when="text"),
    _c("caret.down", "coding quotes carried", "j down", when="text"),
    _c("caret.up", "coding quotes carried", "k up", when="text"),
    _c("caret.next_word", "coding quotes carried", "w", when="text"),
    _c("caret.previous_word", "coding quotes carried", "b", when="text"),
    _c("caret.next_sentence", "coding quotes carried", "s", when="text"),
    _c("caret.previous_sentence", "coding quotes carried", "S", when="text"),
    _c("caret.next_turn", "coding", "J"),
    _c("caret.previous_turn", "coding", "K"),
    _c("caret.page_down", "coding", "ctrl+d pagedown"),
    _c("caret.page_up", "coding", "ctrl+u pageup"),
    _c("caret.line_start", "coding quotes carried", "0 home", when="text"),
    _c("caret.line_end", "coding quotes carried", "end", when="text"),
    _c("caret.first", "coding", "g,g ctrl+home"),
    _c("caret.last", "coding", "G ctrl+end"),
    _c("caret.centre", "coding", "z"),
    _c("caret.next_coding", "coding", "e", footer=True),
    _c("caret.previous_coding", "coding", "E"),
    _c("caret.find", "coding", "slash", footer=True),
    _c("caret.search", "coding", "asterisk", when="text"),
    _c("caret.next_hit", "coding", "n", when="hits"),
    _c("caret.previous_hit", "coding", "N", when="hits"),
    _c("transcript.next", "coding", "greater_than_sign"),
    _c("transcript.previous", "coding", "less_than_sign"),
    _c("select.start", "coding quotes carried", "v", when="text", footer=True),
    _c("select.grow", "coding quotes carried", "x", when="text", footer=True),
    _c("select.shrink", "coding quotes carried", "X", when="selection"),
    _c("select.other_end", "coding quotes carried", "o", when="selection"),
    _c("coding.code", "coding", "c", footer=True, line="code TRANSCRIPT --turn N --words WORDS --code NAME"),
    _c("coding.armed", "coding", "enter", when="selection armed", footer=True),
    _c("coding.in_vivo", "coding", "i", footer=True),
    _c("coding.repeat", "coding", "full_stop", when="armed"),
    _c("coding.suggest", "coding", "a", footer=True, line="suggest --text TEXT"),
    _c("coding.next_here", "coding", "comma", when="coding"),
    _c("coding.recode", "coding", "r", when="coding"),
    _c("coding.drop", "coding", "d", when="coding", footer=True, line="uncode CODING"),
    _c("coding.resize", "coding", "B", when="selection"),
    _c("coding.memo", "coding", "m", when="coding", footer=True),
    _c("coding.level", "coding", "t", when="coding"),
    _c("coding.pick", "coding", "q", when="coding", footer=True, line="pick CODING [--theme THEME]"),
    _c("coding.copy", "coding", "y"),
    _c("coding.focus", "coding", "f", when="coding"),
    _c("coding.marks", "coding", "F"),
    _c("transcripts.edit_turn", "coding", "T", when="text", line="turns edit TRANSCRIPT N TEXT"),
    _c("suggestion.down", "coding", "j down", when="suggestions"),
    _c("suggestion.up", "coding", "k up", when="suggestions"),
    _c("suggestion.accept", "coding", "a enter", when="suggestions", footer=True),
    _c("suggestion.reject", "coding", "x", when="suggestions", footer=True),
    # Codebook
    _c("codebook.add", "codebook", "a", footer=True, line="codes add NAME [--under NAME]"),
    _c("codebook.define", "codebook", "e enter", when="item", footer=True, line="codes define NAME --brief …"),
    _c("codebook.rename", "codebook", "r", when="item", footer=True, line="codes rename NAME NEW"),
    _c("codebook.move", "codebook", "v", when="item", footer=True, line="codes move NAME --under NAME"),
    _c("codebook.merge", "codebook", "M", when="item", footer=True, line="codes merge NAME INTO"),
    _c("codebook.retire", "codebook", "d", when="item", footer=True, line="codes retire NAME"),
    _c("codebook.remove", "codebook", "D", when="item", line="codes remove NAME"),
    _c("codebook.earlier", "codebook", "K", when="item"),
    _c("codebook.later", "codebook", "J", when="item"),
    _c("codebook.memo", "codebook", "m", when="item"),
    _c("codebook.quotes", "codebook", "p", when="item", footer=True, line="quotes --code NAME"),
    _c("codebook.theme", "codebook", "t", when="item"),
    _c("codebook.find", "codebook", "slash", footer=True),
    _c("codebook.mark", "codebook", "x", when="passages", footer=True),
    _c("codebook.split", "codebook", "s", when="passages", footer=True, line="codes split NAME --to NEW --codings ID…"),
    _c("codebook.open", "codebook", "enter", when="passages", footer=True),
    # Themes
    _c("themes.add", "themes", "a", footer=True, line="themes add NAME"),
    _c("themes.define", "themes", "e enter", when="item", footer=True, line="themes define NAME --concept …"),
    _c("themes.rename", "themes", "r", when="item", footer=True, line="themes rename NAME NEW"),
    _c("themes.gather", "themes", "c", when="item", footer=True, line="themes gather NAME CODE"),
    _c("themes.release", "themes", "x", when="item code", line="themes release NAME CODE"),
    _c("themes.colour", "themes", "o", when="item"),
    _c("themes.move", "themes", "v", when="item", line="themes move NAME --under NAME"),
    _c("themes.status", "themes", "s", when="item", footer=True, line="themes status NAME STATUS"),
    _c("themes.remove", "themes", "D", when="item", line="themes remove NAME"),
    _c("themes.earlier", "themes", "K", when="item"),
    _c("themes.later", "themes", "J", when="item"),
    _c("themes.memo", "themes", "m", when="item"),
    _c("themes.quotes", "themes", "q", when="item", footer=True),
    _c("themes.put", "themes", "c", when="loose", footer=True),
    _c("themes.pick", "themes", "q", when="passages", footer=True),
    _c("themes.open", "themes", "enter", when="passages", footer=True),
    # Quotes
    _c("quotes.cut", "quotes", "x", when="item", footer=True, line="cut QUOTE WORDS"),
    _c("quotes.insert", "quotes", "i", when="item", footer=True, line="insert QUOTE TEXT --after WORDS"),
    _c("quotes.do_edit", "quotes", "enter", when="editing", footer=True),
    _c("quotes.take_back", "quotes", "b", when="edits", footer=True),
    _c("quotes.earlier", "quotes", "K", when="item", footer=True),
    _c("quotes.later", "quotes", "J", when="item"),
    _c("quotes.place", "quotes", "t", when="item", footer=True),
    _c("quotes.drop", "quotes", "d", when="item"),
    _c("quotes.open", "quotes", "enter", when="item", footer=True),
    _c("quotes.copy", "quotes", "y", when="item"),
    _c("quotes.template", "quotes", "T"),
    _c("quotes.export", "quotes", "w", when="item", footer=True, line="export quotes --by theme --format docx"),
    # Anonymise
    _c("anonymise.scan", "anonymise", "s", footer=True, line="shield scan"),
    _c("anonymise.replace", "anonymise", "a", when="item", footer=True, line="shield replace NAME LABEL"),
    _c("anonymise.edit", "anonymise", "e", when="item", footer=True),
    _c("anonymise.keep", "anonymise", "y", when="item", footer=True, line="shield keep NAME"),
    _c("anonymise.not_a_name", "anonymise", "x", when="item", footer=True, line="shield dismiss NAME"),
    _c("anonymise.undecide", "anonymise", "z", when="item"),
    _c("anonymise.kind", "anonymise", "t", when="item"),
    _c("anonymise.join", "anonymise", "M", when="item"),
    _c("anonymise.form", "anonymise", "f", when="item"),
    _c("anonymise.add", "anonymise", "i", line="shield add NAME"),
    _c("anonymise.here", "anonymise", "n", when="mention"),
    _c("anonymise.open", "anonymise", "enter", when="item", footer=True),
    _c("anonymise.filter", "anonymise", "F", footer=True, line="shield entities"),
    # Reconcile
    _c("reconcile.load", "reconcile", "i", footer=True, line="codebook merge FILE --base FILE"),
    _c("reconcile.ours", "reconcile", "1", when="item", footer=True),
    _c("reconcile.theirs", "reconcile", "2", when="item", footer=True),
    _c("reconcile.both", "reconcile", "3", when="both", footer=True),
    _c("reconcile.postpone", "reconcile", "0", when="item", footer=True),
    _c("reconcile.apply", "reconcile", "A", when="plan", footer=True),
    # People
    _c("people.import", "people", "i", footer=True, line="people import FILE"),
    _c("people.open", "people", "enter", when="item", footer=True),
    _c("people.write", "people", "enter", when="item sheet", footer=True),
    _c("people.edit", "people", "e", when="item", footer=True, line="people set P07 NAME VALUE"),
    _c("people.consent", "people", "c", when="item", footer=True, line="participants consent P07 quote no"),
    _c("people.withdraw", "people", "w", when="item", line="participants withdraw P07"),
    _c("people.kind", "people", "t", when="item", footer=True, line="participants kind P07 KIND"),
    _c("people.schema", "people", "s", footer=True),
    _c("people.memo", "people", "m", when="item"),
    # What can be known of people
    _c("schema.add", "schema", "a", footer=True),
    _c("schema.define", "schema", "e enter", when="item attribute", footer=True, line="attributes define NAME"),
    _c("schema.kind", "schema", "n", footer=True, line="kinds add NAME"),
    _c("schema.template", "schema", "t", when="item kind", footer=True, line="kinds template NAME TEMPLATE"),
    _c("schema.rename", "schema", "r", when="item", footer=True, line="attributes rename NAME NEW"),
    _c("schema.earlier", "schema", "K", when="item"),
    _c("schema.later", "schema", "J", when="item"),
    _c("schema.remove", "schema", "D", when="item", line="attributes remove NAME"),
    # History
    _c("history.more", "history life", "enter", when="item", footer=True, line="history"),
    _c("history.who", "history", "a", footer=True, line="history --who NAME"),
    _c("history.what", "history", "t", footer=True, line="history --what KIND"),
    _c("history.when", "history", "d", footer=True, line="history --since DAY --until DAY"),
    _c("history.state", "history", "s", line="history --state STATE"),
    _c("history.find", "history", "slash", footer=True, line="history --find WORDS"),
    _c("history.replay", "history life", "p", when="item", footer=True),
    _c("history.export", "history", "w", when="item", footer=True, line="history --export FILE"),
    _c("history.rows_next", "history life", "greater_than_sign", when="more"),
    _c("history.rows_previous", "history life", "less_than_sign", when="more"),
    # The life of one thing
    _c("life.open", "codebook themes quotes coding people transcripts history", "L", line="history --object KIND:NAME"),
    _c("life.whole", "life", "c", when="wide", footer=True),
    # Replay
    _c("replay.next", "replay", "space right l", when="item", footer=True),
    _c("replay.previous", "replay", "left h", when="item", footer=True),
    _c("replay.run", "replay", "p", when="item", footer=True),
    _c("replay.first", "replay", "home", when="item"),
    _c("replay.last", "replay", "end G", when="item"),
    _c("replay.faster", "replay", "plus"),
    _c("replay.slower", "replay", "minus"),
    _c("replay.open", "replay", "enter", when="passage", footer=True),
    # Search
    _c("search.type", "search", "slash", footer=True),
    _c("search.open", "search", "enter", when="item", footer=True),
    _c("search.mark", "search", "space", when="item hit", footer=True),
    _c("search.mark_all", "search", "A", when="item hit", footer=True),
    _c("search.code", "search", "c", when="item hit", footer=True, line="search TEXT --code NAME"),
    _c("search.narrow", "search", "p", footer=True),
    _c("search.next", "search", "n", when="item"),
    _c("search.previous", "search", "N", when="item"),
    _c("search.words", "search", "w", footer=True),
    _c("search.order", "search", "o"),
    _c("search.where", "search", "t", footer=True, line="search TEXT --notes"),
    _c("search.keep", "search", "S", line="search TEXT --keep NAME"),
    _c("search.saved", "search", "f", footer=True, line="search --saved NAME"),
    _c("search.forget", "search", "D", line="searches --remove NAME"),
    # Questions
    _c("queries.ask", "queries", "enter", when="question", footer=True),
    _c("queries.cell", "queries", "enter", when="matrix", footer=True),
    _c("queries.open", "queries", "enter", when="passages", footer=True),
    _c("queries.place", "queries", "enter", when="bars", footer=True),
    _c("queries.left", "queries", "h left", when="matrix"),
    _c("queries.right", "queries", "l right", when="matrix"),
    _c("queries.sort", "queries", "s", when="matrix", footer=True),
    _c("queries.show", "queries", "v", when="matrix", footer=True),
    _c("queries.rows", "queries", "r", when="table", footer=True),
    _c("queries.by", "queries", "b", when="by", footer=True),
    _c("queries.children", "queries", "c", when="codes", footer=True),
    _c("queries.once", "queries", "o", when="table"),
    _c("queries.filter", "queries", "f", when="asked", footer=True),
    _c("queries.write", "queries", "w", when="asked", footer=True),
    # Safety
    _c("care.backup", "care", "b", footer=True, line="backup"),
    _c("care.restore", "care", "r enter", when="item", footer=True, line="restore BACKUP [--to FOLDER]"),
    _c("care.check", "care", "c", footer=True, line="check"),
    _c("care.thorough", "care", "C"),
    _c("care.repair", "care", "R", when="repairable", footer=True),
    _c("care.doctor", "care", "d", footer=True, line="doctor"),
    _c("care.move", "care", "m", line="move FOLDER"),
    # Only on the command line
    _c("line.init", line="init [FOLDER] --name NAME"),
    _c("line.demo", line="demo [FOLDER] [--english] [--no-open]"),
    _c("line.backups", line="backups"),
    _c("line.participants", line="participants"),
    _c("line.mark", line="mark CODING --stance STANCE"),
    _c("line.codings", line="codings [TRANSCRIPT]"),
    _c("line.codes", line="codes"),
    _c("line.codes_revive", line="codes revive NAME"),
    _c("line.codes_history", line="codes history NAME"),
    _c("line.themes", line="themes"),
    _c("line.themes_level", line="themes level NAME LEVEL"),
    _c("line.memos", line="memos list [--about THING]"),
    _c("line.memos_add", line="memos add TEXT --about THING"),
    _c("line.memos_edit", line="memos edit MEMO --text TEXT"),
    _c("line.memos_history", line="memos history MEMO"),
    _c("line.memos_link", line="memos link MEMO THING"),
    _c("line.memos_unlink", line="memos unlink MEMO THING"),
    _c("line.memos_remove", line="memos remove MEMO"),
    _c("line.sessions", line="sessions list"),
    _c("line.sessions_add", line="sessions add NAME --held DAY"),
    _c("line.sessions_set", line="sessions set NAME --minutes N"),
    _c("line.sessions_link", line="sessions link NAME --participant P07"),
    _c("line.sessions_unlink", line="sessions unlink NAME --participant P07"),
    _c("line.sessions_remove", line="sessions remove NAME"),
    _c("line.speakers", line="speakers list [TRANSCRIPT]"),
    _c("line.speakers_set", line="speakers set TRANSCRIPT LABEL --role ROLE"),
    _c("line.carried", line="carried list"),
    _c("line.turns", line="turns edit TRANSCRIPT N TEXT"),
    _c("line.turns_speaker", line="turns speaker TRANSCRIPT LABEL N…"),
    _c("line.turns_split", line="turns split TRANSCRIPT N WORDS"),
    _c("line.turns_join", line="turns join TRANSCRIPT FIRST LAST"),
    _c("line.turns_not_data", line="turns not-data TRANSCRIPT N…"),
    _c("line.review_add", line="review add THEME --coding CODING --verdict fits"),
    _c("line.reviews", line="review list [--theme THEME]"),
    _c("line.review_remove", line="review remove REVIEW"),
    _c("line.map_save", line="map save NAME --stage initial"),
    _c("line.map_list", line="map list"),
    _c("line.map_show", line="map show [NAME]"),
    _c("line.map_diff", line="map diff BEFORE [AFTER]"),
    _c("line.map_remove", line="map remove NAME"),
    _c("line.codebook_export", line="codebook export FILE"),
    _c("line.codebook_import", line="codebook import FILE"),
    _c("line.people_unset", line="people unset P07 NAME"),
    _c("line.kinds", line="kinds"),
    _c("line.kinds_rename", line="kinds rename NAME NEW"),
    _c("line.kinds_move", line="kinds move NAME earlier"),
    _c("line.kinds_remove", line="kinds remove NAME"),
    _c("line.attributes", line="attributes"),
    _c("line.attributes_move", line="attributes move NAME earlier"),
    _c("line.board", line="board"),
    _c("line.board_set", line="board set QUOTE --state cleared"),
    _c("line.set", line="set NAME VALUE"),
    _c("line.searches", line="searches"),
    _c("line.query_code", line="query code CODE --with CODE --near 2"),
    _c("line.query_table", line="query table --by gender"),
    _c("line.query_together", line="query together"),
    _c("line.query_coverage", line="query coverage"),
    _c("line.query_growth", line="query growth"),
    _c("line.keys", line="keys"),
    _c("line.encrypt", line="encrypt"),
    _c("line.decrypt", line="decrypt"),
    _c("line.passphrase", line="passphrase"),
    _c("line.recovery_key", line="recovery-key"),
)

# What the key row shows first where not all fits: a narrow screen must still say how to code, export and accept.
FIRST = (
    "suggestion.accept", "suggestion.reject", "coding.armed", "coding.code", "select.grow", "coding.memo",
    "coding.pick", "coding.suggest", "coding.drop", "coding.in_vivo", "select.start", "caret.find",
    "codebook.add", "codebook.define", "codebook.quotes", "codebook.merge",
    "themes.add", "themes.define", "themes.gather", "themes.quotes",
    "quotes.do_edit", "quotes.cut", "quotes.insert", "quotes.export", "quotes.take_back", "quotes.open",
    "anonymise.replace", "anonymise.edit", "anonymise.keep", "anonymise.not_a_name",
)  # fmt: skip

# States of a room that never hold together, so that a key may mean one thing in each.
APART: dict[str, tuple[frozenset[str], ...]] = {
    "coding": (frozenset({"suggestions", "text"}),),
    "codebook": (frozenset({"item", "passages"}),),
    "themes": (frozenset({"item", "passages"}), frozenset({"item", "loose"}), frozenset({"loose", "passages"})),
    "quotes": (frozenset({"item", "text"}), frozenset({"edits", "text"}), frozenset({"item", "editing"})),
    "queries": (frozenset({"question", "matrix", "passages", "bars"}),),
    "carried": (frozenset({"item", "text"}),),
}

BY_ID = {command.id: command for command in COMMANDS}


def in_room(room: str) -> Iterator[Command]:
    """Yield the commands with keys in a room, its own first."""
    yield from (command for command in COMMANDS if room in command.rooms and command.keys)
    yield from (command for command in COMMANDS if EVERYWHERE in command.rooms and command.keys)


def footer(room: str, states: frozenset[str]) -> list[Command]:
    """Return what the footer shows in a room while `states` hold, the most wanted first."""
    shown = [command for command in in_room(room) if command.footer and states.issuperset(command.when)]
    taken: set[str] = set()
    result: list[Command] = []
    # What asks for more of a state is the nearer meaning of a key both claim.
    for command in sorted(shown, key=lambda one: -len(one.when)):
        if command.keys[0] not in taken:
            taken.add(command.keys[0])
            result.append(command)
    return sorted(result, key=lambda one: (FIRST.index(one.id) if one.id in FIRST else len(FIRST), COMMANDS.index(one)))


_SHOWN_KEYS = {
    "question_mark": "?", "slash": "/", "full_stop": ".", "comma": ",", "greater_than_sign": ">",
    "less_than_sign": "<", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "ctrl+home": "^home",
    "ctrl+end": "^end", "plus": "+", "minus": "−", "asterisk": "*", "left": "←", "right": "→",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as people write it: `ctrl+p` → `^p`, `g,h` → `g h`."""
    if "," in key:
        return " ".join(shown_key(part) for part in key.split(","))
    if key in _SHOWN_KEYS:
        return _SHOWN_KEYS[key]
    return key.replace("ctrl+", "^")
