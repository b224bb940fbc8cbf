"""Texts of the coding room: marks on a coding, several codes in one act, new codes, what is not coded yet."""

CODING_KEYS: dict[str, tuple[str, str]] = {
    "command.coding.judge": ("Say more…", "Si mer…"),
    "command.coding.judge.help": (
        "Say of a coding that it is semantic or latent, supports, qualifies or contradicts, is uncertain or important.",
        "Si om en koding at den er semantisk eller latent, støtter, nyanserer eller motsier, er usikker eller viktig.",
    ),
    "coding.not_made": (
        "«{name}» was not made, and nothing was coded; the words are still selected.",
        "«{name}» ble ikke laget, og ingenting ble kodet; ordene er fortsatt markert.",
    ),
    "judge.which": ("«{code}»: these words are", "«{code}»: disse ordene er"),
    "judge.set": ("said; choose it again to take it back", "sagt; velg igjen for å ta det bort"),
    "judge.nothing": ("(say nothing of it)", "(ikke si noe)"),
    "judge.now": ("«{code}»: {marks}; {key:app.undo} takes it back.", "«{code}»: {marks}; {key:app.undo} angrer."),
    "judge.none_now": (
        "«{code}» has no marks now; {key:app.undo} takes it back.",
        "«{code}» har ingen merker nå; {key:app.undo} angrer.",
    ),
    "gather.first": ("{which}  ({key} gathers several)", "{which}  ({key} samler flere)"),
    "gather.which": (
        "Code as {codes} + …  ({key} gathers or leaves out, enter codes)",
        "Kode som {codes} + …  ({key} tar med eller bort, enter koder)",
    ),
    "gather.new": (
        "{key} makes the new code and puts it on the words with those gathered.",
        "{key} lager den nye koden og setter den på ordene sammen med de samlede.",
    ),
    "coding.done_many": (
        "Coded as {codes}; {key:app.undo} takes them back.",
        "Kodet som {codes}; {key:app.undo} angrer.",
    ),
    "command.caret.next_uncoded": ("Next uncoded", "Neste ukodede"),
    "command.caret.next_uncoded.help": (
        "Go to the next stretch of a participant's words without a code of yours.",
        "Gå til neste strekk av en deltakers ord uten kode fra deg.",
    ),
    "command.caret.previous_uncoded": ("Prev. uncoded", "Forrige ukodede"),
    "command.caret.previous_uncoded.help": (
        "Go to the previous stretch of a participant's words without a code of yours.",
        "Gå til forrige strekk av en deltakers ord uten kode fra deg.",
    ),
    "command.transcript.uncoded": ("Uncoded text", "Ukodet tekst"),
    "command.transcript.uncoded.help": (
        "Open the next transcript in which participants' words have no code of yours yet.",
        "Åpne neste transkripsjon der deltakernes ord ennå ikke har kode fra deg.",
    ),
    "command.transcript.random": ("Random uncoded", "Tilfeldig ukodet"),
    "command.transcript.random.help": (
        "Go to a turn drawn by lot among all words in the study that have no code of yours.",
        "Gå til en replikk trukket tilfeldig blant alle ord i studien som ikke har kode fra deg.",
    ),
    "uncoded.words": ("{n} word not coded|{n} words not coded", "{n} ord ikke kodet|{n} ord ikke kodet"),
    "uncoded.turn": ("{words}, turn {first}.", "{words}, replikk {first}."),
    "uncoded.turns": ("{words}, turns {first}–{last}.", "{words}, replikk {first}–{last}."),
    "uncoded.no_more": (
        "No more uncoded words this way; {key} opens the next transcript that has some.",
        "Ingen flere ukodede ord denne veien; {key} åpner neste transkripsjon som har noen.",
    ),
    "uncoded.only_here": (
        "No other transcript has uncoded words.",
        "Ingen annen transkripsjon har ukodede ord.",
    ),
    "uncoded.none": (
        "All that participants say in this study has a code of yours.",
        "Alt deltakerne sier i denne studien har kode fra deg.",
    ),
}
