"""Sentences about merging codebooks: conflicts, changes, what was noticed, and what is refused."""

TEAM: dict[str, tuple[str, str]] = {
    "merge.field.name": ("name", "navnet"),
    "merge.field.brief": ("brief definition", "kortdefinisjonen"),
    "merge.field.definition": ("definition", "definisjonen"),
    "merge.field.when": ("when to use", "når koden brukes"),
    "merge.field.when_not": ("when not to use", "når koden ikke brukes"),
    "merge.field.example": ("example", "eksempelet"),
    "merge.field.counter_example": ("counter-example", "moteksempelet"),
    "merge.field.aliases": ("other names", "de andre navnene"),
    "merge.field.source": ("source", "kilden"),
    "merge.field.owner": ("owner", "eieren"),
    "merge.field.colour": ("colour", "fargen"),
    "merge.field.codable": ("use for coding", "bruken til koding"),
    "merge.field.parent": ("place", "plasseringen"),
    "merge.codings.one": ("1 coding", "1 koding"),
    "merge.codings.many": ("{count} {count:coding|codings}", "{count} {count:koding|kodinger}"),
    "merge.top": ("the top level", "øverste nivå"),
    "merge.at_top": ("at the top level", "på øverste nivå"),
    "merge.to_top": ("to the top level", "til øverste nivå"),
    "merge.under": ("under «{name}»", "under «{name}»"),
    "merge.no_value": ("none", "ingen"),
    "merge.codable.yes": ("used for coding", "brukes til koding"),
    "merge.codable.no": ("a folder only", "bare samlekode"),
    "merge.conflict.RENAME": (
        "Both sides renamed «{name}»: «{ours}» here, «{theirs}» there.",
        "Begge sider ga «{name}» nytt navn: «{ours}» her, «{theirs}» der.",
    ),
    "merge.conflict.TEXT": ("Both sides changed the {field} of «{name}».", "Begge sider endret {field} for «{name}»."),
    "merge.conflict.COLOUR": (
        "Both sides changed the colour of «{name}»: {ours} here, {theirs} there.",
        "Begge sider endret fargen på «{name}»: {ours} her, {theirs} der.",
    ),
    "merge.conflict.CODABLE": (
        "The sides differ on whether «{name}» is used for coding.",
        "Sidene er uenige om «{name}» brukes til koding.",
    ),
    "merge.conflict.MOVE": (
        "Both sides moved «{name}»: to «{ours}» here, to «{theirs}» there.",
        "Begge sider flyttet «{name}»: til «{ours}» her, til «{theirs}» der.",
    ),
    "merge.conflict.MOVE_CYCLE": (
        "The moves of both sides together put «{name}» under itself.",
        "Flyttingene på de to sidene ville til sammen lagt «{name}» under seg selv.",
    ),
    "merge.conflict.SAME_NAME": (
        "Both sides have a code of their own called «{name}» in the same place.",
        "Begge sider har sin egen kode som heter «{name}», på samme sted.",
    ),
    "merge.conflict.DELETE_EDIT": (
        "One side deleted «{name}», the other went on working on it.",
        "Den ene siden slettet «{name}», den andre arbeidet videre med den.",
    ),
    "merge.conflict.DELETE_USED": (
        "They deleted «{name}», which has {codings} here.",
        "De slettet «{name}», som har {codings} her.",
    ),
    "merge.conflict.CODABLE_USED": (
        "They made «{name}» a folder, but it has {codings} here.",
        "De gjorde «{name}» til ren samlekode, men den har {codings} her.",
    ),
    "merge.conflict.MERGE_EDIT": (
        "«{base}» was merged into «{name}» here, while they changed its {field}.",
        "«{base}» ble slått inn i «{name}» her, mens de endret {field}.",
    ),
    "merge.change.ADD": ("«{name}» is added {after}.", "«{name}» kommer til {after}."),
    "merge.change.RENAME": ("«{before}» is renamed «{after}».", "«{before}» får navnet «{after}»."),
    "merge.change.DEFINE": ("«{name}»: the {field} is changed.", "«{name}»: {field} endres."),
    "merge.change.RECOLOUR": ("«{name}» gets the colour {after}.", "«{name}» får fargen {after}."),
    "merge.change.CODABLE": ("«{name}» from now on: {after}.", "«{name}» heretter: {after}."),
    "merge.change.MOVE": (
        "«{name}», {before} until now, moves {after}.",
        "«{name}», til nå {before}, flyttes {after}.",
    ),
    "merge.change.REORDER": (
        "The codes {after} are put in another order.",
        "Kodene {after} får en annen rekkefølge.",
    ),
    "merge.change.UNIFY": (
        "Their «{before}» and our «{name}» become one code.",
        "Deres «{before}» og vår «{name}» blir én kode.",
    ),
    "merge.change.RETIRE": ("«{name}» is retired; its codings stay.", "«{name}» legges bort; kodingene står."),
    "merge.change.DELETE": ("«{name}» is deleted.", "«{name}» slettes."),
    "merge.note.moved_up": (
        "«{name}» moves {where}, as the code it stood under is gone.",
        "«{name}» flyttes {where}, siden koden den sto under, er borte.",
    ),
    "merge.note.second": ("A second «{name}» is called «{to}».", "En «{name}» til får navnet «{to}»."),
    "merge.note.alias": (
        "«{name}» gives up the other name {alias}, as a code is called so.",
        "«{name}» mister det andre navnet {alias}, siden en kode heter det.",
    ),
    "merge.removes": (
        "This merge would take codes away, as their file does not have them ({count}): {names}. Is --base the file both "
        "started from? If the codes are to go, say --remove.",
        "Denne flettingen ville fjernet koder, siden filen deres ikke har dem ({count}): {names}. Er --base filen begge "
        "startet fra? Hvis kodene skal bort, skriv --remove.",
    ),
    "merge.so_already": ("Everything stood so already.", "Alt sto slik fra før."),
    "merge.postponed": ("Postponed: {conflict}", "Utsatt: {conflict}"),
    "merge.no_such_conflict": (
        "Decisions that fit no conflict of this merge: {count}.",
        "Avgjørelser som ikke passer til noen konflikt i denne flettingen: {count}.",
    ),
    "merge.base": ("the common start", "felles utgangspunkt"),
    "merge.ours": ("our codebook", "vår kodebok"),
    "merge.theirs": ("their codebook", "deres kodebok"),
    "merge.guid_twice": (
        "One GUID stands twice in {what} («{title}»); repair that file first.",
        "Én GUID står to ganger i {what} («{title}»); rett den filen først.",
    ),
    "merge.not_a_choice": (
        "«{choice}» does not settle this conflict: {conflict} Use {allowed}.",
        "«{choice}» avgjør ikke denne konflikten: {conflict} Bruk {allowed}.",
    ),
    "merge.file.not_json": (
        "The decisions file is not JSON ({error}).",
        "Filen med avgjørelser er ikke JSON ({error}).",
    ),
    "merge.file.other": (
        "This is not a file of decisions on a codebook merge.",
        "Dette er ikke en fil med avgjørelser for en kodebokfletting.",
    ),
    "merge.file.newer": (
        "The decisions file was made by a newer workbench; update the workbench.",
        "Filen med avgjørelser er laget av en nyere arbeidsbenk; oppdater arbeidsbenken.",
    ),
    "merge.file.lacks": (
        "Decision {number} of the decisions file has no `{key}`.",
        "Avgjørelse {number} i filen mangler `{key}`.",
    ),
    "merge.file.word": (
        "Decision {number} says «{word}»; it can be {choices}.",
        "Avgjørelse {number} sier «{word}»; den kan være {choices}.",
    ),
    "merge.file.unread": ("{file} cannot be read ({error}).", "{file} kan ikke leses ({error})."),
    "merge.file.unwritten": (
        "{file} cannot be written ({error}); the choices were not kept.",
        "{file} kan ikke skrives ({error}); valgene ble ikke lagret.",
    ),
    "merge.many_conflicts": (
        "{count} {count:conflict|conflicts} have ids that begin with «{pointed}»; give more of it.",
        "{count} {count:konflikt|konflikter} har id som begynner med «{pointed}»; skriv mer av den.",
    ),
    "merge.unknown_conflict": (
        "There is no conflict «{pointed}» in this merge; see `workbench codebook merge … --list`.",
        "Det er ingen konflikt «{pointed}» i denne flettingen; se `workbench codebook merge … --list`.",
    ),
}
