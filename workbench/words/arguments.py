"""What the arguments of the command line mean, for `--help` and the docs."""

ARGUMENTS: dict[str, tuple[str, str]] = {
    "arg.workbench": (
        "A workbench for the thematic analysis of transcribed interviews. Without a verb it opens the screens on the "
        "study in the current folder.",
        "En arbeidsbenk for tematisk analyse av transkriberte intervjuer. Uten verb åpnes skjermbildene på studien i "
        "mappen du står i.",
    ),
    "arg.epilog": (
        "Every change is one step that `workbench undo` takes back. Exit codes: 0 done, 1 refused with a reason, "
        "2 wrong use.",
        "Hver endring er ett skritt som `workbench undo` tar tilbake. Avslutningskoder: 0 gjort, 1 avslått med "
        "begrunnelse, 2 feil bruk.",
    ),
    "arg.usage": ("usage:", "bruk:"),
    "arg.options": ("options", "valg"),
    "arg.positionals": ("positional arguments", "argumenter"),
    "arg.help": ("show this help message and exit", "vis denne hjelpen og avslutt"),
    "arg.version": ("print the version and leave", "skriv versjonen og avslutt"),
    "arg.verbs": ("verbs", "verb"),
    "arg.verb.people": (
        "Take in what is known of the participants.",
        "Les inn det som er kjent om deltakerne.",
    ),
    "arg.verb.codebook": (
        "Exchange the codebook with files and colleagues.",
        "Utveksle kodeboken med filer og kolleger.",
    ),
    "arg.verb.export": ("Write what is ready to leave the study.", "Skriv ut det som er klart til å forlate studien."),
    "arg.verb.shield": (
        "Anonymise: find names and decide what is shown instead.",
        "Anonymiser: finn navn og avgjør hva som vises i stedet.",
    ),
    "arg.verb.import": (
        "Import transcripts: show how each file is read, then store it.",
        "Importer transkripsjoner: vis hvordan hver fil blir lest, og lagre den.",
    ),
    "arg.verb.transcripts": (
        "List the transcripts with words, turns, codings and quotes.",
        "Vis transkripsjonene med ord, replikker, kodinger og sitater.",
    ),
    "arg.verb.history": (
        "List who did what, and when, newest first.",
        "Vis hvem som gjorde hva, og når, nyeste først.",
    ),
    "arg.verb.code": (
        "Code words of a transcript with a code, or take codings from a file.",
        "Kod ord i en transkripsjon med en kode, eller les kodinger fra en fil.",
    ),
    "arg.verb.uncode": (
        "Take a coding off its passage; the code stays in the codebook.",
        "Fjern en koding fra utdraget; koden blir stående i kodeboken.",
    ),
    "arg.verb.quotes": (
        "Print every passage that has a code, with its reference.",
        "Skriv ut alle utdrag som har en kode, med henvisning.",
    ),
    "arg.verb.suggest": (
        "Suggest codes for a passage, ranked, with reasons; nothing is coded.",
        "Foreslå koder til et utdrag, rangert og begrunnet; ingenting kodes.",
    ),
    "arg.verb.codes retire": (
        "Put a code away; its codings stay, new ones are refused.",
        "Legg bort en kode; kodingene blir stående, nye avslås.",
    ),
    "arg.verb.shield replace": (
        "Decide what is shown instead of a name, everywhere.",
        "Avgjør hva som vises i stedet for et navn, overalt.",
    ),
    "arg.verb.shield entities": (
        "List the names and other identifiers, and what was decided on each.",
        "Vis navnene og andre kjennetegn, og hva som er avgjort for hvert.",
    ),
    "arg.verb.codebook merge": (
        "Merge a colleague's codebook with this one, from the version both started from.",
        "Flett en kollegas kodebok med denne, ut fra versjonen begge startet fra.",
    ),
    "arg.study": ("the study folder (default: the current one)", "studiemappen (ellers mappen du står i)"),
    "arg.json": ("print JSON instead of text", "skriv JSON i stedet for tekst"),
    "arg.coder": (
        "as whom to work (default: the setting, else the study's first coder)",
        "hvem du arbeider som (ellers innstillingen, ellers studiens første koder)",
    ),
    "arg.read_only": ("refuse every change", "avslå alle endringer"),
    "arg.language": (
        "the language of texts and help; for `init` also that of the interviews (default there: nb)",
        "språket i tekster og hjelp; for `init` også intervjuenes språk (ellers nb der)",
    ),
    "arg.init_folder": (
        "where to make the study (default: the study folder)",
        "hvor studien lages (ellers studiemappen)",
    ),
    "arg.study_name": ("the study's name (default: the folder's)", "studiens navn (ellers mappens)"),
    "arg.import_files": (
        "transcripts (docx, odt, rtf, pdf, html, md, txt, vtt, srt, json, tsv, otr, eaf), or folders of them",
        "transkripsjoner (docx, odt, rtf, pdf, html, md, txt, vtt, srt, json, tsv, otr, eaf), eller mapper med slike",
    ),
    "arg.dry_run": (
        "show how the files would be read, and store nothing",
        "vis hvordan filene blir lest, uten å lagre",
    ),
    "arg.speaker": (
        "who a speaker is: ROLE is interviewer, participant, other or unknown; may be given several times",
        "hvem en taler er: ROLE er interviewer, participant, other eller unknown; kan gis flere ganger",
    ),
    "arg.import_repairs": (
        "which repairs are made: all that were found, the sure ones, or none (default: sure)",
        "hvilke rettelser som gjøres: alle som ble funnet, de sikre, eller ingen (ellers sure)",
    ),
    "arg.import_take": (
        "take only this file (its name, or that of its transcript), whatever speaks against it; may be given several "
        "times",
        "ta bare denne filen (navnet, eller navnet på transkripsjonen), hva som enn taler imot; kan gis flere ganger",
    ),
    "arg.import_skip": (
        "leave this file out; may be given several times",
        "la denne filen være; kan gis flere ganger",
    ),
    "arg.answers": (
        "the files are sheets (csv, xlsx, ods) of open answers: a row is a respondent, columns of longer texts are "
        "the answers, the others attributes",
        "filene er ark (csv, xlsx, ods) med åpne svar: en rad er en som svarte, kolonner med lengre tekster er "
        "svarene, de andre er egenskaper",
    ),
    "arg.answer_texts": (
        "the columns with answers, by header, its beginning, or number, with commas between (or semicolons)",
        "kolonnene med svar, etter overskrift, begynnelsen på den, eller nummer, med komma mellom (eller semikolon)",
    ),
    "arg.answer_label": (
        "the column with the respondents' labels",
        "kolonnen med deltakernes betegnelser",
    ),
    "arg.encoding": (
        "the encoding of text files, when the guess is wrong",
        "tegnkodingen i tekstfiler, når gjettingen er feil",
    ),
    "arg.people_file": (
        "a table (csv or xlsx): one row a person, one column an attribute",
        "en tabell (csv eller xlsx): en rad per person, en kolonne per egenskap",
    ),
    "arg.people_add": (
        "also take people who speak in no transcript yet",
        "ta også med personer som ikke taler i noen transkripsjon ennå",
    ),
    "arg.participant": ("the participant's label, such as P07", "deltakerens merkelapp, som P07"),
    "arg.attribute": ("what is known, such as age or role", "hva som er kjent, som age eller role"),
    "arg.value": ("the value", "verdien"),
    "arg.count": ("how many steps (default: 1)", "hvor mange skritt (ellers 1)"),
    "arg.history_limit": (
        "how many lines (default: 20; with --object all)",
        "hvor mange linjer (ellers 20; med --object alle)",
    ),
    "arg.history_who": (
        "only what this coder did; may be given several times",
        "bare det denne koderen gjorde; kan gis flere ganger",
    ),
    "arg.history_what": (
        "only acts on this kind of thing (coding, code, theme, memo, quote, transcript, session, participant, entity, "
        "search, export, setting, coder, other) or one verb, such as coding.apply; may be given several times",
        "bare handlinger på denne typen ting (koding, kode, tema, memo, sitat, transkripsjon, møte, deltaker, navn å "
        "anonymisere, søk, eksport, innstilling, koder, andre ting) eller ett verb, som coding.apply; kan gis flere "
        "ganger",
    ),
    "arg.history_since": (
        "only from this day on: 2026-03-01, 1.3.2026, 2026-03, yesterday, last week, last 7 days",
        "bare fra og med denne dagen: 2026-03-01, 1.3.2026, 2026-03, i går, forrige uke, siste 7 dager",
    ),
    "arg.history_until": ("only to the end of this day", "bare til og med denne dagen"),
    "arg.history_state": (
        "only acts that hold, or that were undone: so that redo can bring them back, for good, or either; or those erased",
        "bare handlinger som gjelder, eller som er angret: slik at de kan gjøres om igjen, for godt, eller begge deler; "
        "eller slettede",
    ),
    "arg.history_find": (
        "only acts whose sentence holds these words",
        "bare handlinger der setningen har disse ordene",
    ),
    "arg.history_object": (
        "the life of one thing, oldest first, with what it was and became: code:NAME, theme:NAME, transcript:NAME, "
        "participant:LABEL, session:NAME, coder:NAME, coding:ID, quote:ID, memo:ID; what is gone is found too",
        "livet til én ting, eldst først, med hva den var og ble: kode:NAVN, tema:NAVN, transkripsjon:NAVN, "
        "deltaker:MERKE, møte:NAVN, koder:NAVN, koding:ID, sitat:ID, memo:ID; det som er borte, finnes også",
    ),
    "arg.history_codings": (
        "with --object: the codings of a code or a transcript too",
        "med --object: ta med kodingene til en kode eller en transkripsjon",
    ),
    "arg.history_before": ("only acts older than this one", "bare handlinger eldre enn denne"),
    "arg.history_after": (
        "only acts newer than this one, oldest first",
        "bare handlinger nyere enn denne, eldst først",
    ),
    "arg.history_csv": ("as comma-separated values", "som kommadelte verdier"),
    "arg.history_export": (
        "write all acts that fit to a file: .jsonl (one act a line, with its rows) or .html (a page to read)",
        "skriv alle handlinger som passer, til en fil: .jsonl (én handling per linje, med rader) eller .html (en side)",
    ),
    "arg.history_with_words": (
        "with --export: with the words of passages and memos, which the gate then tests",
        "med --export: ta med ordene i utdrag og memoer, som porten da prøver",
    ),
    "arg.setting": (
        "attribution (a template such as {gender}, {age_band}), insert_style (ellipses, plain), assist (on, off), "
        "round (the round of coding that new codings belong to) or small_number (tables by attribute that leave the "
        "study do not tell of fewer people; 0: any); without it all are shown",
        "attribution (en mal som {gender}, {age_band}), insert_style (ellipses, plain), assist (on, off), "
        "round (koderunden som nye kodinger hører til) eller small_number (tabeller etter egenskap som forlater studien, "
        "forteller ikke om færre personer; 0: alle); uten den vises alle",
    ),
    "arg.markdown": ("as Markdown", "som Markdown"),
    "arg.demo_folder": (
        "where the demo study is made (default: demo-study)",
        "hvor demostudien lages (ellers demo-study)",
    ),
    "arg.english": ("with the English interviews", "med de engelske intervjuene"),
    "arg.no_open": ("make it without opening the screens", "lag den uten å åpne skjermbildene"),
    "arg.transcript": (
        "a transcript's name, or its participant's label",
        "transkripsjonens navn, eller deltakerens merkelapp",
    ),
    "arg.turn": ("the number of the turn where the words stand", "nummeret på replikken der ordene står"),
    "arg.words": ("the exact words, once in the turn", "ordene nøyaktig som de står, én gang i replikken"),
    "arg.code": ("a code's name, or its path: parent > code", "kodens navn, eller stien: overkode > kode"),
    "arg.new": ("make the code as well", "lag koden også"),
    "arg.new_under": ("with --new: the code to put it under", "med --new: koden den legges under"),
    "arg.memo": ("a memo on the coding", "et memo til kodingen"),
    "arg.level": ("the level of meaning", "meningsnivået"),
    "arg.stance": (
        "whether the passage supports, qualifies or contradicts what the code says",
        "om utdraget støtter, nyanserer eller motsier det koden sier",
    ),
    "arg.certain": ("you are sure of the coding", "du er sikker på kodingen"),
    "arg.uncertain": ("you are not sure of the coding", "du er ikke sikker på kodingen"),
    "arg.important": ("the passage is important", "utdraget er viktig"),
    "arg.not_important": ("the passage is not important after all", "utdraget er ikke viktig likevel"),
    "arg.coding_file": (
        "a CSV file instead, with the columns transcript, turn, words, code and memo",
        "en CSV-fil i stedet, med kolonnene transcript, turn, words, code og memo",
    ),
    "arg.coding": (
        "a coding's id, or its ending as the lists show it",
        "kodingens id, eller slutten av den slik listene viser",
    ),
    "arg.coder_name": ("only the codings of this coder", "bare kodingene til denne koderen"),
    "arg.children": ("with the codes under it", "sammen med kodene under den"),
    "arg.context": ("how many characters to show around each passage", "hvor mange tegn som vises rundt hvert utdrag"),
    "arg.suggest_text": ("the passage itself", "selve utdraget"),
    "arg.new_code": ("the new code's name", "navnet på den nye koden"),
    "arg.under": ("the code to put it under (default: the top level)", "koden den legges under (ellers øverste nivå)"),
    "arg.brief": ("the definition in one line", "definisjonen på én linje"),
    "arg.definition": ("the full definition", "hele definisjonen"),
    "arg.when": ("when to use the code", "når koden brukes"),
    "arg.when_not": ("when not to use it", "når den ikke brukes"),
    "arg.example": ("a typical passage", "et typisk utdrag"),
    "arg.new_name": ("the new name", "det nye navnet"),
    "arg.into": ("the code that stays", "koden som blir stående"),
    "arg.codebook_out": (
        "where to write; the ending says how: .yaml, .qdc or .csv",
        "hvor det skrives; endelsen sier hvordan: .yaml, .qdc eller .csv",
    ),
    "arg.codebook_in": ("a codebook file (.yaml, .qdc, .csv)", "en kodebokfil (.yaml, .qdc, .csv)"),
    "arg.merge_file": ("the colleague's codebook", "kollegaens kodebok"),
    "arg.base": (
        "the codebook both started from (leave it out when there is none)",
        "kodeboken begge startet fra (utelat den hvis det ikke finnes noen)",
    ),
    "arg.resolutions": (
        "a file of choices: read when it is there, and written with what is settled and what is open",
        "en fil med valg: leses hvis den finnes, og skrives med det som er avgjort og det som står åpent",
    ),
    "arg.settle": (
        "settle one conflict: ours, theirs or both; may be given several times",
        "avgjør én konflikt: ours, theirs eller both; kan gis flere ganger",
    ),
    "arg.take": (
        "settle every open conflict this way, where it is a choice",
        "avgjør alle åpne konflikter slik, der det er et valg",
    ),
    "arg.list": ("only list the conflicts; change nothing", "vis bare konfliktene; endre ingenting"),
    "arg.merge_remove": (
        "take codes away that their file does not have",
        "fjern koder som filen deres ikke har",
    ),
    "arg.theme": ("a theme's name", "temaets navn"),
    "arg.new_theme": ("the new theme's name", "navnet på det nye temaet"),
    "arg.concept": ("the central organising concept", "det sentrale organiserende begrepet"),
    "arg.theme_definition": ("what the theme covers, and what not", "hva temaet dekker, og hva ikke"),
    "arg.codes": ("codes by name or path", "koder med navn eller sti"),
    "arg.status": ("how far the theme has come", "hvor langt temaet er kommet"),
    "arg.quote": (
        "a quote's id, or its ending as `board` shows it",
        "sitatets id, eller slutten av den slik `board` viser",
    ),
    "arg.cut_words": (
        "the exact words to leave out, once in the quote",
        "ordene som kuttes, nøyaktig og én gang i sitatet",
    ),
    "arg.insert_text": ("the words of explanation", "de forklarende ordene"),
    "arg.after": ("the exact words after which they stand", "ordene de skal stå etter"),
    "arg.by": ("how the quotes are ordered", "hvordan sitatene ordnes"),
    "arg.format": (
        "the kind of file (default: by the ending of --to, else docx)",
        "filtypen (ellers etter endelsen i --to, eller docx)",
    ),
    "arg.export_theme": (
        "only the quotes of this theme; may be given several times",
        "bare sitatene i dette temaet; kan gis flere ganger",
    ),
    "arg.no_reference": (
        "leave out participant, turn and time",
        "utelat deltaker, replikk og tid",
    ),
    "arg.to": (
        "where to write (default: exports/quotes.FORMAT in the study folder)",
        "hvor det skrives (ellers exports/quotes.FORMAT i studiemappen)",
    ),
    "arg.undecided": ("only those that wait for a decision", "bare de som venter på avgjørelse"),
    "arg.entity": ("a name as listed, or any of its written forms", "et navn som listet, eller en av skrivemåtene"),
    "arg.label": ("what is shown instead, such as colleague 1", "hva som vises i stedet, som kollega 1"),
    "arg.new_entity": ("the name as written in the transcripts", "navnet slik det står i transkripsjonene"),
    "arg.kind": ("what it names (default: person)", "hva navnet gjelder (ellers person)"),
}
