"""Texts of the turn menu in the coding room, and of where a passage stands."""

TURNS: dict[str, tuple[str, str]] = {
    "command.coding.turn": ("Turn…", "Replikk…"),
    "command.coding.turn.help": (
        "Do something to the turn at the caret, or the selected ones: other words, another speaker, split here, join, "
        "not data.",
        "Gjør noe med replikken ved markøren, eller de markerte: andre ord, en annen taler, del her, slå sammen, "
        "ikke data.",
    ),
    "command.coding.copy_place": ("Copy the place", "Kopier stedet"),
    "command.coding.copy_place.help": (
        "Copy where the selection or the caret stands: participant, turn, line and time.",
        "Kopier hvor det markerte eller markøren står: deltaker, replikk, linje og tid.",
    ),
    "coding.place_copied": ("Copied: {place}", "Kopiert: {place}"),
    "turn.one": ("Turn {turn}, {speaker}", "Replikk {turn}, {speaker}"),
    "turn.several": ("Turns {first}–{last}", "Replikkene {first}–{last}"),
    "turn.edit": ("Edit the words", "Rett ordene"),
    "turn.speaker": ("Another speaker", "En annen taler"),
    "turn.split": ("Split here", "Del her"),
    "turn.join": ("Join", "Slå sammen"),
    "turn.with": ("with turn {turn}", "med replikk {turn}"),
    "turn.before": ("before «{word}»", "før «{word}»"),
    "turn.not_data": ("Not data", "Ikke data"),
    "turn.data": ("Data again", "Data igjen"),
    "turn.who": ("Who says turn {turns}?", "Hvem sier replikk {turns}?"),
    "turn.who_follows": ("Who says the words from here on?", "Hvem sier ordene herfra?"),
    "turn.same": ("{label}, as before", "{label}, som før"),
    "turn.new_speaker": ("+ new speaker «{name}»", "+ ny taler «{name}»"),
    "turn.speaker_done": ("Turn {turns} is said by {label}.", "Replikk {turns} er sagt av {label}."),
    "turn.split_done": ("Turn {turn} is now {turn} and {next}.", "Replikk {turn} er nå {turn} og {next}."),
    "turn.join_done": ("Turns {turns} are one, turn {turn}.", "Replikkene {turns} er én, replikk {turn}."),
    "turn.not_data_done": (
        "Turn {turns} is not data: counts and suggestions leave it out.",
        "Replikk {turns} er ikke data: tall og forslag utelater den.",
    ),
    "turn.data_done": ("Turn {turns} is data again.", "Replikk {turns} er data igjen."),
    "turn.undo": ("{key:app.undo} undoes.", "{key:app.undo} angrer."),
    "turn.waiting": (
        "{n} coding waits for a look ({key:go.carried}).|{n} codings wait for a look ({key:go.carried}).",
        "{n} koding venter på et blikk ({key:go.carried}).|{n} kodinger venter på et blikk ({key:go.carried}).",
    ),
    "place.turn": ("turn {turn}", "replikk {turn}"),
    "place.turns": ("turns {first}–{last}", "replikk {first}–{last}"),
    "place.line": ("line {line}", "linje {line}"),
    "place.lines": ("lines {first}–{last}", "linje {first}–{last}"),
}
