"""Texts of what stands round the text in the coding room: memos, quotes of a code, the nearest passages."""

BESIDE: dict[str, tuple[str, str]] = {
    "coding.memos_here": ("MEMOS HERE", "MEMOER HER"),
    "coding.memo_on_code": ("on «{code}»: {text}", "om «{code}»: {text}"),
    "beside.back": ("{key}: back to the text", "{key}: tilbake til teksten"),
    "lacking.beside": ("Move to what is beside the text first (tab).", "Gå til det ved siden av teksten først (tab)."),
    "command.beside.down": ("Down", "Ned"),
    "command.beside.down.help": (
        "Move down in what stands beside or below the text.",
        "Flytt ned i det som står ved siden av eller under teksten.",
    ),
    "command.beside.up": ("Up", "Opp"),
    "command.beside.up.help": (
        "Move up in what stands beside or below the text.",
        "Flytt opp i det som står ved siden av eller under teksten.",
    ),
    "command.beside.page_down": ("Page down", "Side ned"),
    "command.beside.page_down.help": (
        "Move a screenful down in what stands beside or below the text.",
        "Flytt en skjermfull ned i det som står ved siden av eller under teksten.",
    ),
    "command.beside.page_up": ("Page up", "Side opp"),
    "command.beside.page_up.help": (
        "Move a screenful up in what stands beside or below the text.",
        "Flytt en skjermfull opp i det som står ved siden av eller under teksten.",
    ),
}
