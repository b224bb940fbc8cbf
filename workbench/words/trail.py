"""Texts of the audit trail as a file."""

TRAIL: dict[str, tuple[str, str]] = {
    "trail.title": ("History of the study «{study}»", "Historikken til studien «{study}»"),
    "trail.made": (
        "{count} {count:act|acts}, written out {at}.",
        "{count} {count:handling|handlinger}, skrevet ut {at}.",
    ),
    "trail.narrowed": ("Narrowed to: {parts}.", "Snevret inn til: {parts}."),
    "trail.without_words": (
        "The words of interviews and memos, and what tells who somebody is, are left out; names to be hidden are hidden.",
        "Ordene i intervjuer og memoer, og det som forteller hvem noen er, er utelatt; navn som skal skjules, er skjult.",
    ),
    "trail.with_words": (
        "With the words of passages and memos; names to be hidden are hidden, and every word passed the gate.",
        "Med ordene i utdrag og memoer; navn som skal skjules, er skjult, og hvert ord er sluppet gjennom porten.",
    ),
    "trail.left_out": ("[left out, {count} {count:character|characters}]", "[utelatt, {count} tegn]"),
    "trail.everything": ("everything", "alt"),
    "trail.filter.words": ("Words", "Ord"),
    "trail.rows": ("What it touched: {count}", "Hva den endret: {count}"),
    "trail.more_rows": ("… and {count} more; the JSONL file has them all", "… og {count} til; JSONL-filen har alle"),
    "trail.format": (
        "{name} has no ending that says how to write the history; use {known}.",
        "{name} har ingen endelse som sier hvordan historikken skal skrives; bruk {known}.",
    ),
    "trail.nothing": (
        "No act fits; there is nothing to write. Ask for more of the history.",
        "Ingen handling passer; det er ingenting å skrive. Be om mer av historikken.",
    ),
    "trail.written": (
        "Wrote {count} {count:act|acts} to {file}.",
        "Skrev {count} {count:handling|handlinger} til {file}.",
    ),
    "trail.writing": (
        "Writing {file}: {done} of {count} {count:act|acts} (esc stops)",
        "Skriver {file}: {done} av {count} {count:handling|handlinger} (esc stopper)",
    ),
    "trail.stopped": ("Stopped; nothing was written.", "Stoppet; ingenting ble skrevet."),
    "trail.as": ("Write the history as", "Skriv historikken som"),
    "trail.html": ("a page to read (HTML)", "en side å lese (HTML)"),
    "trail.jsonl": ("one act a line (JSONL)", "én handling per linje (JSONL)"),
    "trail.without": ("without the words of interviews and memos", "uten ordene i intervjuer og memoer"),
    "trail.with": ("with the words, through the gate", "med ordene, gjennom porten"),
    "gate.in.act": ("the act {what} of {at}", "handlingen {what} fra {at}"),
}
