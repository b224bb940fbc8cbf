"""What was counted, in words: a number that leaves without them says nothing."""

from workbench.queries.heads import HeadKind
from workbench.queries.meeting import Totals
from workbench.queries.tables import Table
from workbench.words import counted, say


def counted_in_words(table: Table, *, children: bool = False) -> str:
    """Return what the cells of a table hold, and what was left out or put together."""
    asked = table.asked
    told = [say(f"query.counted.{asked.unit}" if asked.unit else "query.counted.table")]
    if children:
        told.append(say("query.counted.children"))
    if asked.how.once:
        told.append(say("query.counted.once"))
    if any(head.kind is HeadKind.UNKNOWN for head in table.columns):
        told.append(say("query.counted.unknown"))
    if asked.narrow:
        told.append(say("query.counted.narrowed"))
    if asked.left_out:
        told.append(say("query.withdrawn", count=asked.left_out))
    return " ".join(told)


def found_in_words(totals: Totals) -> str:
    """Return how many passages were found, from how many people, in how many transcripts."""
    return say(
        "query.found",
        passages=counted(say("query.passages"), totals.passages),
        people=counted(say("query.people"), totals.people),
        transcripts=counted(say("n.transcripts"), totals.transcripts),
    )


def decimal(value: float) -> str:
    """Return a number with one decimal, as it is written in the language of the interface."""
    return f"{value:.1f}".replace(".", say("query.decimal_sign"))


def percent(value: float) -> str:
    """Return a share as a percentage."""
    return say("query.percent", number=round(value * 100))
