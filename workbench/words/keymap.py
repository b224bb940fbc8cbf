"""Texts of the keys a person set: (English, Bokmål)."""

KEYMAP: dict[str, tuple[str, str]] = {
    "arg.keys_check": (
        "only tell what of the keys you set cannot be used; exit code 1 if there is any",
        "si bare hva av tastene du har satt som ikke kan brukes; utgangskode 1 om det er noe",
    ),
    "arg.toml": ("as lines for your settings file, to be changed", "som linjer til innstillingsfila di, til å endre"),
    "arg.calm": ("nothing on the screens blinks or runs", "ingenting på skjermene blinker eller løper"),
    "keymap.unknown": (
        "[keys]: there is no command «{id}»; did you mean «{near}»?",
        "[keys]: det finnes ingen kommando «{id}»; mente du «{near}»?",
    ),
    "keymap.no_key": (
        "[keys]: «{key}» for {id} is no key; write for instance c, ctrl+k, f5, space, ? or a chord such as g,k.",
        "[keys]: «{key}» for {id} er ingen tast; skriv for eksempel c, ctrl+k, f5, space, ? eller en følge som g,k.",
    ),
    "keymap.same": (
        "[keys]: no terminal tells {key} from {other}, so {id} cannot have it.",
        "[keys]: ingen terminal skiller {key} fra {other}, så {id} kan ikke få den.",
    ),
    "keymap.taken": (
        "[keys]: {key} for {id} is taken by the terminal or by fields to write in.",
        "[keys]: {key} for {id} brukes av terminalen eller av skrivefelt.",
    ),
    "keymap.escape": (
        "[keys]: esc always goes back; {id} cannot have it.",
        "[keys]: esc går alltid tilbake; {id} kan ikke få den.",
    ),
    "keymap.needed": (
        "[keys]: {id} needs a key: without it there is no way out or round.",
        "[keys]: {id} må ha en tast: uten den er det ingen vei ut eller rundt.",
    ),
    "keymap.writing": (
        "[keys]: {id} must work while one writes, so it needs a key that is not written: ctrl+…, esc or f1–f24.",
        "[keys]: {id} må virke mens en skriver, så den trenger en tast som ikke skrives: ctrl+…, esc eller f1–f24.",
    ),
    "keymap.clash": (
        "[keys]: {key} for {id} is that of {other} already ({room}).",
        "[keys]: {key} for {id} er alt tasten til {other} ({room}).",
    ),
    "keymap.chord": (
        "[keys]: {key} begins a chord and is a key of its own too, for {id} and {other} ({room}).",
        "[keys]: {key} begynner en følge og er en egen tast også, for {id} og {other} ({room}).",
    ),
    "keymap.several": (
        "{first} And {count} more: `workbench keys --check`.",
        "{first} Og {count} til: `workbench keys --check`.",
    ),
    "keymap.good": ("The keys can be used as they are set.", "Tastene kan brukes slik de er satt."),
    "keymap.set": (
        "{count} {count:command has|commands have} keys of your own.",
        "{count} {count:kommando|kommandoer} har dine egne taster.",
    ),
    "keymap.kept_default": ("not done; it keeps {keys}", "ikke gjort; den beholder {keys}"),
    "keymap.template": (
        "Take away the # of a line and write your own keys; put it under [keys] in {file}.",
        "Ta bort # på en linje og skriv dine egne taster; sett den under [keys] i {file}.",
    ),
    "keymap.template.how": (
        "Several keys stand in a list; a chord is written g,k; [] takes all keys away (the palette still has it).",
        "Flere taster står i en liste; en følge skrives g,k; [] tar bort alle (paletten har den fremdeles).",
    ),
    "keymap.in_guide": ("Not done of what you set", "Ikke gjort av det du har satt"),
}
