"""What the command line prints of maps, memos, sessions, speakers and reviews."""

LINES_MATERIAL: dict[str, tuple[str, str]] = {
    "line.theme.includes": ("takes in", "tar med"),
    "line.theme.excludes": ("leaves out", "utelater"),
    "line.theme.story": ("story", "fortelling"),
    "line.no_maps": (
        "No version of the map is kept yet; `workbench map save NAME` keeps one.",
        "Ingen versjon av kartet er tatt vare på ennå; `workbench map save NAVN` gjør det.",
    ),
    "line.col.stage": ("stage", "trinn"),
    "line.col.themes": ("themes", "temaer"),
    "line.col.coder": ("by", "av"),
    "line.col.when": ("when", "når"),
    "line.map_now": ("The map as it is now", "Kartet slik det er nå"),
    "line.map_kept": ("{name}  [{stage}]  {coder}, {when}", "{name}  [{stage}]  {coder}, {when}"),
    "line.map_same": ("The two maps are alike.", "De to kartene er like."),
    "line.map_top": ("on its own", "for seg selv"),
    "map.theme_came": ("The theme «{name}» came.", "Temaet «{name}» kom til."),
    "map.theme_went": ("The theme «{name}» went.", "Temaet «{name}» forsvant."),
    "map.theme_renamed": ("The theme «{before}» is called «{after}».", "Temaet «{before}» heter «{after}»."),
    "map.theme_moved": (
        "The theme «{name}» moved: {before} before, {after} now.",
        "Temaet «{name}» flyttet seg: før {before}, nå {after}.",
    ),
    "map.theme_level": (
        "The level of the theme «{name}»: {before} before, {after} now.",
        "Nivået til temaet «{name}»: før {before}, nå {after}.",
    ),
    "map.theme_status": (
        "The theme «{name}»: {before} before, {after} now.",
        "Temaet «{name}»: før {before}, nå {after}.",
    ),
    "map.theme_concept": (
        "The concept of the theme «{name}» was rewritten.",
        "Begrepet til temaet «{name}» er skrevet om.",
    ),
    "map.code_came": ("The code «{name}» came under «{after}».", "Koden «{name}» kom inn under «{after}»."),
    "map.code_went": ("The code «{name}» left «{before}».", "Koden «{name}» forlot «{before}»."),
    "map.code_moved": (
        "The code «{name}» moved from «{before}» to «{after}».",
        "Koden «{name}» flyttet fra «{before}» til «{after}».",
    ),
    "map.code_renamed": ("The code «{before}» is called «{after}».", "Koden «{before}» heter «{after}»."),
    "line.no_memos": ("There are no memos here.", "Det er ingen memoer her."),
    "line.memo.private": ("private", "privat"),
    "line.memo.edited": ("edited by {editor}, {when}", "endret av {editor}, {when}"),
    "line.memo.id": ("The memo has the id {id}.", "Memoet har id {id}."),
    "line.memo.needs_transcript": (
        "--turn and --words go with --about transcript:NAME.",
        "--turn og --words hører sammen med --about transkripsjon:NAVN.",
    ),
    "line.memo.both": (
        "A memo is private or shared; give one of the two.",
        "Et memo er privat eller delt; oppgi én av de to.",
    ),
    "line.memo.edit_needs": (
        "Say what to change: --text, --title, --kind, --private or --shared.",
        "Oppgi hva som skal endres: --text, --title, --kind, --private eller --shared.",
    ),
    "line.no_sessions": (
        "There are no sessions yet; `workbench sessions add NAME` adds one.",
        "Det er ingen møter ennå; `workbench sessions add NAVN` legger til ett.",
    ),
    "line.session_needs": (
        "Say what to write: --held, --mode, --place, --minutes, --present, --state or --rename.",
        "Oppgi hva som skal skrives: --held, --mode, --place, --minutes, --present, --state eller --rename.",
    ),
    "line.session_link_needs": (
        "Say who or what: --participant or --transcript.",
        "Oppgi hvem eller hva: --participant eller --transcript.",
    ),
    "line.speaker_needs": (
        "Say who the speaker is: --role, --participant or both.",
        "Oppgi hvem taleren er: --role, --participant eller begge.",
    ),
    "line.col.day": ("day", "dag"),
    "line.col.mode": ("how", "hvordan"),
    "line.col.place": ("where", "hvor"),
    "line.col.minutes": ("minutes", "minutter"),
    "line.col.state": ("state", "tilstand"),
    "line.col.participants": ("participants", "deltakere"),
    "line.col.present": ("also there", "også der"),
    "line.col.label": ("label", "merkelapp"),
    "line.col.role": ("role", "rolle"),
    "line.no_reviews": ("There are no reviews here.", "Det er ingen vurderinger her."),
    "line.review_one": (
        "Review one thing against the theme: --coding or --transcript.",
        "Vurder én ting mot temaet: --coding eller --transcript.",
    ),
    "line.review_verdict": ("The verdict is one of {known}.", "Vurderingen er én av {known}."),
    "line.review_counts": (
        "Reviewed: {passages} of {of_passages} passages, {transcripts} of {of_transcripts} transcripts.",
        "Vurdert: {passages} av {of_passages} utdrag, {transcripts} av {of_transcripts} transkripsjoner.",
    ),
    "line.board_needs": (
        "Say what to write: --state, --role, --note or --translation.",
        "Oppgi hva som skal skrives: --state, --role, --note eller --translation.",
    ),
    "line.translator_alone": (
        "--translator goes with --translation.",
        "--translator hører sammen med --translation.",
    ),
}
