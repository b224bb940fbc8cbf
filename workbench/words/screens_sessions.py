"""Texts of the sessions room, and of saying who a speaker is."""

SESSIONS_ROOM: dict[str, tuple[str, str]] = {
    "room.sessions": ("sessions", "møter"),
    "n.sessions": ("{n} session|{n} sessions", "{n} møte|{n} møter"),
    "n.turns": ("{n} turn|{n} turns", "{n} replikk|{n} replikker"),
    "command.go.sessions": ("Sessions", "Møter"),
    "command.go.sessions.help": (
        "Go to the sessions: when, how and where people met, and what came of it.",
        "Gå til møtene: når, hvordan og hvor folk møttes, og hva som kom av det.",
    ),
    "command.transcripts.session": ("Session", "Møte"),
    "command.transcripts.session.help": (
        "Say which session the transcript comes of, a new one or one that is there.",
        "Si hvilket møte transkripsjonen kommer fra, et nytt eller et som finnes.",
    ),
    "command.transcripts.speakers": ("Who speaks", "Hvem snakker"),
    "command.transcripts.speakers.help": (
        "Say which role a speaker of the transcript has, and which participant it is.",
        "Si hvilken rolle en taler i transkripsjonen har, og hvilken deltaker det er.",
    ),
    "command.sessions.add": ("New session", "Nytt møte"),
    "command.sessions.add.help": (
        "Add a session and write what is known of it.",
        "Legg til et møte og skriv det som er kjent om det.",
    ),
    "command.sessions.edit": ("Edit", "Rediger"),
    "command.sessions.edit.help": (
        "Write what is known of the session: name, day, how, where, minutes, who else was there, state.",
        "Skriv det som er kjent om møtet: navn, dag, hvordan, hvor, minutter, hvem andre som var der, status.",
    ),
    "command.sessions.people": ("Participants", "Deltakere"),
    "command.sessions.people.help": (
        "Say which participants were at the session; a second time takes one away.",
        "Si hvilke deltakere som var på møtet; en gang til tar en bort.",
    ),
    "command.sessions.transcripts": ("Transcripts", "Transkripsjoner"),
    "command.sessions.transcripts.help": (
        "Say which transcripts come of the session; a second time takes one away.",
        "Si hvilke transkripsjoner som kommer fra møtet; en gang til tar en bort.",
    ),
    "command.sessions.speakers": ("Who speaks", "Hvem snakker"),
    "command.sessions.speakers.help": (
        "Say which role a speaker of its transcripts has, and which participant it is.",
        "Si hvilken rolle en taler i transkripsjonene har, og hvilken deltaker det er.",
    ),
    "command.sessions.open": ("Read", "Les"),
    "command.sessions.open.help": ("Open a transcript of the session.", "Åpne en transkripsjon fra møtet."),
    "command.sessions.memo": ("Memo", "Memo"),
    "command.sessions.memo.help": (
        "Write a memo on the session, or read one that is there.",
        "Skriv et memo om møtet, eller les et som finnes.",
    ),
    "command.sessions.remove": ("Remove", "Fjern"),
    "command.sessions.remove.help": (
        "Take the session away; its participants and transcripts stay.",
        "Fjern møtet; deltakerne og transkripsjonene blir stående.",
    ),
    "lacking.item.sessions": (
        "No session is in hand; {key:sessions.add} adds one.",
        "Ingen møter er valgt; {key:sessions.add} legger til ett.",
    ),
    "sessions.empty": (
        "No sessions yet. A session is a meeting that transcripts come of: press {key:sessions.add} to add one, with its day, place "
        "and who was there.",
        "Ingen møter ennå. Et møte er det transkripsjoner kommer fra: trykk {key:sessions.add} for å legge til ett, med dag, sted og "
        "hvem som var der.",
    ),
    "sessions.name": ("name", "navn"),
    "sessions.held": ("day", "dag"),
    "sessions.mode": ("how", "hvordan"),
    "sessions.place": ("where", "hvor"),
    "sessions.minutes": ("minutes", "minutter"),
    "sessions.present": ("who else", "hvem andre"),
    "sessions.state": ("state", "status"),
    "sessions.held.hint": ("2026-03-31 or 31.3.2026; empty for none", "2026-03-31 eller 31.3.2026; tomt for ingen"),
    "sessions.minutes.hint": ("a whole number; empty for none", "et helt tall; tomt for ingen"),
    "sessions.present.hint": ("a sister, an interpreter…", "en søster, en tolk…"),
    "sessions.unset": ("(not said)", "(ikke sagt)"),
    "sessions.new": ("What is the session called?", "Hva heter møtet?"),
    "sessions.fields": ("{name}: what is known? esc ends", "{name}: hva er kjent? esc avslutter"),
    "sessions.write": ("{name}, {field}:", "{name}, {field}:"),
    "sessions.added": (
        "Added the session «{name}»; {key:app.undo} undoes.",
        "La til møtet «{name}»; {key:app.undo} angrer.",
    ),
    "sessions.kept": ("Kept: {field}; {key:app.undo} undoes.", "Lagret: {field}; {key:app.undo} angrer."),
    "sessions.removed": (
        "Removed the session «{name}»; participants and transcripts stay; {key:app.undo} brings it back.",
        "Fjernet møtet «{name}»; deltakere og transkripsjoner blir stående; {key:app.undo} henter det tilbake.",
    ),
    "sessions.were_there": ("WERE THERE", "VAR DER"),
    "sessions.came_of_it": ("CAME OF IT", "KOM AV DET"),
    "sessions.nobody": (
        "Nobody is said yet; {key:sessions.people} says who.",
        "Ingen er nevnt ennå; {key:sessions.people} sier hvem.",
    ),
    "sessions.no_transcript": (
        "No transcript yet; {key:sessions.transcripts} says which.",
        "Ingen transkripsjon ennå; {key:sessions.transcripts} sier hvilken.",
    ),
    "sessions.no_people": (
        "There are no participants in the study yet.",
        "Det er ingen deltakere i studien ennå.",
    ),
    "sessions.no_speakers": (
        "No transcript comes of this session yet; {key:sessions.transcripts} says which.",
        "Ingen transkripsjon kommer fra dette møtet ennå; {key:sessions.transcripts} sier hvilken.",
    ),
    "sessions.linked.participant": ("✓ was there", "✓ var der"),
    "sessions.linked.transcript": ("✓ comes of it", "✓ kommer av det"),
    "sessions.link.participant": (
        "Who was at «{name}»? enter says yes or no, esc ends",
        "Hvem var på «{name}»? enter sier ja eller nei, esc avslutter",
    ),
    "sessions.link.transcript": (
        "Which transcripts come of «{name}»? enter says yes or no, esc ends",
        "Hvilke transkripsjoner kommer fra «{name}»? enter sier ja eller nei, esc avslutter",
    ),
    "sessions.joined": (
        "{what} belongs to «{name}»; {key:app.undo} undoes.",
        "{what} hører til «{name}»; {key:app.undo} angrer.",
    ),
    "sessions.unlinked": (
        "{what} no longer belongs to «{name}»; {key:app.undo} undoes.",
        "{what} hører ikke lenger til «{name}»; {key:app.undo} angrer.",
    ),
    "sessions.which": ("Read which transcript?", "Les hvilken transkripsjon?"),
    "sessions.of_transcript": (
        "Which session does {name} come of? enter says yes or no, esc ends",
        "Hvilket møte kommer {name} fra? enter sier ja eller nei, esc avslutter",
    ),
    "sessions.new_named": ("+ new session «{name}»", "+ nytt møte «{name}»"),
    "sessions.type_name": (
        "Type a name for a new session.",
        "Skriv et navn for et nytt møte.",
    ),
    "sessions.told_minutes": ("{count} min", "{count} min"),
    "transcripts.sessions": ("SESSION", "MØTE"),
    "transcripts.no_session": (
        "None is said yet ({key:transcripts.session}).",
        "Ikke sagt ennå ({key:transcripts.session}).",
    ),
    "speakers.of_session": (
        "Who speaks in the transcripts of «{name}»? Choose one",
        "Hvem snakker i transkripsjonene fra «{name}»? Velg en",
    ),
    "speakers.of_transcript": ("Who speaks in {name}? Choose one", "Hvem snakker i {name}? Velg en"),
    "speakers.role": ("{label} in {name} is", "{label} i {name} er"),
    "speakers.person": ("Which participant is {label} in {name}?", "Hvilken deltaker er {label} i {name}?"),
    "speakers.none": ("(none of them)", "(ingen av dem)"),
    "speakers.new": ("+ new participant «{name}»", "+ ny deltaker «{name}»"),
    "speakers.done": (
        "{label} in {name}: {known}; {key:app.undo} undoes.",
        "{label} i {name}: {known}; {key:app.undo} angrer.",
    ),
    "speakers.participant": ("their words are counted and coded", "ordene telles og kodes"),
    "speakers.interviewer": ("left out of counts and suggestions", "holdes utenfor tall og forslag"),
    "speakers.other": ("somebody else who was there", "noen andre som var der"),
    "speakers.unknown": ("not known yet", "ikke kjent ennå"),
    "block.title": ("title", "tittel"),
    "block.running head": ("running head", "kolumnetittel"),
    "block.footnote": ("footnote", "fotnote"),
    "block.caption": ("caption", "bildetekst"),
    "block.note": ("note", "notat"),
}
