"""Texts of the search room, its commands and its lines."""

from workbench.words.screens_search_guide import SEARCH_GUIDE

SEARCH_ROOM: dict[str, tuple[str, str]] = {
    "room.search": ("search", "søk"),
    "search.field": ("Find", "Finn"),
    "search.empty": (
        "Type what to look for; how, stands at the right. {key:search.saved} finds the kept searches (enter or esc first).",
        "Skriv det du leter etter; til høyre står hvordan. {key:search.saved} finner lagrede søk (enter eller esc først).",
    ),
    "search.empty.narrow": (
        'Type what to look for: words, "a phrase", a OR b, -not, begin*, NEAR(a b, 5), /regular expression/; filters '
        "who:P07  speaker:participant  code:Sleep  theme:…  coder:Anna  is:uncoded  since:2026-03  gender:woman. "
        'From four letters on a word also finds words that hold it; =word or "word" finds only itself. F1 shows all '
        "of it.",
        "Skriv det du leter etter: ord, «en frase» i hermetegn, a ELLER b, -ikke, begynn*, NÆR(a b, 5), /regulært "
        "uttrykk/; filtre hvem:P07  taler:deltaker  kode:Søvn  tema:…  koder:Anna  er:ukodet  siden:2026-03  "
        "kjønn:kvinne. Fra fire bokstaver finner et ord også ord som rommer det; =ord finner bare ordet selv. F1 viser "
        "alt.",
    ),
    "search.none": ("Nothing fits.", "Ingen treff."),
    "search.none_parts": (
        "Nothing fits. {key:search.words} also takes parts of words and other forms of a word.",
        "Ingen treff. {key:search.words} tar også med deler av ord og andre former av ordet.",
    ),
    "search.no_texts": (
        "There are no transcripts to search yet; {key:go.import} imports some.",
        "Det er ingen transkripsjoner å søke i ennå; {key:go.import} importerer noen.",
    ),
    "search.total": ("{count} {count:hit|hits}", "{count} treff"),
    "search.total_one": ("1 hit", "1 treff"),
    "search.total_more": ("more than {count} {count:hit|hits}", "mer enn {count} treff"),
    "search.marked": ("{count} marked", "{count} merket"),
    "search.reading": (
        "read {done} of {of} transcripts… (esc stops)",
        "lest {done} av {of} transkripsjoner… (esc stopper)",
    ),
    "search.stopped": (
        "Stopped after {done} of {of} transcripts; what was found so far is shown.",
        "Stoppet etter {done} av {of} transkripsjoner; treffene så langt vises.",
    ),
    "search.order.rank": ("best first", "beste først"),
    "search.order.document": ("by transcript", "etter transkripsjon"),
    "search.words.parts": ("words and words that hold them", "ord og ord som rommer dem"),
    "search.words.whole": ("whole words only", "bare hele ord"),
    "search.words.stems": ("all forms of a word", "alle former av ordet"),
    "search.where.texts": ("in what was said", "i det som ble sagt"),
    "search.where.notes": ("in memos, definitions and quotes", "i memoer, definisjoner og sitater"),
    "search.note.memo": ("memo", "memo"),
    "search.note.code": ("code", "kode"),
    "search.note.theme": ("theme", "tema"),
    "search.note.quote": ("quote", "sitat"),
    "search.note.coding": ("note on a coding", "notat til koding"),
    "search.uncoded": ("uncoded", "ukodet"),
    "search.typing": (
        "↓↑ move   enter to the hits   esc leaves the field   F1 how to search",
        "↓↑ flytt   enter til treffene   esc forlater feltet   F1 slik søker du",
    ),
    "search.code": ("Code what was found ({count}) as:", "Kod treffene ({count}) som:"),
    "search.code_others": (
        "Code what was found ({count}, {others} of them not said by participants) as:",
        "Kod treffene ({count}, {others} av dem ikke sagt av deltakere) som:",
    ),
    "search.unit": ("Code how much, as «{code}»?", "Kode hvor mye, som «{code}»?"),
    "search.unit.turn": ("the whole turns", "hele replikkene"),
    "search.unit.sentence": ("the sentences they stand in", "setningene de står i"),
    "search.unit.words": ("the words alone", "bare ordene"),
    "search.unit.count": ("{count} {count:passage|passages}", "{count} utdrag"),
    "search.coded": (
        "Coded {count} {count:passage|passages} as «{code}»; {key:app.undo} takes all of it back.",
        "Kodet {count} utdrag som «{code}»; {key:app.undo} tar alt tilbake.",
    ),
    "search.coded_none": (
        "You have coded all of them as «{code}» already.",
        "Du har allerede kodet alle som «{code}».",
    ),
    "search.no_codes": (
        "There are no codes yet; make one in the codebook ({key:go.codebook}) or by coding.",
        "Det er ingen koder ennå; lag en i kodeboken ({key:go.codebook}) eller ved å kode.",
    ),
    "search.not_turns": (
        "Memos and definitions are not coded; {key:search.where} goes back to what was said.",
        "Memoer og definisjoner kodes ikke; {key:search.where} går tilbake til det som ble sagt.",
    ),
    "search.all_marked": (
        "All {count} {count:hit is|hits are} marked; space takes the mark off one that does not belong, {key:search.code} codes the rest.",
        "Alle {count} treff er merket; mellomrom fjerner merket fra et som ikke hører til, {key:search.code} koder resten.",
    ),
    "search.most_marked": (
        "The first {count} {count:hit is|hits are} marked; narrow the search to reach the others.",
        "De første {count} treffene er merket; snevre inn søket for å nå resten.",
    ),
    "search.marks_gone": (
        "The search is another now: {count} {count:mark was|marks were} taken off.",
        "Søket er et annet nå: {count} {count:merke|merker} ble fjernet.",
    ),
    "search.by_participant": ("by participant", "etter deltaker"),
    "search.nobody": ("no participant", "ingen deltaker"),
    "search.others": ("not participants {count}", "andre enn deltakere {count}"),
    "search.order_none": (
        "Without plain words to rank by, hits stand by transcript.",
        "Uten vanlige ord å rangere etter står treffene etter transkripsjon.",
    ),
    "search.nothing_here": (
        "There is no word at the caret to search for.",
        "Det står ikke noe ord ved markøren å søke etter.",
    ),
    "search.unmarked": ("No hit is marked any more.", "Ingen treff er merket lenger."),
    "search.keep": ("Keep this search under the name:", "Ta vare på søket under navnet:"),
    "search.kept": (
        "Kept as «{name}»; {key:search.saved} finds it again.",
        "Tatt vare på som «{name}»; {key:search.saved} finner det igjen.",
    ),
    "search.saved": ("Kept searches (enter runs one)", "Lagrede søk (enter kjører ett)"),
    "search.saved_none": (
        "No search is kept yet; {key:search.keep} keeps the present one.",
        "Ingen søk er lagret ennå; {key:search.keep} lagrer dette.",
    ),
    "search.forget": ("Remove a kept search:", "Fjern et lagret søk:"),
    "search.forgotten": (
        "«{name}» is kept no longer; {key:app.undo} brings it back.",
        "«{name}» er fjernet; {key:app.undo} henter det tilbake.",
    ),
    "search.peek": ("TURN {turn}", "REPLIKK {turn}"),
    "search.no_codes_here": ("no code here yet", "ingen kode her ennå"),
    "lacking.item.search": ("Nothing was found yet; / types a search.", "Ingenting er funnet ennå; / skriver et søk."),
    "lacking.hit": (
        "Only turns can be marked; / types a search.",
        "Bare replikker kan merkes; / skriver et søk.",
    ),
    "command.go.search": ("Search", "Søk"),
    "command.go.search.help": (
        "Search all transcripts, memos, definitions and quotes.",
        "Søk i alle transkripsjoner, memoer, definisjoner og sitater.",
    ),
    "command.search.type": ("Type", "Skriv"),
    "command.search.type.help": ("Write or change what is searched for.", "Skriv eller endre det du søker etter."),
    "command.search.open": ("Open", "Åpne"),
    "command.search.open.help": (
        "Go to the hit in its transcript or room.",
        "Gå til treffet i transkripsjonen eller rommet.",
    ),
    "command.search.mark": ("Mark", "Merk"),
    "command.search.mark.help": (
        "Mark the hit for coding, or take the mark off.",
        "Merk treffet for koding, eller fjern merket.",
    ),
    "command.search.mark_all": ("Mark all", "Merk alle"),
    "command.search.mark_all.help": (
        "Mark all hits, or none when all are marked.",
        "Merk alle treff, eller ingen når alle er merket.",
    ),
    "command.search.code": ("Code", "Kod"),
    "command.search.code.help": (
        "Code the marked hits (or the current one): words, sentences or whole turns, in one step.",
        "Kod de merkede treffene (eller dette): ord, setninger eller hele replikker, i ett steg.",
    ),
    "command.search.next": ("Next", "Neste"),
    "command.search.next.help": (
        "Go to the next hit, also while one is shown in full.",
        "Gå til neste treff, også mens ett vises i sin helhet.",
    ),
    "command.search.previous": ("Previous", "Forrige"),
    "command.search.previous.help": ("Go to the hit before.", "Gå til treffet før."),
    "command.search.narrow": ("Narrow", "Snevre inn"),
    "command.search.narrow.help": (
        "Narrow the search to a participant, a speaker, a code, a theme, an attribute, uncoded turns.",
        "Snevre søket inn til en deltaker, en taler, en kode, et tema, en egenskap, ukodede replikker.",
    ),
    "command.caret.search": ("Search all", "Søk i alle"),
    "command.caret.search.help": (
        "Search all transcripts for the word at the caret or the selection; esc comes back.",
        "Søk i alle transkripsjoner etter ordet ved markøren eller utvalget; esc kommer tilbake.",
    ),
    "command.search.order": ("Order", "Rekkefølge"),
    "command.search.order.help": (
        "Best hits first, or by transcript and turn.",
        "Beste treff først, eller etter transkripsjon og replikk.",
    ),
    "command.search.words": ("Words", "Ord"),
    "command.search.words.help": (
        "Parts of words too, whole words only, or all forms of a word.",
        "Også deler av ord, bare hele ord, eller alle former av ordet.",
    ),
    "command.search.where": ("Where", "Hvor"),
    "command.search.where.help": (
        "Search what was said, or memos, definitions and quotes.",
        "Søk i det som ble sagt, eller i memoer, definisjoner og sitater.",
    ),
    "command.search.keep": ("Keep", "Ta vare på"),
    "command.search.keep.help": ("Keep this search under a name.", "Ta vare på søket under et navn."),
    "command.search.saved": ("Kept", "Lagrede"),
    "command.search.saved.help": ("Run a search that was kept.", "Kjør et lagret søk."),
    "command.search.forget": ("Remove kept", "Fjern lagret"),
    "command.search.forget.help": ("Remove a search that was kept.", "Fjern et lagret søk."),
    "command.line.searches": ("Kept searches", "Lagrede søk"),
    "command.line.searches.help": ("List the kept searches, or remove one.", "List lagrede søk, eller fjern ett."),
    "arg.search_text": (
        "what to look for; --syntax explains the language",
        "det som skal finnes; --syntax forklarer språket",
    ),
    "arg.search_saved": ("run the search kept under this name", "kjør søket som er lagret under dette navnet"),
    "arg.search_keep": ("keep the search under this name", "ta vare på søket under dette navnet"),
    "arg.search_order": (
        "best hits first, or by transcript and turn",
        "beste treff først, eller etter transkripsjon og replikk",
    ),
    "arg.search_limit": ("show at most N hits", "vis høyst N treff"),
    "arg.search_whole": ("whole words only", "bare hele ord"),
    "arg.search_stems": ("all forms of a word", "alle former av ordet"),
    "arg.search_notes": (
        "search memos, definitions and quotes instead",
        "søk i memoer, definisjoner og sitater i stedet",
    ),
    "arg.search_code": (
        "code what was found with this code (needs --yes)",
        "kod det som ble funnet med denne koden (krever --yes)",
    ),
    "arg.search_unit": ("how much to code round what was found", "hvor mye som kodes rundt det som ble funnet"),
    "arg.search_yes": ("carry the coding out", "utfør kodingen"),
    "arg.search_remove": ("remove the search of this name", "fjern søket med dette navnet"),
    "arg.search_syntax": ("explain the search language", "forklar søkespråket"),
    "line.search_people": ("by participant ({count}): {people}", "etter deltaker ({count}): {people}"),
    "line.search_total": ("{n} hit.|{n} hits.", "{n} treff.|{n} treff."),
    "line.search_total_more": ("More than {count} {count:hit|hits}.", "Mer enn {count} treff."),
    "line.search_shown": (
        "The first {shown} are shown; --limit shows more.",
        "De første {shown} vises; --limit viser flere.",
    ),
    "line.search_would": (
        "{count} {count:passage|passages} would be coded as «{code}»; look through them, then add --yes.",
        "{count} utdrag ville bli kodet som «{code}»; se gjennom dem og legg til --yes.",
    ),
    "line.search_nothing": (
        "Say what to search for, or --saved NAME.",
        "Si hva det skal søkes etter, eller --saved NAVN.",
    ),
    "line.searches_none": ("No search is kept yet.", "Ingen søk er lagret ennå."),
    "line.col.search": ("search", "søk"),
    "line.col.who_kept": ("kept by", "lagret av"),
    **SEARCH_GUIDE,
}
