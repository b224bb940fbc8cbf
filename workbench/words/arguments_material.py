"""What the arguments mean of the verbs on codes, themes, maps, reviews, memos, sessions, speakers and quotes."""

ARGUMENTS_MATERIAL: dict[str, tuple[str, str]] = {
    "arg.includes": ("what the theme takes in", "hva temaet tar med"),
    "arg.excludes": ("what it leaves out", "hva det utelater"),
    "arg.story": ("the story the theme tells in the analysis", "fortellingen temaet bærer i analysen"),
    "arg.theme_level": ("the level", "nivået"),
    "arg.under_theme": (
        "the theme to put it under (default: on its own)",
        "temaet det legges under (ellers for seg selv)",
    ),
    "arg.reason": ("why the codes belong there", "hvorfor kodene hører til der"),
    "arg.map": ("a kept map's name", "navnet på et kart"),
    "arg.new_map": ("what to call this version", "hva denne versjonen skal hete"),
    "arg.map_or_now": (
        "a kept map's name (default: the themes as they are now)",
        "navnet på et kart (ellers temaene slik de er nå)",
    ),
    "arg.stage": ("how far the map has come (default: initial)", "hvor langt kartet er kommet (ellers initial)"),
    "arg.memo_id": (
        "a memo's id, or its ending as `memos list` shows it",
        "memoets id, eller slutten av den slik `memos list` viser",
    ),
    "arg.memo_text": ("what the memo says", "det memoet sier"),
    "arg.memo_title": ("a title", "en tittel"),
    "arg.memo_kind": ("what the memo is for", "hva memoet er til"),
    "arg.memo_private": (
        "for its writer alone: in no export and in no colleague's file",
        "bare for den som skrev det: i ingen eksport og i ingen kollegas fil",
    ),
    "arg.memo_shared": ("for everybody who works on the study", "for alle som arbeider med studien"),
    "arg.memo_private_only": ("only your private memos", "bare dine private memoer"),
    "arg.memo_about": (
        "only memos on this thing or linked to it, as kind:name, such as code:Savn",
        "bare memoer om dette eller lenket til det, som type:navn, for eksempel kode:Savn",
    ),
    "arg.memo_on": (
        "what it is on, as kind:name, such as code:Savn (default: the study)",
        "hva det handler om, som type:navn, for eksempel kode:Savn (ellers studien)",
    ),
    "arg.memo_words": (
        "the exact words of the transcript it is on",
        "ordene i transkripsjonen det handler om, nøyaktig som de står",
    ),
    "arg.find": ("only those with these words", "bare de med disse ordene"),
    "arg.thing": ("a thing as kind:name, such as theme:Natt", "noe som type:navn, for eksempel tema:Natt"),
    "arg.session": ("a session's name", "navnet på et møte"),
    "arg.new_session": ("what to call the session", "hva møtet skal hete"),
    "arg.held": ("the day, such as 2026-03-31 or 31.3.2026", "dagen, for eksempel 2026-03-31 eller 31.3.2026"),
    "arg.session_mode": ("how people met", "hvordan de møttes"),
    "arg.session_place": (
        "what kind of place it was, never the place itself",
        "hva slags sted det var, aldri selve stedet",
    ),
    "arg.minutes": ("how many minutes it took", "hvor mange minutter det tok"),
    "arg.present": ("who else was there", "hvem andre som var der"),
    "arg.session_state": ("whether it has been", "om det har vært"),
    "arg.session_participant": (
        "a participant who was there; may be given several times",
        "en deltaker som var der; kan gis flere ganger",
    ),
    "arg.session_transcript": (
        "a transcript that came of it; may be given several times",
        "en transkripsjon det ble; kan gis flere ganger",
    ),
    "arg.speaker_label": (
        "the speaker as labelled in the transcript",
        "taleren slik merkelappen står i transkripsjonen",
    ),
    "arg.speaker_role": ("who the speaker is", "hvem taleren er"),
    "arg.speaker_participant": (
        "the participant the speaker is; empty for none",
        "deltakeren som taleren er; tomt for ingen",
    ),
    "arg.speaker_add": ("take in a participant not known yet", "ta inn en deltaker som ikke er kjent ennå"),
    "arg.verdict": (
        "for a coding fits, stretches or no; for a transcript confirmed, missing or contrary",
        "for en koding fits, stretches eller no; for en transkripsjon confirmed, missing eller contrary",
    ),
    "arg.why": ("the reason", "begrunnelsen"),
    "arg.review": (
        "a review's id, or its ending as the list shows it",
        "vurderingens id, eller slutten av den slik listen viser",
    ),
    "arg.review_level": (
        "1: codings against themes; 2: themes against transcripts",
        "1: kodinger mot temaer; 2: temaer mot transkripsjoner",
    ),
    "arg.quote_state": ("how far the quote has come", "hvor langt sitatet er kommet"),
    "arg.quote_role": ("what the quote does in the text", "hva sitatet gjør i teksten"),
    "arg.quote_note": ("a note; of a rejected quote, why", "en merknad; for et forkastet sitat, hvorfor"),
    "arg.translation": ("the quote in another language", "sitatet på et annet språk"),
    "arg.translator": ("who translated it", "hvem som oversatte det"),
    "arg.split_to": (
        "the code they get: one there is, or the name of a new one beside the code",
        "koden de får: en som finnes, eller navnet på en ny ved siden av koden",
    ),
    "arg.split_codings": (
        "codings of the code, by id or its ending as the lists show it",
        "kodinger med koden, med id eller slutten av den slik listene viser",
    ),
    "arg.no_themes": (
        "do not put the new code under the themes of the code",
        "legg ikke den nye koden under kodens temaer",
    ),
    "arg.split_memos": ("give the new code a copy of the code's memos", "gi den nye koden en kopi av kodens memoer"),
    "arg.counter_example": ("a passage that looks like one and is not", "et utdrag som likner, men ikke hører til"),
    "arg.aliases": (
        "other names the code is found by, `;` between them; they replace those there are",
        "andre navn koden finnes under, med `;` mellom; de erstatter dem som er der",
    ),
    "arg.code_source": (
        "where the code comes from: data, theory, guide, earlier-study or assist; empty takes it away",
        "hvor koden kommer fra: data, theory, guide, earlier-study eller assist; tomt fjerner det",
    ),
    "arg.owner": (
        "the coder who looks after the code; empty for nobody",
        "koderen som har ansvar for koden; tomt for ingen",
    ),
    "arg.verb.memos": ("Read and write memos.", "Les og skriv memoer."),
    "arg.verb.map": (
        "Keep and compare versions of the thematic map.",
        "Ta vare på og sammenlign versjoner av temakartet.",
    ),
    "arg.verb.sessions": ("Keep track of the sessions.", "Hold oversikt over møtene."),
    "arg.verb.speakers": ("See and correct who speaks.", "Se og rett hvem som taler."),
    "arg.verb.review": (
        "Review themes against passages and transcripts.",
        "Vurder temaer mot utdrag og transkripsjoner.",
    ),
}
