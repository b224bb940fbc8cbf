"""Backups, findings and the doctor's facts in the words of the interface, for the command line and the screens."""

from collections.abc import Iterable, Iterator

from workbench.store.backup_names import Backup
from workbench.store.checks.finding import Finding, Place, Severity
from workbench.store.doctor import Fact
from workbench.study.ids import short
from workbench.study.periods import moment_here
from workbench.words import has, say
from workbench.words.told import translated


def size(of: int) -> str:
    """Return a number of bytes as people read it."""
    if of < 1_000_000:
        return f"{max(1, of // 1000)} kB"
    told = f"{of / 1_000_000:.1f} MB" if of < 1_000_000_000 else f"{of / 1_000_000_000:.2f} GB"
    return told.replace(".", say("query.decimal_sign"))


def when(backup: Backup) -> str:
    """Return when a backup was made, by the wall clock, to the minute."""
    return backup.at.strftime("%Y-%m-%d %H:%M")


def moment(at: str) -> str:
    """Return a time as the study keeps it (ISO, UTC) by the wall clock here, to the minute."""
    return moment_here(at)[:16]


def reason(backup: Backup) -> str:
    """Return why a backup was made."""
    return say(f"backup.{backup.reason}")


# Findings


def severity(of: Severity) -> str:
    """Return how bad a finding is."""
    return say(f"check.{of.name.lower()}")


def what(finding: Finding) -> str:
    """Return what was found, in a sentence."""
    values = {name: _value(name, value) for name, value in finding.values.items()}
    sentence = say(f"check.{finding.matter}")
    if "|" in sentence:
        one, _, many = sentence.partition("|")
        sentence = one if finding.count == 1 else many
    return sentence.format(n=finding.count, **values)


def remedy(finding: Finding) -> str:
    """Return what to do about it, in a sentence."""
    return say(f"check.{finding.matter}.do")


def where(place: Place) -> str:
    """Return where it was found: the kind of row, its id as lists show it, and where the researcher finds it."""
    parts = [_named("table", place.table), short(place.row_id) if place.row_id else "", place.where]
    return " ".join(part for part in parts if part)


def part(name: str) -> str:
    """Return what a check is looking at."""
    return say(f"check.part.{name}")


def _value(name: str, value: str) -> str:
    if name in ("table", "owner", "parent"):
        return _named("table", value)
    return _named("column", value) if name == "column" else translated(value)


def _named(kind: str, name: str) -> str:
    return say(f"{kind}.{name}") if has(f"{kind}.{name}") else name


# The doctor


def report_lines(facts: Iterable[Fact]) -> Iterator[tuple[str, str, str]]:
    """Yield (what, value, warning) of each fact; a heading has an empty value."""
    section = ""
    for fact in facts:
        if fact.section != section:
            section = fact.section
            yield say(f"doctor.section.{section}"), "", ""
        warning = say(f"doctor.warn.{fact.warning}") if fact.warning else ""
        yield _label(fact), _shown(fact), warning


def _label(fact: Fact) -> str:
    name = fact.name.partition(".")[2]
    if has(f"doctor.{fact.name}"):
        return say(f"doctor.{fact.name}")
    if name.endswith("_rows"):
        return say("doctor.rows", table=_named("table", name.removesuffix("_rows")))
    return name.upper() if fact.section == "terminal" else name


def _shown(fact: Fact) -> str:
    if isinstance(fact.value, bool):
        return say("doctor.yes" if fact.value else "doctor.no")
    return say("doctor.none") if fact.value in (None, "") else str(fact.value)


def counted_findings(findings: Iterable[Finding]) -> tuple[int, int]:
    """Return how many matters are wrong or worse, and how many of those repair can set right."""
    wrong = [one for one in findings if one.severity is not Severity.NOTE]
    return len(wrong), sum(one.repairable for one in wrong)
