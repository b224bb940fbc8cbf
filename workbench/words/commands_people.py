"""What the commands on people are called, and what their arguments and lines say."""

PEOPLE_COMMANDS: dict[str, tuple[str, str]] = {
    "command.people.open": ("Sheet", "Skjema"),
    "command.people.open.help": (
        "Open the sheet of one person: everything that can be known, kind, consent.",
        "Åpne skjemaet for én person: alt som kan være kjent, persontype, samtykke.",
    ),
    "command.people.write": ("Write", "Skriv"),
    "command.people.write.help": (
        "Write the line in hand of the sheet; what has choices offers them.",
        "Skriv linjen du står på i skjemaet; det som har valg, viser dem.",
    ),
    "command.people.consent": ("Consent", "Samtykke"),
    "command.people.consent.help": (
        "Keep what a participant answered on analysis, quotes, archive, sharing or being contacted again.",
        "Noter hva en deltaker svarte om analyse, sitater, arkiv, deling eller å bli kontaktet igjen.",
    ),
    "command.people.withdraw": ("Withdrew", "Trakk seg"),
    "command.people.withdraw.help": (
        "Keep the day a participant withdrew: marked where people are listed, left out of counts, suggestions and "
        "what leaves the study. Nothing is erased: what they said stays in the study.",
        "Noter dagen en deltaker trakk seg: merkes der folk listes, og holdes utenfor tall, forslag og det som går ut "
        "av studien. Ingenting slettes: Det som er sagt, står i studien.",
    ),
    "command.people.kind": ("Kind", "Persontype"),
    "command.people.kind.help": (
        "Say of which kind a participant is, such as users or professionals.",
        "Si hvilken persontype en deltaker er, for eksempel brukere eller fagfolk.",
    ),
    "command.people.schema": ("Attributes", "Egenskaper"),
    "command.people.schema.help": (
        "Say what can be known of people: attributes, their types and order, kinds of people.",
        "Bestem hva som kan være kjent om folk: egenskaper, typene og rekkefølgen deres, persontyper.",
    ),
    "command.schema.add": ("New attribute", "Ny egenskap"),
    "command.schema.add.help": (
        "Define an attribute, for everyone or for the kind of people in hand.",
        "Definer en egenskap, for alle eller for persontypen du står på.",
    ),
    "command.schema.define": ("Type", "Type"),
    "command.schema.define.help": (
        "Say what an attribute is: text, number, date, a category with its values in order, or a band reckoned from "
        "a number or a date.",
        "Si hva en egenskap er: tekst, tall, dato, en kategori med verdiene i rekkefølge, eller en gruppe regnet ut "
        "fra et tall eller en dato.",
    ),
    "command.schema.kind": ("New kind", "Ny persontype"),
    "command.schema.kind.help": (
        "Add a kind of people with attributes of its own, such as users.",
        "Legg til en persontype med egne egenskaper, for eksempel brukere.",
    ),
    "command.schema.template": ("Attribution", "Henvisning"),
    "command.schema.template.help": (
        "Say how quotes of this kind of people are attributed; - means as everyone's.",
        "Si hvordan sitater fra denne persontypen får henvisning; - betyr som for alle.",
    ),
    "command.schema.rename": ("Rename", "Nytt navn"),
    "command.schema.rename.help": (
        "Give an attribute another name, with everybody's values; or a kind of people.",
        "Gi en egenskap et nytt navn, med alles verdier; eller en persontype.",
    ),
    "command.schema.earlier": ("Earlier", "Tidligere"),
    "command.schema.earlier.help": ("Move an attribute or a kind up.", "Flytt en egenskap eller persontype opp."),
    "command.schema.later": ("Later", "Senere"),
    "command.schema.later.help": ("Move an attribute or a kind down.", "Flytt en egenskap eller persontype ned."),
    "command.schema.remove": ("Remove", "Fjern"),
    "command.schema.remove.help": (
        "Take a definition away; the values people have stay as text. Or a kind; its people stay.",
        "Fjern en definisjon; verdiene folk har, står som tekst. Eller en persontype; personene står.",
    ),
    "command.line.people_unset": ("Take away", "Fjern"),
    "command.line.people_unset.help": (
        "Take an attribute of a participant away.",
        "Fjern en egenskap for en deltaker.",
    ),
    "command.line.kinds": ("Kinds of people", "Persontyper"),
    "command.line.kinds.help": (
        "List the kinds of people, their attributes and how their quotes are attributed.",
        "Vis persontypene, egenskapene deres og hvordan sitatene deres får henvisning.",
    ),
    "command.line.kinds_rename": ("Rename kind", "Nytt navn"),
    "command.line.kinds_rename.help": ("Give a kind of people another name.", "Gi en persontype et nytt navn."),
    "command.line.kinds_move": ("Move kind", "Flytt persontype"),
    "command.line.kinds_move.help": (
        "Move a kind of people earlier or later.",
        "Flytt en persontype tidligere eller senere.",
    ),
    "command.line.kinds_remove": ("Remove kind", "Fjern persontype"),
    "command.line.kinds_remove.help": (
        "Take a kind of people away; its people and their values stay.",
        "Fjern en persontype; personene og verdiene deres står.",
    ),
    "command.line.attributes": ("Attributes", "Egenskaper"),
    "command.line.attributes.help": (
        "List what can be known of people: attributes, types, values, how many have one.",
        "Vis hva som kan være kjent om folk: egenskaper, typer, verdier, hvor mange som har en.",
    ),
    "command.line.attributes_move": ("Move attribute", "Flytt egenskap"),
    "command.line.attributes_move.help": (
        "Move an attribute earlier or later among those of its kind of people.",
        "Flytt en egenskap tidligere eller senere blant dem for persontypen.",
    ),
    "arg.verb.kinds add": ("Add a kind of people.", "Legg til en persontype."),
    "arg.verb.attributes define": (
        "Say what an attribute is, or change what was said; what is left out stays as it was.",
        "Si hva en egenskap er, eller endre det; det som utelates, blir som det var.",
    ),
    "arg.verb.attributes rename": (
        "Give an attribute another name, with everybody's values, bands and templates.",
        "Gi en egenskap et nytt navn, med alles verdier, grupper og henvisninger.",
    ),
    "arg.verb.attributes remove": (
        "Take the definition of an attribute away; the values people have stay as text.",
        "Fjern definisjonen av en egenskap; verdiene folk har, står som tekst.",
    ),
    "arg.people_dry_run": (
        "only say what the table would do; nothing is stored",
        "bare si hva tabellen ville gjøre; ingenting lagres",
    ),
    "arg.people_match": (
        "the row with this label is that participant; may be given several times",
        "raden med denne merkelappen er denne deltakeren; kan gis flere ganger",
    ),
    "arg.people_good_only": (
        "take in what is right, and leave out the values and rows that are told as wrong",
        "les inn det som er riktig, og utelat verdiene og radene som blir fortalt å være feil",
    ),
    "arg.people_leave": (
        "leave the row with this label out; may be given several times",
        "utelat raden med denne merkelappen; kan gis flere ganger",
    ),
    "arg.people_type": (
        "what a column is when the guess is wrong: text, number, date or category; may be given several times",
        "hva en kolonne er når gjettingen er feil: text, number, date eller category; kan gis flere ganger",
    ),
    "arg.people_kind_of": (
        "the kind of people these are; what the table defines is theirs",
        "persontypen disse er; det tabellen definerer, er deres",
    ),
    "arg.keep_old": (
        "where the study has another value already, keep that",
        "behold verdien studien har, der tabellen har en annen",
    ),
    "arg.add_values": (
        "values outside a category become the last of its values",
        "verdier utenfor en kategori blir de siste av verdiene i den",
    ),
    "arg.add_value": (
        "a value outside a category becomes the last of its values",
        "en verdi utenfor en kategori blir den siste av verdiene i den",
    ),
    "arg.label_column": (
        "the column that says who (default: recognised by its header, else the first)",
        "kolonnen som sier hvem (ellers: gjenkjent på overskriften, ellers den første)",
    ),
    "arg.people_kind": ("the kind of people", "persontypen"),
    "arg.new_people_kind": ("such as users or professionals", "for eksempel brukere eller fagfolk"),
    "arg.kind_or_none": ("the kind of people, or - for none", "persontypen, eller - for ingen"),
    "arg.attribute_kind": (
        "only of this kind of people (default: everyone)",
        "bare for denne persontypen (ellers: alle)",
    ),
    "arg.attribute_type": ("what its values are", "hva verdiene er"),
    "arg.choices": (
        "the values of a category in their order, with commas (or ;) between (default: those in use)",
        "verdiene i en kategori i rekkefølge, med komma (eller ;) mellom (ellers: dem i bruk)",
    ),
    "arg.band_source": (
        "the number or date a band is reckoned from (default: age)",
        "tallet eller datoen en gruppe regnes ut fra (ellers: age)",
    ),
    "arg.bands": (
        "where bands begin: 30, 45 or <30, 30–44, 45+ or young: <30; grown: 30+ (default: by tens)",
        "hvor grupper begynner: 30, 45 eller <30, 30–44, 45+ eller unge: <30; voksne: 30+ (ellers: tiår)",
    ),
    "arg.attribute_note": ("what it means, or its unit", "hva den betyr, eller enheten"),
    "arg.step": ("which way", "hvilken vei"),
    "arg.template": (
        "such as {role}, {service}; - means as everyone's",
        "for eksempel {role}, {service}; - betyr som for alle",
    ),
    "arg.consent_scope": ("what the answer is about", "hva svaret gjelder"),
    "arg.consent_answer": ("what they answered", "hva de svarte"),
    "arg.consent_given": ("the day of the answer, such as 31.3.2026", "dagen for svaret, som 31.3.2026"),
    "arg.consent_note": ("what goes with the answer", "det som hører til svaret"),
    "arg.withdrawn_day": ("the day they withdrew (default: today)", "dagen de trakk seg (ellers: i dag)"),
    "arg.withdrawn_not": ("they have not withdrawn after all", "de har ikke trukket seg likevel"),
    "line.col.kind": ("kind", "persontype"),
    "line.col.consent": ("consent", "samtykke"),
    "line.col.type": ("type", "type"),
    "line.col.values": ("values", "verdier"),
    "line.col.attribute": ("attribute", "egenskap"),
    "line.col.attributes": ("attributes of its own", "egne egenskaper"),
    "line.col.template": ("attribution", "henvisning"),
    "line.no_kinds": (
        "There are no kinds of people; everyone has the same attributes. `workbench kinds add users` makes one.",
        "Det er ingen persontyper; alle har de samme egenskapene. `workbench kinds add brukere` lager en.",
    ),
    "line.no_attributes": (
        "Nothing is known of people yet; take in a table (`workbench people import`) or define an attribute.",
        "Ingenting er kjent om folk ennå; les inn en tabell (`workbench people import`) eller definer en egenskap.",
    ),
    "line.by_tens": ("by tens", "tiår"),
    "line.attribute_needs": (
        "Say what it is: --type text, number, date, category or band.",
        "Si hva det er: --type text, number, date, category eller band.",
    ),
    "line.withdraw_not_day": ("--take-back goes without --day.", "--take-back brukes uten --day."),
    "line.withdrawn_now": (
        "{label} is marked as withdrawn: left out of counts (--withdrawn counts them all the same), of suggestions and "
        "of what leaves the study. Quotes held back: {count}. Nothing is erased: what they said stays in the study until it is erased, which this version does not offer yet.",
        "{label} er merket som trukket: holdes utenfor tall (--withdrawn tar dem med likevel), forslag og det som går "
        "ut av studien. Sitater holdt tilbake: {count}. Ingenting slettes: Det som er sagt, står i studien til det slettes, og det kan denne versjonen ikke ennå.",
    ),
    "line.quotes_held_back": ("quotes held back: {count}", "sitater holdt tilbake: {count}"),
    "line.nothing_stored": ("Nothing was stored.", "Ingenting ble lagret."),
    "line.people_no_type": (
        "«{name}» is no type of a column; use text, number, date or category.",
        "«{name}» er ingen type for en kolonne; bruk text, number, date eller category.",
    ),
    "line.people_no_column": (
        "The table has no column «{name}»; it has {known}.",
        "Tabellen har ingen kolonne «{name}»; den har {known}.",
    ),
    "line.people_no_pair": (
        "«{given}» has no = ; see {flag} in --help.",
        "«{given}» har ingen = ; se {flag} i --help.",
    ),
    "line.people_left_out": (
        "Columns that tell who people are, left outside the study: {names}.",
        "Kolonner som sier hvem folk er, og som holdes utenfor studien: {names}.",
    ),
    "line.people_refusing": (
        "Not to be analysed (withdrew or said no): {names}.",
        "Skal ikke analyseres (trakk seg eller sa nei): {names}.",
    ),
    "line.people_unfit": (
        "«{name}» has values that are none of its type ({type}): {values}.",
        "«{name}» har verdier som ikke er av typen ({type}): {values}.",
    ),
    "line.people_troubles": ("Cannot be taken as it stands: {count}.", "Kan ikke leses inn slik det står: {count}."),
    "line.people_trouble": ("row {row}, {column}, «{value}»: {why}", "rad {row}, {column}, «{value}»: {why}"),
    "line.people_columns": ("Columns:", "Kolonner:"),
    "line.people_rows": ("Rows:", "Rader:"),
    "line.people_defined": ("defined", "definert"),
    "line.people_guessed": ("guessed", "gjettet"),
    "line.people_near": ("perhaps {names}", "kanskje {names}"),
    "line.people_becomes.known": ("is {name}", "er {name}"),
    "line.people_becomes.new": ("becomes a new participant", "blir en ny deltaker"),
    "line.people_becomes.left": ("is left out", "utelates"),
    "line.people_becomes.ask": (
        "not in the study: --match {name}=PARTICIPANT, --leave {name} or --add",
        "ikke i studien: --match {name}=PARTICIPANT, --leave {name} eller --add",
    ),
    "line.people_conflicts": ("Values that change: {count}.", "Verdier som endres: {count}."),
    "line.people_new_values": ("New values: {count}.", "Nye verdier: {count}."),
}
