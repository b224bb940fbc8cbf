"""What the commands towards others are called: anonymising, people, a team, the command line."""

ANONYMISE: dict[str, tuple[str, str]] = {
    "command.anonymise.scan": ("Scan", "Søk"),
    "command.anonymise.scan.help": (
        "Look through the transcripts for names, places and numbers to decide on.",
        "Let i transkripsjonene etter navn, steder og numre som må avgjøres.",
    ),
    "command.anonymise.replace": ("Replace", "Erstatt"),
    "command.anonymise.replace.help": (
        "Replace the name with the label proposed.",
        "Erstatt navnet med merkelappen som er foreslått.",
    ),
    "command.anonymise.edit": ("Edit label", "Annet merke"),
    "command.anonymise.edit.help": (
        "Replace the name with another label than the one proposed.",
        "Erstatt navnet med en annen merkelapp enn den foreslåtte.",
    ),
    "command.anonymise.keep": ("Keep", "Behold"),
    "command.anonymise.keep.help": (
        "Keep the name as it is, in exports too.",
        "Behold navnet som det er, også i eksporter.",
    ),
    "command.anonymise.not_a_name": ("Not a name", "Ikke navn"),
    "command.anonymise.not_a_name.help": (
        "Say that the words name nobody and nothing; they are left alone.",
        "Si at ordene ikke er noe navn; de blir stående.",
    ),
    "command.anonymise.undecide": ("Undecide", "Åpne på nytt"),
    "command.anonymise.undecide.help": (
        "Take the decision back: undecided again.",
        "Trekk avgjørelsen: navnet er uavgjort igjen.",
    ),
    "command.anonymise.kind": ("Kind", "Type"),
    "command.anonymise.kind.help": (
        "Say what it is: person, place, organisation and so on.",
        "Si hva det er: person, sted, organisasjon og så videre.",
    ),
    "command.anonymise.join": ("Same as", "Samme som"),
    "command.anonymise.join.help": (
        "Say that two names are the same person or place, with one label.",
        "Si at to navn er samme person eller sted, med én merkelapp.",
    ),
    "command.anonymise.form": ("Add form", "Ny form"),
    "command.anonymise.form.help": (
        "Add another written form of the name: a nickname, a misspelling.",
        "Legg til en annen skrivemåte av navnet: et kallenavn, en skrivefeil.",
    ),
    "command.anonymise.add": ("Add name", "Nytt navn"),
    "command.anonymise.add.help": (
        "Add a name that the search did not find.",
        "Legg til et navn som søket ikke fant.",
    ),
    "command.anonymise.here": ("Not here", "Ikke her"),
    "command.anonymise.here.help": (
        "Say that this one mention is not that person or place.",
        "Si at akkurat denne forekomsten ikke er den personen eller det stedet.",
    ),
    "command.anonymise.open": ("Open", "Åpne"),
    "command.anonymise.open.help": (
        "Open the transcript where the name is mentioned.",
        "Åpne transkripsjonen der navnet er nevnt.",
    ),
    "command.anonymise.filter": ("Filter", "Filter"),
    "command.anonymise.filter.help": (
        "Show only the names not decided on, or all of them.",
        "Vis bare navnene som ikke er avgjort, eller alle.",
    ),
}

TEAM: dict[str, tuple[str, str]] = {
    "command.reconcile.load": ("Load", "Last inn"),
    "command.reconcile.load.help": (
        "Load a colleague's codebook and the version you both started from.",
        "Last inn en kollegas kodebok og versjonen dere begge startet fra.",
    ),
    "command.reconcile.ours": ("Ours", "Vår"),
    "command.reconcile.ours.help": (
        "Settle this difference with our version.",
        "Avgjør forskjellen med vår versjon.",
    ),
    "command.reconcile.theirs": ("Theirs", "Deres"),
    "command.reconcile.theirs.help": (
        "Settle this difference with their version.",
        "Avgjør forskjellen med deres versjon.",
    ),
    "command.reconcile.both": ("Both", "Begge"),
    "command.reconcile.both.help": (
        "Settle this difference by keeping both.",
        "Avgjør forskjellen ved å beholde begge.",
    ),
    "command.reconcile.postpone": ("Later", "Senere"),
    "command.reconcile.postpone.help": (
        "Leave this difference for later; ours stays until it is settled.",
        "La forskjellen stå til senere; vår versjon gjelder til den er avgjort.",
    ),
    "command.reconcile.apply": ("Apply", "Gjennomfør"),
    "command.reconcile.apply.help": (
        "Bring what is settled into the codebook, as one step.",
        "Før det som er avgjort, inn i kodeboken som ett skritt.",
    ),
    "command.people.import": ("Import", "Les tabell"),
    "command.people.import.help": (
        "Take in a table of participants (CSV or XLSX), one row each.",
        "Les inn en tabell over deltakere (CSV eller XLSX), én rad hver.",
    ),
    "command.people.edit": ("Edit", "Rediger"),
    "command.people.edit.help": (
        "Set what is known of a participant, such as role or age.",
        "Sett det som er kjent om en deltaker, for eksempel rolle eller alder.",
    ),
    "command.people.memo": ("Memo", "Memo"),
    "command.people.memo.help": ("Write a memo on this participant.", "Skriv et memo om denne deltakeren."),
    "command.history.more": ("Details", "Detaljer"),
    "command.history.more.help": (
        "Show what a step of the history changed.",
        "Vis hva et skritt i historikken endret.",
    ),
    "command.history.who": ("By whom", "Av hvem"),
    "command.history.who.help": ("Show only what one coder did.", "Vis bare det én koder gjorde."),
    "command.history.what": ("On what", "På hva"),
    "command.history.what.help": (
        "Show only acts on one kind of thing, or of one kind.",
        "Vis bare handlinger på én type ting, eller av ett slag.",
    ),
    "command.history.when": ("When", "Når"),
    "command.history.when.help": (
        "Show only what was done in some days, as you write them.",
        "Vis bare det som ble gjort i visse dager, slik du skriver dem.",
    ),
    "command.history.state": ("Undone or not", "Angret eller ei"),
    "command.history.state.help": (
        "Show only acts that hold, or that were undone.",
        "Vis bare handlinger som gjelder, eller som er angret.",
    ),
    "command.history.find": ("Find", "Finn"),
    "command.history.find.help": (
        "Show only acts whose sentence holds some words.",
        "Vis bare handlinger der setningen har visse ord.",
    ),
    "command.history.replay": ("Replay", "Spill av"),
    "command.history.replay.help": (
        "See the acts that are shown happen again, one by one, with the study as it stood then.",
        "Se handlingene som vises, skje igjen, én for én, med studien slik den var da.",
    ),
    "command.history.export": ("Write to file", "Skriv til fil"),
    "command.history.export.help": (
        "Write the acts that are shown to a page (HTML) or one a line (JSONL), names hidden.",
        "Skriv handlingene som vises, til en side (HTML) eller én per linje (JSONL), navn skjult.",
    ),
    "command.history.rows_next": ("More rows", "Flere rader"),
    "command.history.rows_next.help": (
        "Show the next rows of an act that touched many.",
        "Vis de neste radene til en handling som endret mange.",
    ),
    "command.history.rows_previous": ("Rows before", "Rader før"),
    "command.history.rows_previous.help": (
        "Show the rows before, of an act that touched many.",
        "Vis radene før, til en handling som endret mange.",
    ),
    "command.life.open": ("Its life", "Livet"),
    "command.life.open.help": (
        "Show everything that was ever done to this thing, oldest first, with what it was and became.",
        "Vis alt som noen gang er gjort med denne tingen, eldst først, med hva den var og ble.",
    ),
    "command.life.whole": ("Codings too", "Kodinger også"),
    "command.life.whole.help": (
        "Tell the codings of a code or a transcript too, or no more.",
        "Ta med kodingene til en kode eller en transkripsjon, eller utelat dem igjen.",
    ),
    "command.replay.next": ("Next", "Neste"),
    "command.replay.next.help": ("Go one act on.", "Gå én handling fram."),
    "command.replay.previous": ("Back", "Tilbake"),
    "command.replay.previous.help": ("Go one act back.", "Gå én handling tilbake."),
    "command.replay.run": ("Run or stop", "Start eller stopp"),
    "command.replay.run.help": (
        "Let the acts follow each other by themselves, or stop them.",
        "La handlingene følge hverandre av seg selv, eller stopp dem.",
    ),
    "command.replay.first": ("First act", "Første handling"),
    "command.replay.first.help": ("Go to the first act.", "Gå til den første handlingen."),
    "command.replay.last": ("Last act", "Siste handling"),
    "command.replay.last.help": ("Go to the last act.", "Gå til den siste handlingen."),
    "command.replay.faster": ("Faster", "Fortere"),
    "command.replay.faster.help": (
        "Give each act less time when it runs by itself.",
        "Gi hver handling kortere tid når det går av seg selv.",
    ),
    "command.replay.slower": ("Slower", "Saktere"),
    "command.replay.slower.help": (
        "Give each act more time when it runs by itself.",
        "Gi hver handling lengre tid når det går av seg selv.",
    ),
    "command.replay.open": ("Open the passage", "Åpne utdraget"),
    "command.replay.open.help": (
        "Open the transcript at the passage this act was about.",
        "Åpne transkripsjonen ved utdraget handlingen gjaldt.",
    ),
}

LINE: dict[str, tuple[str, str]] = {
    "command.line.init": ("New study", "Ny studie"),
    "command.line.init.help": ("Make a study in a folder.", "Lag en studie i en mappe."),
    "command.line.demo": ("Demo", "Demo"),
    "command.line.demo.help": (
        "Make a demo study of invented interviews and open it.",
        "Lag en demostudie av oppdiktede intervjuer og åpne den.",
    ),
    "command.line.participants": ("Participants", "Deltakere"),
    "command.line.participants.help": (
        "List the participants and what is known of them.",
        "Vis deltakerne og det som er kjent om dem.",
    ),
    "command.line.mark": ("Mark a coding", "Merk en koding"),
    "command.line.mark.help": (
        "Say what a coding is: its level, its stance, whether it is certain, whether it is important.",
        "Si hva en koding er: nivået, forholdet til koden, om den er sikker, om den er viktig.",
    ),
    "command.line.codings": ("Codings", "Kodinger"),
    "command.line.codings.help": (
        "List the codings of a transcript, or of the study.",
        "Vis kodingene i en transkripsjon eller i hele studien.",
    ),
    "command.line.codes": ("Codes", "Koder"),
    "command.line.codes.help": (
        "Show the codebook as a tree with counts and definitions.",
        "Vis kodeboken som et tre med antall og definisjoner.",
    ),
    "command.line.codes_revive": ("Revive", "Ta i bruk"),
    "command.line.codes_revive.help": (
        "Take a retired code into use again.",
        "Ta en kode som er lagt bort, i bruk igjen.",
    ),
    "command.line.themes": ("Themes", "Temaer"),
    "command.line.themes.help": (
        "List the themes and the codes under each.",
        "Vis temaene og kodene under hvert.",
    ),
    "command.line.codebook_export": ("Export codes", "Eksporter kodebok"),
    "command.line.codebook_export.help": (
        "Write the codebook to a file (.yaml, .qdc or .csv).",
        "Skriv kodeboken til en fil (.yaml, .qdc eller .csv).",
    ),
    "command.line.codebook_import": ("Import codes", "Importer kodebok"),
    "command.line.codebook_import.help": (
        "Take in a codebook from a file (.yaml, .qdc or .csv).",
        "Les inn en kodebok fra en fil (.yaml, .qdc eller .csv).",
    ),
    "command.line.board": ("Board", "Sitattavle"),
    "command.line.board.help": (
        "List the quotes on the board by theme.",
        "Vis sitatene på tavla, tema for tema.",
    ),
    "command.line.set": ("Set", "Sett"),
    "command.line.set.help": (
        "Set something for the whole study, such as the attribution of quotes.",
        "Sett noe for hele studien, for eksempel henvisningen under sitatene.",
    ),
    "command.line.keys": ("Key guide", "Tasteguide"),
    "command.line.keys.help": (
        "Print the keys of every screen.",
        "Skriv ut tastene i hvert skjermbilde.",
    ),
}
