"""What the study, its file and the command line refuse: (English as it is raised, Bokmål); fields are particulars."""

STUDY: tuple[tuple[str, str], ...] = (
    # Codes
    ("A code has no field «{name}»; it has {known}.", "En kode har ikke feltet «{name}»; den har {known}."),
    ("«{code}» cannot be merged into itself.", "«{code}» kan ikke slås inn i seg selv."),
    (
        "«{code}» cannot be merged into «{into}», which lies inside it; move that code out first.",
        "«{code}» kan ikke slås inn i «{into}», som ligger under den; flytt den koden ut først.",
    ),
    (
        "«{into}» only gathers other codes; merge «{code}» into one of the codes under it.",
        "«{into}» er bare en samlekode; slå «{code}» inn i en av kodene under den.",
    ),
    (
        "«{into}» is retired; bring it back in the codebook before you merge into it.",
        "«{into}» er lagt bort; ta den i bruk igjen i kodeboken før du slår noe inn i den.",
    ),
    (
        "«{code}» has codes under it; move or remove these first.",
        "«{code}» har koder under seg; flytt eller fjern dem først.",
    ),
    (
        "«{code}» has codings; merge it into another code or retire it, so that none are lost.",
        "«{code}» har kodinger; slå den inn i en annen kode eller legg den bort, så ingen går tapt.",
    ),
    (
        "Both codes have a code «{child}» under them; merge or rename one of these first.",
        "Begge kodene har en kode «{child}» under seg; slå sammen eller gi en av dem nytt navn først.",
    ),
    (
        "{what} was changed in the study after this merge was planned; plan the merge again.",
        "{what} ble endret i studien etter at flettingen var planlagt; planlegg den på nytt.",
    ),
    (
        "«{code}» only gathers other codes; choose one of the codes under it.",
        "«{code}» er bare en samlekode; velg en av kodene under den.",
    ),
    (
        "«{code}» is retired; bring it back in the codebook before you use it.",
        "«{code}» er lagt bort; ta den i bruk igjen i kodeboken før du bruker den.",
    ),
    ("A name cannot be empty.", "Et navn kan ikke være tomt."),
    (
        "The name «{name}…» has {count} characters; use at most {most}.",
        "Navnet «{name}…» har {count} tegn; bruk høyst {most}.",
    ),
    ("«{colour}» is not a colour; write it as #RRGGBB.", "«{colour}» er ingen farge; skriv den som #RRGGBB."),
    (
        "There is no code called «{name}»; did you mean «{near}»?",
        "Det er ingen kode som heter «{name}»; mente du «{near}»?",
    ),
    (
        "There is no code called «{name}»; see `workbench codes`.",
        "Det er ingen kode som heter «{name}»; se `workbench codes`.",
    ),
    ("This code is no longer in the codebook.", "Denne koden er ikke lenger i kodeboken."),
    (
        "Several codes are called «{name}»: {paths}. Give the whole path.",
        "Flere koder heter «{name}»: {paths}. Oppgi hele stien.",
    ),
    (
        "The code «{name}» was merged into «{heir}»; use that name.",
        "Koden «{name}» ble slått inn i «{heir}»; bruk det navnet.",
    ),
    (
        "There is already a code «{code}» under «{parent}».",
        "Det er allerede en kode «{code}» under «{parent}».",
    ),
    (
        "There is already a code «{code}» at the top level.",
        "Det er allerede en kode «{code}» på øverste nivå.",
    ),
    (
        "«{name}» is a name of «{code}» already; choose another.",
        "«{name}» er allerede et navn på «{code}»; velg et annet.",
    ),
    ("A code comes from {known}, not «{text}».", "En kode kommer fra {known}, ikke «{text}»."),
    (
        "«{code}» cannot be moved under «{parent}», which lies inside it.",
        "«{code}» kan ikke flyttes inn under «{parent}», som ligger under den.",
    ),
    # Codings and passages
    (
        "You have coded exactly these words as «{code}» already.",
        "Du har allerede kodet nøyaktig disse ordene som «{code}».",
    ),
    (
        "The small number of people is a whole number from 0 to {most}, not «{text}».",
        "Det lille antallet personer er et helt tall fra 0 til {most}, ikke «{text}».",
    ),
    (
        "A round of coding is a whole number from 1 to {most}, not «{text}».",
        "En koderunde er et helt tall fra 1 til {most}, ikke «{text}».",
    ),
    (
        "«{words}» is not in the passage; an in-vivo code uses its own words.",
        "«{words}» står ikke i utdraget; en in vivo-kode bruker utdragets egne ord.",
    ),
    (
        "A quote of this coding has marked edits outside the new borders; take them back first.",
        "Et sitat fra denne kodingen har markerte endringer utenfor de nye grensene; ta dem tilbake først.",
    ),
    (
        "A quote of this coding would keep none of its words; take its cuts back first.",
        "Et sitat fra denne kodingen ville ikke beholdt noen ord; ta kuttene tilbake først.",
    ),
    ("This coding is no longer in the study.", "Denne kodingen er ikke lenger i studien."),
    (
        "A passage must hold at least one character ({span} does not).",
        "Et utdrag må ha minst ett tegn ({span} har ikke det).",
    ),
    ("{name} has no turns.", "{name} har ingen replikker."),
    (
        "The passage {span} lies outside {name} ({count} characters).",
        "Utdraget {span} ligger utenfor {name} ({count} tegn).",
    ),
    (
        "The passage in {name} holds only blanks; select some words.",
        "Utdraget i {name} har bare mellomrom; marker noen ord.",
    ),
    (
        "The words «{words}» are not in {name} turn {turn}; quote them exactly as written.",
        "Ordene «{words}» står ikke i {name} replikk {turn}; skriv dem nøyaktig som de står.",
    ),
    (
        "The words «{words}» are not in {name}; quote them exactly as written.",
        "Ordene «{words}» står ikke i {name}; skriv dem nøyaktig som de står.",
    ),
    (
        "The words «{words}» occur more than once in {name} turn {turn}; quote a longer stretch.",
        "Ordene «{words}» står mer enn én gang i {name} replikk {turn}; ta med flere ord.",
    ),
    (
        "The words «{words}» occur more than once in {name}; quote a longer stretch.",
        "Ordene «{words}» står mer enn én gang i {name}; ta med flere ord.",
    ),
    (
        "{name} has no turn {turn}; it has turns {turns}.",
        "{name} har ingen replikk {turn}; den har replikk {turns}.",
    ),
    (
        "There is no {kind} with the id «{text}».",
        "Det finnes ingenting ({kind}) med id «{text}».",
    ),
    (
        "«{text}» is not an id; an id is made of digits and the letters a–z, as the lists show it.",
        "«{text}» er ingen id; en id består av sifre og bokstavene a–z, slik listene viser.",
    ),
    (
        "{count} {kind} ids end in «{text}»; give more of its letters, as the list shows them.",
        "{count} id-er ({kind}) slutter på «{text}»; skriv flere av bokstavene, slik listen viser dem.",
    ),
    # Names
    ("This entity is no longer in the study.", "Dette navnet er ikke lenger i studien."),
    (
        "Say what to show instead, such as [kollega 1].",
        "Si hva som skal vises i stedet, for eksempel [kollega 1].",
    ),
    ("The replacement {shown} holds the name itself.", "Erstatningen {shown} inneholder selve navnet."),
    ("A written form needs words.", "En skrivemåte må ha ord."),
    ("Choose another entity to join this one with.", "Velg et annet navn å slå dette sammen med."),
    (
        "{shown} stands for another {kind} already; number them, such as [{words} 2].",
        "{shown} står allerede for noe annet ({kind}); nummerer dem, for eksempel [{words} 2].",
    ),
    ("That form is known already.", "Den skrivemåten er kjent fra før."),
    (
        "That form is known already, of another {kind}; join the two if they are one.",
        "Den skrivemåten er kjent fra før, for et annet navn ({kind}); slå de to sammen hvis de er samme.",
    ),
    (
        "No name «{name}» is listed; see `workbench shield entities`, or add it with `shield add`.",
        "Navnet «{name}» er ikke listet; se `workbench shield entities`, eller legg det til med `shield add`.",
    ),
    (
        "Several entries are written «{name}»: {listed}. Use a form that only one of them has.",
        "Flere navn skrives «{name}»: {listed}. Bruk en skrivemåte som bare ett av dem har.",
    ),
    (
        "«{name}» is listed already; see `workbench shield entities`.",
        "«{name}» er listet fra før; se `workbench shield entities`.",
    ),
    # Undo, memos, people
    ("There is nothing to undo.", "Det er ingenting å angre."),
    (
        "The step in question is {name}'s, not yours; to change it, open the study as {name} (--coder).",
        "Dette steget er {name} sitt, ikke ditt; for å endre det må studien åpnes som {name} (--coder).",
    ),
    ("There is nothing to redo.", "Det er ingenting å gjøre om igjen."),
    ("A memo needs words.", "Et memo må ha ord."),
    ("Memos are on {known}.", "Memoer kan være om {known}."),
    ("This memo is no longer in the study.", "Dette memoet er ikke lenger i studien."),
    ("This participant is no longer in the study.", "Denne deltakeren er ikke lenger i studien."),
    ("This transcript is no longer in the study.", "Denne transkripsjonen er ikke lenger i studien."),
    ("This theme is no longer in the study.", "Dette temaet er ikke lenger i studien."),
    ("This {about} is no longer in the study.", "Dette ({about}) er ikke lenger i studien."),
    (
        "The people table names {names}, who speak in no transcript. Import their transcripts first, or allow new "
        "people (--add).",
        "Deltakertabellen har {names}, som ikke snakker i noen transkripsjon. Importer transkripsjonene først, eller "
        "tillat nye deltakere (--add).",
    ),
    (
        "Row {number} of the people table has no participant in the column «{column}».",
        "Rad {number} i deltakertabellen har ingen deltaker i kolonnen «{column}».",
    ),
    (
        "Row {number} of the people table has two columns of one name, or one without; name each.",
        "Rad {number} i deltakertabellen har to kolonner med samme navn, eller en uten; gi alle navn.",
    ),
    (
        "Row {number} of the people table ({label}): {why}",
        "Rad {number} i deltakertabellen ({label}): {why}",
    ),
    (
        "{label} stands twice in the people table (row {number}); keep one row a person.",
        "{label} står to ganger i deltakertabellen (rad {number}); behold én rad per person.",
    ),
    ("An attribute needs a name and a value.", "En egenskap må ha navn og verdi."),
    ("There is no «{name}» to take away.", "Det er ingen «{name}» å fjerne."),
    ("A study keeps its identity and has a name.", "En studie beholder sin identitet og har et navn."),
    ("A participant needs a label such as P07.", "En deltaker må ha en merkelapp, for eksempel P07."),
    (
        "The participant label «{label}…» is too long; use at most {most} characters.",
        "Merkelappen «{label}…» er for lang; bruk høyst {most} tegn.",
    ),
    (
        "«{age}» is not an age in whole years; leave it empty if it is not known.",
        "«{age}» er ingen alder i hele år; la feltet stå tomt hvis den er ukjent.",
    ),
    (
        "There is no participant «{label}»; see `workbench participants`.",
        "Det er ingen deltaker «{label}»; se `workbench participants`.",
    ),
    # Quotes, attributions, themes
    ("This passage is on the quote board already.", "Dette utdraget er på sitattavla fra før."),
    ("This edit is no longer in the quote.", "Denne endringen er ikke lenger i sitatet."),
    ("This quote is no longer on the board.", "Dette sitatet er ikke lenger på tavla."),
    ("The edit must lie inside the quote.", "Endringen må ligge inne i sitatet."),
    (
        "Part of those words is already cut; take that cut back first.",
        "En del av ordene er allerede kuttet; ta det kuttet tilbake først.",
    ),
    (
        "A quote must keep some of its words; drop it from the board instead.",
        "Et sitat må beholde noen av ordene; ta det heller av tavla.",
    ),
    ("An insertion needs words.", "Et innskudd må ha ord."),
    (
        "Those words are cut; insert before or after the cut.",
        "De ordene er kuttet; sett inn før eller etter kuttet.",
    ),
    (
        "The words «{words}» are not in this quote; write them exactly as the transcript does.",
        "Ordene «{words}» står ikke i dette sitatet; skriv dem nøyaktig som i transkripsjonen.",
    ),
    (
        "The words «{words}» occur more than once in this quote; give a longer stretch.",
        "Ordene «{words}» står mer enn én gang i sitatet; ta med flere ord.",
    ),
    (
        "The attribution template «{template}» is not well formed: {error}.",
        "Malen for henvisning, «{template}», er ikke riktig skrevet: {error}.",
    ),
    (
        "The attribution template «{template}» may hold only plain fields such as {field}.",
        "Malen for henvisning, «{template}», kan bare ha enkle felt som {field}.",
    ),
    (
        "The attribution template asks for «{name}», which no participant has. Known: {known}.",
        "Malen for henvisning ber om «{name}», som ingen deltaker har. Kjent: {known}.",
    ),
    (
        "{label} has no value for «{attribute}», which the attribution «{attribution}» needs; add it to the people "
        "table.",
        "{label} mangler verdi for «{attribute}», som henvisningen «{attribution}» trenger; legg den til i "
        "deltakertabellen.",
    ),
    ("A theme has the fields {known}.", "Et tema har feltene {known}."),
    (
        "«{theme}» is final and needs its concept; say that it is developing first.",
        "«{theme}» er endelig og trenger begrepet sitt; si først at det er under utvikling.",
    ),
    (
        "«{theme}» has no central organising concept yet; write it before the theme is final.",
        "«{theme}» har ikke noe sentralt organiserende begrep ennå; skriv det før temaet er endelig.",
    ),
    ("«{code}» is under «{theme}» already.", "«{code}» er allerede under «{theme}»."),
    ("There is already a theme «{theme}».", "Det er allerede et tema «{theme}»."),
    (
        "There is no theme called «{name}»; see `workbench themes`.",
        "Det er ikke noe tema som heter «{name}»; se `workbench themes`.",
    ),
    # Transcripts in the study
    ("{file} needs a name for its transcript.", "{file} trenger et navn på transkripsjonen."),
    ("{file} holds no words; nothing was imported.", "{file} har ingen ord; ingenting ble importert."),
    (
        "{file} is in the study already, as {double}; it was not imported again.",
        "{file} er i studien fra før, som {double}; den ble ikke importert på nytt.",
    ),
    (
        "All answers of {file} are in the study already; they were not imported again.",
        "Alle svarene i {file} er i studien fra før; de ble ikke importert på nytt.",
    ),
    (
        "There is already a transcript called {name}; rename the file {file} and import it again.",
        "Det er allerede en transkripsjon som heter {name}; gi filen {file} et annet navn og importer den på nytt.",
    ),
    (
        "There is no transcript «{name}»; see `workbench transcripts`.",
        "Det er ingen transkripsjon «{name}»; se `workbench transcripts`.",
    ),
    (
        "{name} speaks in several transcripts ({names}); name one of them.",
        "{name} snakker i flere transkripsjoner ({names}); oppgi en av dem.",
    ),
)
