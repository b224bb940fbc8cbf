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
)
