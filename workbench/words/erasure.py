"""Erasing a participant: the preview, the certificate, and how the history tells of it."""

ERASURE: dict[str, tuple[str, str]] = {
    "act.participant.erase": (
        "erased a participant (transcripts: {transcripts}, turns in group interviews: {turns}, codings: {codings}, quotes: {quotes}, memos: {memos}, names: {names})",
        "slettet en deltaker (transkripsjoner: {transcripts}, replikker i gruppeintervjuer: {turns}, kodinger: {codings}, sitater: {quotes}, memoer: {memos}, navn: {names})",
    ),
    "act.erased": ("something was erased here", "her er noe slettet"),
    "history.state.erased": ("erased", "slettet"),
    "history.told.erased": (
        "A participant was erased, and nothing of this act is left; it can be neither undone nor done again.",
        "En deltaker er slettet, og ingenting av handlingen er igjen; den kan verken angres eller gjøres om igjen.",
    ),
    "erasure.preview": ("Erasing this participant from «{study}» would", "Å slette denne deltakeren fra «{study}» vil"),
    "erasure.certificate": (
        "Erased a participant from «{study}», {at} UTC, by {by}",
        "Slettet en deltaker fra «{study}», {at} UTC, av {by}",
    ),
    "erasure.removed": ("Removed:", "Fjernet:"),
    "erasure.nothing": ("nothing", "ingenting"),
    "erasure.replaced": (
        "Their words and names replaced by [erased], or by signs in group interviews:",
        "Ord og navn erstattet med [erased], eller med tegn i gruppeintervjuer:",
    ),
    "erasure.files": ("Files gone through:", "Filer gått gjennom:"),
    "erasure.result.erased": ("erased, and written anew", "slettet, og skrevet på nytt"),
    "erasure.result.nothing": ("held nothing of the person", "hadde ingenting om personen"),
    "erasure.result.to_erase": ("will be gone through", "blir gått gjennom"),
    "erasure.result.left": ("NOT ERASED: {why}", "IKKE SLETTET: {why}"),
    "erasure.why.damaged": (
        "it is damaged; delete the file if you do not need it",
        "den er skadet; slett filen hvis du ikke trenger den",
    ),
    "erasure.why.locked": (
        "no key at hand opens it; delete the file if you do not need it",
        "ingen nøkkel her åpner den; slett filen hvis du ikke trenger den",
    ),
    "erasure.why.newer": (
        "it was made by a newer workbench; update, and erase again",
        "den er laget av en nyere arbeidsbenk; oppdater, og slett en gang til",
    ),
    "erasure.why.foreign": ("it is another study's", "den hører til en annen studie"),
    "erasure.why.refused": ("it cannot be written to", "den kan ikke skrives til"),
    "erasure.exports": (
        "Exports that left the study; find and delete every copy of these:",
        "Eksporter som har forlatt studien; finn og slett hver kopi av disse:",
    ),
    "erasure.export.holds": ("{file} ({at}): holds their words", "{file} ({at}): har ordene deres"),
    "erasure.export.perhaps": (
        "{file} ({at}): may hold their words (not found here, or not readable)",
        "{file} ({at}): kan ha ordene deres (ikke funnet her, eller ikke lesbar)",
    ),
    "erasure.looks": ("To be looked at by a person:", "Må ses på av et menneske:"),
    "erasure.look.label": (
        "the label is so short that it was only taken out where it stood alone",
        "merkelappen er så kort at den bare ble tatt ut der den sto alene",
    ),
    "erasure.look.alike": (
        "{n} transcript that holds the same words and is linked to nobody: a second copy?|{n} transcripts that hold the same words and are linked to nobody: second copies?",
        "{n} transkripsjon med de samme ordene som ikke er knyttet til noen: en kopi?|{n} transkripsjoner med de samme ordene som ikke er knyttet til noen: kopier?",
    ),
    "erasure.look.others": (
        "{n} transcript in which somebody who is no participant speaks too, and which was therefore kept|{n} transcripts in which somebody who is no participant speaks too, and which were therefore kept",
        "{n} transkripsjon der også en som ikke er deltaker snakker, og som derfor ble beholdt|{n} transkripsjoner der også en som ikke er deltaker snakker, og som derfor ble beholdt",
    ),
    "erasure.look.touching": (
        "{n} place of others that reaches into their turns ({table})|{n} places of others that reach into their turns ({table})",
        "{n} sted hos andre som når inn i replikkene deres ({table})|{n} steder hos andre som når inn i replikkene deres ({table})",
    ),
    "erasure.look.in_vivo": (
        "{n} name made of their words that was kept, for it is others' too ({table})|{n} names made of their words that were kept, for they are others' too ({table})",
        "{n} navn av deres ord som ble beholdt, for det er også andres ({table})|{n} navn av deres ord som ble beholdt, for de er også andres ({table})",
    ),
    "erasure.look.named": (
        "{n} transcript in which others say a name or label of theirs|{n} transcripts in which others say a name or label of theirs",
        "{n} transkripsjon der andre sier et navn eller en merkelapp som er deres|{n} transkripsjoner der andre sier et navn eller en merkelapp som er deres",
    ),
    "erasure.look.runs": (
        "{n} text with shorter stretches of their words, or words only they said ({table})|{n} texts with shorter stretches of their words, or words only they said ({table})",
        "{n} tekst med kortere stykker av ordene deres, eller ord bare de sa ({table})|{n} tekster med kortere stykker av ordene deres, eller ord bare de sa ({table})",
    ),
    "erasure.look.unread": ("{file} could not be read in the check", "{file} kunne ikke leses i kontrollen"),
    "erasure.clean": (
        "Looked for {strings} of their names and stretches of words in {files} files: none is left.",
        "Lette etter {strings} av navnene og ordene deres i {files} filer: ingen er igjen.",
    ),
    "erasure.hits": (
        "Looked for {strings} of their names and stretches of words in {files} files. STILL THERE:",
        "Lette etter {strings} av navnene og ordene deres i {files} filer. FINNES ENNÅ:",
    ),
    "erasure.hit": ("{file}{where}: {kind}, {n}×", "{file}{where}: {kind}, {n}×"),
    "erasure.in_table": (" ({table})", " ({table})"),
    "erasure.unchecked": (
        "The check at the end was cut off; what is listed as erased is erased all the same.",
        "Kontrollen til slutt ble avbrutt; det som står som slettet, er slettet likevel.",
    ),
    "erasure.kind.label": ("the label", "merkelappen"),
    "erasure.kind.name": ("a name", "et navn"),
    "erasure.kind.form": ("a name only they used", "et navn bare de brukte"),
    "erasure.kind.also": ("a string you gave", "en tekst du oppga"),
    "erasure.kind.words": ("words of theirs", "ord de sa"),
    "erasure.table.turn": ("turn", "replikk"),
    "erasure.table.change": ("step in the journal", "steg i journalen"),
    "erasure.table.act": ("line of the history", "linje i historikken"),
    "erasure.table.desk": ("remembered place", "husket sted"),
    "erasure.table.word": ("word of the search index", "ord i søkeregisteret"),
    "erasure.table.turn_words": ("search index", "søkeregister"),
    "erasure.count.participant": ("{n} participant|{n} participants", "{n} deltaker|{n} deltakere"),
    "erasure.count.attribute": ("{n} attribute|{n} attributes", "{n} egenskap|{n} egenskaper"),
    "erasure.count.transcript": ("{n} transcript|{n} transcripts", "{n} transkripsjon|{n} transkripsjoner"),
    "erasure.count.revision": ("{n} revision|{n} revisions", "{n} versjon av tekst|{n} versjoner av tekster"),
    "erasure.count.turn": ("{n} turn|{n} turns", "{n} replikk|{n} replikker"),
    "erasure.count.speaker": ("{n} speaker|{n} speakers", "{n} taler|{n} talere"),
    "erasure.count.session": ("{n} session|{n} sessions", "{n} økt|{n} økter"),
    "erasure.count.session_participant": (
        "{n} link between a session and a person|{n} links between sessions and people",
        "{n} kobling mellom økt og person|{n} koblinger mellom økter og personer",
    ),
    "erasure.count.session_transcript": (
        "{n} link between a session and a transcript|{n} links between sessions and transcripts",
        "{n} kobling mellom økt og transkripsjon|{n} koblinger mellom økter og transkripsjoner",
    ),
    "erasure.count.coding": ("{n} coding|{n} codings", "{n} koding|{n} kodinger"),
    "erasure.count.quote": ("{n} quote|{n} quotes", "{n} sitat|{n} sitater"),
    "erasure.count.quote_edit": (
        "{n} edit of a quote|{n} edits of quotes",
        "{n} endring i et sitat|{n} endringer i sitater",
    ),
    "erasure.count.memo": ("{n} memo|{n} memos", "{n} memo|{n} memoer"),
    "erasure.count.memo_link": (
        "{n} link of a memo|{n} links of memos",
        "{n} kobling fra et memo|{n} koblinger fra memoer",
    ),
    "erasure.count.code": ("{n} code|{n} codes", "{n} kode|{n} koder"),
    "erasure.count.theme": ("{n} theme|{n} themes", "{n} tema|{n} temaer"),
    "erasure.count.entity": (
        "{n} name to anonymise|{n} names to anonymise",
        "{n} navn å anonymisere|{n} navn å anonymisere",
    ),
    "erasure.count.entity_exception": (
        "{n} mention that is not a name|{n} mentions that are not names",
        "{n} forekomst som ikke er et navn|{n} forekomster som ikke er navn",
    ),
    "erasure.count.finding": ("{n} place of a name|{n} places of names", "{n} sted for et navn|{n} steder for navn"),
    "erasure.count.verdict": (
        "{n} answer to a suggestion|{n} answers to suggestions",
        "{n} svar på et forslag|{n} svar på forslag",
    ),
    "erasure.count.review": ("{n} review|{n} reviews", "{n} gjennomgang|{n} gjennomganger"),
    "erasure.count.reading": ("{n} mark of having read|{n} marks of having read", "{n} lesemerke|{n} lesemerker"),
    "erasure.count.saved_search": ("{n} saved search|{n} saved searches", "{n} lagret søk|{n} lagrede søk"),
    "erasure.count.map_version": (
        "{n} version of the map|{n} versions of the map",
        "{n} versjon av kartet|{n} versjoner av kartet",
    ),
    "erasure.count.export": (
        "{n} line of the register of exports|{n} lines of the register of exports",
        "{n} linje i eksportregisteret|{n} linjer i eksportregisteret",
    ),
    "erasure.count.setting": ("{n} setting|{n} settings", "{n} innstilling|{n} innstillinger"),
    "erasure.count.change": (
        "{n} step in the journal|{n} steps in the journal",
        "{n} steg i journalen|{n} steg i journalen",
    ),
    "erasure.count.act": (
        "{n} line of the history|{n} lines of the history",
        "{n} linje i historikken|{n} linjer i historikken",
    ),
    "erasure.count.word": (
        "{n} word of the search index|{n} words of the search index",
        "{n} ord i søkeregisteret|{n} ord i søkeregisteret",
    ),
    "erasure.count.desk": ("{n} remembered place|{n} remembered places", "{n} husket sted|{n} huskede steder"),
}

ERASURE_TOLD: tuple[tuple[str, str], ...] = (
    (
        "«{string}» is too short to be taken out everywhere; give a whole word.",
        "«{string}» er for kort til å tas ut overalt; oppgi et helt ord.",
    ),
    (
        "A participant is erased by itself, not inside another act. Nothing was changed.",
        "En deltaker slettes for seg, ikke inne i en annen handling. Ingenting ble endret.",
    ),
    (
        "Erasing a participant from the study in {folder} was cut off and has to be finished first; open it once without "
        "--read-only.",
        "Slettingen av en deltaker fra studien i {folder} ble avbrutt og må gjøres ferdig først; åpne den én gang uten "
        "--read-only.",
    ),
    (
        "Erasing a participant from the study in {folder} was cut off again and again, and was given up; the study is as "
        "it was. Open it and start anew.",
        "Slettingen av en deltaker fra studien i {folder} ble avbrutt gang på gang, og ble gitt opp; studien er som den "
        "var. Åpne den og begynn på nytt.",
    ),
    (
        "A participant could not be erased from {path} ({error}); check the folder and the disk. The study is as it was.",
        "En deltaker kunne ikke slettes fra {path} ({error}); sjekk mappen og disken. Studien er som den var.",
    ),
    (
        "{why} In {count} backups the participant is erased already; try again to erase the rest.",
        "{why} I {count} sikkerhetskopier er deltakeren slettet allerede; prøv igjen for å slette resten.",
    ),
    (
        "The disk of {folder} has {free} MB left, and erasing needs {needed} MB; free some space. Nothing was changed.",
        "Disken til {folder} har {free} MB igjen, og sletting trenger {needed} MB; frigjør plass. Ingenting ble endret.",
    ),
    (
        "{path} cannot be gone through, for it is damaged; run `workbench check`, and erase afterwards. The study is as it "
        "was.",
        "{path} kan ikke gås gjennom, for den er skadet; kjør `workbench check`, og slett etterpå. Studien er som den var.",
    ),
)
