"""What the verbs are called that only the command line has: on codes, memos, sessions, speakers, maps, reviews."""

MATERIAL: dict[str, tuple[str, str]] = {
    "command.codebook.mark": ("Mark", "Merk"),
    "command.codebook.mark.help": (
        "Mark the passage as one that gets another code, or not any more.",
        "Merk utdraget som et som får en annen kode, eller ikke lenger.",
    ),
    "command.codebook.split": ("Split off", "Skill ut"),
    "command.codebook.split.help": (
        "Give the marked passages of a code, or the one in hand, another code, new or there already.",
        "Gi de merkede utdragene i en kode, eller det du står på, en annen kode, ny eller en som finnes.",
    ),
    "command.line.codes_history": ("Code history", "Kodens historie"),
    "command.line.codes_history.help": (
        "Show how a code has been called and defined, by whom and when, and how much coding is older than that.",
        "Vis hva en kode har hett og hvordan den har vært definert, av hvem og når, og hvor mye koding som er eldre.",
    ),
    "command.line.themes_level": ("Theme level", "Temanivå"),
    "command.line.themes_level.help": (
        "Say that a theme is a sub-theme, a theme or an overarching theme.",
        "Si at et tema er et undertema, et tema eller et overordnet tema.",
    ),
    "command.line.map_save": ("Keep the map", "Behold kartet"),
    "command.line.map_save.help": (
        "Keep the themes as they are now, with levels and codes, as a named version of the map.",
        "Ta vare på temaene slik de er nå, med nivåer og koder, som en navngitt versjon av kartet.",
    ),
    "command.line.map_list": ("Maps", "Kart"),
    "command.line.map_list.help": (
        "List the kept versions of the map.",
        "Vis versjonene av kartet som er tatt vare på.",
    ),
    "command.line.map_show": ("Show a map", "Vis et kart"),
    "command.line.map_show.help": (
        "Print a kept version of the map, or the map as it is now.",
        "Skriv ut en versjon av kartet, eller kartet slik det er nå.",
    ),
    "command.line.map_diff": ("Compare maps", "Sammenlign kart"),
    "command.line.map_diff.help": (
        "Say what came, went, moved or was renamed between two versions of the map.",
        "Si hva som kom, forsvant, flyttet seg eller fikk nytt navn mellom to versjoner av kartet.",
    ),
    "command.line.map_remove": ("Remove a map", "Fjern et kart"),
    "command.line.map_remove.help": (
        "Take a kept version of the map away; the themes stay.",
        "Fjern en versjon av kartet; temaene blir stående.",
    ),
    "command.line.memos": ("Memos", "Memoer"),
    "command.line.memos.help": (
        "List the memos, all or some, with what they are on and linked to.",
        "Vis memoene, alle eller noen, med hva de handler om og er lenket til.",
    ),
    "command.line.memos_add": ("Write a memo", "Skriv et memo"),
    "command.line.memos_add.help": (
        "Write a memo on the study, on a thing of it or on a passage.",
        "Skriv et memo om studien, om noe i den eller om et utdrag.",
    ),
    "command.line.memos_edit": ("Edit a memo", "Endre et memo"),
    "command.line.memos_edit.help": (
        "Change what a memo says or is; how it read before is kept.",
        "Endre hva et memo sier eller er; slik det lød før, tas vare på.",
    ),
    "command.line.memos_history": ("Memo history", "Memoets historie"),
    "command.line.memos_history.help": (
        "Show how a memo has read, by whom and when.",
        "Vis hvordan et memo har lydt, av hvem og når.",
    ),
    "command.line.memos_link": ("Link a memo", "Lenk et memo"),
    "command.line.memos_link.help": (
        "Link a memo to another thing of the study.",
        "Lenk et memo til noe annet i studien.",
    ),
    "command.line.memos_unlink": ("Unlink a memo", "Fjern en lenke"),
    "command.line.memos_unlink.help": ("Take a link of a memo away.", "Fjern en lenke fra et memo."),
    "command.line.memos_remove": ("Remove a memo", "Fjern et memo"),
    "command.line.memos_remove.help": (
        "Take a memo away, with its links.",
        "Fjern et memo, med lenkene.",
    ),
    "command.line.sessions": ("Sessions", "Møter"),
    "command.line.sessions.help": (
        "List the sessions: when, how and where people met, who was there, what transcripts came of it.",
        "Vis møtene: når, hvordan og hvor folk møttes, hvem som var der, hvilke transkripsjoner det ble.",
    ),
    "command.line.sessions_add": ("Add a session", "Legg til møte"),
    "command.line.sessions_add.help": (
        "Add a session, with its participants and transcripts.",
        "Legg til et møte, med deltakere og transkripsjoner.",
    ),
    "command.line.sessions_set": ("Set a session", "Skriv om møte"),
    "command.line.sessions_set.help": (
        "Write when, how and where a session was, or give it another name.",
        "Skriv når, hvordan og hvor et møte var, eller gi det et annet navn.",
    ),
    "command.line.sessions_link": ("Link a session", "Knytt til møte"),
    "command.line.sessions_link.help": (
        "Say who was at a session, and which transcripts come of it.",
        "Si hvem som var på et møte, og hvilke transkripsjoner det ble.",
    ),
    "command.line.sessions_unlink": ("Unlink a session", "Løs fra møte"),
    "command.line.sessions_unlink.help": (
        "Take participants or transcripts from a session.",
        "Ta deltakere eller transkripsjoner bort fra et møte.",
    ),
    "command.line.sessions_remove": ("Remove a session", "Fjern møte"),
    "command.line.sessions_remove.help": (
        "Take a session away; its participants and transcripts stay.",
        "Fjern et møte; deltakere og transkripsjoner blir stående.",
    ),
    "command.line.speakers": ("Speakers", "Talere"),
    "command.line.speakers.help": (
        "List who speaks in the transcripts, with role, participant, turns and codings.",
        "Vis hvem som taler i transkripsjonene, med rolle, deltaker, replikker og kodinger.",
    ),
    "command.line.speakers_set": ("Correct a speaker", "Rett en taler"),
    "command.line.speakers_set.help": (
        "Correct the role of a speaker, or which participant it is; turns and codings follow.",
        "Rett rollen til en taler, eller hvilken deltaker det er; replikker og kodinger følger med.",
    ),
    "command.line.review_add": ("Review a theme", "Vurder et tema"),
    "command.line.review_add.help": (
        "Say how a coding, or a transcript read again, stands to a theme, and why.",
        "Si hvordan en koding, eller en transkripsjon lest på nytt, forholder seg til et tema, og hvorfor.",
    ),
    "command.line.reviews": ("Reviews", "Vurderinger"),
    "command.line.reviews.help": (
        "List what was reviewed against the themes, by whom and why.",
        "Vis hva som er vurdert mot temaene, av hvem og hvorfor.",
    ),
    "command.line.review_remove": ("Remove a review", "Fjern vurdering"),
    "command.line.review_remove.help": ("Take a review away.", "Fjern en vurdering."),
    "command.line.board_set": ("Describe a quote", "Beskriv et sitat"),
    "command.line.board_set.help": (
        "Say how far a quote has come, what it does in the text, and how it is translated.",
        "Si hvor langt et sitat er kommet, hva det gjør i teksten, og hvordan det er oversatt.",
    ),
}
