"""Texts on corrected transcripts: verbs, lines, commands."""

REVISIONS: dict[str, tuple[str, str]] = {
    "outcome.exact": ("exact", "nøyaktig"),
    "outcome.corrected": ("corrected", "rettet"),
    "outcome.moved": ("moved", "flyttet"),
    "outcome.unsure": ("unsure", "usikker"),
    "outcome.trimmed": ("trimmed", "avkortet"),
    "outcome.lost": ("lost", "tapt"),
    "outcome.speaker": ("another speaker", "annen taler"),
    "command.transcripts.replace": ("Replace", "Bytt ut"),
    "command.transcripts.replace.help": (
        "Put a corrected file in the place of a transcript; codings, memos and quotes follow their words.",
        "Sett en rettet fil i stedet for en transkripsjon; kodinger, memoer og sitater følger ordene sine.",
    ),
    "command.transcripts.edit_turn": ("Edit a turn", "Rett en replikk"),
    "command.transcripts.edit_turn.help": (
        "Correct the words of one turn; what stands on it follows.",
        "Rett ordene i én replikk; det som står på den, følger med.",
    ),
    "command.go.carried": ("Carried over", "Ført over"),
    "command.go.carried.help": (
        "Go to the passages that wait for a place after their transcript was corrected.",
        "Gå til utdragene som venter på et sted etter at transkripsjonen ble rettet.",
    ),
    "command.carried.accept": ("Leave it", "La stå"),
    "command.carried.accept.help": (
        "Settle a passage that was carried over: leave it on the words it has now.",
        "Avgjør et utdrag som er ført over: la det stå på ordene det har nå.",
    ),
    "command.carried.place": ("Put it here", "Sett det her"),
    "command.carried.place.help": (
        "Put the passage on the words selected in the new text.",
        "Sett utdraget på ordene som er valgt i den nye teksten.",
    ),
    "command.carried.give_up": ("Give up", "Gi opp"),
    "command.carried.give_up.help": (
        "Let the coding go: its words are no longer in the transcript.",
        "La kodingen gå: ordene finnes ikke lenger i transkripsjonen.",
    ),
    "command.carried.choose": ("Choose a place", "Velg et sted"),
    "command.carried.choose.help": (
        "Go into the new text and select the words the passage is to stand on.",
        "Gå inn i den nye teksten og velg ordene utdraget skal stå på.",
    ),
    "room.carried": ("carried over", "ført over"),
    "lacking.item.carried": (
        "Nothing waits here; passages come when a transcript is replaced by a corrected file.",
        "Ingenting venter her; utdrag kommer hit når en transkripsjon byttes ut med en rettet fil.",
    ),
    "lacking.text.carried": (
        "Press enter first to choose words in the new text.",
        "Trykk enter først for å velge ord i den nye teksten.",
    ),
    "carried.empty": (
        "No passage waits for a place. When a transcript has been corrected, put the new file in its place ({key:transcripts.replace} in the "
        "list of transcripts): codings follow their words, and what is not certain comes here.",
        "Ingen utdrag venter på et sted. Når en transkripsjon er rettet, bytt den ut med den nye filen ({key:transcripts.replace} i listen "
        "over transkripsjoner): kodingene følger ordene sine, og det som ikke er sikkert, kommer hit.",
    ),
    "carried.title": ("{count} wait", "{count} venter"),
    "carried.before": ("Before · turn {turn} {speaker}", "Før · replikk {turn} {speaker}"),
    "carried.now": ("Now · turn {turn} {speaker}", "Nå · replikk {turn} {speaker}"),
    "carried.nowhere": (
        "Now · not found; press enter to choose words",
        "Nå · ikke funnet; trykk enter for å velge ord",
    ),
    "carried.about.memo": ("memo: {text}", "memo: {text}"),
    "carried.why.unsure": (
        "likely here, but the words are others or stand in more than one place",
        "trolig her, men ordene er andre eller står flere steder",
    ),
    "carried.why.trimmed": ("not all the words are the same", "ikke alle ordene er de samme"),
    "carried.why.lost": ("the words were not found", "ordene ble ikke funnet"),
    "carried.why.speaker": ("somebody else says the words now", "noen andre sier ordene nå"),
    "carried.placing": (
        "Select words in the new text ({key:select.start}, {key:caret.next_word}, {key:select.grow}), then enter; esc goes back.",
        "Velg ord i den nye teksten ({key:select.start}, {key:caret.next_word}, {key:select.grow}), så enter; esc går tilbake.",
    ),
    "carried.accepted": (
        "«{code}» stays as it is; {key:app.undo} undoes.",
        "«{code}» blir stående; {key:app.undo} angrer.",
    ),
    "carried.left_lost": (
        "«{code}» stays lost; {key:app.undo} undoes.",
        "«{code}» forblir tapt; {key:app.undo} angrer.",
    ),
    "carried.given_up": ("«{code}» was let go; {key:app.undo} undoes.", "«{code}» er gitt opp; {key:app.undo} angrer."),
    "carried.placed": (
        "It stands on «{words}» now; {key:app.undo} undoes.",
        "Det står på «{words}» nå; {key:app.undo} angrer.",
    ),
    "carried.all_done": ("Nothing waits any more.", "Ingenting venter lenger."),
    "replace.ask": ("The corrected file of {name}", "Den rettede filen til {name}"),
    "replace.one_file": ("Give one file, not a folder.", "Oppgi én fil, ikke en mappe."),
    "replace.reading": ("Reading {file} …", "Leser {file} …"),
    "replace.title": ("Put {file} in the place of {name}?", "Sette {file} i stedet for {name}?"),
    "replace.yes": ("Replace it", "Bytt den ut"),
    "replace.force": ("Replace it all the same", "Bytt den ut likevel"),
    "replace.no": ("Leave it as it is", "La den være"),
    "replace.fares": (
        "codings: {sure} of {total} are sure, {ask} would wait for you ({lost} lost)",
        "kodinger: {sure} av {total} er sikre, {ask} vil vente på deg ({lost} tapt)",
    ),
    "replace.probably_wrong": (
        "more than half would be lost: this is probably another interview",
        "mer enn halvparten ville gå tapt: dette er trolig et annet intervju",
    ),
    "replace.done": (
        "{name} is replaced: all {total} codings kept their words. {key:app.undo} undoes.",
        "{name} er byttet ut: alle {total} kodingene beholdt ordene. {key:app.undo} angrer.",
    ),
    "replace.waiting": (
        "{name} is replaced: {sure} of {total} codings kept their words, {ask} wait here. {key:app.undo} undoes.",
        "{name} er byttet ut: {sure} av {total} kodinger beholdt ordene, {ask} venter her. {key:app.undo} angrer.",
    ),
    "edit_turn.ask": ("Turn {turn}, as it should read", "Replikk {turn}, slik den skal lyde"),
    "edit_turn.done": (
        "Turn {turn} is corrected; {key:app.undo} undoes.",
        "Replikk {turn} er rettet; {key:app.undo} angrer.",
    ),
    "edit_turn.waiting": (
        "Turn {turn} is corrected; {count} {count:passage|passages} wait in Carried over ({key:go.carried}). {key:app.undo} undoes.",
        "Replikk {turn} er rettet; {count} utdrag venter i Ført over ({key:go.carried}). {key:app.undo} angrer.",
    ),
    "command.line.carried": ("Carried over", "Ført over"),
    "command.line.carried.help": (
        "List the passages that wait for a place after their transcript was corrected.",
        "Vis utdragene som venter på et sted etter at transkripsjonen ble rettet.",
    ),
    "command.line.turns": ("Turns", "Replikker"),
    "command.line.turns.help": (
        "Correct the turns of a transcript: words, speaker, where one begins and ends.",
        "Rett replikkene i en transkripsjon: ord, taler, hvor de begynner og slutter.",
    ),
    "command.line.turns_speaker": ("Who says it", "Hvem sier det"),
    "command.line.turns_speaker.help": (
        "Give turns to another speaker of the transcript, or to a new one.",
        "La en annen taler i transkripsjonen, eller en ny, si noen replikker.",
    ),
    "command.line.turns_split": ("Split a turn", "Del en replikk"),
    "command.line.turns_split.help": (
        "Let a new turn begin at some words of a turn.",
        "La en ny replikk begynne ved noen av ordene i en replikk.",
    ),
    "command.line.turns_join": ("Join turns", "Slå sammen"),
    "command.line.turns_join.help": (
        "Make one turn of turns that follow each other.",
        "Gjør replikker som følger etter hverandre, til én.",
    ),
    "command.line.turns_not_data": ("Not data", "Ikke data"),
    "command.line.turns_not_data.help": (
        "Say that turns are no data (a title, a note); counts and suggestions leave them out, numbers stay.",
        "Si at replikker ikke er data (en tittel, et notat); tall og forslag utelater dem, numrene står.",
    ),
    "arg.turn_number": ("the turn's number", "replikkens nummer"),
    "arg.turn_numbers": ("numbers of turns", "nummer på replikker"),
    "arg.turn_text": ("what the turn says now", "det replikken sier nå"),
    "arg.turn_speaker": ("the speaker's label", "talerens merkelapp"),
    "arg.turns_data": ("they are data again", "de er data igjen"),
    "arg.split_words": (
        "the words with which the new turn begins, exactly as they stand",
        "ordene den nye replikken begynner med, nøyaktig som de står",
    ),
    "arg.replace_file": ("the corrected file", "den rettede filen"),
    "arg.replace_dry": (
        "only say what would become of the codings",
        "bare si hva som ville skje med kodingene",
    ),
    "arg.replace_force": (
        "replace even if more than half of the codings are lost",
        "bytt ut selv om mer enn halvparten av kodingene går tapt",
    ),
    "arg.replace_reason": ("why it was corrected", "hvorfor den er rettet"),
    "arg.carried_id": (
        "its id, or its ending as `carried list` shows it",
        "id-en, eller slutten av den slik `carried list` viser",
    ),
    "arg.carried_words": (
        "the words it stands on from now on, exactly as they are in the new text",
        "ordene det står på fra nå, nøyaktig som de er i den nye teksten",
    ),
    "arg.carried_give_up": ("let the coding go", "la kodingen gå"),
    "arg.carried_all": ("also what is settled", "også det som er avgjort"),
    "line.replace_would": (
        "With {file} in the place of {name} (nothing is changed yet):",
        "Med {file} i stedet for {name} (ingenting er endret ennå):",
    ),
    "line.replace_one": (
        "Give one file that replaces the transcript, not a folder.",
        "Oppgi én fil som erstatter transkripsjonen, ikke en mappe.",
    ),
    "line.carried_codings": ("  codings, {count} in all: {counts}.", "  kodinger, {count} i alt: {counts}."),
    "line.carried_others": (
        "  {count} memo places, quote edits or decisions lost their words.",
        "  {count} memosteder, sitatendringer eller avgjørelser mistet ordene sine.",
    ),
    "line.carried_waiting": (
        "  {count} wait for you: `workbench carried list`, or the room Carried over.",
        "  {count} venter på deg: `workbench carried list`, eller rommet Ført over.",
    ),
    "line.no_carried": ("No passage waits for a place.", "Ingen utdrag venter på et sted."),
    "line.carried_either": (
        "Give it other words (--words) or let it go (--give-up), not both.",
        "Gi det andre ord (--words) eller la det gå (--give-up), ikke begge deler.",
    ),
    "line.carried_needs_words": ("--turn goes with --words.", "--turn hører sammen med --words."),
    "line.col.carried_id": ("id", "id"),
    "line.col.carried_transcript": ("where it was", "hvor det sto"),
    "line.col.outcome": ("outcome", "utfall"),
    "line.col.carried_code": ("code or memo", "kode eller memo"),
    "line.col.old_words": ("old words", "gamle ord"),
    "line.col.new_words": ("new words", "nye ord"),
}
