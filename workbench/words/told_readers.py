"""What the readers of documents refuse and notice, in English and Bokmål; see `told`."""

READERS: tuple[tuple[str, str], ...] = (
    (
        "{name} is a PDF of pictures, without a text layer; have it read by a program for text recognition (OCR) "
        "first, or import the docx, odt or txt it was made from.",
        "{name} er en PDF av bilder, uten tekstlag; la et program for tekstgjenkjenning (OCR) lese den først, eller "
        "importer docx, odt eller txt den ble laget av.",
    ),
    (
        "{name} has {count} pages; a transcript has at most {most}. Split it, and import the parts.",
        "{name} har {count} sider; en transkripsjon har høyst {most}. Del den opp, og importer delene.",
    ),
    (
        "{name} is locked in a way the workbench does not know; save an unlocked copy of it.",
        "{name} er låst på en måte arbeidsbenken ikke kjenner; lagre en ulåst kopi av den.",
    ),
    (
        "{name} is called a PDF by its first bytes but is cut off or damaged; get a fresh copy from who made it.",
        "{name} er en PDF etter de første tegnene, men er avkortet eller skadet; skaff en ny kopi fra den som laget "
        "den.",
    ),
    (
        "{name}, page {page}, is damaged; get a fresh copy, or print it to a new PDF and import that.",
        "{name}, side {page}, er skadet; skaff en ny kopi, eller skriv den ut til en ny PDF og importer den.",
    ),
    (
        "{name}, page {page}, holds more than any page of text does; it was refused. Save the text in a new file and "
        "import that.",
        "{name}, side {page}, har mer på seg enn noen side med tekst; den ble avvist. Lagre teksten i en ny fil og "
        "importer den.",
    ),
    (
        "Pages that are pictures without text, so nothing was read from them: {pages}.",
        "Sider som er bilder uten tekst, så ingenting ble lest fra dem: {pages}.",
    ),
    ("save the table as csv or xlsx, and import that", "lagre tabellen som csv eller xlsx, og importer den"),
    (
        "The file has tracked changes; inserted text was read, deleted text was left out (places: {count}).",
        "Filen har sporede endringer; innsatt tekst ble lest, slettet tekst ble utelatt (steder: {count}).",
    ),
    (
        "Another document is embedded in the file and was not read; open the file in Word, save it anew and import "
        "that.",
        "Et annet dokument er innebygd i filen og ble ikke lest; åpne filen i Word, lagre den på nytt og importer den.",
    ),
    (
        "The file ends in the middle of something; compare its end with the recording.",
        "Filen slutter midt i noe; sammenlign slutten med opptaket.",
    ),
    (
        "{name} has {size} MB; a page with a transcript has less than {most}. Save its text as docx, odt or txt, and "
        "import that.",
        "{name} er på {size} MB; en side med en transkripsjon er under {most}. Lagre teksten som docx, odt eller txt, "
        "og importer den.",
    ),
    (
        "The page says that it is written in {encoding}, but it is not.",
        "Siden sier at den er skrevet i {encoding}, men det er den ikke.",
    ),
    (
        "Hidden text in the file that was kept as notes beside the talk: {count}.",
        "Skjult tekst i filen som ble beholdt som notater ved siden av samtalen: {count}.",
    ),
    # Encodings
    (
        "The file is not UTF-8; it was read as {encoding}. Check æ, ø and å, and name the encoding if they are wrong.",
        "Filen er ikke UTF-8; den ble lest som {encoding}. Se på æ, ø og å, og oppgi tegnkodingen hvis de er feil.",
    ),
    (
        "The file is not UTF-8; it was read as {encoding}, but it may be {other}. Check æ, ø and å, or name the "
        "encoding.",
        "Filen er ikke UTF-8; den ble lest som {encoding}, men kan være {other}. Se på æ, ø og å, eller oppgi "
        "tegnkodingen.",
    ),
    (
        "The file is UTF-8 with {count} damaged places; they are shown as «\ufffd».",
        "Filen er UTF-8 med skadede steder ({count}); de vises som «\ufffd».",
    ),
    # Odd characters
    (
        "Control characters (NUL, escape…) replaced by a visible sign: {count}.",
        "Styretegn (NUL, escape…) som er erstattet med et synlig tegn: {count}.",
    ),
    (
        "Broken characters replaced by «\ufffd»: {count}.",
        "Ødelagte tegn som er erstattet med «\ufffd»: {count}.",
    ),
    (
        "Characters that are unreadable in the file («\ufffd»): {count}; compare with the recording.",
        "Tegn som er uleselige i filen («\ufffd»): {count}; sammenlign med opptaket.",
    ),
    (
        "Invisible characters that turn the reading direction, kept and shown as signs: {count}.",
        "Usynlige tegn som snur leseretningen, beholdt og vist som tegn: {count}.",
    ),
    (
        "Characters from a symbol font, without a standard meaning, kept as they are: {count}.",
        "Tegn fra en symbolskrift, uten fast betydning, beholdt som de er: {count}.",
    ),
    # Captions, and files that name nobody
    (
        "The captions roll: each line is shown again above the next; it was read once (lines shown again: {count}).",
        "Undertekstene ruller: hver linje vises igjen over den neste; den ble lest én gang (linjer vist igjen: "
        "{count}).",
    ),
    (
        "the file names no speakers; say whose words they are.",
        "filen nevner ingen talere; si hvem ordene tilhører.",
    ),
    (
        "the file names no speakers; the words are kept as those of {label}, after the file name.",
        "filen nevner ingen talere; ordene står som ordene til {label}, etter filnavnet.",
    ),
    (
        "The folder {path} cannot be read ({error}); ask for access.",
        "Mappen {path} kan ikke leses ({error}); be om tilgang.",
    ),
    (
        "{path} holds no transcripts; the workbench reads {known}.",
        "{path} har ingen transkripsjoner; arbeidsbenken leser {known}.",
    ),
)
