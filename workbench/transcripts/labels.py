"""Speaker labels: what a label looks like, which ones a file uses, and what they say of the speaker.

A line's beginning counts as a label only when it has a shape known from transcripts (`I:`, `Int.:`, `P07:`,
`Informant 3 –`) or when it comes back at the start of other lines as a name would; so «Klokka 12:30» and
«NB: …» stay text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.study.transcripts import Role
from workbench.transcripts.lines import Block, Choices, Line


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_INTERVIEWER = _set(
    "i int intv interv intervj intervjuer intervjueren intervjuar intervjuaren interviewer interviewar forsker "
    "forskeren forskar forskaren researcher moderator moderatoren mod ordstyrer ordstyreren ordstyrar facilitator "
    "fasilitator spm spørsmål question q iv"
)
_PARTICIPANT = _set(
    "p inf informant informanten informantar deltaker deltakeren deltakar deltakaren deltager deltageren delt "
    "participant respondent respondenten resp intervjuperson intervjupersonen interviewee bruker brukeren brukar "
    "pasient pasienten ip io svar answer"
)
_THIRD = _set(
    "s samboer samboeren ektefelle pårørende tolk tolken observatør assistent følgeperson støtteperson miljøarbeider "
    "partner spouse interpreter observer carer nurse sykepleier daughter son husband wife mother father sister brother "
    "friend datter dattera sønn mor far søster bror kone ektemann kjæreste venn venninne"
)
_NOBODY_YET = _set("r speaker taler talar person stemme voice unknown ukjent spk")
_WORDS = _INTERVIEWER | _PARTICIPANT | _THIRD | _NOBODY_YET
# Before a word for a part: `Ukjent deltaker`, `Kvinnelig informant`.
_KINDS = _set("ukjent unknown kvinnelig kvinneleg mannlig mannleg female male ny annen anna")

# Beginnings with a colon that are never speakers, however often they come.
_STOP = _set(
    "nb obs ps merk notat note kommentar tema dato sted tid varighet klokka klokken kl side dvs feks f.eks altså "
    "tittel fil lydfil opptak intervju deltakere transkribert transkribent transkripsjon prosjekt intervjuguide date "
    "place time duration title file topic recording page project ja nei jo men og så da ok okei mm mhm hm eh nå her "
    "der den det de jeg eg du han hun ho vi dere hva hvor hvem hvordan hvorfor når kanskje yes no well so and but "
    "i.e e.g http https www the it we you he she they eller at om som for på med etter før siden spørsmålet svaret "
    "poenget sitat eksempel konklusjon oppsummering"
)
_PARTICLES = _set("von van de der den da di du af av og and und al el bin ibn la le nr nr. nummer")

_MAX_WORDS, _MAX_LENGTH = 4, 40
_CODE = re.compile(r"(?<![^\W_])([A-ZÆØÅ]{1,2})[ _-]?(\d{1,4})(?![^\W_])")
_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_MARKS = r"(?:#\s?[\d:.,-]{4,14}\s?#\s*)*"
# A line's own number, as in transcripts for the analysis of conversation, a dash and a time may stand before the label.
_BEFORE = re.compile(
    rf"^\s*(?:\d{{1,4}}[.)]?[ \t]{{1,9}}(?=\D)|[-–—•][ \t]{{1,9}}(?=\w))?(?P<marks>{_MARKS})"
    rf"(?:[\[(]?(?P<time>{_CLOCK})[\])]?[ \t]+(?=\D))?"
)
_DESCRIBED = re.compile(r"(?P<core>[^()]*[^()\s])\s*\((?P<word>[^()]{1,30})\)\.?\s*")
_AGED = re.compile(r",\s*\d{1,3}(?: år)?$")
_NUMBERED = re.compile(r"\b(?:nr\.?|nummer)\s*(?=\d)")
_COLON = re.compile(r"(?P<label>[^\s:\t][^:\t]{0,41}?)[ \t]{0,40}[:：][ \t]*(?P<rest>.*)", re.DOTALL)
_TAB = re.compile(r"(?P<label>[^\s:\t][^:\t]{0,41}?)[ ]{0,40}\t[ \t]*(?P<rest>.*)", re.DOTALL)
_DASH = re.compile(r"(?P<label>[^\s:\t][^:\t–—]{0,41}?)[ \t]{0,40}[–—-][ \t]+(?P<rest>.*)", re.DOTALL)
_WIDE = re.compile(r"(?P<label>[^\s:\t][^:\t]{0,41}?) {2,40}(?P<rest>\S.*)", re.DOTALL)
_BRACKETED = re.compile(r"[\[<](?P<label>[^\s\]>\[<][^\]>\[<\n]{0,40})[\]>][ \t]+(?P<rest>\S.*)", re.DOTALL)
_STAMP = re.compile(
    r"(?P<label>[^\s:\t][^:\t]{0,41}?)[ \t]{0,40}"
    rf"(?:(?P<open>[\[(])(?P<in>{_CLOCK})[\])][ \t]*:?|[ \t](?P<time>{_CLOCK})(?:[ \t]{{0,40}}(?P<colon>:)(?!\d)|$))"
    r"[ \t]*(?P<rest>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible label at the start of a line, how it is parted from the words after it, and the time beside it.

    `parts` are the stretches of the line, as (start, end), that are the speaker's words.
    """

    label: str
    parts: tuple[tuple[int, int], ...]
    kind: str
    begin_ms: int | None = None

    @property
    def key(self) -> str:
        """The label by which two spellings are the same speaker."""
        return key(self.label)


_OPEN = {"[": "]", "<": ">", "(": ")", "«": "»", "“": "”", '"': '"'}
_AROUND = ' .[]<>()«»"“”'


def _flat(label: str) -> str:
    plain = _NUMBERED.sub("", " ".join(label.strip(_AROUND).casefold().split()))
    return re.sub(r"[\s_-]+(?=\d)", "", plain)


def core(label: str) -> str:
    """Return `Deltaker 2 (kvinne)` without the word on the person; any other label as it is."""
    hit = _DESCRIBED.fullmatch(label) if len(label) <= 3 * _MAX_LENGTH else None
    if hit is None or _CODE.search(hit["word"]) or not any(map(str.isalpha, hit["word"])):
        return label
    plain = hit["core"]
    return plain if _part(_flat(plain)) in _WORDS or _CODE.fullmatch(plain) else label


def _part(flat: str) -> str:
    """Return the word for a part in a label, without its number and without `kvinnelig` and its like before it."""
    first, _, rest = flat.partition(" ")
    return re.sub(r"\d+$", "", rest if rest and first in _KINDS else flat).rstrip(". ")


@lru_cache(4096)
def key(label: str) -> str:
    """Return the label without case, brackets, final stop, inner blanks before a number, and a word on the person."""
    return _flat(core(label))


def tidy(label: str) -> str:
    """Return the label as shown: single blanks, no brackets or quotes around it, no final stop."""
    flat = " ".join(label.split()).strip()
    if flat[:1] in _OPEN and flat[-1:] == _OPEN[flat[:1]]:
        flat = flat[1:-1].strip()
    return flat.rstrip(".") or flat


def _word(label: str) -> str:
    return _part(key(label))


@lru_cache(4096)
def is_known(label: str) -> bool:
    """Tell whether the label has a shape known from transcripts, such as `I`, `Int.`, `P07`, `Informant 3`."""
    return _word(label) in _WORDS or bool(_CODE.fullmatch(tidy(core(label))))


@lru_cache(4096)
def is_personal(label: str) -> bool:
    """Tell whether the label holds a person's name rather than a letter, a code or a word for a part."""
    rest = [word for word in _CODE.sub(" ", label).split() if any(sign.isalpha() for sign in word)]
    return len("".join(rest)) > 2 and not any(_word(word) in _WORDS for word in rest)


@lru_cache(4096)
def role(label: str) -> Role | None:
    """Return the role that the label itself tells, or None."""
    word = _word(label)
    if word in _PARTICIPANT and key(label).startswith(("ukjent", "unknown")):
        return None
    if word in _INTERVIEWER:
        return Role.INTERVIEWER
    if word in _PARTICIPANT:
        return Role.PARTICIPANT
    if word in _THIRD:
        return Role.OTHER
    if word not in _NOBODY_YET and _CODE.search(label):
        return Role.PARTICIPANT
    return None


def own_participant(label: str) -> str:
    """Return the participant label inside a speaker label (`P07`, `Kari (P-07)`), or ""."""
    found = _CODE.search(label if label.isupper() or " " in label else label.upper())
    if not found or found[1] in ("I", "S", "V"):
        return ""
    return found[1] + found[2]


def in_file_name(stem: str) -> str:
    """Return the participant label in a file name (`P04_teams` → `P04`), or ""."""
    first = re.search(r"(?<![^\W\d_])[Pp][ _-]?(\d{1,4})(?!\d)", stem)
    if first:
        return "P" + first[1]
    for hit in re.finditer(r"(?<![^\W\d_])([A-ZÆØÅ]{1,2})[ _-]?(\d{1,4})(?!\d)", stem):
        if hit[1] not in ("I", "V", "MP", "H"):
            return hit[1] + hit[2]
    named = re.search(
        r"(?i)(?<![^\W\d_])(informant|deltake?r|deltakar|inf|id|participant|respondent)[ _-]?(\d{1,4})", stem
    )
    return f"{named[1]} {named[2]}" if named else ""


def about(label: str) -> str:
    """Return the beginning of every warning about this speaker."""
    return f"Speaker «{label}»: " if label else "Speaker without a label: "


def plausible(label: str) -> bool:
    """Tell whether a line beginning could name a speaker at all: few words, written as names are."""
    if len(label) > 3 * _MAX_LENGTH:
        return False
    flat = tidy(label)
    if is_known(flat):
        return len(flat) <= _MAX_LENGTH and len(core(flat).split()) <= _MAX_WORDS
    described = _DESCRIBED.fullmatch(flat)
    flat = _AGED.sub("", described["core"] if described else flat)
    words = flat.split()
    if not words or len(words) > _MAX_WORDS or len(flat) > _MAX_LENGTH or not any(sign.isalpha() for sign in flat):
        return False
    if key(flat) in _STOP or words[0].casefold().rstrip(".,") in _STOP or re.search(r"[!?;,«»\"”/=@#%]", flat):
        return False
    capital = words[0][0].isupper() or words[0][0] in "(["
    return capital and all(
        word[0].isupper() or word[0].isdigit() or word[0] in "([" or word.casefold() in _PARTICLES | _WORDS
        for word in words[1:]
    )


def candidate(line: Line, learnt: frozenset[str] = frozenset()) -> Candidate | None:
    """Return the possible label at the start of a line, or None; `learnt` are keys known to be of speakers."""
    if line.block is not Block.WORDS:
        return None
    if line.cell and plausible(line.cell.rstrip(": ")):
        return Candidate(tidy(line.cell.rstrip(": ")), ((len(line.cell) + 1, len(line.text)),), "cell", line.begin_ms)
    before = _BEFORE.match(line.text)
    marks, time, at = (before.span("marks"), before["time"], before.end()) if before else ((0, 0), None, 0)
    text = line.text[at:]
    found = _stamped(text) or _after_lead(line, at) or _in_text(text, learnt)
    if found is None:
        return None
    begin = found.begin_ms if found.begin_ms is not None else milliseconds(time) if time else line.begin_ms
    words = [(start + at, end + at) for start, end in found.parts]
    return Candidate(found.label, tuple(one for one in (marks, *words) if one[0] < one[1]), found.kind, begin)


def _after_lead(line: Line, at: int) -> Candidate | None:
    lead = line.lead[at:] if line.lead.startswith(line.text[:at]) else ""
    label = lead.strip().rstrip(":\t–— ").strip()
    if not label or ":" in label or not plausible(label):
        return None
    after = line.text[at + len(lead) :]
    parted = lead.rstrip(" \t").endswith(":") or "\t" in lead or after.lstrip(" ")[:1] in (":", "\t")
    if not after.strip() and not parted:
        return None
    end = len(line.text) - at
    return Candidate(tidy(label), ((end - len(after.lstrip(" \t:")), end),), "colon" if parted else "bold")


def _stamped(text: str) -> Candidate | None:
    stamp = _STAMP.match(text)
    if stamp and plausible(stamp["label"]) and (stamp["open"] or stamp["colon"] or not stamp["rest"]):
        begin = milliseconds(stamp["in"] or stamp["time"])
        return Candidate(tidy(stamp["label"]), (stamp.span("rest"),), "stamp", begin)
    return None


def _in_text(text: str, learnt: frozenset[str]) -> Candidate | None:
    colon = _COLON.match(text)
    if colon and not _is_clock_or_address(colon["label"], colon["rest"], text):
        label = tidy(colon["label"])
        if plausible(label) or key(label) in learnt:
            return Candidate(label, (colon.span("rest"),), "colon")
        if label.isalpha() and 1 < len(label) < 20 and key(label) not in _STOP:
            return Candidate(label, (colon.span("rest"),), "lower")
    tab = _TAB.match(text)
    if tab and (plausible(tab["label"]) or key(tab["label"]) in learnt):
        return Candidate(tidy(tab["label"]), (tab.span("rest"),), "tab")
    return _without_colon(text, learnt)


def _without_colon(text: str, learnt: frozenset[str]) -> Candidate | None:
    """Return a label of a known shape, or a learnt one, that a dash, blanks, brackets or a line end part from words."""
    for shape, kind in ((_DASH, "dash"), (_BRACKETED, "bracket"), (_WIDE, "wide")):
        hit = shape.match(text)
        if hit and (is_known(hit["label"]) or key(hit["label"]) in learnt):
            short = kind != "bracket" and (len(key(hit["label"])) <= 2 or kind == "wide")
            return Candidate(tidy(hit["label"]), (hit.span("rest"),), "short" if short else kind)
    if len(text) > 2 * _MAX_LENGTH or not key(text):
        return None
    alone = key(text) in learnt or (is_known(text) and len(key(text)) > 2 and plausible(text))
    return Candidate(tidy(text), (), "alone") if alone else None


def _is_clock_or_address(label: str, rest: str, text: str) -> bool:
    if rest.startswith("//"):
        return True
    joined = text[len(label) : len(label) + 1] == ":" and text[len(label) + 1 : len(label) + 2].isdigit()
    return label[-1:].isdigit() and joined and not is_known(label)


def milliseconds(clock: str) -> int:
    """Return `3:10`, `00:03:10` or `00:03:10.500` in milliseconds."""
    whole, _, part = clock.replace(",", ".").partition(".")
    total = 0
    for piece in whole.split(":"):
        total = total * 60 + int(piece)
    return total * 1000 + int(part.ljust(3, "0")[:3] or 0) if part else total * 1000


def choose(lines: Sequence[Line], choices: Choices) -> tuple[list[Candidate | None], list[str]]:
    """Return for each line the label it really has (or None), and the names that stood once and were left as text."""
    found = [candidate(line, frozenset(choices.speakers)) for line in lines]
    if choices.words:
        found = [one if one and one.key not in choices.words else None for one in found]
    counts = Counter(one.key for one in found if one)
    firm = Counter(one.key for one in found if one and one.kind != "bold")
    if not _short_ones_speak(found, lines):
        found = [None if one and one.kind == "short" and one.key not in choices.speakers else one for one in found]
    bold_share = sum(1 for one in found if one and one.kind == "bold") / max(1, sum(1 for one in lines if one.text))
    names: dict[str, str] = {}
    chosen: list[Candidate | None] = []
    single: list[str] = []
    for one in found:
        if one and (one.key in choices.speakers or _counts(one, counts, firm, bold_share)):
            label = names.setdefault(one.key, one.label)
            chosen.append(replace(one, label=label))
        else:
            chosen.append(None)
            if one and one.kind in ("colon", "cell") and is_personal(one.label):
                single.append(one.label)
    _leave_title_fields(chosen, lines)
    return chosen, list(dict.fromkeys(single)) if any(chosen) else []


def _counts(one: Candidate, counts: Counter[str], firm: Counter[str], bold_share: float) -> bool:
    if one.kind == "lower":
        return counts[one.key] > 2
    if (
        is_known(one.label)
        and one.kind not in ("alone", "bracket", "short")
        and (one.label[:1].isupper() or counts[one.key] > 1)
    ):
        return True
    if one.kind == "bold":
        return firm[one.key] > 0 or (counts[one.key] > 1 and bold_share >= 0.3)
    return counts[one.key] > 1


def _short_ones_speak(found: Sequence[Candidate | None], lines: Sequence[Line]) -> bool:
    """Tell whether `I – …` or `P  …` is how speakers are marked here: two of them or more, each again and again."""
    marked = Counter(one.key for one in found if one and one.kind in ("short", "dash"))
    often = [count for count in marked.values() if count > 1]
    return len(often) > 1 and 5 * sum(often) >= 2 * sum(1 for line in lines if line.text)


def _leave_title_fields(chosen: list[Candidate | None], lines: Sequence[Line]) -> None:
    """Take back labels such as `Intervjuer: Kari Holm` in the title lines, when `I:` does the speaking below."""
    counts = Counter(one.key for one in chosen if one)
    speaking = {role(one.label) for one in chosen if one and counts[one.key] > 1}
    for number, one in enumerate(chosen):
        if one is None:
            continue
        if counts[one.key] > 1 or len(lines[number].text.split()) > 8 or role(one.label) not in speaking:
            return
        chosen[number] = None
