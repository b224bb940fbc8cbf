"""The verbs on people, their kinds, attributes and consent, as data; part of the table in `verbs`."""

from workbench.cli.verb import Verb, acting, argument, listed

_WHO = argument("participant", metavar="PARTICIPANT")
_NAME = argument("name", metavar="NAME", text="attribute")
_KIND_NAME = argument("name", metavar="NAME", text="people_kind")
_OF_KIND = argument("--kind", metavar="KIND", text="attribute_kind")
_TYPES = ("text", "number", "date", "category", "band")
_STEP = argument("step", choices=("earlier", "later"))

PEOPLE: tuple[Verb, ...] = (
    Verb("people", "people.import", ""),
    Verb("people import", "people.import", "people_verbs:import_people", (
        argument("file", metavar="FILE", text="people_file"),
        argument("--add", action="store_true", text="people_add"),
        argument("--dry-run", action="store_true", text="people_dry_run"),
        argument("--match", action="append", metavar="LABEL=PARTICIPANT", default=[], text="people_match"),
        argument("--leave", action="append", metavar="LABEL", default=[], text="people_leave"),
        argument("--type", action="append", metavar="COLUMN=TYPE", default=[], text="people_type"),
        argument("--kind", metavar="KIND", text="people_kind_of"),
        argument("--keep-old", action="store_true"), argument("--add-values", action="store_true"),
        argument("--good-only", action="store_true", text="people_good_only"),
        argument("--label-column", metavar="COLUMN"),
    ), acting("rows changed label_column columns matches conflicts new_values troubles warnings")),
    Verb("people set", "people.edit", "people_verbs:set_person", (
        _WHO, _NAME, argument("value", metavar="VALUE"), argument("--add-value", action="store_true"),
    ), acting()),
    Verb("people unset", "line.people_unset", "people_verbs:unset_person", (_WHO, _NAME), acting()),
    Verb("participants", "line.participants", "people_verbs:participants", (),
         listed("label kind attributes consent withdrawn refusal quotes_refused")),
    Verb("participants consent", "people.consent", "people_verbs:consent", (
        _WHO, argument("scope", choices=("analyse", "quote", "archive", "share", "re-contact"), text="consent_scope"),
        argument("answer", choices=("yes", "no", "not-asked"), text="consent_answer"),
        argument("--given", metavar="DAY", text="consent_given"), argument("--note", metavar="TEXT",
                                                                           text="consent_note"),
    ), acting()),
    Verb("participants withdraw", "people.withdraw", "people_verbs:withdraw", (
        _WHO, argument("--day", metavar="DAY", text="withdrawn_day"),
        argument("--take-back", action="store_true", text="withdrawn_not"),
    ), acting("refused")),
    Verb("participants kind", "people.kind", "people_verbs:put_in_kind", (
        _WHO, argument("kind", metavar="KIND", text="kind_or_none"),
    ), acting()),
    Verb("kinds", "line.kinds", "people_verbs:kinds", (), listed("name people template attributes")),
    Verb("kinds add", "schema.kind", "people_verbs:add_kind", (
        argument("name", metavar="NAME", text="new_people_kind"),
    ), acting()),
    Verb("kinds rename", "line.kinds_rename", "people_verbs:rename_kind", (
        _KIND_NAME, argument("new", metavar="NEW", text="new_name"),
    ), acting()),
    Verb("kinds move", "line.kinds_move", "people_verbs:move_kind", (_KIND_NAME, _STEP), acting()),
    Verb("kinds template", "schema.template", "people_verbs:set_template", (
        _KIND_NAME, argument("template", metavar="TEMPLATE"),
    ), acting()),
    Verb("kinds remove", "line.kinds_remove", "people_verbs:remove_kind", (_KIND_NAME,), acting()),
    Verb("attributes", "line.attributes", "people_verbs:attributes", (),
         listed("name kind type choices source bands note people")),
    Verb("attributes define", "schema.define", "people_verbs:define", (
        _NAME, argument("--type", choices=_TYPES, text="attribute_type"),
        argument("--choices", metavar="VALUES"), argument("--source", metavar="NAME", text="band_source"),
        argument("--bands", metavar="BANDS"), argument("--note", metavar="TEXT", text="attribute_note"), _OF_KIND,
    ), acting()),
    Verb("attributes rename", "schema.rename", "people_verbs:rename", (
        _NAME, argument("new", metavar="NEW", text="new_name"), _OF_KIND,
    ), acting()),
    Verb("attributes move", "line.attributes_move", "people_verbs:move", (_NAME, _STEP, _OF_KIND), acting()),
    Verb("attributes remove", "schema.remove", "people_verbs:remove", (_NAME, _OF_KIND), acting()),
)  # fmt: skip
