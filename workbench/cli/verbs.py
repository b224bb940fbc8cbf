"""The verbs of the command line and their arguments, as data: parser, help and docs are made from this table."""

from typing import Any

from workbench.cli.history_table import HISTORY
from workbench.cli.material_table import MATERIAL
from workbench.cli.people_table import PEOPLE
from workbench.cli.query_table import ASKING
from workbench.cli.revision_table import REVISIONS
from workbench.cli.safety_table import SAFETY
from workbench.cli.search_table import SEARCHING
from workbench.cli.verb import Argument, Verb
from workbench.cli.verb import acting as _acts
from workbench.cli.verb import argument as _a
from workbench.cli.verb import listed as _list

__all__ = ["BY_PATH", "GLOBALS", "GLOBAL_DEFAULTS", "VERBS", "Argument", "Verb"]

DEFINITION_FLAGS = ("brief", "definition", "when", "when-not", "example", "counter-example")


_LEVELS = ("semantic", "latent")
_STANCES = ("supports", "qualifies", "contradicts")
_DEFINITION = (
    *(_a(f"--{flag}", metavar="TEXT") for flag in DEFINITION_FLAGS),
    _a("--aliases", metavar="NAMES"), _a("--source", metavar="SOURCE", text="code_source"),
    _a("--owner", metavar="CODER"),
)  # fmt: skip
_CODE_NAME = _a("name", metavar="NAME", text="code")
_THEME_NAME = _a("name", metavar="NAME", text="theme")
_THEME_TEXTS = (
    _a("--concept", metavar="TEXT"), _a("--definition", metavar="TEXT", text="theme_definition"),
    _a("--includes", metavar="TEXT"), _a("--excludes", metavar="TEXT"), _a("--story", metavar="TEXT"),
)  # fmt: skip
_ENTITY_NAME = _a("name", metavar="NAME", text="entity")

GLOBALS: tuple[Argument, ...] = (
    _a("--study", metavar="FOLDER"),
    _a("--json", action="store_true"),
    _a("--coder", metavar="NAME"),
    _a("--read-only", action="store_true"),
    _a("--language", choices=("en", "nb")),
    _a("--passphrase-file", metavar="FILE"),
    _a("--recovery", action="store_true"),
    _a("--calm", action="store_true"),
)
GLOBAL_DEFAULTS: dict[str, Any] = {
    "study": ".", "json": False, "coder": None, "read_only": False, "language": None, "passphrase_file": None,
    "recovery": False, "calm": False,
}  # fmt: skip

_STUDY = (
    Verb("init", "line.init", "study_verbs:init", (
        _a("folder", nargs="?", metavar="FOLDER", text="init_folder"), _a("--name", metavar="NAME", text="study_name"),
        _a("--encrypted", action="store_true"),
    ), ("folder", "name", "language", "coder", "recovery_key")),
    Verb("encrypt", "line.encrypt", "vault_verbs:encrypt", (), ("folder", "backups", "recovery_key")),
    Verb("decrypt", "line.decrypt", "vault_verbs:decrypt", (), ("folder", "backups", "left")),
    Verb("passphrase", "line.passphrase", "vault_verbs:passphrase", (
        _a("--new-passphrase-file", metavar="FILE"),
    ), ("folder",)),
    Verb("recovery-key", "line.recovery_key", "vault_verbs:recovery_key", (), ("folder", "recovery_key")),
    Verb("import", "import.choose", "import_verbs:import_files", (
        _a("files", nargs="+", metavar="FILE", text="import_files"), _a("--dry-run", action="store_true"),
        _a("--speaker", action="append", metavar="LABEL=ROLE[:PARTICIPANT]", default=[]),
        _a("--encoding", metavar="NAME"),
        _a("--repairs", choices=("all", "sure", "none"), default="sure", text="import_repairs"),
        _a("--take", action="append", metavar="NAME", default=[], text="import_take"),
        _a("--skip", action="append", metavar="NAME", default=[], text="import_skip"),
        _a("--answers", action="store_true"), _a("--texts", metavar="COLUMNS", text="answer_texts"),
        _a("--label", metavar="COLUMN", text="answer_label"),
    ), _list("file transcript format encoding encoding_sure encodings words turns minutes comments speakers single "
             "people repairs odd facts warnings state other stored error")),
    *REVISIONS,
    *PEOPLE,
    Verb("transcripts", "transcripts.open", "study_verbs:transcripts", (),
         _list("id name participant format words turns codings quotes read reviewed passes looked")),
    Verb("undo", "app.undo", "study_verbs:undo", (_a("--count", type=int, default=1, metavar="N"),), _acts()),
    Verb("redo", "app.redo", "study_verbs:redo", (_a("--count", type=int, default=1, metavar="N"),), _acts()),
    *HISTORY,
    Verb("set", "line.set", "study_verbs:set_setting", (
        _a("name", nargs="?", metavar="NAME", text="setting"), _a("value", nargs="?", metavar="VALUE"),
    ), ("acts", "settings")),
    Verb("keys", "line.keys", "keys_verb:keys", (
        _a("--markdown", action="store_true"), _a("--check", action="store_true", text="keys_check"),
        _a("--toml", action="store_true"),
    ),
         _list("room keys command title help")),
    Verb("demo", "line.demo", "demo_verb:demo", (
        _a("folder", nargs="?", default="demo-study", metavar="FOLDER", text="demo_folder"),
        _a("--english", action="store_true"), _a("--no-open", action="store_true"),
    ), ("folder", "made")),
    Verb("serve", "line.serve", "serve_verb:serve", (
        _a("--host", metavar="ADDRESS", default="127.0.0.1", text="serve_host"),
        _a("--port", type=int, default=0, metavar="N"), _a("--no-open", action="store_true", text="serve_no_open"),
        _a("--screen-reader", action="store_true"),
    ), ("address",)),
)  # fmt: skip

_CODING = (
    Verb("code", "coding.code", "coding_verbs:code", (
        _a("transcript", nargs="?", metavar="TRANSCRIPT"), _a("--turn", type=int, metavar="N"),
        _a("--words", metavar="WORDS"), _a("--code", metavar="NAME"), _a("--new", action="store_true"),
        _a("--under", metavar="NAME", text="new_under"), _a("--memo", metavar="TEXT"),
        _a("--level", choices=_LEVELS), _a("--stance", choices=_STANCES), _a("--uncertain", action="store_true"),
        _a("--important", action="store_true"), _a("--file", metavar="CSV", text="coding_file"),
    ), _acts("coding added refused")),
    Verb("mark", "line.mark", "coding_verbs:mark", (
        _a("coding", metavar="CODING"), _a("--level", choices=(*_LEVELS, "unset")),
        _a("--stance", choices=(*_STANCES, "unset")), _a("--certain", action="store_true"),
        _a("--uncertain", action="store_true"), _a("--important", action="store_true"),
        _a("--not-important", action="store_true"),
    ), _acts()),
    Verb("uncode", "coding.drop", "coding_verbs:uncode", (_a("coding", metavar="CODING"),), _acts()),
    Verb("codings", "line.codings", "coding_verbs:codings", (
        _a("transcript", nargs="?", metavar="TRANSCRIPT"), _a("--coder-name", metavar="NAME"),
    ), _list("id transcript participant turn begin_ms start end words code coder origin level stance certain "
             "important round memo created quote")),
    Verb("quotes", "codebook.quotes", "coding_verbs:quotes", (
        _a("--code", required=True, metavar="NAME", text="code"), _a("--children", action="store_true"),
        _a("--context", type=int, default=0, metavar="N"),
    ), _list("id transcript participant turn begin_ms start end before words after code coder origin level stance "
             "certain important round memo created quote")),
    Verb("suggest", "coding.suggest", "suggest_verb:suggest", (
        _a("--text", metavar="TEXT", text="suggest_text"), _a("--transcript", metavar="TRANSCRIPT"),
        _a("--turn", type=int, metavar="N"), _a("--words", metavar="WORDS"),
    ), ("verdict", "suggestions", "nearest")),
)  # fmt: skip

_CODEBOOK = (
    Verb("codes", "line.codes", "codebook_verbs:codes", (),
         _list("name path depth parent codings people brief definition when when_not example counter_example "
               "aliases source owner colour codable status")),
    Verb("codes add", "codebook.add", "codebook_verbs:add", (
        _a("name", metavar="NAME", text="new_code"), _a("--under", metavar="NAME"), *_DEFINITION,
    ), _acts("code")),
    Verb("codes define", "codebook.define", "codebook_verbs:define", (_CODE_NAME, *_DEFINITION), _acts()),
    Verb("codes rename", "codebook.rename", "codebook_verbs:rename", (
        _CODE_NAME, _a("new", metavar="NEW", text="new_name"),
    ), _acts()),
    Verb("codes move", "codebook.move", "codebook_verbs:move", (_CODE_NAME, _a("--under", metavar="NAME")), _acts()),
    Verb("codes merge", "codebook.merge", "codebook_verbs:merge", (_CODE_NAME, _a("into", metavar="INTO")),
         _acts("codings")),
    Verb("codes split", "codebook.split", "codebook_verbs:split", (
        _CODE_NAME, _a("--to", required=True, metavar="NAME", text="split_to"),
        _a("--codings", required=True, nargs="+", metavar="CODING", text="split_codings"),
        _a("--no-themes", action="store_true"), _a("--memos", action="store_true", text="split_memos"),
    ), _acts("codings made")),
    Verb("codes history", "line.codes_history", "codebook_verbs:history", (_CODE_NAME,), ("versions", "older")),
    Verb("codes retire", "codebook.retire", "codebook_verbs:retire", (_CODE_NAME,), _acts()),
    Verb("codes revive", "line.codes_revive", "codebook_verbs:revive", (_CODE_NAME,), _acts()),
    Verb("codes remove", "codebook.remove", "codebook_verbs:remove", (_CODE_NAME,), _acts()),
    Verb("codebook", "line.codebook_export", ""),
    Verb("codebook export", "line.codebook_export", "exchange_verbs:export_codebook", (
        _a("file", metavar="FILE", text="codebook_out"),
    ), ("file", "codes")),
    Verb("codebook import", "line.codebook_import", "exchange_verbs:import_codebook", (
        _a("file", metavar="FILE", text="codebook_in"),
    ), _acts("added updated unchanged warnings")),
    Verb("codebook merge", "reconcile.load", "merge_verb:merge", (
        _a("file", metavar="FILE", text="merge_file"), _a("--base", metavar="FILE"),
        _a("--resolutions", metavar="FILE"), _a("--settle", action="append", metavar="ID=CHOICE", default=[]),
        _a("--take", choices=("ours", "theirs")), _a("--list", action="store_true"),
        _a("--remove", action="store_true", text="merge_remove"),
    ), _acts("changes conflicts open")),
)  # fmt: skip

_THEMES = (
    Verb("themes", "line.themes", "theme_verbs:themes", (),
         _list("name status level parent concept definition includes excludes story colour codes reasons quotes")),
    Verb("themes add", "themes.add", "theme_verbs:add", (
        _a("name", metavar="NAME", text="new_theme"), *_THEME_TEXTS,
    ), _acts()),
    Verb("themes define", "themes.define", "theme_verbs:define", (_THEME_NAME, *_THEME_TEXTS), _acts()),
    Verb("themes level", "line.themes_level", "theme_verbs:level", (
        _THEME_NAME, _a("level", choices=("sub-theme", "theme", "overarching"), text="theme_level"),
    ), _acts()),
    Verb("themes move", "themes.move", "theme_verbs:move", (
        _THEME_NAME, _a("--under", metavar="NAME", text="under_theme"),
    ), _acts()),
    Verb("themes rename", "themes.rename", "theme_verbs:rename", (
        _THEME_NAME, _a("new", metavar="NEW", text="new_name"),
    ), _acts()),
    Verb("themes gather", "themes.gather", "theme_verbs:gather", (
        _THEME_NAME, _a("codes", nargs="+", metavar="CODE", text="codes"), _a("--reason", metavar="TEXT"),
    ), _acts()),
    Verb("themes release", "themes.release", "theme_verbs:release", (
        _THEME_NAME, _a("codes", nargs="+", metavar="CODE", text="codes"),
    ), _acts()),
    Verb("themes status", "themes.status", "theme_verbs:status", (
        _THEME_NAME, _a("status", choices=("candidate", "developing", "final", "dropped")),
    ), _acts()),
    Verb("themes remove", "themes.remove", "theme_verbs:remove", (_THEME_NAME,), _acts()),
)  # fmt: skip

_QUOTES = (
    Verb("pick", "coding.pick", "quote_verbs:pick", (
        _a("coding", metavar="CODING"), _a("--theme", metavar="THEME"),
    ), _acts("quote")),
    Verb("cut", "quotes.cut", "quote_verbs:cut", (
        _a("quote", metavar="QUOTE"), _a("words", metavar="WORDS", text="cut_words"),
    ), _acts()),
    Verb("insert", "quotes.insert", "quote_verbs:insert", (
        _a("quote", metavar="QUOTE"), _a("text", metavar="TEXT", text="insert_text"),
        _a("--after", required=True, metavar="WORDS"),
    ), _acts()),
    Verb("board", "line.board", "quote_verbs:board", (),
         _list("id coding theme code transcript participant turn begin_ms text attribution state role note translation "
               "translator undecided refusal")),
    Verb("board set", "line.board_set", "quote_verbs:describe", (
        _a("quote", metavar="QUOTE"), _a("--state", choices=("picked", "cleared", "placed", "rejected"),
                                         text="quote_state"),
        _a("--role", choices=("illustrate", "analyse", "contradict", "set-scene", "unset"), text="quote_role"),
        _a("--note", metavar="TEXT", text="quote_note"), _a("--translation", metavar="TEXT"),
        _a("--translator", metavar="NAME"),
    ), _acts()),
    Verb("export", "quotes.export", ""),
    Verb("export quotes", "quotes.export", "quote_verbs:export", (
        _a("--by", choices=("theme", "participant"), default="theme"),
        _a("--format", choices=("docx", "md", "csv", "xlsx")), _a("--to", metavar="FILE"),
        _a("--theme", action="append", metavar="NAME", text="export_theme"),
        _a("--no-reference", action="store_true"),
    ), _acts("file quotes refused sha256 warnings")),
)  # fmt: skip

_SHIELD = (
    Verb("shield", "anonymise.scan", ""),
    Verb("shield scan", "anonymise.scan", "shield_verbs:scan", (), _acts("proposed undecided")),
    Verb("shield entities", "anonymise.filter", "shield_verbs:entities", (_a("--undecided", action="store_true"),),
         _list("name kind forms decision replacement mentions transcripts findings sure reason")),
    Verb("shield replace", "anonymise.replace", "shield_verbs:replace", (_ENTITY_NAME, _a("label", metavar="LABEL")),
         _acts()),
    Verb("shield keep", "anonymise.keep", "shield_verbs:keep", (_ENTITY_NAME,), _acts()),
    Verb("shield dismiss", "anonymise.not_a_name", "shield_verbs:dismiss", (_ENTITY_NAME,), _acts()),
    Verb("shield add", "anonymise.add", "shield_verbs:add", (
        _a("name", metavar="NAME", text="new_entity"),
        _a("--kind", default="person", choices=(
            "person", "place", "address", "organisation", "unit", "phone", "email", "birth_number", "date", "age",
            "other",
        )),
    ), _acts()),
)  # fmt: skip

VERBS: tuple[Verb, ...] = (
    *_STUDY, *_CODING, *_CODEBOOK, *_THEMES, *MATERIAL, *SEARCHING, *ASKING, *_QUOTES, *_SHIELD, *SAFETY,
)  # fmt: skip
BY_PATH = {verb.path: verb for verb in VERBS}
