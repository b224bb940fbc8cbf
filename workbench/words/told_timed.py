"""What the readers of timed formats, tables and answer sheets refuse and notice, in English and Bokmål; see `told`."""

TIMED: tuple[tuple[str, str], ...] = (
    (
        "Letters such as å and ø were spoilt before this file was saved ({example}: {count}); get a copy from before "
        "that.",
        "Bokstaver som å og ø ble ødelagt før denne filen ble lagret ({example}: {count}); skaff en kopi fra før det.",
    ),
    (
        "Blocks that say how the captions look, and were left out: {count}.",
        "Blokker som sier hvordan undertekstene ser ut, og som ble utelatt: {count}.",
    ),
    (
        "Lines that begin with a dash, as a change of speaker: {count}; the captions do not say who speaks.",
        "Linjer som begynner med strek, som skifte av taler: {count}; undertekstene sier ikke hvem som snakker.",
    ),
    (
        "Stretches in which more than one voice was heard: {count}; the whole stretch stands under the first named "
        "one.",
        "Strekk der mer enn én stemme ble hørt: {count}; hele strekket står under den som er nevnt først.",
    ),
    (
        "Stretches in which the recogniser repeats itself: {count}; compare with the recording.",
        "Strekk der talegjenkjenningen gjentar seg selv: {count}; sammenlign med opptaket.",
    ),
    (
        "The whole text in the file has words that its timed stretches have not; compare with the recording.",
        "Hele teksten i filen har ord som strekkene med tid ikke har; sammenlign med opptaket.",
    ),
    (
        "{name} is cut off or damaged (line {line}: {what}); have the program write it anew.",
        "{name} er avkortet eller skadet (linje {line}: {what}); la programmet skrive den på nytt.",
    ),
    (
        "{name} holds a number of endless length; have the program write it anew.",
        "{name} har et tall uten ende; la programmet skrive den på nytt.",
    ),
    (
        "{name} is JSON, but not that of a speech recogniser; export the transcript as docx, txt or vtt.",
        "{name} er JSON, men ikke fra talegjenkjenning; eksporter transkripsjonen som docx, txt eller vtt.",
    ),
    (
        "{name} is a table, but not that of a speech recogniser; import it as a people table, or with its answers.",
        "{name} er en tabell, men ikke fra talegjenkjenning; importer den som deltakertabell, eller med svarene i den.",
    ),
    (
        "{name} holds no text of oTranscribe; export it from there anew.",
        "{name} har ingen tekst fra oTranscribe; eksporter den derfra på nytt.",
    ),
    (
        "{name} holds a document type declaration, which can be made to read other files; it was refused. Open it in "
        "ELAN, save it anew and import that.",
        "{name} har en dokumenttypedeklarasjon, som kan brukes til å lese andre filer; den ble avvist. Åpne den i "
        "ELAN, lagre den på nytt og importer den.",
    ),
    (
        "{name} is cut off or damaged ({what}); open it in ELAN and save it anew.",
        "{name} er avkortet eller skadet ({what}); åpne den i ELAN og lagre den på nytt.",
    ),
    (
        "{name} holds no annotations; nothing was read. Check that it is the right file.",
        "{name} har ingen annoteringer; ingenting ble lest. Sjekk at det er riktig fil.",
    ),
    (
        "{name} has {what}; a table of people has less. Delete what is not needed and save it anew.",
        "{name} har {what}; en tabell over deltakere har mindre. Slett det som ikke trengs, og lagre den på nytt.",
    ),
    (
        "{name} holds no answers; the first row must hold the questions, one respondent a row below.",
        "{name} har ingen svar; første rad må ha spørsmålene, med én som har svart på hver rad under.",
    ),
    (
        "{name} has more than {most} respondents; split it, and import the parts.",
        "Flere enn {most} har svart i {name}; del den opp, og importer delene.",
    ),
    (
        "{name} has no one column «{wanted}»; its columns are {names}.",
        "{name} har ikke én kolonne «{wanted}»; kolonnene er {names}.",
    ),
    (
        "{name} has no column of longer texts; name those to read. Its columns: {names}.",
        "{name} har ingen kolonne med lengre tekster; oppgi dem som skal leses. Kolonnene: {names}.",
    ),
    ("{name} row {number}, «{column}»: {why}", "{name} rad {number}, «{column}»: {why}"),
    (
        "{name} has «{label}» twice (rows {first} and {second}); one row a respondent.",
        "{name} har «{label}» to ganger (rad {first} og {second}); én rad for hver som har svart.",
    ),
    ("{why} The rows were numbered instead.", "{why} Radene ble nummerert i stedet."),
    (
        "Columns that may tell who somebody is, and were left out: {names}.",
        "Kolonner som kan røpe hvem noen er, og som ble utelatt: {names}.",
    ),
    (
        "Rows without any answer, which were left out: {count} ({names}).",
        "Rader uten noe svar, som ble utelatt: {count} ({names}).",
    ),
)
