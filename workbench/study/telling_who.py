"""Columns of a table that tell who a person is: names, addresses, telephone numbers; a study has no use for them."""

import re
from collections.abc import Sequence

_HEADER = re.compile(
    r"(?i)(?:for|etter|full)?na[vm](?:n|e)|(?:first|last|full) ?name|e-?(?:post|mail)(?:adresse| address)?|"
    r"(?:ip-?|e-?post)?adresse|ip(?: address)?|(?:mobil|telefon|tlf)\.?(?: ?(?:nummer|nr))?|phone(?: number)?|"
    r"(?:fødsels|person)(?:nummer|nr)|username|brukernavn"
)
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def tells_who(header: str, cells: Sequence[str]) -> bool:
    """Tell whether a column says who people are, by its header or by addresses in most of its filled cells."""
    filled = [cell for cell in cells if cell]
    addresses = sum(1 for cell in filled if _ADDRESS.fullmatch(cell.strip()))
    return bool(_HEADER.fullmatch(header.replace("_", " ").strip(" :*?."))) or 2 * addresses > len(filled)
