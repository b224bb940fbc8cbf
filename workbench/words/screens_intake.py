"""Texts of the import room."""

INTAKE_ROOM: dict[str, tuple[str, str]] = {
    "intake.empty": (
        "Press enter and give a file, a folder or a pattern such as ~/interviews/*.docx (tab completes). "
        "It reads docx, odt, txt, vtt and srt; a people table (xlsx, csv) is taken in under people. "
        "Nothing enters the study before you take it.",
        "Trykk enter og gi en fil, en mappe eller et mønster som ~/intervjuer/*.docx (tab fullfører). "
        "Den leser docx, odt, txt, vtt og srt; en deltakertabell (xlsx, csv) leses inn under deltakere. "
        "Ingenting kommer inn i studien før du tar det inn.",
    ),
    "intake.path": (
        "Read which file, folder or pattern? (tab completes)",
        "Les hvilken fil, mappe eller hvilket mønster? (tab fullfører)",
    ),
    "intake.working": (
        "Reading {number} of {count}: {name}  (esc stops)",
        "Leser {number} av {count}: {name}  (esc stopper)",
    ),
    "intake.starting": ("Reading… (esc stops)", "Leser… (esc stopper)"),
    "intake.stopped": ("Stopped; nothing was taken in.", "Stoppet; ingenting ble tatt inn."),
    "intake.stopped_taking": ("Stopped after {count}; the others wait.", "Stoppet etter {count}; resten venter."),
    "intake.read": ("{ready} can be taken in (a one, A all).", "{ready} kan tas inn (a én, A alle)."),
    "intake.read_none": ("Nothing new to take in here.", "Ikke noe nytt å ta inn her."),
    "intake.table_too": (
        "People table: g p i.",
        "Deltakertabell: g p i.",
    ),
    "intake.title": (
        "{count} files · {ready} to take · {inside} in the study · {problems} problems",
        "{count} filer · {ready} å ta inn · {inside} i studien · {problems} problemer",
    ),
    "intake.col.name": ("name", "navn"),
    "intake.col.state": ("state", "tilstand"),
    "intake.col.participant": ("participant", "deltaker"),
    "intake.col.words": ("words", "ord"),
    "intake.col.turns": ("turns", "replikker"),
    "intake.col.warnings": ("notes", "varsler"),
    "intake.col.format": ("format", "format"),
    "intake.col.encoding": ("encoding", "tegnkoding"),
    "intake.state.ready": ("new", "ny"),
    "intake.state.inside": ("✓ inside", "✓ inne"),
    "intake.state.name": ("! name", "! navn"),
    "intake.state.twice": ("! twice", "! dobbel"),
    "intake.state.problem": ("✗ unread", "✗ ulest"),
    "intake.inside": ("In the study already, as {name}.", "I studien allerede, som {name}."),
    "intake.name_taken": (
        "There is another transcript called {name} in the study; r gives this one another name.",
        "Det er en annen transkripsjon som heter {name} i studien; r gir denne et annet navn.",
    ),
    "intake.twice": (
        "Another file in this list gives the same words or name ({name}); take one of them, x skips.",
        "En annen fil i listen gir samme ord eller navn ({name}); ta inn den ene, x hopper over.",
    ),
    "intake.warnings": ("TO KNOW", "VERDT Å VITE"),
    "intake.speakers": ("SPEAKERS · s changes", "TALERE · s endrer"),
    "intake.speaker": (
        "{role}{participant} · {turns} turns · {words} words",
        "{role}{participant} · {turns} replikker · {words} ord",
    ),
    "intake.opening": ("HOW IT BEGINS", "SLIK BEGYNNER DEN"),
    "intake.taken": (
        "Took in {name}: {words} words, {turns} turns; u takes it back.",
        "Tok inn {name}: {words} ord, {turns} replikker; u angrer.",
    ),
    "intake.taken_last": (
        "That was the last one; g l shows the transcripts.",
        "Det var den siste; g l viser transkripsjonene.",
    ),
    "intake.taking": (
        "Taking in {number} of {count}: {name}  (esc stops)",
        "Tar inn {number} av {count}: {name}  (esc stopper)",
    ),
    "intake.taken_all": (
        "Took in {count} transcripts, {words} words (u undoes).",
        "Tok inn {count} transkripsjoner, {words} ord (u angrer).",
    ),
    "intake.left": ("{count} could not be taken: {why}", "{count} kunne ikke tas inn: {why}"),
    "intake.which_speaker": ("Which speaker of {name}?", "Hvilken taler i {name}?"),
    "intake.no_label": ("(words without a label)", "(ord uten merke)"),
    "intake.role": ("Who is «{speaker}»?", "Hvem er «{speaker}»?"),
    "intake.participant": (
        "«{speaker}» is which participant? (such as P07)",
        "«{speaker}» er hvilken deltaker? (for eksempel P07)",
    ),
    "intake.role_everywhere": (
        "«{speaker}» speaks in {count} more of these files with another role.",
        "«{speaker}» snakker i {count} til av disse filene med en annen rolle.",
    ),
    "intake.only_here": ("Only in {name}", "Bare i {name}"),
    "intake.everywhere": ("In all of them", "I alle sammen"),
    "intake.speaker_set": ("«{speaker}» is {role}{participant}.", "«{speaker}» er {role}{participant}."),
    "intake.rename": ("Name of the transcript from {file}", "Navn på transkripsjonen fra {file}"),
}
