"""Small PDFs with real content streams, written byte by byte: positions, bold, glyph names, several pages."""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
_LIGATURES = {"\ufb01": "\x01", "\ufb02": "\x02"}


@dataclass(slots=True)
class Page:
    """One A4 page; `at` counts from the lower left corner in points."""

    parts: list[str] = field(default_factory=list[str])
    notes: list[tuple[tuple[int, int, int, int], str, str]] = field(
        default_factory=list[tuple[tuple[int, int, int, int], str, str]]
    )

    def put(self, x: float, y: float, text: str, *, size: float = 11, bold: bool = False) -> None:
        """Draw one run of text."""
        for sign, code in _LIGATURES.items():
            text = text.replace(sign, code)
        shown = text.encode("cp1252", "replace").decode("latin-1")
        for sign in ("\\", "(", ")"):
            shown = shown.replace(sign, "\\" + sign)
        self.parts.append(f"BT /F{2 if bold else 1} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET")

    def remark(self, place: tuple[int, int, int, int], text: str, author: str) -> None:
        """Highlight a place (left, bottom, right, top) with a comment."""
        self.notes.append((place, text, author))

    def lines(self, x: float, y: float, texts: list[str], *, size: float = 11, leading: float = 14) -> None:
        """Draw lines below each other."""
        for number, text in enumerate(texts):
            self.put(x, y - number * leading, text, size=size)


def _highlight(place: tuple[int, int, int, int], text: str, author: str) -> str:
    box = " ".join(map(str, place))
    return f"<< /Type /Annot /Subtype /Highlight /Rect [{box}] /Contents ({text}) /T ({author}) >>"


def pdf(*pages: Page, title: str = "", packed: bool = True) -> bytes:
    """Return the bytes of a PDF of these pages, in Helvetica with the ligatures fi and fl."""
    objects: list[bytes] = []
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    coded = "/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >>"
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode())
    for name in ("Helvetica", "Helvetica-Bold"):
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {coded} >>".encode())
    objects.append(f"<< /Title ({title}) >>".encode("latin-1"))
    for at, page in enumerate(pages):
        looks = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        looks += " /Annots [" + " ".join(_highlight(*note) for note in page.notes) + "]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {looks} /Contents {7 + 2 * at} 0 R >>".encode())
        drawn = "\n".join(page.parts).encode("latin-1")
        stream, how = (zlib.compress(drawn), " /Filter /FlateDecode") if packed else (drawn, "")
        objects.append(f"<< /Length {len(stream)}{how} >>\nstream\n".encode() + stream + b"\nendstream")
    made = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        made += f"{place:010d} 00000 n \n".encode()
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)
