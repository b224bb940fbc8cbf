"""What the arguments of questions mean, for `--help` and the docs."""

ARGUMENTS_QUERIES: dict[str, tuple[str, str]] = {
    "arg.verb.query": (
        "Ask questions of the codings; nothing is changed.",
        "Still spørsmål til kodingene; ingenting endres.",
    ),
    "arg.query_withdrawn": (
        "count what withdrawn participants said too, which is left out otherwise",
        "tell også det deltakere som har trukket seg, sa; ellers utelates det",
    ),
    "arg.query_codes": ("codes by name or path", "koder med navn eller sti"),
    "arg.query_theme": (
        "the codes of this theme; may be given several times",
        "kodene i dette temaet; kan gis flere ganger",
    ),
    "arg.query_children": ("each code with those under it", "hver kode med dem som ligger under"),
    "arg.query_with": (
        "only passages that this code meets; given several times, all of them",
        "bare utdrag som denne koden møter; gitt flere ganger, alle",
    ),
    "arg.query_any": (
        "only passages that one of the codes given this way meets",
        "bare utdrag som minst én av kodene gitt slik møter",
    ),
    "arg.query_not": (
        "no passages that this code meets; may be given several times",
        "ingen utdrag som denne koden møter; kan gis flere ganger",
    ),
    "arg.query_how": (
        "how it meets: shares words (default), the passage inside it, it inside the passage, same turn, transcript, person",
        "hvordan den møter: deler ord (ellers), utdraget inni den, den inni utdraget, samme replikk, transkripsjon, person",
    ),
    "arg.query_near": ("it is at most N turns away", "den er høyst N replikker unna"),
    "arg.query_after": (
        "it follows the passage, at most N turns later",
        "den følger etter utdraget, høyst N replikker senere",
    ),
    "arg.query_before": (
        "it comes before the passage, at most N turns earlier",
        "den kommer før utdraget, høyst N replikker tidligere",
    ),
    "arg.query_coder": (
        "only codings of this coder; may be given several times",
        "bare kodingene til denne koderen; kan gis flere ganger",
    ),
    "arg.query_transcript": (
        "only in this transcript; may be given several times",
        "bare i denne transkripsjonen; kan gis flere ganger",
    ),
    "arg.query_participant": (
        "only words of this participant; may be given several times",
        "bare ordene til denne deltakeren; kan gis flere ganger",
    ),
    "arg.query_where": (
        "only words of people with this value, such as gender=woman (nothing after =: not known); may be given several "
        "times",
        "bare ordene til personer med denne verdien, som kjønn=kvinne (ingenting etter =: ikke kjent); kan gis flere "
        "ganger",
    ),
    "arg.query_role": (
        "only words of speakers in this role; may be given several times",
        "bare ord fra talere med denne rollen; kan gis flere ganger",
    ),
    "arg.query_level": (
        "only codings on this level; may be given several times",
        "bare kodinger på dette nivået; kan gis flere ganger",
    ),
    "arg.query_stance": (
        "only codings with this stance; may be given several times",
        "bare kodinger med denne holdningen; kan gis flere ganger",
    ),
    "arg.query_round": (
        "only codings of this round; may be given several times",
        "bare kodinger fra denne runden; kan gis flere ganger",
    ),
    "arg.query_when": (
        "only codings made then: a day, week, month or year, or two with .. between",
        "bare kodinger gjort da: en dag, uke, måned eller et år, eller to med .. mellom",
    ),
    "arg.query_limit": ("at most so many passages (default: all)", "høyst så mange utdrag (ellers alle)"),
    "arg.query_rows": (
        "at most so many rows, the most people first (pairs: 40 unless given)",
        "høyst så mange rader, flest personer først (par: 40 hvis ikke oppgitt)",
    ),
    "arg.query_csv": (
        "write tidy comma-separated values to a file, or to stdout with -",
        "skriv kommadelte verdier til en fil, eller til stdout med -",
    ),
    "arg.query_with_words": (
        "with --csv FILE: with the words of the passages, names replaced, through the gate",
        "med --csv FIL: ta med ordene i utdragene, med navn erstattet, gjennom porten",
    ),
    "arg.query_by": (
        "participant (default), transcript, or an attribute such as gender or age_band",
        "deltaker (ellers), transkripsjon, eller en egenskap som kjønn eller aldersgruppe",
    ),
    "arg.query_under": ("only this code and those under it", "bare denne koden og dem som ligger under"),
    "arg.query_themes": ("themes instead of codes", "temaer i stedet for koder"),
    "arg.query_once": (
        "count overlapping codings of one code on one person's words once, such as those of two coders",
        "tell overlappende kodinger med samme kode på én persons ord én gang, som når to har kodet",
    ),
    "arg.query_few": (
        "by attribute: the fewest people a cell tells of in a file (default: the setting small_number, 5)",
        "etter egenskap: de færreste personene en celle forteller om i en fil (ellers innstillingen small_number, 5)",
    ),
    "arg.query_zeros": ("with --csv: empty cells too", "med --csv: tomme celler også"),
    "arg.query_meet": (
        "where they meet: on the same words, in the same turn, in a transcript, in what one person says",
        "hvor de møtes: på de samme ordene, i samme replikk, i en transkripsjon, hos samme person",
    ),
    "arg.query_stretches": (
        "how many of the longest uncoded stretches (default: 20)",
        "hvor mange av de lengste ukodede strekkene (ellers 20)",
    ),
    "arg.query_stretches_csv": (
        "write the stretches as comma-separated values to a file, or to stdout with -",
        "skriv strekkene som kommadelte verdier til en fil, eller til stdout med -",
    ),
    "arg.query_order": (
        "the interviews as they were imported, or as they were coded",
        "intervjuene slik de ble importert, eller slik de ble kodet",
    ),
}
