"""What is refused on codes, themes, memos, sessions, speakers and reviews: (English as raised, Bokmål)."""

MATERIAL: tuple[tuple[str, str], ...] = (
    # Splitting codes
    ("Choose the passages of «{code}» that get another code.", "Velg utdragene i «{code}» som får en annen kode."),
    (
        "Some of the codings to split off do not have the code «{code}»; nothing was changed.",
        "Noen av kodingene som skulle skilles ut, har ikke koden «{code}»; ingenting ble endret.",
    ),
    (
        "«{code}» cannot be split into itself; choose another code or a new name.",
        "«{code}» kan ikke deles i seg selv; velg en annen kode eller et nytt navn.",
    ),
    # Themes and maps
    ("«{theme}» has themes under it; move these first.", "«{theme}» har temaer under seg; flytt dem først."),
    (
        "«{theme}» cannot stand under «{parent}»; only themes and overarching themes hold others.",
        "«{theme}» kan ikke stå under «{parent}»; bare temaer og overordnede temaer kan ha andre under seg.",
    ),
    ("«{code}» is not under «{theme}».", "«{code}» er ikke under «{theme}»."),
    ("A map is kept as «{name}» already; choose another name.", "Et kart heter allerede «{name}»; velg et annet navn."),
    ("There are no themes yet to keep a map of.", "Det er ingen temaer ennå å ta vare på et kart av."),
    ("No map is kept as «{name}»; see `workbench map list`.", "Ingen kart heter «{name}»; se `workbench map list`."),
    ("This map is no longer in the study.", "Dette kartet er ikke lenger i studien."),
    # Reading
    ("You are reading {name} already.", "Du holder på å lese {name} allerede."),
    ("You have not marked {name} as read.", "Du har ikke merket {name} som lest."),
    # Memos
    (
        "Only a memo on a transcript can be on a passage of it.",
        "Bare et memo om en transkripsjon kan gjelde et utdrag av den.",
    ),
    (
        "The title «{title}…» has {count} characters; use at most {most}.",
        "Tittelen «{title}…» har {count} tegn; bruk høyst {most}.",
    ),
    (
        "The memo is {coder}'s; only who wrote a memo can make it private.",
        "Memoet er {coder} sitt; bare den som skrev et memo, kan gjøre det privat.",
    ),
    ("A memo can be linked to {known}.", "Et memo kan lenkes til {known}."),
    ("The memo is linked to that already.", "Memoet er allerede lenket til det."),
    ("The memo is not linked to that.", "Memoet er ikke lenket til det."),
    # Sessions and speakers
    (
        "«{text}» is no day; write it as 2026-03-31 or 31.3.2026.",
        "«{text}» er ingen dag; skriv den som 2026-03-31 eller 31.3.2026.",
    ),
    (
        "«{text}» is no number of minutes; use a whole number up to {most}.",
        "«{text}» er ikke et antall minutter; bruk et helt tall opp til {most}.",
    ),
    (
        "There is no session called «{name}»; see `workbench sessions list`.",
        "Det er ikke noe møte som heter «{name}»; se `workbench sessions list`.",
    ),
    ("This session is no longer in the study.", "Dette møtet er ikke lenger i studien."),
    ("There is already a session «{name}».", "Det er allerede et møte «{name}»."),
    ("A session has the fields {known}.", "Et møte har feltene {known}."),
    ("«{text}» is none of {known}.", "«{text}» er ingen av {known}."),
    ("{thing} belongs to the session «{name}» already.", "{thing} hører allerede til møtet «{name}»."),
    ("{thing} does not belong to the session «{name}».", "{thing} hører ikke til møtet «{name}»."),
    ("A session has participants and transcripts.", "Et møte har deltakere og transkripsjoner."),
    ("This speaker is no longer in the study.", "Denne taleren er ikke lenger i studien."),
    (
        "Nobody is labelled «{label}» in this transcript; the labels are {known}.",
        "Ingen har merkelappen «{label}» i denne transkripsjonen; merkelappene er {known}.",
    ),
    (
        "There is no participant «{label}»; see `workbench participants`, or take a new one in (--add).",
        "Det er ingen deltaker «{label}»; se `workbench participants`, eller ta inn en ny (--add).",
    ),
    # Reviews
    ("This review is no longer in the study.", "Denne vurderingen er ikke lenger i studien."),
    # Quotes
    ("Say why the quote is rejected.", "Si hvorfor sitatet forkastes."),
)
