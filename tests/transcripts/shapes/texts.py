"""Plain text in its many hands and encodings, Markdown, web pages, oTranscribe, ELAN, csv."""

import csv
import html
import io
import json
import textwrap
import unicodedata
from xml.sax.saxutils import escape

from shapes.interviews import Interview, Made, Said, clock, load


def lines(interview: Interview, labels: dict[str, str], between: str = ": ", blank: bool = True) -> list[str]:
    """A paragraph a turn with its label; a turn's further paragraphs stand without one."""
    out: list[str] = []
    for turn in interview.turns:
        first, *more = turn.paragraphs
        out += [f"{labels.get(turn.key, turn.key)}{between}{first}", *([""] if blank else [])]
        for paragraph in more:
            out += [paragraph, *([""] if blank else [])]
    return out


def cp1252() -> Made:
    talk = load("bolig")
    text = "\r\n".join(["Intervju P07 – Samtale om bolig", "", *lines(talk, {})])
    return Made("P07_notisblokk.txt", text.encode("cp1252"), talk.said(), ("Intervju P07 – Samtale om bolig",),
                ("Intervju P07 – Samtale om bolig",), "Notepad, cp1252")  # fmt: skip


def cp850() -> Made:
    talk = load("dialekt")
    data = "\r\n".join(lines(talk, {"I": "INT", "P": "INF"}, ":  ", blank=False)).encode("cp850")
    return Made("P31_dos.txt", data, talk.said({"I": "INT", "P": "INF"}), by="an old editor, cp850")


def utf16() -> Made:
    talk = load("nynorsk")
    data = "\r\n".join(lines(talk, {"I": "Intervjuar", "P": "N12"})).encode("utf-16")
    return Made("N12_unicode.txt", data, talk.said({"I": "Intervjuar", "P": "N12"}), by="Notepad, Unicode")


def mac() -> Made:
    talk = load("bolig")
    data = "\r".join(lines(talk, {"I": "Intervjuer", "P": "Informant"})).encode("mac_roman")
    return Made("P07_mac.txt", data, talk.said({"I": "Intervjuer", "P": "Informant"}), by="an old Mac, Mac Roman")


def nfd() -> Made:
    talk = load("par")
    text = unicodedata.normalize("NFD", "\n".join(lines(talk, {})))
    return Made("par_macos.txt", text.encode(), talk.said(), by="TextEdit on macOS, letters in parts")


def f4_end() -> Made:
    """f4 puts the time of its end after each paragraph: a turn begins where the last one ended."""
    talk = load("bolig").timed(0)
    out, said, before = [], list[Said](), None
    for turn, one in zip(talk.turns, talk.said(), strict=True):
        tenths = clock(turn.end, sign="-", digits=1)
        out += [f"{turn.key}: {turn.words} #{tenths}#", ""]
        said.append(Said(one.speaker, one.role, one.participant, before, one.words))
        before = turn.end // 100 * 100
    return Made("P07_f4.txt", ("\ufeff" + "\r\n".join(out)).encode(), said, by="f4, times at the end")


def f5_start() -> Made:
    talk = load("stotte").timed()
    out = []
    for turn in talk.turns:
        out += [f"#{clock(turn.begin, sign='-', digits=1)}# {turn.key}: {turn.words}", ""]
    return Made("P19_f5.txt", "\n".join(out).encode(), talk.said(step=100), by="f5, times at the start")


def otranscribe_txt() -> Made:
    talk = load("bolig").timed()
    out = []
    for turn in talk.turns:
        out += [f"{turn.begin // 60000}:{turn.begin // 1000 % 60:02d} {turn.key}: {turn.words}", ""]
    return Made("P07_otranscribe.txt", "\n".join(out).encode(), talk.said(step=1000), by="oTranscribe, text")


def otranscribe_otr() -> Made:
    talk = load("bolig").timed()
    body = []
    for turn in talk.turns:
        shown = f"{turn.begin // 60000}:{turn.begin // 1000 % 60:02d}"
        stamp = f'<span class="timestamp" contenteditable="false" data-timestamp="{turn.begin / 1000}">{shown}</span>'
        body.append(f"<p>{stamp}&nbsp;<b>{turn.key}:</b>&nbsp;{html.escape(turn.words, quote=False)}<br></p>")
    value = {"text": "".join(body), "media": "lyd_07.mp3", "media-source": "", "media-time": 61.2}
    return Made("P07_otranscribe.otr", json.dumps(value).encode(), talk.said(step=1), by="oTranscribe, its own")


def jefferson() -> Made:
    """Signs of conversation analysis, light: pauses, stretched sounds, overlaps, laughter."""
    talk = load("stotte")
    turns = [
        ("I", "er det greit for deg at hun: (.) sitter med oss?"),
        ("P", "ja det er jo [jeg som ] har spurt henne"),
        ("Støtteperson", "[mhm]"),
        ("I", "°fint° (0.8) kan du fortelle om den siste ti:den"),
        ("P", "jeg har vært mye innlagt (1.2) tre ganger siden jul ↑tror jeg= eller var det FIRE"),
        ("Støtteperson", "=det var fire (.) med den uka i mars"),
        ("P", "((ler)) fire ja (.) >hun har kontroll<"),
        ("I", "hva skjedde mellom innlegg- mellom innleggelsene"),
        ("P", "ikke noe (2.0) det er det som er proble:met at det ikke (0.4) skjer noe"),
        ("Støtteperson", "og lappen har han fortsatt den henger på kj(h)øleska(h)pet"),
        ("I", "hva står det på [den]"),
        ("P", "[et] nummer (.) men det er ingen som ta:r den etter halv fire"),
    ]
    short = {"Støtteperson": "S"}
    text = "\n".join(f"{number:02d}  {short.get(who, who)}:\t{words}" for number, (who, words) in enumerate(turns, 1))
    said = [Said(short.get(who, who), talk.roles[who], talk.people[who], None, words) for who, words in turns]
    return Made("P19_jefferson.txt", text.encode(), said, by="by hand, Jefferson light, numbered lines")


def dashes() -> Made:
    talk = load("nynorsk")
    said = [Said("", "unknown", "N12", None, f"– {turn.words}") for turn in talk.turns]
    return Made("N12_replikkstrek.txt", "\n\n".join(one.words for one in said).encode(), said, by="dashes, no labels")


def names() -> Made:
    talk = load("navn")
    return Made("P15_navn.txt", "\n".join(lines(talk, {}, blank=False)).encode(), talk.said(), by="names as labels")


def informant_3() -> Made:
    talk = load("bolig")
    labels = {"I": "Intervjuer", "P": "Informant 3"}
    data = "\n".join(lines(talk, labels, " – ")).encode()
    return Made("samtale_bolig.txt", data, talk.said(labels, {"P": "Informant 3"}), by="label, number and dash")


def group() -> Made:
    talk = load("gruppe")
    data = "\n".join(["FOKUSGRUPPE 2", "Til stede: moderator og fem ansatte", "", *lines(talk, {})]).encode()
    return Made("fokusgruppe.txt", data, talk.said(), ("FOKUSGRUPPE 2", "Til stede: moderator og fem ansatte"),
                ("FOKUSGRUPPE 2",), "a group of five with a moderator")  # fmt: skip


def group_short() -> Made:
    talk = load("gruppe")
    labels = {"Moderator": "M"} | {f"Deltaker {at}": f"D{at}" for at in range(1, 6)}
    data = "\n".join(lines(talk, labels, ":\t", blank=False)).encode()
    people = {key: label for key, label in labels.items() if key != "Moderator"}
    return Made("gruppe_kort.txt", data, talk.said(labels, people), by="a group, M and D1 to D5")


def group_described() -> Made:
    talk = load("gruppe")
    who = {1: "kvinne", 2: "kvinne", 3: "mann", 4: "mann", 5: "kvinne"}
    labels = {f"Deltaker {at}": f"Deltaker {at} ({sex})" for at, sex in who.items()}
    data = "\n".join(lines(talk, labels)).encode()
    people = {f"Deltaker {at}": f"Deltaker {at}" for at in who}
    return Made("gruppe_beskrevet.txt", data, talk.said(labels, people), by="labels with a word on the person")


def two_interviewers() -> Made:
    talk = load("to_intervjuere")
    data = "\n".join(lines(talk, {})).encode()
    return Made("F22_to_intervjuere.txt", data, talk.said(), by="Intervjuer 1 and 2")


def two_interviewers_short() -> Made:
    talk = load("to_intervjuere")
    labels = {"Intervjuer 1": "I1", "Intervjuer 2": "I2", "Informant": "IP"}
    data = "\n".join(lines(talk, labels, blank=False)).encode()
    return Made("F22_i1_i2.txt", data, talk.said(labels), by="I1, I2 and IP")


def label_alone() -> Made:
    talk = load("stotte")
    labels = {"I": "INTERVJUER", "P": "DELTAKER", "Støtteperson": "STØTTEPERSON"}
    out: list[str] = []
    for turn in talk.turns:
        out += [labels[turn.key], turn.words, ""]
    return Made("P19_linjeskift.txt", "\n".join(out).encode(), talk.said(labels), by="label on a line of its own")


def time_first() -> Made:
    talk = load("par").timed()
    out = []
    for turn in talk.turns:
        out += [f"[{clock(turn.begin, digits=0)}] {turn.key}: {turn.words}"]
    return Made("par_tid.txt", "\n".join(out).encode(), talk.said(step=1000), by="time before label")


def drop_cap() -> Made:
    """Words copied out of a journal's pages: its name and the page number stand within sentences of the talk."""
    talk = load("bolig")
    rows, out, page = list[str](), list[str](), 6
    for line in lines(talk, {}, blank=False):
        rows += textwrap.wrap(line, 46)
    for number, row in enumerate(rows, 1):
        out.append(row)
        if number % 11 == 0:
            out.append(f"{page} FAGBLAD")
            page += 1
    return Made("P07_fagblad.txt", "\n".join(out).encode(), talk.said(), ("FAGBLAD",), by="copied from pages")


def wrapped() -> Made:
    """Text broken at a width, as e-mail and old programs do."""
    talk = load("english")
    out: list[str] = []
    for line in lines(talk, {}, blank=False):
        out += textwrap.wrap(line, 68)
    return Made("interview_4.txt", "\n".join(out).encode("latin-1"), talk.said(), by="broken at 68 characters")


def markdown() -> Made:
    talk = load("english")
    out = ["# Interview 4", "", "*Recorded at the drop-in centre*", ""]
    for turn in talk.turns:
        out += [f"**{turn.key}:** {turn.words}", ""]
    return Made("P04_notes.md", "\n".join(out).encode(), talk.said(),
                ("Interview 4", "Recorded at the drop-in centre"), ("Interview 4",), "Markdown notes")  # fmt: skip


def word_html() -> Made:
    talk = load("par")
    body = []
    for turn in talk.turns:
        words = html.escape(turn.words, quote=False).replace(" ", "\n", 1)
        body.append(
            f"<p class=MsoNormal><b><span lang=NO style='mso-ansi-language:NO'>{turn.key}:</span></b>"
            f"<span lang=NO style='mso-ansi-language:NO'>\n{words}<o:p></o:p></span></p>\n"
        )
    data = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office"\n'
        'xmlns:w="urn:schemas-microsoft-com:office:word"\nxmlns="http://www.w3.org/TR/REC-html40">\n\n<head>\n'
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">\n'
        '<meta name=Generator content="Microsoft Word 15">\n<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n'
        "  <o:Author>forsker</o:Author>\n </o:DocumentProperties>\n</xml><![endif]-->\n"
        '<style>\n<!--\n p.MsoNormal {mso-style-parent:""; margin:0cm;}\n-->\n</style>\n</head>\n\n'
        f"<body lang=NO style='tab-interval:35.4pt'>\n\n<div class=WordSection1>\n\n{''.join(body)}\n</div>\n\n"
        "</body>\n\n</html>\n"
    )
    return Made("par_word.htm", data.encode("cp1252"), talk.said(), by="Word, saved as a web page")


def elan() -> Made:
    """Three tiers whose annotations overlap."""
    talk = load("stotte").timed(overlap=300)
    slots: list[int] = sorted({moment for turn in talk.turns for moment in (turn.begin, turn.end)})
    times = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{at}" TIME_VALUE="{value}"/>\n        ' for at, value in enumerate(slots, 1)
    )
    tiers = ""
    for key in talk.roles:
        marks = "".join(
            f'<ANNOTATION>\n            <ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" '
            f'TIME_SLOT_REF1="ts{slots.index(turn.begin) + 1}" TIME_SLOT_REF2="ts{slots.index(turn.end) + 1}">\n'
            f"                <ANNOTATION_VALUE>{escape(turn.words)}</ANNOTATION_VALUE>\n"
            "            </ALIGNABLE_ANNOTATION>\n        </ANNOTATION>\n        "
            for number, turn in enumerate(talk.turns, 1)
            if turn.key == key
        )
        named = {"I": "Intervjuer", "P": "P19"}.get(key, key)
        tiers += (
            f'<TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="{named}" TIER_ID="{named}">\n        {marks}</TIER>\n'
        )
    data = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-02-08T09:41:12+01:00" '
        'FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">\n'
        '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">\n        <MEDIA_DESCRIPTOR '
        'MEDIA_URL="file:///C:/opptak/lyd_19.wav" MIME_TYPE="audio/x-wav" RELATIVE_MEDIA_URL="./lyd_19.wav"/>\n'
        '        <PROPERTY NAME="lastUsedAnnotationId">14</PROPERTY>\n    </HEADER>\n'
        f"    <TIME_ORDER>\n        {times}</TIME_ORDER>\n    {tiers}"
        '    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>\n'
        "</ANNOTATION_DOCUMENT>\n"
    )
    said = talk.said({"I": "Intervjuer", "P": "P19"}, step=1)
    said.sort(key=lambda one: one.begin_ms or 0)
    return Made("P19_elan.eaf", data.encode(), said, by="ELAN, three tiers with overlap")


ANSWERS = (
    ("1", "34", "Bergen", "Jeg fikk hjelp da jeg ba om det, men jeg måtte be om det mange ganger først.",
     "Kortere ventetid, og at noen ringer tilbake når de sier at de skal gjøre det."),
    ("2", "51", "Odda", "Det var godt å bli møtt av noen som selv hadde vært der jeg var.", "Vet ikke."),
    ("3", "", "Voss", "Ventinga var verst; eg visste ikkje om eg skulle få plass eller ikkje.",
     "At dei seier ja eller nei med ein gong, \"kanskje\" hjelper ingen."),
    ("4", "45", "Bergen", "Ingenting å klage på, egentlig, de gjorde det de kunne med det de hadde.",
     "Flere folk på kveldstid, og kaffe som ikke er fra i går morges."),
)  # fmt: skip
QUESTIONS = ("Hvordan opplevde du hjelpen?", "Hva skulle du ønske var annerledes?")
HEADER = ("Deltaker", "Alder", "Sted", *QUESTIONS)


def answered(stem: str) -> list[list[Said]]:
    del stem
    return [
        [turn for question, answer in zip(QUESTIONS, row[3:], strict=True) for turn in (
            Said("Q", "interviewer", "", None, question), Said(row[0], "participant", row[0], None, answer))]
        for row in ANSWERS
    ]  # fmt: skip


def answers_csv() -> Made:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows([HEADER, *ANSWERS])
    said = [turn for one in answered("") for turn in one]
    return Made("svar.csv", buffer.getvalue().encode("cp1252"), said, by="open answers, csv from Excel")


ALL = (
    cp1252, cp850, utf16, mac, nfd, f4_end, f5_start, otranscribe_txt, otranscribe_otr, jefferson, dashes, names,
    informant_3, group, group_short, group_described, two_interviewers, two_interviewers_short, label_alone,
    time_first, drop_cap, wrapped, markdown, word_html, elan, answers_csv,
)  # fmt: skip
