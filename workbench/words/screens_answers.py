"""Texts of the room where a sheet of open answers is taken in."""

ANSWERS_ROOM: dict[str, tuple[str, str]] = {
    "room.answers": ("open answers", "åpne svar"),
    "answers.empty": (
        "Choose a sheet (xlsx, ods, csv, tsv) in the import room: {key:go.import}, then enter.",
        "Velg et ark (xlsx, ods, csv, tsv) i importrommet: {key:go.import}, så enter.",
    ),
    "answers.reading": ("Reading the sheet…", "Leser arket…"),
    "answers.stopped": ("Stopped; nothing was taken in.", "Stoppet; ingenting ble tatt inn."),
    "answers.no_texts": (
        "No column of answers is chosen; go to one and press space.",
        "Ingen kolonne med svar er valgt; gå til en og trykk mellomrom.",
    ),
    "answers.ready": (
        "{count} {count:respondent|respondents} can be taken in ({key:answers.take}). space: answers, {key:answers.label}: labels.",
        "{count} som har svart, kan tas inn ({key:answers.take}). mellomrom: svar, {key:answers.label}: betegnelser.",
    ),
    "answers.taking": ("Taking the answers in… esc stops.", "Tar inn svarene… esc stopper."),
    "answers.work_reading": ("reading", "leser"),
    "answers.work_checking": ("looking through", "ser gjennom"),
    "answers.work_taking": ("taking in", "tar inn"),
    "answers.inside": (
        "{count} {count:was|were} in the study already.",
        "{count} var i studien fra før.",
    ),
    "answers.stopped_taking": ("Stopped.", "Stoppet."),
    "answers.taken_so_far": (
        "{count} of {of} {of:respondent was|respondents were} taken in, each whole; {key:answers.take} goes on with the rest, {key:app.undo} takes them back.",
        "{count} av {of} {of:deltaker|deltakere} ble tatt inn, hver av dem helt; {key:answers.take} tar resten, {key:app.undo} angrer.",
    ),
    "answers.taken": (
        "Took in the answers of {count} {count:respondent|respondents} ({key:app.undo} takes them back).",
        "Tok inn svarene fra {count} ({key:app.undo} angrer).",
    ),
    "step.how_much.undo": ("{name} was taken in piece by piece. Take back:", "{name} ble tatt inn del for del. Angre:"),
    "step.all_pieces.undo": (
        "all of it: {count} {count:respondent|respondents}",
        "alt: {count} {count:deltaker|deltakere}",
    ),
    "step.one_piece.undo": ("only the last piece", "bare den siste delen"),
    "step.work.undo": ("taking back", "angrer"),
    "step.going_on.undo": ("Taking back goes on; esc stops it.", "Angringen pågår; esc stopper den."),
    "step.all_done.undo": (
        "Took back the answers of {count} {count:respondent|respondents} from {name} ({key:app.redo} does it again).",
        "Angret svarene fra {count} {count:deltaker|deltakere} i {name} ({key:app.redo} gjør om igjen).",
    ),
    "step.stopped": (
        "Stopped; the rest stays as it is. The same key goes on.",
        "Stoppet; resten er som det er. Samme tast går videre.",
    ),
    "step.how_much.redo": (
        "{name} was taken in piece by piece. Do again:",
        "{name} ble tatt inn del for del. Gjør om igjen:",
    ),
    "step.all_pieces.redo": (
        "all of it: {count} {count:respondent|respondents}",
        "alt: {count} {count:deltaker|deltakere}",
    ),
    "step.one_piece.redo": ("only the first piece", "bare den første delen"),
    "step.work.redo": ("doing again", "gjør om igjen"),
    "step.going_on.redo": ("Doing again goes on; esc stops it.", "Det gjøres om igjen; esc stopper det."),
    "step.all_done.redo": (
        "Took in the answers of {count} {count:respondent|respondents} from {name} again.",
        "Tok inn svarene fra {count} {count:deltaker|deltakere} i {name} igjen.",
    ),
    "answers.rows": ("{count} {count:row|rows}", "{count} {count:rad|rader}"),
    "answers.col.what": ("holds", "inneholder"),
    "answers.col.header": ("column", "kolonne"),
    "answers.col.filled": ("filled", "utfylt"),
    "answers.col.sample": ("such as", "for eksempel"),
    "answers.is.text": ("answers", "svar"),
    "answers.is.label": ("labels", "betegnelser"),
    "answers.is.attribute": ("attribute", "egenskap"),
    "answers.is.left_out": ("left out", "utelates"),
    "answers.respondents": ("respondents", "har svart"),
    "answers.questions": ("questions", "spørsmål"),
    "answers.labels": ("labels", "betegnelser"),
    "answers.made_labels": ("R1, R2… (made from the rows)", "R1, R2… (laget av radene)"),
    "answers.attributes": ("attributes", "egenskaper"),
    "answers.left_out": ("left out", "utelates"),
    "lacking.ready.answers": (
        "The sheet cannot be taken as it is; the pane beside says why.",
        "Arket kan ikke tas inn slik det er; feltet ved siden av sier hvorfor.",
    ),
    "command.answers.text": ("Holds answers", "Inneholder svar"),
    "command.answers.text.help": (
        "This column holds answers, or no more; the others are attributes.",
        "Denne kolonnen inneholder svar, eller ikke lenger; de andre er egenskaper.",
    ),
    "command.answers.label": ("Holds labels", "Har betegnelser"),
    "command.answers.label.help": (
        "This column holds the respondents' labels, or no more; without one the rows are numbered.",
        "Denne kolonnen inneholder betegnelsene, eller ikke lenger; uten en slik blir radene nummerert.",
    ),
    "command.answers.take": ("Take in", "Ta inn"),
    "command.answers.take.help": (
        "Take the answers in, a transcript a respondent, with the other columns as attributes.",
        "Ta inn svarene, en transkripsjon per person, med de andre kolonnene som egenskaper.",
    ),
}
