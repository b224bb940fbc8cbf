"""Texts of the import room."""

INTAKE_ROOM: dict[str, tuple[str, str]] = {
    "intake.empty": (
        "Press enter and give a file, a folder or a pattern such as ~/interviews/*.docx (tab completes). "
        "It reads docx, odt, rtf, pdf, html, md and txt (f4, noScribe and oTranscribe too), captions (vtt, srt), "
        "speech recognition (json, tsv) and ELAN (eaf); a sheet (xlsx, ods, csv, tsv) of people or of open answers is "
        "asked about. Nothing enters the study before you take it.",
        "Trykk enter og gi en fil, en mappe eller et mønster som ~/intervjuer/*.docx (tab fullfører). "
        "Den leser docx, odt, rtf, pdf, html, md og txt (også f4, noScribe og oTranscribe), undertekster (vtt, srt), "
        "talegjenkjenning (json, tsv) og ELAN (eaf); om et ark (xlsx, ods, csv, tsv) gjelder deltakere eller åpne "
        "svar, blir du spurt om. Ingenting kommer inn i studien før du tar det inn.",
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
    "intake.read": (
        "{ready} can be taken in ({key:import.take} one, {key:import.take_all} all).",
        "{ready} kan tas inn ({key:import.take} én, {key:import.take_all} alle).",
    ),
    "intake.read_none": ("Nothing new to take in here.", "Ikke noe nytt å ta inn her."),
    "intake.table.people": (
        "{name} looks like a people table: {key:go.people} {key:people.import}.",
        "{name} ser ut som en deltakertabell: {key:go.people} {key:people.import}.",
    ),
    "intake.table.answers": (
        "{name} looks like a sheet of open answers: {key:import.choose} and its path.",
        "{name} ser ut som et ark med åpne svar: {key:import.choose} og stien til det.",
    ),
    "intake.table.sheet": (
        "{name} is a sheet: {key:import.choose} and its path asks what it holds.",
        "{name} er et regneark: {key:import.choose} og stien til det spør hva det inneholder.",
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
    "intake.warnings": ("TO KNOW", "VERDT Å VITE"),
    "intake.speakers": ("SPEAKERS · {key:import.speaker} changes", "TALERE · {key:import.speaker} endrer"),
    "intake.speaker": (
        "{role}{participant} · {turns} · {words} {words:word|words}",
        "{role}{participant} · {turns} · {words} ord",
    ),
    "intake.opening": ("HOW IT BEGINS", "SLIK BEGYNNER DEN"),
    "intake.taken_last": (
        "That was the last one; {key:go.transcripts} shows the transcripts.",
        "Det var den siste; {key:go.transcripts} viser transkripsjonene.",
    ),
    "intake.taking": (
        "Taking in {number} of {count}: {name}  (esc stops)",
        "Tar inn {number} av {count}: {name}  (esc stopper)",
    ),
    "intake.taken_all": (
        "Took in {count} {count:transcript|transcripts}, {words} {words:word|words} ({key:app.undo} undoes).",
        "Tok inn {count} {count:transkripsjon|transkripsjoner}, {words} ord ({key:app.undo} angrer).",
    ),
    "intake.left": ("{count} could not be taken: {why}", "{count} kunne ikke tas inn: {why}"),
    "intake.which_speaker": ("Which speaker of {name}?", "Hvilken taler i {name}?"),
    "intake.no_label": ("(words without a label)", "(ord uten merke)"),
    "intake.role": ("Who is «{speaker}»?", "Hvem er «{speaker}»?"),
    "intake.participant": (
        "«{speaker}» is which participant? (such as P07)",
        "«{speaker}» er hvilken deltaker? (for eksempel P07)",
    ),
    "intake.only_here": ("Only in {name}", "Bare i {name}"),
    "intake.speaker_set": ("«{speaker}» is {role}{participant}.", "«{speaker}» er {role}{participant}."),
    "intake.rename": ("Name of the transcript from {file}", "Navn på transkripsjonen fra {file}"),
    "intake.stopped": (
        "Stopped; {count} {count:file was|files were} read and can be taken in.",
        "Stoppet; {count} {count:fil|filer} ble lest og kan tas inn.",
    ),
    "intake.stopped_taking": (
        "Stopped; {count} were taken in, the others wait.",
        "Stoppet; {count} ble tatt inn, resten venter.",
    ),
    "intake.title": (
        "{count} {count:file|files} · {ready} to take · {inside} in the study · {look} to look at · {problems} {problems:problem|problems}",
        "{count} {count:fil|filer} · {ready} å ta inn · {inside} i studien · {look} å se på · {problems} {problems:problem|problemer}",
    ),
    "intake.marked": ("{count} marked", "{count} merket"),
    "intake.look": (
        "To look at first: {count}.",
        "Se på først: {count}.",
    ),
    "intake.col.minutes": ("min", "min"),
    "intake.col.repairs": ("repairs", "rettet"),
    "intake.col.speakers": ("voices", "talere"),
    "intake.state.who": ("who?", "hvem?"),
    "intake.state.named": ("! name", "! navn"),
    "intake.told.named": (
        "The participant would be called «{name}»; {key:import.speaker} gives a label such as P07 instead.",
        "Deltakeren ville hete «{name}»; {key:import.speaker} gir et merke som P07 i stedet.",
    ),
    "intake.state.check": ("! check", "! sjekk"),
    "intake.state.withdrawn": ("! withdrew", "! trukket"),
    "intake.state.recording": ("= same rec.", "= samme"),
    "intake.told.who": (
        "It is not known who {count} of the speakers are; {key:import.speaker} says it. {key:import.take_all} leaves this file out, {key:import.take} takes it in as it is.",
        "Det er ikke kjent hvem {count} av talerne er; {key:import.speaker} sier det. {key:import.take_all} lar filen være, {key:import.take} tar den inn som den er.",
    ),
    "intake.told.check": (
        "It was read as {encoding}, which is not sure; look at æ, ø and å below, {key:import.encoding} chooses another, {key:import.take} takes it as it is.",
        "Den ble lest som {encoding}, og det er ikke sikkert; se på æ, ø og å under, {key:import.encoding} velger en annen, {key:import.take} tar den inn "
        "som den er.",
    ),
    "intake.told.withdrawn": (
        "{name} has withdrawn, or does not agree to analysis; {key:import.take_all} leaves this file out, {key:import.take} takes it in all the same.",
        "{name} har trukket seg, eller samtykker ikke til analyse; {key:import.take_all} lar filen være, {key:import.take} tar den inn likevel.",
    ),
    "intake.told.recording": (
        "The same recording as {name}, in another format; {key:import.take_all} leaves this one out, {key:import.pick} takes it instead.",
        "Samme opptak som {name}, i et annet format; {key:import.take_all} lar denne være, {key:import.pick} tar den i stedet.",
    ),
    "intake.told.inside": ("In the study already, as {name}.", "I studien allerede, som {name}."),
    "intake.told.name": (
        "There is another transcript called {name} in the study; {key:import.rename} gives this one another name.",
        "Det er en annen transkripsjon som heter {name} i studien; {key:import.rename} gir denne et annet navn.",
    ),
    "intake.told.twice": (
        "Another file in this list gives the same words or name ({name}); take one of them, {key:import.skip} skips.",
        "En annen fil i listen gir samme ord eller navn ({name}); ta inn den ene, {key:import.skip} hopper over.",
    ),
    "intake.words": ("{count} {count:word|words}", "{count} ord"),
    "intake.voices": ("speakers: {count}", "talere: {count}"),
    "intake.minutes": ("{count} min", "{count} min"),
    "intake.comments": ("comments: {count}", "kommentarer: {count}"),
    "intake.encodings": (
        "IT MAY ALSO BE · {key:import.encoding} chooses",
        "DEN KAN OGSÅ VÆRE · {key:import.encoding} velger",
    ),
    "intake.people": ("PARTICIPANTS", "DELTAKERE"),
    "intake.person_new": ("{label}: new to the study", "{label}: ny i studien"),
    "intake.person_known": ("{label}: in the study · {told}", "{label}: i studien · {told}"),
    "intake.nothing_known": ("nothing known yet", "ingenting kjent ennå"),
    "intake.person_withdrew": ("! {label} withdrew ({day})", "! {label} trakk seg ({day})"),
    "intake.person_not_analysed": ("! {label} does not agree to analysis", "! {label} samtykker ikke til analyse"),
    "intake.person_not_quoted": ("! {label} is not to be quoted", "! {label} skal ikke siteres"),
    "intake.repairs": (
        "REPAIRS AND ODD SIGNS · {key:import.repairs} shows",
        "RETTELSER OG RARE TEGN · {key:import.repairs} viser",
    ),
    "intake.repaired": ("{made} made, {open} proposed", "{made} gjort, {open} foreslått"),
    "intake.odd": ("{told}: {count} (line {line})", "{told}: {count} (linje {line})"),
    "intake.more": ("… and {count} more", "… og {count} til"),
    "intake.single": (
        "Begins one line only: {names}; {key:import.single} says whether it is a speaker.",
        "Begynner bare én linje: {names}; {key:import.single} sier om det er en taler.",
    ),
    "intake.facts": ("WHAT THE FILE SAYS OF ITSELF", "DET FILEN SIER OM SEG SELV"),
    "intake.again": ("Reading {name} again…", "Leser {name} på nytt…"),
    "intake.repairs_anew": (
        "The repairs are to be looked at again ({key:import.repairs}).",
        "Rettelsene må ses på på nytt ({key:import.repairs}).",
    ),
    "intake.taken": (
        "Took in {name}: {words} {words:word|words}; {key:app.undo} takes it back.",
        "Tok inn {name}: {words} ord; {key:app.undo} angrer.",
    ),
    "intake.picked": ("{name} is the one of its recording to take.", "{name} er den som tas av dette opptaket."),
    "intake.role_everywhere": (
        "«{speaker}» speaks in {count} more of these files, known otherwise there.",
        "«{speaker}» snakker i {count} til av disse filene, og er noe annet der.",
    ),
    "intake.everywhere": ("In all of them", "I alle sammen"),
    "intake.everywhere_own": ("In all, each file's own participant", "I alle, hver fil sin egen deltaker"),
    "intake.everywhere_own.help": ("after the file name", "etter filnavnet"),
    "intake.everywhere_same": ("In all, and it is always {who}", "I alle, og det er alltid {who}"),
    "intake.no_speaker": ("no speaker: words of the text", "ingen taler: ord i teksten"),
    "intake.is_speaker": ("a speaker: {role}", "en taler: {role}"),
    "intake.words_now": ("«{label}:» is words of the text.", "«{label}:» er ord i teksten."),
    "intake.which_single": ("Which of these?", "Hvilket av disse?"),
    "intake.single_ask": ("«{name}:» begins one line. What is it?", "«{name}:» begynner én linje. Hva er det?"),
    "intake.encoding_ask": ("In which encoding is {name}?", "Hvilken tegnkoding har {name}?"),
    "intake.encoding_other": ("read it as «{name}»", "les den som «{name}»"),
    "intake.encoding_set": ("{name} is read as {encoding}.", "{name} leses som {encoding}."),
    "intake.sheet": ("What is {name}?", "Hva er {name}?"),
    "intake.sheet_people": ("A people table", "En deltakertabell"),
    "intake.sheet_people.help": (
        "what is known of participants, one a row",
        "det som er kjent om deltakerne, en per rad",
    ),
    "intake.sheet_answers": ("Open answers", "Åpne svar"),
    "intake.sheet_answers.help": ("texts they wrote, a respondent a row", "tekster de skrev, en person per rad"),
    "lacking.marked": ("No file is marked; space marks one.", "Ingen fil er merket; mellomrom merker en."),
    "lacking.single": ("No name begins only one line here.", "Ingen navn begynner bare én linje her."),
    "lacking.encodings": (
        "There is no doubt about the encoding of this file.",
        "Det er ingen tvil om tegnkodingen i denne filen.",
    ),
    "lacking.repairs": (
        "Nothing was repaired in this file, and nothing is odd.",
        "Ingenting er rettet i denne filen, og ingenting er uvanlig.",
    ),
    "lacking.recording": (
        "This file gives way to no other of its recording.",
        "Denne filen viker ikke for en annen av samme opptak.",
    ),
}
