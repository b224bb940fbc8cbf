"""What backups, the check and the doctor say: (English, Bokmål).

`check.<matter>` says what was found (one|many), `check.<matter>.do` what to do about it.
"""

SAFETY: dict[str, tuple[str, str]] = {
    # Why a backup was made
    "backup.at close": ("at close", "ved lukking"),
    "backup.while working": ("while working", "under arbeidet"),
    "backup.before merge": ("before a merge", "før en sammenslåing"),
    "backup.before import": ("before an import", "før en import"),
    "backup.before migration": ("before a new format", "før nytt format"),
    "backup.before restore": ("before a restore", "før en framhenting"),
    "backup.before repair": ("before a repair", "før en reparasjon"),
    "backup.by hand": ("by hand", "for hånd"),
    # What a backup holds
    "backup.format": ("Format", "Format"),
    "backup.transcripts": ("Transcripts", "Transkripsjoner"),
    "backup.codes": ("Codes", "Koder"),
    "backup.codings": ("Codings", "Kodinger"),
    "backup.last": ("LAST ACT", "SISTE HANDLING"),
    # How bad a finding is
    "check.note": ("Note", "Merk"),
    "check.wrong": ("Wrong", "Feil"),
    "check.damage": ("Damage", "Skade"),
    # What was looked at
    "check.part.pages": ("the file", "filen"),
    "check.part.tables": ("its tables", "tabellene"),
    "check.part.references": ("what points to what", "hva som peker på hva"),
    "check.part.orphans": ("what belongs to what", "hva som hører til hva"),
    "check.part.circles": ("circles", "sirkler"),
    "check.part.values": ("values", "verdier"),
    "check.part.times": ("times", "tidspunkter"),
    "check.part.texts": ("texts and codings", "tekster og kodinger"),
    "check.part.acts": ("the acts", "handlingene"),
    "check.part.changes": ("the journal", "journalen"),
    "check.part.search_index": ("the search index", "søkeindeksen"),
    "check.part.beside": ("what stands beside it", "det som ligger ved siden av"),
    # The file
    "check.cannot_open": ("The study file cannot be opened ({error}).", "Studiefilen kan ikke åpnes ({error})."),
    "check.cannot_open.do": (
        "Restore a backup (`workbench backups`); the file is kept as it is.",
        "Hent fram en sikkerhetskopi (`workbench backups`); filen blir tatt vare på som den er.",
    ),
    "check.no_study": ("The file is not a study of the workbench.", "Filen er ingen studie fra arbeidsbenken."),
    "check.no_study.do": (
        "If a study was here, restore a backup.",
        "Hvis det var en studie her, hent fram en sikkerhetskopi.",
    ),
    "check.newer": (
        "The study was made by a newer workbench (format {format}, this one knows {known}); only the file was checked.",
        "Studien er laget av en nyere arbeidsbenk (format {format}, denne kjenner {known}); bare filen ble sjekket.",
    ),
    "check.newer.do": ("Update the workbench.", "Oppdater arbeidsbenken."),
    "check.older": (
        "The study is of format {format}, this workbench keeps {known}; only the file was checked.",
        "Studien har format {format}, denne arbeidsbenken bruker {known}; bare filen ble sjekket.",
    ),
    "check.older.do": (
        "Open it once in the workbench, then check again.",
        "Åpne den én gang i arbeidsbenken, og sjekk igjen.",
    ),
    "check.damaged": (
        "SQLite finds the file damaged ({error}).",
        "SQLite finner skade i filen ({error}).",
    ),
    "check.damaged.do": (
        "Do not work on in it. Restore the newest backup without damage.",
        "Ikke arbeid videre i den. Hent fram den nyeste sikkerhetskopien uten skade.",
    ),
    "check.unreadable": (
        "Part of the study could not be read ({error}).",
        "En del av studien kunne ikke leses ({error}).",
    ),
    "check.unreadable.do": (
        "Do not work on in it. Restore the newest backup without damage.",
        "Ikke arbeid videre i den. Hent fram den nyeste sikkerhetskopien uten skade.",
    ),
    "check.index_damaged": (
        "{n} entry of a table's index does not fit its table.|{n} entries of a table's index do not fit their table.",
        "{n} oppføring i en tabells indeks stemmer ikke med tabellen.|{n} oppføringer i en tabells indeks stemmer ikke med tabellen.",
    ),
    "check.index_damaged.do": (
        "Repair makes the index anew from the table.",
        "Reparasjon lager indeksen på nytt av tabellen.",
    ),
    "check.page_changed": (
        "{n} page of the encrypted file was changed from outside.|{n} pages of the encrypted file were changed from outside.",
        "{n} side av den krypterte filen er endret utenfra.|{n} sider av den krypterte filen er endret utenfra.",
    ),
    "check.page_changed.do": (
        "Restore the newest backup without damage.",
        "Hent fram den nyeste sikkerhetskopien uten skade.",
    ),
    # The tables
    "check.table_missing": (
        "{n} table is missing.|{n} tables are missing.",
        "{n} tabell mangler.|{n} tabeller mangler.",
    ),
    "check.table_missing.do": ("Restore a backup.", "Hent fram en sikkerhetskopi."),
    "check.index_missing": (
        "{n} index is missing.|{n} indexes are missing.",
        "{n} indeks mangler.|{n} indekser mangler.",
    ),
    "check.index_missing.do": ("Repair makes it again.", "Reparasjon lager den igjen."),
    "check.definition_changed": (
        "{n} table or index is made otherwise than this workbench makes it.|{n} tables or indexes are made otherwise than this workbench makes them.",
        "{n} tabell eller indeks er laget annerledes enn denne arbeidsbenken lager den.|{n} tabeller eller indekser er laget annerledes enn denne arbeidsbenken lager dem.",
    ),
    "check.definition_changed.do": (
        "Another program changed the file. Restore a backup from before.",
        "Et annet program har endret filen. Hent fram en sikkerhetskopi fra før det.",
    ),
    "check.trigger_foreign": (
        "{n} trigger or view is in the file that the workbench did not put there.|{n} triggers or views are in the file that the workbench did not put there.",
        "{n} trigger eller visning i filen er ikke lagt dit av arbeidsbenken.|{n} triggere eller visninger i filen er ikke lagt dit av arbeidsbenken.",
    ),
    "check.trigger_foreign.do": (
        "It could change the study behind your back. Repair removes it; ask whoever sent the file.",
        "Det kan endre studien bak ryggen din. Reparasjon fjerner det; spør den som sendte filen.",
    ),
    "check.table_foreign": (
        "{n} table or index is in the file that is not the workbench's.|{n} tables or indexes are in the file that are not the workbench's.",
        "{n} tabell eller indeks i filen er ikke arbeidsbenkens.|{n} tabeller eller indekser i filen er ikke arbeidsbenkens.",
    ),
    "check.table_foreign.do": ("They are left alone.", "De får være i fred."),
    # The rows
    "check.dangling": (
        "{n} row points to a {parent} that is not there.|{n} rows point to a {parent} that is not there.",
        "{n} rad peker på noe i «{parent}» som ikke finnes.|{n} rader peker på noe i «{parent}» som ikke finnes.",
    ),
    "check.dangling.do": (
        "Another program removed rows. Restore a backup from before.",
        "Et annet program har fjernet rader. Hent fram en sikkerhetskopi fra før det.",
    ),
    "check.orphan": (
        "{n} row is in use, but what it belongs to is gone ({table} of {owner}).|{n} rows are in use, but what they belong to is gone ({table} of {owner}).",
        "{n} rad er i bruk, men det den hører til, er borte ({table} til {owner}).|{n} rader er i bruk, men det de hører til, er borte ({table} til {owner}).",
    ),
    "check.orphan.do": (
        "Repair takes them away too, or brings a coding's code back; undo takes that back.",
        "Reparasjon tar dem også bort, eller henter tilbake koden til en koding; det kan angres.",
    ),
    "check.loop": (
        "{n} circle: something lies inside itself ({table}, {column}).|{n} circles: something lies inside itself ({table}, {column}).",
        "{n} sirkel: noe ligger inni seg selv ({table}, {column}).|{n} sirkler: noe ligger inni seg selv ({table}, {column}).",
    ),
    "check.loop.do": (
        "Repair moves one of each circle to the top; undo takes that back.",
        "Reparasjon flytter én i hver sirkel til toppen; det kan angres.",
    ),
    "check.value": (
        "{n} row holds a value this workbench does not know ({column}).|{n} rows hold a value this workbench does not know ({column}).",
        "{n} rad har en verdi som denne arbeidsbenken ikke kjenner ({column}).|{n} rader har en verdi som denne arbeidsbenken ikke kjenner ({column}).",
    ),
    "check.value.do": (
        "Repair puts the plain value in its place; undo takes that back.",
        "Reparasjon setter inn den vanlige verdien; det kan angres.",
    ),
    "check.json": (
        "{n} row holds a list that cannot be read ({column}).|{n} rows hold a list that cannot be read ({column}).",
        "{n} rad har en liste som ikke kan leses ({column}).|{n} rader har en liste som ikke kan leses ({column}).",
    ),
    "check.json.do": (
        "Repair keeps its words as one entry; undo takes that back.",
        "Reparasjon tar vare på ordene som én oppføring; det kan angres.",
    ),
    "check.time": (
        "{n} row holds a time that cannot be read ({column}).|{n} rows hold a time that cannot be read ({column}).",
        "{n} rad har et tidspunkt som ikke kan leses ({column}).|{n} rader har et tidspunkt som ikke kan leses ({column}).",
    ),
    "check.time.do": (
        "Another program changed the file. Restore a backup from before.",
        "Et annet program har endret filen. Hent fram en sikkerhetskopi fra før det.",
    ),
    # The texts
    "check.text_missing": (
        "{n} transcript has no text.|{n} transcripts have no text.",
        "{n} transkripsjon mangler teksten sin.|{n} transkripsjoner mangler teksten sin.",
    ),
    "check.text_missing.do": ("Restore a backup.", "Hent fram en sikkerhetskopi."),
    "check.text_changed": (
        "The text of {n} transcript is not the one that was imported.|The texts of {n} transcripts are not those that were imported.",
        "Teksten i {n} transkripsjon er ikke den som ble importert.|Tekstene i {n} transkripsjoner er ikke de som ble importert.",
    ),
    "check.text_changed.do": (
        "Another program changed it; codings may stand on other words. Restore a backup from before.",
        "Et annet program har endret den; kodinger kan stå på andre ord. Hent fram en sikkerhetskopi fra før det.",
    ),
    "check.text_length": (
        "{n} text is longer or shorter than noted.|{n} texts are longer or shorter than noted.",
        "{n} tekst er lengre eller kortere enn notert.|{n} tekster er lengre eller kortere enn notert.",
    ),
    "check.text_length.do": ("Restore a backup from before.", "Hent fram en sikkerhetskopi fra før det."),
    "check.turns": (
        "The turns of {n} transcript are out of order, overlap or lie outside the text.|The turns of {n} transcripts are out of order, overlap or lie outside the text.",
        "Replikkene i {n} transkripsjon er i feil rekkefølge, overlapper eller ligger utenfor teksten.|Replikkene i {n} transkripsjoner er i feil rekkefølge, overlapper eller ligger utenfor teksten.",
    ),
    "check.turns.do": ("Restore a backup.", "Hent fram en sikkerhetskopi."),
    "check.turn_speaker": (
        "{n} turn is said by nobody of its transcript.|{n} turns are said by nobody of their transcript.",
        "{n} replikk sies av noen som ikke er i transkripsjonen.|{n} replikker sies av noen som ikke er i transkripsjonen.",
    ),
    "check.turn_speaker.do": ("Restore a backup from before.", "Hent fram en sikkerhetskopi fra før det."),
    "check.outside": (
        "{n} passage reaches beyond what it stands in ({table}).|{n} passages reach beyond what they stand in ({table}).",
        "{n} utdrag går ut over det det står i ({table}).|{n} utdrag går ut over det de står i ({table}).",
    ),
    "check.outside.do": (
        "Look at it and set its borders again, or restore a backup from before.",
        "Se på det og sett grensene på nytt, eller hent fram en sikkerhetskopi fra før det.",
    ),
    "check.words": (
        "{n} coding stands on other words than those that were coded.|{n} codings stand on other words than those that were coded.",
        "{n} koding står på andre ord enn dem som ble kodet.|{n} kodinger står på andre ord enn dem som ble kodet.",
    ),
    "check.words.do": (
        "Another program moved it or changed the text. Look at it before you quote it, or restore a backup from before.",
        "Et annet program har flyttet den eller endret teksten. Se på den før du siterer, eller hent fram en sikkerhetskopi fra før det.",
    ),
    "check.placed": (
        "{n} coding is noted under a turn or speaker it does not stand in.|{n} codings are noted under a turn or speaker they do not stand in.",
        "{n} koding er ført på en replikk eller taler den ikke står i.|{n} kodinger er ført på en replikk eller taler de ikke står i.",
    ),
    "check.placed.do": (
        "Repair notes turn and speaker anew from its place.",
        "Reparasjon fører replikk og taler på nytt etter stedet.",
    ),
    "check.unhashed": (
        "{n} coding has no checksum of its words.|{n} codings have no checksum of their words.",
        "{n} koding har ingen sjekksum av ordene sine.|{n} kodinger har ingen sjekksum av ordene sine.",
    ),
    "check.unhashed.do": ("Repair makes it.", "Reparasjon lager den."),
    # The journal
    "check.change_unreadable": (
        "{n} line of the journal cannot be read.|{n} lines of the journal cannot be read.",
        "{n} linje i journalen kan ikke leses.|{n} linjer i journalen kan ikke leses.",
    ),
    "check.change_unreadable.do": (
        "That act cannot be undone. The study itself is not touched by it.",
        "Den handlingen kan ikke angres. Selve studien er ikke rørt av det.",
    ),
    "check.change_of_nothing": (
        "{n} line of the journal tells of a row that is not there.|{n} lines of the journal tell of rows that are not there.",
        "{n} linje i journalen gjelder en rad som ikke finnes.|{n} linjer i journalen gjelder rader som ikke finnes.",
    ),
    "check.change_of_nothing.do": (
        "Another program removed rows. Restore a backup from before.",
        "Et annet program har fjernet rader. Hent fram en sikkerhetskopi fra før det.",
    ),
    "check.act_unreadable": (
        "{n} act in the history cannot be read.|{n} acts in the history cannot be read.",
        "{n} handling i historikken kan ikke leses.|{n} handlinger i historikken kan ikke leses.",
    ),
    "check.act_unreadable.do": (
        "Repair keeps its words and lets it be shown.",
        "Reparasjon tar vare på ordene og lar den vises.",
    ),
    "check.act_empty": (
        "{n} act in the history has no rows.|{n} acts in the history have no rows.",
        "{n} handling i historikken har ingen rader.|{n} handlinger i historikken har ingen rader.",
    ),
    "check.act_empty.do": (
        "Nothing to do: what it did was erased.",
        "Ikke noe å gjøre: det den gjorde, er slettet.",
    ),
    "check.undo_chain": (
        "{n} act is undone out of turn.|{n} acts are undone out of turn.",
        "{n} handling er angret utenfor tur.|{n} handlinger er angret utenfor tur.",
    ),
    "check.undo_chain.do": (
        "Look at the history before you undo or redo.",
        "Se på historikken før du angrer eller gjør om igjen.",
    ),
    "check.beside_journal": (
        "{n} row holds something else than the journal led to ({table}).|{n} rows hold something else than the journal led to ({table}).",
        "{n} rad har noe annet enn det journalen førte til ({table}).|{n} rader har noe annet enn det journalen førte til ({table}).",
    ),
    "check.beside_journal.do": (
        "Another program changed it. Compare with a backup (`workbench restore --to`).",
        "Et annet program har endret den. Sammenlign med en sikkerhetskopi (`workbench restore --to`).",
    ),
    # The search index
    "check.search_broken": ("The search index is damaged.", "Søkeindeksen er skadet."),
    "check.search_broken.do": ("Repair makes it anew from the texts.", "Reparasjon lager den på nytt av tekstene."),
    "check.search_missing": (
        "{n} turn is missing from the search index.|{n} turns are missing from the search index.",
        "{n} replikk mangler i søkeindeksen.|{n} replikker mangler i søkeindeksen.",
    ),
    "check.search_missing.do": ("Repair makes it anew from the texts.", "Reparasjon lager den på nytt av tekstene."),
    "check.search_words": (
        "The search index holds other words than the text of {n} turn.|The search index holds other words than the texts of {n} turns.",
        "Søkeindeksen har andre ord enn teksten i {n} replikk.|Søkeindeksen har andre ord enn teksten i {n} replikker.",
    ),
    "check.search_words.do": ("Repair makes it anew from the texts.", "Reparasjon lager den på nytt av tekstene."),
    "check.vocabulary": (
        "{n} word is missing from the list that finds parts of words.|{n} words are missing from the list that finds parts of words.",
        "{n} ord mangler i listen som finner deler av ord.|{n} ord mangler i listen som finner deler av ord.",
    ),
    "check.vocabulary.do": ("Repair makes it anew from the texts.", "Reparasjon lager den på nytt av tekstene."),
    # Beside the file
    "check.key_file": ("The key file is not right: {error}", "Nøkkelfilen er ikke som den skal: {error}"),
    "check.key_file.do": (
        "Put a copy in its place (the folder `backups` holds one) before you close the study.",
        "Legg en kopi på plass (mappen `backups` har en) før du lukker studien.",
    ),
    "check.key_copy": (
        "There is no copy of the key file among the backups.",
        "Det er ingen kopi av nøkkelfilen blant sikkerhetskopiene.",
    ),
    "check.key_copy.do": (
        "Open the study once with write rights: a copy is made then.",
        "Åpne studien én gang med skriverettigheter: da blir en kopi laget.",
    ),
    "check.leftovers": (
        "{n} file was left by something cut off ({names}).|{n} files were left by something cut off ({names}).",
        "{n} fil ligger igjen etter noe som ble avbrutt ({names}).|{n} filer ligger igjen etter noe som ble avbrutt ({names}).",
    ),
    "check.leftovers.do": ("Repair removes it.", "Reparasjon fjerner den."),
    "check.shared": (
        "The folder is shared by {service}, which can spoil a study that is open.",
        "Mappen deles av {service}, som kan ødelegge en studie som er åpen.",
    ),
    "check.shared.do": ("Move the study: `workbench move FOLDER`.", "Flytt studien: `workbench move MAPPE`."),
    "check.no_backup": ("There is no backup yet.", "Det er ingen sikkerhetskopi ennå."),
    "check.no_backup.do": ("Make one: `workbench backup`.", "Lag en: `workbench backup`."),
    "check.sample": (
        "{n} of {of} texts were looked through, drawn at random.",
        "{n} av {of} tekster ble sett gjennom, trukket tilfeldig.",
    ),
    "check.sample.do": (
        "A thorough check looks through all of them.",
        "En grundig sjekk ser gjennom alle.",
    ),
    # Where: what is no table of acts
    "table.act": ("act", "handling"),
    "table.turn": ("turn", "replikk"),
    "table.desk": ("place kept", "lagret sted"),
}
