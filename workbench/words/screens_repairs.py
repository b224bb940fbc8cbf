"""Texts of the room of repairs, with what is odd in a text."""

REPAIRS_IN_STUDY: dict[str, tuple[str, str]] = {
    "command.line.repairs": ("Repairs", "Rettelser"),
    "command.line.repairs.help": (
        "List the repairs of a transcript, make some, take some back, or report odd characters.",
        "Vis rettelsene i en transkripsjon, gjør noen, ta noen tilbake, eller meld om uvanlige tegn.",
    ),
    "arg.repairs_what": (
        "list them, make them, take them back, or report odd characters",
        "vis dem, gjør dem, ta dem tilbake, eller meld om uvanlige tegn",
    ),
    "arg.repairs_ids": (
        "ids of repairs, or their endings as the list shows them",
        "id-er på rettelser, eller slutten av dem slik listen viser",
    ),
    "arg.repairs_kind": ("only this kind of repair", "bare dette slaget rettelse"),
    "arg.repairs_all": ("all repairs of the transcript", "alle rettelser i transkripsjonen"),
    "line.repairs_only_list": (
        "Ids and --all go with make and back; --kind with these and list.",
        "Id-er og --all hører sammen med make og back; --kind med disse og list.",
    ),
    "line.repairs_need": (
        "Say which repairs: their ids, --kind, or --all.",
        "Si hvilke rettelser: id-ene, --kind eller --all.",
    ),
    "line.no_repairs": ("There are no repairs of {name}.", "Det er ingen rettelser i {name}."),
    "line.nothing_odd": ("Nothing is odd in {name}.", "Ingenting er uvanlig i {name}."),
    "line.col.id": ("id", "id"),
    "line.col.repair": ("repair", "rettelse"),
    "line.col.line": ("line", "linje"),
    "line.col.was": ("in the file", "i filen"),
    "line.col.reads": ("repaired", "rettet"),
    "line.col.why": ("why", "hvorfor"),
    "line.col.odd": ("odd", "uvanlig"),
    "line.col.sign": ("sign", "tegn"),
    "line.col.count": ("times", "ganger"),
    "line.col.sample": ("the first place", "første sted"),
    "room.repairs": ("repairs", "rettelser"),
    "command.go.repairs": ("Repairs", "Rettelser"),
    "command.go.repairs.help": (
        "Go to what was repaired in the transcript in hand, over its untouched original.",
        "Gå til det som er rettet i transkripsjonen du arbeider med, over den urørte originalen.",
    ),
    "command.transcripts.repairs": ("Repairs", "Rettelser"),
    "command.transcripts.repairs.help": (
        "See what was repaired in this transcript, make more of it or take it back.",
        "Se hva som er rettet i denne transkripsjonen, gjør mer av det eller ta det tilbake.",
    ),
    "command.repairs.toggle": ("Make, take back", "Gjør, ta tilbake"),
    "command.repairs.toggle.help": (
        "Make the repair in the text, or take it back; what is coded stays on its words.",
        "Gjør rettelsen i teksten, eller ta den tilbake; det som er kodet, blir på ordene sine.",
    ),
    "command.repairs.kind": ("All such", "Alle slike"),
    "command.repairs.kind.help": (
        "Do the same to all of this kind that stand as this one does: make them, or take them back.",
        "Gjør det samme med alle av dette slaget som står som denne: gjør dem, eller ta dem tilbake.",
    ),
    "command.repairs.turn_down": ("Turn down", "Avvis"),
    "command.repairs.turn_down.help": (
        "Say no to a proposed repair; the text stays as it is.",
        "Si nei til en foreslått rettelse; teksten blir som den er.",
    ),
    "command.repairs.open": ("Read there", "Les der"),
    "command.repairs.open.help": (
        "Open the transcript at this place; esc comes back.",
        "Åpne transkripsjonen på dette stedet; esc går tilbake.",
    ),
    "command.repairs.filter": ("Only proposed", "Bare foreslåtte"),
    "command.repairs.filter.help": (
        "Show only the repairs that wait for a decision, or all of them.",
        "Vis bare rettelsene som venter på en avgjørelse, eller alle.",
    ),
    "command.repairs.next": ("Next proposed", "Neste forslag"),
    "command.repairs.next.help": ("Go to the next proposed repair.", "Gå til neste foreslåtte rettelse."),
    "command.repairs.previous": ("Proposed before", "Forrige forslag"),
    "command.repairs.previous.help": ("Go to the proposed repair before.", "Gå til forrige foreslåtte rettelse."),
    "command.repairs.odd": ("Odd characters", "Uvanlige tegn"),
    "command.repairs.odd.help": (
        "Show which signs of the text a person should know of, and where each stands first; or the repairs again.",
        "Vis hvilke tegn i teksten en bør vite om, og hvor hvert står først; eller rettelsene igjen.",
    ),
    "command.repairs.next_text": ("Next transcript", "Neste intervju"),
    "command.repairs.next_text.help": (
        "Show the repairs of the next transcript.",
        "Vis rettelsene i neste transkripsjon.",
    ),
    "command.repairs.previous_text": ("Transcript before", "Forrige intervju"),
    "command.repairs.previous_text.help": (
        "Show the repairs of the transcript before.",
        "Vis rettelsene i forrige transkripsjon.",
    ),
    "lacking.item.repairs": ("No repair is in hand here.", "Ingen rettelse er valgt her."),
    "lacking.repairs.repairs": (
        "There are no repairs on the screen to choose among.",
        "Det er ingen rettelser på skjermen å velge blant.",
    ),
    "lacking.place": ("Nothing is in hand here.", "Ingenting er valgt her."),
    "lacking.proposed": (
        "Only a proposed repair can be turned down; space takes back one that is made.",
        "Bare en foreslått rettelse kan avvises; mellomrom tar tilbake en som er gjort.",
    ),
    "repairs.empty": (
        "Nothing was repaired in this transcript; its file needed nothing. {key:repairs.odd} shows odd characters.",
        "Ingenting er rettet i denne transkripsjonen; filen trengte det ikke. {key:repairs.odd} viser uvanlige tegn.",
    ),
    "repairs.no_original": (
        "No original is kept of {name}, which was taken in before originals were kept. {key:repairs.odd} shows odd characters.",
        "Ingen original er bevart av {name}, som ble tatt inn før originaler ble bevart. {key:repairs.odd} viser uvanlige tegn.",
    ),
    "repairs.none_proposed": (
        "No repair waits for a decision; {key:repairs.filter} shows all of them.",
        "Ingen rettelse venter på en avgjørelse; {key:repairs.filter} viser alle.",
    ),
    "repairs.title": (
        "{made} made · {proposed} proposed · {rejected} not made",
        "{made} gjort · {proposed} foreslått · {rejected} ikke gjort",
    ),
    "repairs.only": ("only proposed", "bare foreslåtte"),
    "repairs.state.made": ("made", "gjort"),
    "repairs.state.proposed": ("proposed", "foreslått"),
    "repairs.state.rejected": ("not made", "ikke gjort"),
    "repairs.is.made": ("The repair is made.", "Rettelsen er gjort."),
    "repairs.is.proposed": (
        "Proposed, not made: space makes it, {key:repairs.turn_down} turns it down.",
        "Foreslått, ikke gjort: mellomrom gjør den, {key:repairs.turn_down} avviser den.",
    ),
    "repairs.is.rejected": ("Not made: the text stands as in the file.", "Ikke gjort: teksten står som i filen."),
    "repairs.unsure": ("unsure", "usikker"),
    "repairs.nothing": ("(nothing)", "(ingenting)"),
    "repairs.original": ("THE ORIGINAL · line {line}", "ORIGINALEN · linje {line}"),
    "repairs.now": ("THE TEXT NOW · turn {turn}", "TEKSTEN NÅ · replikk {turn}"),
    "repairs.first_place": ("THE FIRST PLACE · line {line}", "FØRSTE STED · linje {line}"),
    "repairs.why": ("Why: {why}", "Hvorfor: {why}"),
    "repairs.made": (
        "Made ({kind}, {count}); {key:app.undo} undoes.",
        "Gjort ({kind}, {count}); {key:app.undo} angrer.",
    ),
    "repairs.taken_back": (
        "Taken back ({kind}, {count}); {key:app.undo} undoes.",
        "Tatt tilbake ({kind}, {count}); {key:app.undo} angrer.",
    ),
    "repairs.turned_down": (
        "Turned down ({kind}, {count}); {key:app.undo} undoes.",
        "Avvist ({kind}, {count}); {key:app.undo} angrer.",
    ),
    "repairs.codings_stand": (
        "Its coding keeps its words.|All {n} codings keep their words.",
        "Kodingen beholder ordene sine.|Alle {n} kodinger beholder ordene sine.",
    ),
    "repairs.waiting": (
        "{n} coding waits for a look ({key:go.carried}).|{n} codings wait for a look ({key:go.carried}).",
        "{n} koding venter på et blikk ({key:go.carried}).|{n} kodinger venter på et blikk ({key:go.carried}).",
    ),
    "repairs.left": (
        "{n} was left as it is: its words were edited since.|{n} were left as they are: their words were edited since.",
        "{n} står som den er: ordene er endret siden.|{n} står som de er: ordene deres er endret siden.",
    ),
    "repairs.all_decided": ("Nothing waits any more.", "Ingenting venter lenger."),
    "repairs.no_more": ("No more proposed repairs this way.", "Ingen flere foreslåtte rettelser denne veien."),
    "repairs.filter.proposed": (
        "Only proposed repairs; {key:repairs.filter} shows all.",
        "Bare foreslåtte rettelser; {key:repairs.filter} viser alle.",
    ),
    "repairs.filter.all": ("All repairs.", "Alle rettelser."),
    "repairs.odd": ("ODD CHARACTERS", "UVANLIGE TEGN"),
    "repairs.odd.none": (
        "Nothing odd in this text. {key:repairs.odd} shows the repairs again.",
        "Ingenting uvanlig i denne teksten. {key:repairs.odd} viser rettelsene igjen.",
    ),
    "repairs.odd.told": (
        "{count} {count:sign|signs} or shapes to know of; the text is not changed. {key:repairs.odd} goes back to the repairs.",
        "{count} tegn eller former å vite om; teksten er ikke endret. {key:repairs.odd} går tilbake til rettelsene.",
    ),
    "repairs.odd.times": ("stands once|stands {n} times", "står én gang|står {n} ganger"),
    "odd.symbol font.about": (
        "A sign that only one font knows. Other machines show a box; a search does not find it.",
        "Et tegn bare én skrift kjenner. Andre maskiner viser en firkant; et søk finner det ikke.",
    ),
    "odd.broken character.about": (
        "A letter was lost when the file was made or read; was it read in the right encoding?",
        "En bokstav gikk tapt da filen ble laget eller lest; ble den lest i riktig tegnkoding?",
    ),
    "odd.reading direction.about": (
        "An unseen sign that turns the reading direction; on a screen the words may stand in another order.",
        "Et usynlig tegn som snur leseretningen; på en skjerm kan ordene stå i en annen rekkefølge.",
    ),
    "odd.control character.about": (
        "A sign for machines, or a picture of one; most often rubbish of an export.",
        "Et tegn for maskiner, eller et bilde av et; oftest rusk fra en eksport.",
    ),
    "odd.invisible sign.about": (
        "It takes no room, but a search may not find the word it stands in.",
        "Det tar ingen plass, men et søk finner kanskje ikke ordet det står i.",
    ),
    "odd.blank of another kind.about": (
        "It looks like a blank and is another sign; a search for the words may miss it.",
        "Det ligner et mellomrom og er et annet tegn; et søk etter ordene kan gå forbi det.",
    ),
    "odd.ligature.about": (
        "One sign for several letters; a search for the word does not find it.",
        "Ett tegn for flere bokstaver; et søk etter ordet finner det ikke.",
    ),
    "odd.tab after a bullet.about": (
        "A list pasted in; is it talk, or a note of somebody's?",
        "En liste som er limt inn; er det tale, eller et notat?",
    ),
    "odd.closing mark at both ends.about": (
        "Quoted speech that opens with a closing mark, as some keyboards write it.",
        "Sitert tale som åpner med et sluttegn, slik noen tastaturer skriver det.",
    ),
    "odd.quotation mark not closed.about": (
        "A quotation that is opened and not closed: where does the quoted speech end?",
        "Et sitat som åpnes og ikke lukkes: hvor slutter den siterte talen?",
    ),
    "odd.several dashes.about": (
        "Dashes of different lengths: do they mean different things, such as a pause and a break?",
        "Tankestreker av ulik lengde: betyr de ulike ting, som en pause og et brudd?",
    ),
    "odd.several ellipses.about": (
        "Dots written in different ways: do they mean different things, such as a pause and words left out?",
        "Prikker skrevet på ulike måter: betyr de ulike ting, som en pause og utelatte ord?",
    ),
    "odd.words grown together.about": (
        "Two words without a blank between them, as a broken layout leaves them.",
        "To ord uten mellomrom, slik et ødelagt oppsett etterlater dem.",
    ),
}
