"""Texts of the sheet of a person, of taking in a table, and of the room of attributes and kinds."""

SCHEMA_ROOM: dict[str, tuple[str, str]] = {
    "people.col.mark": ("consent", "samtykke"),
    "people.col.kind": ("kind", "persontype"),
    "people.col.field": ("what", "hva"),
    "people.col.value": ("value", "verdi"),
    "people.col.hint": ("type", "type"),
    "people.field.kind": ("kind of person", "persontype"),
    "people.field.no_kinds": ("users, professionals… ({key:people.kind})", "brukere, fagfolk… ({key:people.kind})"),
    "people.field.consent": ("consent: {scope}", "samtykke: {scope}"),
    "people.field.withdrawn": ("withdrew", "trakk seg"),
    "people.field.withdrawn.hint": (
        "the day; left out of counts, suggestions and exports",
        "dagen; holdes utenfor tall, forslag og eksport",
    ),
    "people.field.reckoned": ("reckoned from {source}", "regnet ut fra {source}"),
    "people.reckoned": (
        "{name} is reckoned from {source}; change that, and it follows.",
        "{name} regnes ut fra {source}; endre den, så følger dette etter.",
    ),
    "people.choose": ("{name} of {label}", "{name} for {label}"),
    "people.take_away": ("Take it away", "Fjern det"),
    "people.add_choice": ("+ add «{name}» to the values of this category", "+ legg «{name}» til verdiene i kategorien"),
    "people.no_kind": ("of no kind", "ingen persontype"),
    "people.new_kind": ("+ new kind of people «{name}»", "+ ny persontype «{name}»"),
    "people.which_kind": (
        "Of which kind is {label}? Choose, or write a new one",
        "Hvilken persontype er {label}? Velg, eller skriv en ny",
    ),
    "people.kind_set": ("{label}: {kind}; {key:app.undo} takes it back.", "{label}: {kind}; {key:app.undo} angrer."),
    "people.which_scope": ("What did {label} answer about?", "Hva svarte {label} om?"),
    "people.consent_answer": ("{label} on {scope}", "{label} om {scope}"),
    "people.consent_when": (
        "{label} on {scope}: day and note, such as 31.3.2026 on paper (may be empty)",
        "{label} om {scope}: dag og merknad, som 31.3.2026 på papir (kan være tomt)",
    ),
    "people.consent_set": (
        "{label} on {scope}: {answer}; {key:app.undo} takes it back.",
        "{label} om {scope}: {answer}; {key:app.undo} angrer.",
    ),
    "people.held_back": ("Quotes held back: {count}.", "Sitater holdt tilbake: {count}."),
    "people.withdrawn_when": (
        "Which day did {label} withdraw? (empty: not withdrawn)",
        "Hvilken dag trakk {label} seg? (tomt: ikke trukket)",
    ),
    "people.withdrawn_now": (
        "{label} is marked as withdrawn; quotes held back: {count}. What they said stays in the study until it is "
        "erased, which this version does not offer yet. {key:app.undo} takes it back.",
        "{label} er merket som trukket; sitater holdt tilbake: {count}. Det de sa, står i studien til det slettes, "
        "og det kan denne versjonen ikke ennå. {key:app.undo} angrer.",
    ),
    "people.withdrawn_not": ("{label} has not withdrawn.", "{label} har ikke trukket seg."),
    "people.card.withdrawn": (
        "Withdrew {day}. Left out of counts, suggestions and what leaves the study. What they said stays in the study "
        "until it is erased, which this version does not offer yet.",
        "Trakk seg {day}. Holdes utenfor tall, forslag og det som går ut av studien. Det de sa, står i studien til det "
        "slettes, og det kan denne versjonen ikke ennå.",
    ),
    "people.card.no_quote": (
        "Said no to being quoted: no quote of theirs leaves the study.",
        "Sa nei til å bli sitert: ingen sitater går ut av studien.",
    ),
    "people.card.no_analysis": (
        "Said no to analysis: their words should not be coded.",
        "Sa nei til analyse: det de sa, skal ikke kodes.",
    ),
    "people.card.consent": ("CONSENT", "SAMTYKKE"),
    "people.take.kind": ("Of which kind are these people?", "Hvilken persontype er disse?"),
    "people.take.everyone": ("everyone, or of several kinds", "alle, eller av flere typer"),
    "people.take.each": ("Ask about each of the unknown", "Spør om hver av de ukjente"),
    "people.take.each.hint": ("one of the study, new, or left out", "en i studien, ny, eller utelatt"),
    "people.take.type": ("Change the type of a column", "Endre typen til en kolonne"),
    "people.take.type.hint": ("where the guess is wrong", "der gjettingen er feil"),
    "people.take.whom": ("Who is «{label}»? ({left} left)", "Hvem er «{label}»? ({left} igjen)"),
    "people.take.is": ("is {label}", "er {label}"),
    "people.take.near": ("looks alike", "ligner"),
    "people.take.new": ("a new participant", "en ny deltaker"),
    "people.take.leave": ("leave out", "utelat"),
    "people.take.which_column": ("Which column?", "Hvilken kolonne?"),
    "people.take.which_type": ("What is {name}?", "Hva er {name}?"),
    "people.take.all_defined": (
        "All columns are defined in the study; {key:people.schema} in this room changes that.",
        "Alle kolonnene er definert i studien; {key:people.schema} i dette rommet endrer det.",
    ),
    "people.take.conflicts": ("{count} values differ from the study's", "{count} verdier er andre enn i studien"),
    "people.take.theirs": ("Take the table's", "Ta tabellens"),
    "people.take.ours": ("Keep the study's", "Behold studiens"),
    "people.take.unfit": ("Some values are outside their category", "Noen verdier er utenfor kategorien sin"),
    "people.take.add_values": ("Add them to the category", "Legg dem til kategorien"),
    "people.table.conflicts": ("VALUES THAT CHANGE ({count})", "VERDIER SOM ENDRES ({count})"),
    "people.table.guessed": ("{type}?", "{type}?"),
    "quotes.refused.WITHDRAWN": (
        "{person} has withdrawn: this quote does not leave the study",
        "{person} har trukket seg: dette sitatet går ikke ut av studien",
    ),
    "quotes.refused.NO_QUOTE": (
        "{person} said no to being quoted: this quote does not leave the study",
        "{person} sa nei til å bli sitert: dette sitatet går ikke ut av studien",
    ),
    "participant.withdrawn": ("withdrawn", "trukket seg"),
    "schema.empty": (
        "Nothing is known of people yet. {key:schema.add} defines an attribute, {key:schema.kind} makes a kind of people such as users.",
        "Ingenting er kjent om folk ennå. {key:schema.add} definerer en egenskap, {key:schema.kind} lager en persontype, for eksempel brukere.",
    ),
    "schema.title": (
        "{count} {count:attribute|attributes} · {kinds} {kinds:kind|kinds}",
        "{count} {count:egenskap|egenskaper} · {kinds} {kinds:persontype|persontyper}",
    ),
    "schema.col.name": ("attribute", "egenskap"),
    "schema.col.type": ("type", "type"),
    "schema.col.people": ("people", "personer"),
    "schema.col.values": ("values", "verdier"),
    "schema.everyone": ("Everyone", "Alle"),
    "schema.undefined": (
        "text, not defined yet ({key:schema.define})",
        "tekst, ikke definert ennå ({key:schema.define})",
    ),
    "schema.template.shared": ("attributed as everyone", "henvisning som for alle"),
    "schema.about": (
        "Under a kind stand the attributes only these people have; everyone's stand above. {key:schema.add} adds one here, {key:schema.kind} makes a "
        "kind, {key:schema.template} says how quotes of a kind are attributed.",
        "Under en persontype står egenskapene bare disse har; de for alle står øverst. {key:schema.add} legger til en her, {key:schema.kind} lager en "
        "persontype, {key:schema.template} bestemmer henvisningen under sitater fra typen.",
    ),
    "schema.who": ("WHO ({count})", "HVEM ({count})"),
    "schema.name": ("New attribute for {whose}: what is it called?", "Ny egenskap for {whose}: hva heter den?"),
    "schema.type": ("What is {name}?", "Hva er {name}?"),
    "schema.choices": (
        "Values of {name} in their order, with commas (or ;) between",
        "Verdiene til {name} i rekkefølge, med komma (eller ;) mellom",
    ),
    "schema.source": ("From what is {name} reckoned?", "Hva regnes {name} ut fra?"),
    "schema.bands": (
        "Bands of {source}: 30, 45 or young: <30; grown: 30–44; old: 45+ (empty: by tens)",
        "Grupper av {source}: 30, 45 eller unge: <30; voksne: 30–44; eldre: 45+ (tomt: tiår)",
    ),
    "schema.kept": ("{name}: {type}; {key:app.undo} takes it back.", "{name}: {type}; {key:app.undo} angrer."),
    "schema.kind": ("New kind of people, such as users", "Ny persontype, for eksempel brukere"),
    "schema.kind_added": (
        "«{name}» is made; {key:schema.add} adds attributes of its own, {key:people.kind} in the people room puts people in it.",
        "«{name}» er laget; {key:schema.add} legger til egne egenskaper, {key:people.kind} i deltakerrommet plasserer folk i den.",
    ),
    "schema.template": (
        "Attribution for {name}, such as {gender}, {service} (-: as everyone)",
        "Henvisning for {name}, for eksempel {gender}, {service} (-: som for alle)",
    ),
    "schema.template_kept": ("Quotes of {name}: {template}", "Sitater fra {name}: {template}"),
    "schema.rename": ("New name for {name}", "Nytt navn på {name}"),
    "schema.renamed": (
        "{name} is now {new}; {key:app.undo} takes it back.",
        "{name} heter nå {new}; {key:app.undo} angrer.",
    ),
    "schema.edge": ("It stands at the edge already.", "Den står ytterst allerede."),
    "schema.define_first": ("Define it first ({key:schema.define}).", "Definer den først ({key:schema.define})."),
    "schema.nothing_to_remove": (
        "Nobody defined it; the values people have are taken away one by one.",
        "Ingen har definert den; verdiene folk har, fjernes én for én.",
    ),
    "schema.removed": (
        "{name} is not defined any more; the values stay as text. {key:app.undo} brings it back.",
        "{name} er ikke definert lenger; verdiene står som tekst. {key:app.undo} henter den tilbake.",
    ),
    "schema.kind_removed": (
        "«{name}» is removed; its people and their values stay. {key:app.undo} brings it back.",
        "«{name}» er fjernet; personene og verdiene deres står. {key:app.undo} henter den tilbake.",
    ),
}
