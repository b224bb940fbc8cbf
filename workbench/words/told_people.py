"""What is refused on people, their kinds, attributes, bands and tables: (English as raised, Bokmål)."""

PEOPLE: tuple[tuple[str, str], ...] = (
    # Attributes
    ("An attribute needs a name.", "En egenskap trenger et navn."),
    (
        "The name «{name}…» is too long; use at most {most} characters.",
        "Navnet «{name}…» er for langt; bruk høyst {most} tegn.",
    ),
    (
        "A category needs values to choose from, in their order: hybel, egen bolig, hospits.",
        "En kategori trenger verdier å velge blant, i rekkefølge: hybel, egen bolig, hospits.",
    ),
    ("A category has at most {most} values, not {count}.", "En kategori har høyst {most} verdier, ikke {count}."),
    (
        "«{name}» is reckoned from «{source}»; change that instead.",
        "«{name}» regnes ut fra «{source}»; endre den i stedet.",
    ),
    (
        "«{value}» is no number; «{name}» is written as 47 or 1 234,5.",
        "«{value}» er ikke et tall; «{name}» skrives som 47 eller 1 234,5.",
    ),
    (
        "«{value}» is no day; «{name}» is written as 31.3.2026 or 2026-03-31.",
        "«{value}» er ingen dag; «{name}» skrives som 31.3.2026 eller 2026-03-31.",
    ),
    (
        "«{value}» is none of the values of «{name}» ({known}); choose one, or add it to them.",
        "«{value}» er ingen av verdiene til «{name}» ({known}); velg en, eller legg den til.",
    ),
    (
        "«{name}» is defined already; change what it is instead.",
        "«{name}» er allerede definert; endre hva den er i stedet.",
    ),
    (
        "There is already an attribute «{name}»; choose another name.",
        "Det er allerede en egenskap «{name}»; velg et annet navn.",
    ),
    ("This attribute is no longer defined in the study.", "Denne egenskapen er ikke lenger definert i studien."),
    (
        "Some values of «{name}» are none of the type ({some}); change these first.",
        "Noen verdier av «{name}» er ikke av typen ({some}); endre dem først.",
    ),
    (
        "A band is reckoned from «{name}»; it stays a number or a date.",
        "En gruppe regnes ut fra «{name}»; den må være et tall eller en dato.",
    ),
    (
        "People have values of their own for «{name}»; choose another name for the band.",
        "Noen har egne verdier for «{name}»; velg et annet navn på gruppen.",
    ),
    (
        "A band is reckoned from another attribute, a number or a date.",
        "En gruppe regnes ut fra en annen egenskap, et tall eller en dato.",
    ),
    (
        "«{name}» is not defined; define it first as a number or a date.",
        "«{name}» er ikke definert; definer den først som tall eller dato.",
    ),
    (
        "«{name}» is no number and no date; no band can be reckoned from it.",
        "«{name}» er verken tall eller dato; ingen gruppe kan regnes ut fra den.",
    ),
    (
        "«{name}» is not defined; see `workbench attributes`.",
        "«{name}» er ikke definert; se `workbench attributes`.",
    ),
    (
        "«{name}» is defined for several kinds; say which (--kind).",
        "«{name}» er definert for flere persontyper; si hvilken (--kind).",
    ),
    # Bands
    ("There are at most {most} bands, not {count}.", "Det er høyst {most} grupper, ikke {count}."),
    (
        "The cuts go from small to large, each once, such as 30, 45.",
        "Grensene går fra små til store, hver én gang, som 30, 45.",
    ),
    (
        "«{text}» is no band; write <30, 30–44, 45+ or name: 30–44.",
        "«{text}» er ingen gruppe; skriv <30, 30–44, 45+ eller navn: 30–44.",
    ),
    (
        "The bands leave out what is below «{name}»; begin with one such as <30.",
        "Gruppene utelater det som er under «{name}»; begynn med en som <30.",
    ),
    (
        "The bands leave out what is above «{name}»; end with one such as 45+.",
        "Gruppene utelater det som er over «{name}»; slutt med en som 45+.",
    ),
    (
        "The bands «{one}» and «{other}» leave something out or overlap; let one begin where the other ends.",
        "Gruppene «{one}» og «{other}» utelater noe eller overlapper; la den ene begynne der den andre slutter.",
    ),
    ("The band «{name}» ends before it begins.", "Gruppen «{name}» slutter før den begynner."),
    ("Two bands have the same name; give each its own.", "To grupper har samme navn; gi hver sitt."),
    ("«{text}» is no number.", "«{text}» er ikke et tall."),
    (
        "«{text}» is no year and no day; write 2020 or 31.3.2020.",
        "«{text}» er verken år eller dag; skriv 2020 eller 31.3.2020.",
    ),
    # Kinds of people
    ("A kind of people needs a name, such as users.", "En persontype trenger et navn, for eksempel brukere."),
    (
        "There is no kind of people «{name}»; there are {known}.",
        "Det er ingen persontype «{name}»; det er {known}.",
    ),
    ("There is already a kind of people «{name}».", "Det er allerede en persontype «{name}»."),
    ("This kind of people is no longer in the study.", "Denne persontypen er ikke lenger i studien."),
    # Tables of people
    (
        "Row {row} of the people table ({label}): {why}",
        "Rad {row} i deltakertabellen ({label}): {why}",
    ),
    (
        "{why} Mend that in the table, or take in the rest without it (--good-only).",
        "{why} Rett det i tabellen, eller les inn resten uten (--good-only).",
    ),
    (
        "{why} And {count} more cannot be taken as they stand. Mend that in the table, or take in the rest without it "
        "(--good-only).",
        "{why} Og {count} til kan ikke leses inn slik de står. Rett det i tabellen, eller les inn resten uten "
        "(--good-only).",
    ),
    ("The people table has nobody called «{name}».", "Deltakertabellen har ingen som heter «{name}»."),
    (
        "The people table has no column «{name}»; it has {known}.",
        "Deltakertabellen har ingen kolonne «{name}»; den har {known}.",
    ),
    (
        "«{one}» and «{other}» would both be {person}; match each with a person of its own.",
        "«{one}» og «{other}» ville begge bli {person}; koble hver til sin person.",
    ),
)
