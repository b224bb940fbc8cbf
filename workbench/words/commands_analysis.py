"""What the commands of the analysis are called: coding, codebook, themes, quotes."""

CODING: dict[str, tuple[str, str]] = {
    "command.select.start": ("Select", "Marker"),
    "command.select.start.help": (
        "Start a selection at the caret; moving extends it.",
        "Start et utvalg ved markøren; det følger når du flytter deg.",
    ),
    "command.select.grow": ("Grow", "Utvid"),
    "command.select.grow.help": (
        "Select more: the word, then the clause, the sentence, the turn.",
        "Marker mer: ordet, så leddet, setningen og replikken.",
    ),
    "command.select.shrink": ("Shrink", "Krymp"),
    "command.select.shrink.help": (
        "Select less: back to the step before.",
        "Marker mindre: tilbake til forrige trinn.",
    ),
    "command.select.other_end": ("Other end", "Andre ende"),
    "command.select.other_end.help": (
        "Move the caret to the other end of the selection.",
        "Flytt markøren til den andre enden av utvalget.",
    ),
    "command.coding.code": ("Code", "Kod"),
    "command.coding.code.help": (
        "Code the selected words: type a code you have, or a new one.",
        "Kod de markerte ordene: skriv en kode du har, eller en ny.",
    ),
    "command.coding.armed": ("Code again", "Kod likt"),
    "command.coding.armed.help": (
        "Code the selected words with the code used last.",
        "Kod de markerte ordene med koden du brukte sist.",
    ),
    "command.coding.in_vivo": ("In vivo", "In vivo"),
    "command.coding.in_vivo.help": (
        "Make a code of the participant's own words and apply it.",
        "Lag en kode av deltakerens egne ord og bruk den.",
    ),
    "command.coding.repeat": ("Repeat", "Gjenta"),
    "command.coding.repeat.help": (
        "Apply the code used last to the sentence at the caret.",
        "Bruk koden du brukte sist, på setningen ved markøren.",
    ),
    "command.coding.suggest": ("Suggest", "Foreslå"),
    "command.coding.suggest.help": (
        "Ask which of your codes may fit the passage, ranked, with reasons.",
        "Spør hvilke av kodene dine som kan passe utdraget, rangert og begrunnet.",
    ),
    "command.coding.next_here": ("Next here", "Neste her"),
    "command.coding.next_here.help": (
        "Choose the next of the codings that overlap at the caret.",
        "Velg den neste av kodingene som overlapper ved markøren.",
    ),
    "command.coding.recode": ("Recode", "Omkod"),
    "command.coding.recode.help": (
        "Give the coding here another code.",
        "Gi kodingen her en annen kode.",
    ),
    "command.coding.drop": ("Uncode", "Fjern koding"),
    "command.coding.drop.help": (
        "Take the coding here off the passage; the code stays in the codebook.",
        "Fjern kodingen fra utdraget; koden blir stående i kodeboken.",
    ),
    "command.coding.resize": ("New borders", "Nye grenser"),
    "command.coding.resize.help": (
        "Give the coding here the borders of the selection; or pull an end of its bracket.",
        "Gi kodingen her grensene til utvalget; eller dra i en ende av klammen.",
    ),
    "command.coding.memo": ("Memo", "Memo"),
    "command.coding.memo.help": (
        "Write why this passage has this code.",
        "Skriv hvorfor dette utdraget har denne koden.",
    ),
    "command.coding.pick": ("Pick quote", "Velg sitat"),
    "command.coding.pick.help": (
        "Put the coded passage on the quote board.",
        "Legg det kodede utdraget på sitattavla.",
    ),
    "command.coding.copy": ("Copy", "Kopier"),
    "command.coding.copy.help": (
        "Copy the passage with names masked and its attribution.",
        "Kopier utdraget anonymisert og med henvisning.",
    ),
    "command.coding.focus": ("Focus", "Fokus"),
    "command.coding.focus.help": (
        "Show only the colour of the code here.",
        "Vis bare fargen til koden her.",
    ),
    "command.coding.marks": ("Marks", "Merking"),
    "command.coding.marks.help": (
        "Change how codings are drawn: calm, focus, all hues, clean.",
        "Skift hvordan kodinger vises: rolig, fokus, alle farger, ren tekst.",
    ),
    "command.suggestion.accept": ("Accept", "Godta"),
    "command.suggestion.accept.help": (
        "Code the passage with the suggestion chosen.",
        "Kod utdraget med forslaget som er valgt.",
    ),
    "command.suggestion.down": ("Down", "Ned"),
    "command.suggestion.down.help": ("Go to the next suggestion.", "Gå til neste forslag."),
    "command.suggestion.up": ("Up", "Opp"),
    "command.suggestion.up.help": ("Go to the suggestion before.", "Gå til forrige forslag."),
    "command.suggestion.reject": ("Refuse", "Avvis"),
    "command.suggestion.reject.help": (
        "Say that the code does not fit here; it is not suggested here again.",
        "Si at koden ikke passer her; den foreslås ikke her igjen.",
    ),
}

CODEBOOK: dict[str, tuple[str, str]] = {
    "command.codebook.add": ("Add code", "Ny kode"),
    "command.codebook.add.help": (
        "Add a code to the codebook.",
        "Legg en kode til kodeboken.",
    ),
    "command.codebook.define": ("Define", "Definer"),
    "command.codebook.define.help": (
        "Write what the code means, when to use it and when not.",
        "Skriv hva koden betyr, når den brukes, og når den ikke brukes.",
    ),
    "command.codebook.rename": ("Rename", "Gi nytt navn"),
    "command.codebook.rename.help": (
        "Rename a code; its codings follow.",
        "Gi en kode nytt navn; kodingene følger med.",
    ),
    "command.codebook.move": ("Move", "Flytt"),
    "command.codebook.move.help": (
        "Move a code under another, or to the top.",
        "Flytt en kode inn under en annen, eller øverst i treet.",
    ),
    "command.codebook.merge": ("Merge", "Slå sammen"),
    "command.codebook.merge.help": (
        "Merge a code into another: its codings move there, and the old name finds the new.",
        "Slå en kode inn i en annen: kodingene flyttes, og det gamle navnet viser til det nye.",
    ),
    "command.codebook.retire": ("Retire", "Legg bort"),
    "command.codebook.retire.help": (
        "Put a code away, or take it into use again; its codings stay.",
        "Legg bort en kode, eller ta den i bruk igjen; kodingene blir stående.",
    ),
    "command.codebook.remove": ("Remove", "Fjern"),
    "command.codebook.remove.help": (
        "Remove a code from the codebook; undo brings it back.",
        "Fjern en kode fra kodeboken; angre henter den tilbake.",
    ),
    "command.codebook.earlier": ("Move up", "Flytt opp"),
    "command.codebook.earlier.help": (
        "Move the code up among its neighbours.",
        "Flytt koden opp blant naboene.",
    ),
    "command.codebook.later": ("Move down", "Flytt ned"),
    "command.codebook.later.help": (
        "Move the code down among its neighbours.",
        "Flytt koden ned blant naboene.",
    ),
    "command.codebook.memo": ("Memo", "Memo"),
    "command.codebook.memo.help": ("Write a memo on this code.", "Skriv et memo om denne koden."),
    "command.codebook.quotes": ("Passages", "Utdrag"),
    "command.codebook.quotes.help": (
        "Read every passage that has this code.",
        "Les alle utdrag som har denne koden.",
    ),
    "command.codebook.theme": ("Theme", "Tema"),
    "command.codebook.theme.help": (
        "Gather this code under a theme.",
        "Samle denne koden under et tema.",
    ),
    "command.codebook.find": ("Find", "Finn"),
    "command.codebook.find.help": ("Go to a code by typing its name.", "Gå til en kode ved å skrive navnet."),
    "command.codebook.open": ("Open", "Åpne"),
    "command.codebook.open.help": (
        "Open the transcript at this passage.",
        "Åpne transkripsjonen ved dette utdraget.",
    ),
}

THEMES: dict[str, tuple[str, str]] = {
    "command.themes.add": ("Add theme", "Nytt tema"),
    "command.themes.add.help": ("Add a theme.", "Legg til et tema."),
    "command.themes.define": ("Define", "Definer"),
    "command.themes.define.help": (
        "Write the theme's central organising concept and its borders.",
        "Skriv temaets sentrale organiserende begrep og hvor temaet begynner og slutter.",
    ),
    "command.themes.rename": ("Rename", "Gi nytt navn"),
    "command.themes.rename.help": ("Rename a theme.", "Gi et tema nytt navn."),
    "command.themes.gather": ("Gather", "Samle"),
    "command.themes.gather.help": (
        "Gather a code under the theme.",
        "Samle en kode under temaet.",
    ),
    "command.themes.release": ("Release", "Ta ut"),
    "command.themes.release.help": (
        "Take a code out of the theme; its codings stay.",
        "Ta en kode ut av temaet; kodingene blir stående.",
    ),
    "command.themes.colour": ("Colour", "Farge"),
    "command.themes.colour.help": ("Give the theme another colour.", "Gi temaet en annen farge."),
    "command.themes.move": ("Move", "Flytt"),
    "command.themes.move.help": (
        "Put the theme under another, or on its own, as theme or overarching theme.",
        "Legg temaet under et annet, eller for seg selv, som tema eller overordnet tema.",
    ),
    "command.themes.status": ("Status", "Status"),
    "command.themes.status.help": (
        "Say how far the theme has come: candidate, developing, final, dropped.",
        "Si hvor langt temaet er kommet: kandidat, under utvikling, endelig, forkastet.",
    ),
    "command.themes.remove": ("Remove", "Fjern"),
    "command.themes.remove.help": (
        "Remove a theme; its codes stay in the codebook, and undo brings it back.",
        "Fjern et tema; kodene blir stående i kodeboken, og angre henter det tilbake.",
    ),
    "command.themes.earlier": ("Move up", "Flytt opp"),
    "command.themes.earlier.help": ("Move the theme up.", "Flytt temaet opp."),
    "command.themes.later": ("Move down", "Flytt ned"),
    "command.themes.later.help": ("Move the theme down.", "Flytt temaet ned."),
    "command.themes.memo": ("Memo", "Memo"),
    "command.themes.memo.help": ("Write a memo on this theme.", "Skriv et memo om dette temaet."),
    "command.themes.quotes": ("Quotes", "Sitater"),
    "command.themes.quotes.help": (
        "Read the theme's passages, code by code, and pick quotes.",
        "Les temaets utdrag, kode for kode, og velg sitater.",
    ),
    "command.themes.put": ("Put under", "Legg under"),
    "command.themes.put.help": (
        "Put a code that is under no theme under one, or start a theme from it.",
        "Legg en kode uten tema under et tema, eller lag et tema av den.",
    ),
    "command.themes.pick": ("Pick quote", "Velg sitat"),
    "command.themes.pick.help": (
        "Put the passage on the quote board under this theme.",
        "Sett utdraget på sitattavla under dette temaet.",
    ),
    "command.themes.open": ("Open", "Åpne"),
    "command.themes.open.help": (
        "Open the transcript at this passage.",
        "Åpne transkripsjonen ved dette utdraget.",
    ),
}

QUOTES: dict[str, tuple[str, str]] = {
    "command.quotes.cut": ("Cut words", "Kutt ord"),
    "command.quotes.cut.help": (
        "Cut words from a quote; the cut is shown as […].",
        "Kutt ord i et sitat; kuttet vises som […].",
    ),
    "command.quotes.insert": ("Insert", "Sett inn"),
    "command.quotes.insert.help": (
        "Insert a word of explanation in a quote, shown in square brackets.",
        "Sett inn et forklarende ord i et sitat, vist i hakeparentes.",
    ),
    "command.quotes.do_edit": ("Do it here", "Gjør det her"),
    "command.quotes.do_edit.help": (
        "Cut the selected words, or put an explanation in at the caret.",
        "Kutt de markerte ordene, eller sett inn en forklaring ved markøren.",
    ),
    "command.quotes.take_back": ("Take back", "Ta tilbake"),
    "command.quotes.take_back.help": (
        "Take back the last edit of this quote.",
        "Ta tilbake den siste endringen i sitatet.",
    ),
    "command.quotes.earlier": ("Move up", "Flytt opp"),
    "command.quotes.earlier.help": ("Move the quote up in its theme.", "Flytt sitatet opp i temaet."),
    "command.quotes.later": ("Move down", "Flytt ned"),
    "command.quotes.later.help": ("Move the quote down in its theme.", "Flytt sitatet ned i temaet."),
    "command.quotes.place": ("Theme", "Tema"),
    "command.quotes.place.help": (
        "Place the quote under another theme.",
        "Plasser sitatet under et annet tema.",
    ),
    "command.quotes.drop": ("Take off", "Ta av"),
    "command.quotes.drop.help": (
        "Take the quote off the board; the coding stays.",
        "Ta sitatet av tavla; kodingen blir stående.",
    ),
    "command.quotes.open": ("Open", "Åpne"),
    "command.quotes.open.help": (
        "Open the transcript where the quote stands.",
        "Åpne transkripsjonen der sitatet står.",
    ),
    "command.quotes.copy": ("Copy", "Kopier"),
    "command.quotes.copy.help": (
        "Copy the quote with names masked and its attribution.",
        "Kopier sitatet anonymisert og med henvisning.",
    ),
    "command.quotes.template": ("Attribution", "Henvisning"),
    "command.quotes.template.help": (
        "Choose how quotes are attributed, such as (P07, nurse, 34).",
        "Velg hvilken henvisning sitatene får, for eksempel (P07, sykepleier, 34).",
    ),
    "command.quotes.export": ("Export", "Eksporter"),
    "command.quotes.export.help": (
        "Write the quotes by theme to a file (docx, md, csv, xlsx), with names replaced.",
        "Skriv sitatene per tema til en fil (docx, md, csv, xlsx), med navn erstattet.",
    ),
}
