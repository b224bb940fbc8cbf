"""What questions about codings say: on the screens, on the command line, and beside every number that leaves."""

QUERIES: dict[str, tuple[str, str]] = {
    "query.without": ("without {name}", "uten {name}"),
    "query.nobody_known": ("nobody known", "ingen kjent"),
    "query.all": ("all", "alle"),
    "query.decimal_sign": (".", ","),
    "query.percent": ("{number}%", "{number} %"),
    "query.no_attribute": (
        "Nobody in this study has «{name}»; known are {known}.",
        "Ingen i denne studien har «{name}»; kjent er {known}.",
    ),
    "query.no_value": (
        "Nobody has «{value}» as {name}; there are {known}.",
        "Ingen har «{value}» som {name}; det er {known}.",
    ),
    "query.no_rows": (
        "There is nothing to count yet: no codes, or no themes that are not dropped. Code some passages first.",
        "Det er ingenting å telle ennå: ingen koder, eller ingen temaer som ikke er forkastet. Kod noen utdrag først.",
    ),
    "query.empty_theme": (
        "The theme «{theme}» gathers no codes yet, so it has no passages.",
        "Temaet «{theme}» samler ingen koder ennå, så det har ingen utdrag.",
    ),
    "query.counted.table": (
        "Cells say people/mentions: how many people say it, and how many codings that is.",
        "Cellene sier personer/omtaler: hvor mange som sier det, og hvor mange kodinger det er.",
    ),
    "query.counted.overlap": (
        "Cells say people/places: how many pairs of codings share words, and how many people say them.",
        "Cellene sier personer/steder: hvor mange par av kodinger som deler ord, og hvor mange personer som sier dem.",
    ),
    "query.counted.turn": (
        "Cells say people/places: how many pairs of codings touch the same turn, and how many people say them.",
        "Cellene sier personer/steder: hvor mange par av kodinger som er i samme replikk, og hvor mange som sier dem.",
    ),
    "query.counted.transcript": (
        "Cells say people/transcripts: how many transcripts have both, and how many people say both anywhere.",
        "Cellene sier personer/transkripsjoner: hvor mange transkripsjoner som har begge, og hvor mange personer som "
        "sier begge et eller annet sted.",
    ),
    "query.counted.person": (
        "Cells say how many people say both, anywhere.",
        "Cellene sier hvor mange personer som sier begge, et eller annet sted.",
    ),
    "query.counted.children": (
        "Each code counts those under it too.",
        "Hver kode teller også dem som ligger under den.",
    ),
    "query.counted.once": (
        "Overlapping codings of one code on one person's words count once.",
        "Overlappende kodinger med samme kode på én persons ord teller én gang.",
    ),
    "query.counted.unknown": (
        "Where it is not known who speaks, that is one person a transcript; an interviewer's words are nobody's.",
        "Der det ikke er kjent hvem som snakker, regnes det som én person per transkripsjon; intervjuerens ord er "
        "ingens.",
    ),
    "query.counted.narrowed": (
        "Only the codings asked for are counted.",
        "Bare kodingene det ble spurt om, er talt.",
    ),
    "query.counted.coverage": (
        "Counted are the words of participants, and of speakers whose role is not known; × is codings a thousand "
        "words beside the median transcript.",
        "Ordene til deltakerne er talt, og til dem som ikke har kjent rolle; × er kodinger per tusen ord sett mot "
        "medianen.",
    ),
    "query.few_marked": (
        "* fewer than {few} people: whoever knows the participants may see who they are.",
        "* færre enn {few} personer: den som kjenner deltakerne, kan se hvem de er.",
    ),
    "query.few_hidden": (
        "{count} {count:cell is|cells are} about fewer than {few} people and are written as <{few}: whoever knows the participants "
        "could see who they are. `--few 0` writes them all.",
        "{count} {count:celle|celler} gjelder færre enn {few} personer og er skrevet som <{few}: den som kjenner deltakerne, kunne "
        "sett hvem de er. `--few 0` skriver alle.",
    ),
    "query.medians": (
        "Median: {share} of the words coded, {density} codings a thousand words.",
        "Median: {share} av ordene er kodet, {density} kodinger per tusen ord.",
    ),
    "query.uncoded": (
        "{n} transcript without codings:|{n} transcripts without codings:",
        "{n} transkripsjon uten kodinger:|{n} transkripsjoner uten kodinger:",
    ),
    "query.longest": (
        "Longest stretches without codings, in participants' words:",
        "Lengste strekk uten kodinger, i deltakernes ord:",
    ),
    "query.turns": ("turns {first}–{last}", "replikk {first}–{last}"),
    "query.growth_bar": (
        "+ new codes, then all so far; the dark end of a bar is what is new.",
        "+ nye koder, så alle hittil; den mørke enden av søylen er det nye.",
    ),
    "query.not_coded": ("not coded", "ikke kodet"),
    "query.critique": (
        "Not a measure of saturation: codes are made by the analyst, not found, and an interview without a new code "
        "may still deepen those there are (Braun & Clarke 2021). In reflexive analysis stopping is a judgement about "
        "richness, not a point on a curve.",
        "Ikke et mål på metning: koder lages av den som analyserer, de blir ikke funnet, og et intervju uten nye koder "
        "kan likevel utdype dem som er der (Braun & Clarke 2021). I refleksiv analyse er det å stoppe en vurdering av "
        "rikdom, ikke et punkt på en kurve.",
    ),
    "query.passages": ("{n} passage|{n} passages", "{n} utdrag|{n} utdrag"),
    "query.people": ("{n} person|{n} people", "{n} person|{n} personer"),
    "query.withdrawn": (
        "{count} withdrawn {count:participant|participants} left out.",
        "{count} {count:deltaker|deltakere} som har trukket seg, er utelatt.",
    ),
    "query.found": ("{passages} from {people} in {transcripts}.", "{passages} fra {people} i {transcripts}."),
    "line.query_shown": ("Shown are the first {shown}.", "De første {shown} er vist."),
    "line.query_more_met": ("and {count} more", "og {count} til"),
    "line.query_written": ("Wrote {count} {count:row|rows} to {file}.", "Skrev {count} {count:rad|rader} til {file}."),
    "line.query_words_written": (
        "Wrote {count} {count:passage|passages} with their words to {file}; the export is in the study's register.",
        "Skrev {count} utdrag med ordene til {file}; eksporten står i studiens register.",
    ),
    "line.query_many_columns": (
        "There are {count} {count:column|columns}; `--csv FILE` writes them all, the screens show them.",
        "Det er {count} {count:kolonne|kolonner}; `--csv FIL` skriver alle, skjermbildene viser dem.",
    ),
    "line.query_more_pairs": (
        "{count} more {count:pair|pairs}; `--limit N` shows more, `--csv FILE` writes all.",
        "{count} par til; `--limit N` viser flere, `--csv FIL` skriver alle.",
    ),
    "line.query_none_meet": ("None of them meet.", "Ingen av dem møtes."),
    "line.query_where_form": (
        "Write --where NAME=VALUE, such as --where gender=woman, not «{written}».",
        "Skriv --where NAVN=VERDI, som --where kjønn=kvinne, ikke «{written}».",
    ),
    "line.query_themes_or_under": (
        "Rows are themes (--themes) or codes under a code (--under); choose one.",
        "Radene er temaer (--themes) eller koder under en kode (--under); velg én av delene.",
    ),
    "line.query_needs_code": (
        "Name a code, or a theme with --theme.",
        "Oppgi en kode, eller et tema med --theme.",
    ),
    "line.query_one_way": (
        "Choose one of --how, --near, --after and --before.",
        "Velg én av --how, --near, --after og --before.",
    ),
    "line.query_turns": ("Turns are counted from 0.", "Replikker telles fra 0."),
    "line.query_few_range": ("--few is a whole number from 0.", "--few er et helt tall fra 0."),
    "line.query_words_file": (
        "Words leave through the gate into a file: give --csv FILE with --with-words.",
        "Ord forlater studien gjennom porten til en fil: oppgi --csv FIL sammen med --with-words.",
    ),
    "report.no_passages": (
        "No passages were found, so there is nothing to write.",
        "Ingen utdrag ble funnet, så det er ingenting å skrive.",
    ),
}
