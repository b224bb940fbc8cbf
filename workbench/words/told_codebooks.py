"""What is refused in codebook files and reports: (English as it is raised, Bokmål); fields are particulars."""

CODEBOOKS: tuple[tuple[str, str], ...] = (
    # Codebooks
    (
        "{path} is no codebook the workbench knows; it reads {known} files.",
        "{path} er ingen kodebok arbeidsbenken kjenner; den leser {known}.",
    ),
    (
        "«{name}» names no codebook format; end it with {known}.",
        "«{name}» angir ikke noe kodebokformat; avslutt med {known}.",
    ),
    ("{path} is empty; there is no codebook to read.", "{path} er tom; det er ingen kodebok å lese."),
    (
        "{path} is no REFI-QDA codebook: it does not begin as XML.",
        "{path} er ingen REFI-QDA-kodebok: den begynner ikke som XML.",
    ),
    (
        "{path} is not a text file; there is no codebook to read.",
        "{path} er ingen tekstfil; det er ingen kodebok å lese.",
    ),
    (
        "The codebook is more than {most} levels deep; move codes up before writing it.",
        "Kodeboken er mer enn {most} nivåer dyp; flytt koder opp før den skrives.",
    ),
    (
        "{path} is larger than {size} MB, too large for a codebook.",
        "{path} er større enn {size} MB, for stor til å være en kodebok.",
    ),
    ("There is no file {path}.", "Det finnes ingen fil {path}."),
    (
        "{path} cannot be written ({error}); nothing was changed.",
        "{path} kan ikke skrives ({error}); ingenting ble endret.",
    ),
    (
        "{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.",
        "{path}, linje {line}: dette er ikke UTF-8-tekst; lagre filen som UTF-8.",
    ),
    (
        "{file} is empty; the first line must name the columns {known}.",
        "{file} er tom; første linje må ha kolonnene {known}.",
    ),
    (
        "{file}, line {line}: there is no column `path` or `name`, so no codes can be read.",
        "{file}, linje {line}: det er ingen kolonne `path` eller `name`, så ingen koder kan leses.",
    ),
    (
        "{file}, line {line}: «{name}» is not a column of a codebook; allowed are {known}.",
        "{file}, linje {line}: «{name}» er ingen kolonne i en kodebok; tillatt er {known}.",
    ),
    (
        "{file}, line {line}: the column «{name}» comes twice.",
        "{file}, linje {line}: kolonnen «{name}» står to ganger.",
    ),
    (
        "{file}, line {line}: a code has no name; give it one.",
        "{file}, linje {line}: en kode mangler navn; gi den et.",
    ),
    (
        "{file}, line {line}: «{value}» in `codable` must be true or false.",
        "{file}, linje {line}: «{value}» i `codable` må være true eller false.",
    ),
    (
        "{file}, line {line}: «{one}» and «{other}» stand under each other in a circle; give one of them a place at the "
        "top level.",
        "{file}, linje {line}: «{one}» og «{other}» står under hverandre i ring; gi en av dem plass på øverste nivå.",
    ),
    (
        "{file}, line {line}: the file declares a DOCTYPE, which can hide harmful content; it was refused. Export the "
        "codebook again without one.",
        "{file}, linje {line}: filen har en DOCTYPE, som kan skjule skadelig innhold; den ble avvist. Eksporter "
        "kodeboken på nytt uten.",
    ),
    (
        "A .qdc file needs at least one code and the codebook is empty; add codes first.",
        "En .qdc-fil må ha minst én kode, og kodeboken er tom; legg til koder først.",
    ),
    (
        "{file}, line {line}: this XML is not a REFI-QDA codebook.",
        "{file}, linje {line}: denne XML-en er ingen REFI-QDA-kodebok.",
    ),
    (
        "{file} is a REFI-QDA project; export its codebook (.qdc) alone.",
        "{file} er et REFI-QDA-prosjekt; eksporter kodeboken (.qdc) alene.",
    ),
    (
        "{where}: codes lie more than {most} levels deep; make the tree flatter.",
        "{where}: koder ligger mer enn {most} nivåer dypt; gjør treet flatere.",
    ),
    ("{file}, line {line}: the XML is damaged ({error}).", "{file}, linje {line}: XML-en er skadet ({error})."),
    ("{file}: the XML cannot be read ({error}).", "{file}: XML-en kan ikke leses ({error})."),
    (
        "{file}, line {line}: «{name}» stands beside another code of that name (line {other}); rename one.",
        "{file}, linje {line}: «{name}» står ved siden av en annen kode med det navnet (linje {other}); gi en av dem "
        "nytt navn.",
    ),
    (
        "{file}, line {line}: «{guid}» is not a GUID; correct it, or leave it out for a new code.",
        "{file}, linje {line}: «{guid}» er ingen GUID; rett den, eller utelat den for en ny kode.",
    ),
    (
        "{file}, line {line}: «{name}» has the GUID {guid}, which line {other} has too; remove it from one.",
        "{file}, linje {line}: «{name}» har GUID {guid}, som linje {other} også har; fjern den fra en av dem.",
    ),
    (
        "{file}, line {line}: there are more than {most} codes; this is no codebook.",
        "{file}, linje {line}: det er mer enn {most} koder; dette er ingen kodebok.",
    ),
    (
        "{file}, line {line}: «{colour}» is not a colour; write it as #RRGGBB.",
        "{file}, linje {line}: «{colour}» er ingen farge; skriv den som #RRGGBB.",
    ),
    (
        "{file} is empty; a codebook begins with `codebook:` and `codes:`.",
        "{file} er tom; en kodebok begynner med `codebook:` og `codes:`.",
    ),
    ("{file}: this is not YAML ({error}).", "{file}: dette er ikke YAML ({error})."),
    (
        "{file}: the YAML is nested too deep to be a codebook.",
        "{file}: YAML-en er nøstet for dypt til å være en kodebok.",
    ),
    (
        "{file}, line {line}: there is no `codes:` list.",
        "{file}, linje {line}: det er ingen liste `codes:`.",
    ),
    (
        "{file}, line {line}: `{key}` comes twice.",
        "{file}, linje {line}: `{key}` står to ganger.",
    ),
    (
        "{file}, line {line}: `{key}` must be a text; put it in quotes.",
        "{file}, linje {line}: `{key}` må være en tekst; sett den i anførselstegn.",
    ),
    (
        "{file}, line {line}: `{key}` is not a key of {what}; allowed are {known}.",
        "{file}, linje {line}: `{key}` er ingen nøkkel i {what}; tillatt er {known}.",
    ),
    (
        "{path} is there already and is no codebook; it was left as it is. Choose another name, or move it away.",
        "{path} finnes fra før og er ingen kodebok; den ble ikke rørt. Velg et annet navn, eller flytt den.",
    ),
    # Reports and jobs
    (
        "The finished file cannot be read back ({error}); nothing was written.",
        "Den ferdige filen kan ikke leses tilbake ({error}); ingenting ble skrevet.",
    ),
    (
        "The {column} in row {number} has {count} characters, more than Excel takes in a cell (32,767); export to "
        "another format.",
        "{column} i rad {number} har {count} tegn, mer enn Excel tar i en celle (32 767); eksporter til et annet "
        "format.",
    ),
)
