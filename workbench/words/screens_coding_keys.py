"""Texts of the coding room: marks on a coding, several codes in one act, new codes, what is not coded yet."""

CODING_KEYS: dict[str, tuple[str, str]] = {
    "command.coding.judge": ("Say more…", "Si mer…"),
    "command.coding.judge.help": (
        "Say of a coding that it is semantic or latent, supports, qualifies or contradicts, is uncertain or important.",
        "Si om en koding at den er semantisk eller latent, støtter, nyanserer eller motsier, er usikker eller viktig.",
    ),
    "judge.which": ("«{code}»: these words are", "«{code}»: disse ordene er"),
    "judge.set": ("said; choose it again to take it back", "sagt; velg igjen for å ta det bort"),
    "judge.nothing": ("(say nothing of it)", "(ikke si noe)"),
    "judge.now": ("«{code}»: {marks}; u takes it back.", "«{code}»: {marks}; u angrer."),
    "judge.none_now": ("«{code}» has no marks now; u takes it back.", "«{code}» har ingen merker nå; u angrer."),
    "gather.first": ("{which}  ({key} gathers several)", "{which}  ({key} samler flere)"),
    "gather.which": (
        "Code as {codes} + …  ({key} gathers or leaves out, enter codes)",
        "Kode som {codes} + …  ({key} tar med eller bort, enter koder)",
    ),
    "gather.new": (
        "{key} makes the new code and puts it on the words with those gathered.",
        "{key} lager den nye koden og setter den på ordene sammen med de samlede.",
    ),
    "coding.done_many": ("Coded as {codes}; u takes them back.", "Kodet som {codes}; u angrer."),
}
