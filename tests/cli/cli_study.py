"""What the tests of the command line share: two short interviews, and how a line is run."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FIRST = (
    "Intervjuer: Hvordan er en vanlig dag for deg?\n"
    "P01: Jeg går på verkstedet og treffer Tormod. Det er fint å ha noe å gjøre.\n"
    "Intervjuer: Og kveldene, hvordan er de?\n"
    "P01: De er lange. Jeg savner noen å snakke med, og jeg savner hagen.\n"
)
SECOND = (
    "Intervjuer: Hva betyr naboene for deg?\n"
    "P02: Naboene hilser aldri. Jeg føler meg utenfor i gata.\n"
    "Intervjuer: Har det alltid vært slik?\n"
    "P02: Nei, før hadde vi dugnad, og Tormod kom med kaffe.\n"
)


@dataclass
class Ran:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]
