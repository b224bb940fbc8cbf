"""What the search refuses and remarks on: (English as it is said, Bokmål)."""

SEARCH: tuple[tuple[str, str], ...] = (
    # What is typed
    (
        "The regular expression /{pattern}/ is broken ({error}).",
        "Det regulære uttrykket /{pattern}/ er ikke gyldig ({error}).",
    ),
    (
        "This search says only what is not wanted; add a word or a filter such as who:P07.",
        "Søket sier bare hva du ikke vil ha; legg til et ord eller et filter som hvem:P07.",
    ),
    (
        "The quotation mark is not closed; the rest is taken as quoted.",
        "Anførselstegnet er ikke lukket; resten regnes som sitert.",
    ),
    ("NEAR is written NEAR(a b, 5) or a NEAR/5 b.", "NÆR skrives NÆR(a b, 5) eller a NÆR/5 b."),
    (
        "An asterisk stands for letters beside others, as in ord* or *ord*.",
        "En stjerne står for bokstaver ved siden av andre, som i ord* eller *ord*.",
    ),
    (
        "In several words an asterisk counts only after the last.",
        "I flere ord teller en stjerne bare etter det siste.",
    ),
    (
        "The regular expression is not closed by a slash.",
        "Det regulære uttrykket er ikke lukket med en skråstrek.",
    ),
    ("{name}: waits for a value.", "{name}: venter på en verdi."),
    ("is: knows coded and uncoded, not «{value}».", "er: kjenner kodet og ukodet, ikke «{value}»."),
    (
        "NEAR takes only words and phrases; the rest of it is left out.",
        "NÆR tar bare ord og fraser; resten av det er utelatt.",
    ),
    (
        "NEAR takes only words and phrases; here it is read as AND.",
        "NÆR tar bare ord og fraser; her leses det som OG.",
    ),
    ("NEAR waits for two words.", "NÆR venter på to ord."),
    ("NEAR waits for a word on each side.", "NÆR venter på et ord på hver side."),
    ("AND waits for a word on each side.", "OG venter på et ord på hver side."),
    ("OR waits for a word on each side.", "ELLER venter på et ord på hver side."),
    ("NOT waits for a word.", "IKKE venter på et ord."),
    ("A parenthesis is not closed.", "En parentes er ikke lukket."),
    ("A parenthesis is closed that was not opened.", "En parentes lukkes uten å være åpnet."),
    ("Parentheses this deep are left out.", "Parenteser så dypt nede er utelatt."),
    ("Only the first {count} characters are searched for.", "Det søkes bare etter de første {count} tegnene."),
    # What is looked for
    (
        "«{word}» stands for more than {count} words; the shortest are searched for.",
        "«{word}» står for mer enn {count} ord; det søkes etter de korteste.",
    ),
    (
        "NEAR knows only some of the words that its words stand for; write longer words.",
        "NÆR kjenner bare noen av ordene som ordene i det står for; skriv lengre ord.",
    ),
    ("Nothing is called «{value}» ({field}:).", "Ingenting heter «{value}» ({field}:)."),
    ("«{value}» is taken for {names} ({field}:).", "«{value}» regnes som {names} ({field}:)."),
    (
        "No participant has an attribute «{name}»; put «{words}» in quotation marks as words.",
        "Ingen deltaker har et kjennetegn «{name}»; sett «{words}» i anførselstegn hvis det er ord.",
    ),
    (
        "The search was stopped after {seconds} seconds; ask for longer or rarer words.",
        "Søket ble stanset etter {seconds} sekunder; søk på lengre eller sjeldnere ord.",
    ),
    (
        "The time was up after {done} of {count} transcripts; the rest is not searched.",
        "Tiden var ute etter {done} av {count} transkripsjoner; resten er ikke gjennomsøkt.",
    ),
    (
        "The time was up after {seconds} seconds; the rest is not searched.",
        "Tiden var ute etter {seconds} sekunder; resten er ikke gjennomsøkt.",
    ),
    # What is kept
    (
        "There is nothing to keep yet; type what to search for first.",
        "Det er ikke noe å ta vare på ennå; skriv først hva det skal søkes etter.",
    ),
    ("This search is no longer kept in the study.", "Dette søket er ikke lenger lagret i studien."),
    (
        "No search is kept as «{name}»; see `workbench searches`.",
        "Ingen søk er lagret som «{name}»; se `workbench searches`.",
    ),
)
