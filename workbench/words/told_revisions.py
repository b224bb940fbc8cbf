"""What is refused of corrected transcripts, maps of texts and repairs: (English as it is raised, Bokmål)."""

REVISIONS_TOLD: tuple[tuple[str, str], ...] = (
    (
        "What is kept of the original cannot be read; run `workbench check`.",
        "Det som er bevart av originalen, kan ikke leses; kjør `workbench check`.",
    ),
    (
        "{file} is in the study already, as {name}; {old} was not replaced.",
        "{file} er i studien allerede, som {name}; {old} ble ikke byttet ut.",
    ),
    (
        "With {file}, {name} would lose {count} of {total} codings: it is probably another interview. "
        "Nothing was replaced; choose the right file, or force it.",
        "Med {file} ville {name} miste {count} av {total} kodinger: det er trolig et annet intervju. "
        "Ingenting ble byttet ut; velg riktig fil, eller tving det gjennom.",
    ),
    (
        "With {file}, {name} would lose nearly all of its words: it is probably another interview. "
        "Nothing was replaced; choose the right file, or force it.",
        "Med {file} ville {name} miste nesten alle ordene sine: det er trolig et annet intervju. "
        "Ingenting ble byttet ut; velg riktig fil, eller tving det gjennom.",
    ),
    (
        "Turn {number} would hold no words; mark it as no data instead.",
        "Replikk {number} ville stå uten ord; merk den heller som ikke data.",
    ),
    (
        "The words of turn {number} are the same; nothing was changed.",
        "Ordene i replikk {number} er de samme; ingenting ble endret.",
    ),
    ("A speaker needs a label.", "En taler trenger en merkelapp."),
    ("Name at least one turn.", "Oppgi minst én replikk."),
    (
        "A turn can be split only where a word begins.",
        "En replikk kan bare deles der et ord begynner.",
    ),
    ("Turn {number} begins there already.", "Replikk {number} begynner der allerede."),
    (
        "Name the first and the last of at least two turns that follow each other.",
        "Oppgi den første og den siste av minst to replikker som følger etter hverandre.",
    ),
    (
        "Turns {first}–{last} are said by different people; give them one speaker first.",
        "Replikkene {first}–{last} er sagt av forskjellige; gi dem én taler først.",
    ),
    (
        "Exactly these words are coded as «{code}» already; choose others, or give this one up.",
        "Akkurat disse ordene er kodet som «{code}» allerede; velg andre, eller gi opp denne.",
    ),
    ("This passage is settled already.", "Dette utdraget er avgjort allerede."),
    (
        "This passage no longer waits; see `workbench carried list`.",
        "Dette utdraget venter ikke lenger; se `workbench carried list`.",
    ),
    (
        "A repair must replace at least one character ({start}–{end} does not).",
        "En rettelse må erstatte minst ett tegn ({start}–{end} gjør ikke det).",
    ),
    (
        "The repair at {start}–{end} overlaps another one or lies outside the text.",
        "Rettelsen ved {start}–{end} overlapper en annen eller ligger utenfor teksten.",
    ),
    (
        "The edit at {start}–{end} overlaps another one or lies outside the text.",
        "Endringen ved {start}–{end} overlapper en annen eller ligger utenfor teksten.",
    ),
    (
        "The kept stretches of two texts overlap or stand in another order.",
        "De bevarte strekkene i to tekster overlapper eller står i en annen rekkefølge.",
    ),
    (
        "A kept stretch reaches beyond the end of its text.",
        "Et bevart strekk går ut over slutten av teksten.",
    ),
    ("A map between two texts is damaged.", "Et kart mellom to tekster er skadet."),
    (
        "Two maps of texts do not follow upon each other.",
        "To kart over tekster følger ikke etter hverandre.",
    ),
    (
        "There is no place {offset} in a text of {length} characters.",
        "Det finnes ikke noe sted {offset} i en tekst på {length} tegn.",
    ),
    (
        "These repairs are not of the present text of {name}.",
        "Disse rettelsene hører ikke til den nåværende teksten i {name}.",
    ),
    ("Choose at least one repair.", "Velg minst én rettelse."),
    ("This repair stands so already.", "Denne rettelsen er slik allerede."),
    ("Some of these stand so already.", "Noen av disse er slik allerede."),
    (
        "The words of this repair in {name} have been edited since; edit the turn by hand instead.",
        "Ordene i denne rettelsen i {name} er endret siden; rett replikken for hånd i stedet.",
    ),
    (
        "This repair goes over two turns; edit them by hand instead.",
        "Denne rettelsen går over to replikker; rett dem for hånd i stedet.",
    ),
    (
        "This repair stands at the border of a turn of {name}; edit the turn by hand instead.",
        "Denne rettelsen står i kanten av en replikk i {name}; rett replikken for hånd i stedet.",
    ),
)
