"""What is said of questions to the history, in Bokmål."""

HISTORY: tuple[tuple[str, str], ...] = (
    ("There is no day «{text}».", "Det finnes ingen dag «{text}»."),
    (
        "«{text}» is no time I know; write 2026-03-31, 31.3.2026, 2026-03, today, last week or last 7 days.",
        "«{text}» er ikke et tidspunkt jeg kjenner; skriv 2026-03-31, 31.3.2026, 2026-03, i dag, forrige uke eller "
        "siste 7 dager.",
    ),
    ("In «{text}» the end lies before the beginning.", "I «{text}» ligger slutten før begynnelsen."),
    (
        "The end ({until}) lies before the beginning ({since}).",
        "Slutten ({until}) ligger før begynnelsen ({since}).",
    ),
    ("There is no coder «{name}»; there are {names}.", "Det er ingen koder «{name}»; det er {names}."),
    (
        "The history holds no acts on «{name}»; give {kinds}, or a verb such as {verbs}.",
        "Historikken har ingen handlinger på «{name}»; oppgi {kinds}, eller et verb som {verbs}.",
    ),
    (
        "«{state}» is no state of an act; there are {states}.",
        "«{state}» er ingen tilstand for en handling; det er {states}.",
    ),
    (
        "Write a thing as kind:name, such as code:Søvn; the kinds are {kinds}.",
        "Skriv en ting som type:navn, for eksempel kode:Søvn; typene er {kinds}.",
    ),
    ("There never was a {kind} called «{name}».", "Det har aldri vært noe ({kind}) som heter «{name}»."),
    (
        "The history keeps no life of a «{kind}»; it does of {kinds}.",
        "Historikken fører ikke noe liv for «{kind}»; det gjør den for {kinds}.",
    ),
)
