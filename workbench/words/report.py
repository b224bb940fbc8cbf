"""Sentences about what leaves the study: the gate, attributions, balance, and exports that are refused."""

REPORT: dict[str, tuple[str, str]] = {
    "gate.stopped": (
        "The export was stopped, nothing was written. {places}{more}. To do: {todo}.",
        "Eksporten ble stoppet, ingenting ble skrevet. {places}{more}. Gjør dette: {todo}.",
    ),
    "gate.more": (", and {count} more", ", og {count} til"),
    "gate.why.REPLACE": ("it was to be replaced", "skulle vært erstattet"),
    "gate.why.UNDECIDED": ("nobody has decided on it yet", "er ikke avgjort ennå"),
    "gate.why.PART": (
        "it is part of a name that was to be replaced",
        "er del av et navn som skulle vært erstattet",
    ),
    "gate.why.CODE": (
        "it looks like a number or address that identifies somebody",
        "likner et nummer eller en adresse som identifiserer noen",
    ),
    "gate.todo.REPLACE": (
        "take the names out of what you wrote yourself",
        "ta navnene ut av det du selv har skrevet",
    ),
    "gate.todo.UNDECIDED": ("decide on the open names", "avgjør navnene som står åpne"),
    "gate.todo.PART": (
        "add the part as a form of the name, or decide on it alone",
        "legg til delen som en skrivemåte av navnet, eller avgjør den for seg",
    ),
    "gate.todo.CODE": (
        "replace the number, or say that it may stay",
        "erstatt nummeret, eller si at det kan stå",
    ),
    "gate.in.file_name": ("the file name", "filnavnet"),
    "gate.in.file": ("the finished file", "den ferdige filen"),
    "gate.in.study": ("the name of the study", "navnet på studien"),
    "gate.in.heading": ("«{theme}», heading", "«{theme}», overskrift"),
    "gate.in.concept": ("«{theme}», central organising concept", "«{theme}», sentralt organiserende begrep"),
    "gate.in.definition": ("«{theme}», definition", "«{theme}», definisjon"),
    "gate.in.code": ("«{theme}», code", "«{theme}», kode"),
    "gate.in.quote": ("quote {quote}", "sitat {quote}"),
    "gate.in.quote_attribution": ("quote {quote}, attribution", "sitat {quote}, henvisning"),
    "gate.in.quote_code": ("quote {quote}, code", "sitat {quote}, kode"),
    "gate.in.quote_reference": ("quote {quote}, source reference", "sitat {quote}, kildehenvisning"),
    "report.one_person": (
        "{most} of the {total} quotes of «{theme}» come from {label}; does the theme rest on one person?",
        "{most} av de {total} sitatene i «{theme}» er fra {label}; hviler temaet på én person?",
    ),
    "report.unread": (
        "Nobody has read {names} through for names that no finder sees.",
        "Ingen har gått gjennom {names} for navn som søket ikke ser.",
    ),
    "report.no_values": (
        "The attribution «{template}» cannot be made: the people table has no {lacking}. Add the values, or choose "
        "another attribution.",
        "Henvisningen «{template}» kan ikke lages: deltakertabellen mangler {lacking}. Legg til verdiene, eller velg "
        "en annen henvisning.",
    ),
    "report.no_value": ("«{name}» for {people}", "«{name}» for {people}"),
    "report.nobody": (
        "Quotes from {names} cannot be attributed: no participant speaks there. Say who the speakers are, or choose "
        "an attribution without attributes.",
        "Sitater fra {names} kan ikke få henvisning: ingen deltaker snakker der. Si hvem talerne er, eller velg en "
        "henvisning uten egenskaper.",
    ),
    "report.grouping": (
        "Quotes can be grouped by {known}, not by «{by}».",
        "Sitater kan ordnes etter {known}, ikke etter «{by}».",
    ),
    "report.is_database": (
        "{path} is a study or another database; it was left as it is. Choose another name.",
        "{path} er en studie eller en annen database; den står urørt. Velg et annet navn.",
    ),
    "report.not_ours": (
        "{path} holds something that this study did not write, or that was changed since; it was left as it is. "
        "Choose another name, or move it away first.",
        "{path} inneholder noe denne studien ikke har skrevet, eller som er endret siden; den står urørt. "
        "Velg et annet navn, eller flytt den først.",
    ),
    "report.is_folder": (
        "{path} is a folder; name a file in it, such as {example}.",
        "{path} er en mappe; oppgi en fil i den, for eksempel {example}.",
    ),
    "report.format": (
        "«{name}» is not a format for quotes; choose one of {known}.",
        "«{name}» er ikke et filformat for sitater; velg ett av {known}.",
    ),
    "report.no_ending": (
        "The file {name} has no ending; choose one of {known}.",
        "Filen {name} mangler endelse; velg en av {known}.",
    ),
    "report.no_theme": (
        "There is no theme called «{name}» on the board; see `workbench themes`.",
        "Det er ikke noe tema som heter «{name}» på tavla; se `workbench themes`.",
    ),
    "report.no_quotes": (
        "There are no quotes on the quote board yet; pick some, then export again. Nothing was written.",
        "Det er ingen sitater på sitattavla ennå; velg noen og eksporter på nytt. Ingenting ble skrevet.",
    ),
    "report.no_quotes_under": (
        "There are no quotes under these themes yet; pick some, then export again. Nothing was written.",
        "Det er ingen sitater under disse temaene ennå; velg noen og eksporter på nytt. Ingenting ble skrevet.",
    ),
    "report.unwritten": (
        "{path} cannot be written ({error}); check that the folder exists, that you may write there, and that no "
        "other program holds the file open.",
        "{path} kan ikke skrives ({error}); sjekk at mappen finnes, at du har lov til å skrive der, og at ingen andre "
        "programmer har filen åpen.",
    ),
}
