"""What the browser is given: one page and a handful of files, all from this folder, none from anywhere else."""

import html
import secrets
from dataclasses import dataclass
from pathlib import Path
from string import Template

from workbench import words
from workbench.words import say

HERE = Path(__file__).parent
TYPES = {".mjs": "text/javascript", ".css": "text/css", ".html": "text/html"}
FILES = {
    f"/{path.name}": path
    for path in (
        HERE / "page" / "page.css",
        HERE / "page" / "page.mjs",
        HERE / "xterm" / "xterm.css",
        HERE / "xterm" / "xterm.mjs",
        HERE / "xterm" / "addon-fit.mjs",
        HERE / "xterm" / "addon-unicode11.mjs",
        HERE / "xterm" / "addon-webgl.mjs",
    )
}

_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A body and its headers."""

    body: bytes
    headers: dict[str, str]


def plain(text: str) -> Answer:
    """Return a text that no browser takes for anything else."""
    return _answer(f"{text}\n".encode(), "text/plain", "default-src 'none'; frame-ancestors 'none'")


def file(path: Path) -> Answer:
    """Return one of the files."""
    return _answer(path.read_bytes(), TYPES[path.suffix], "default-src 'none'")


def page(token: str, host: str, *, reader: bool) -> Answer:
    """Return the page, which may talk to `host` only; with `reader` the terminal speaks to a screen reader."""
    nonce = secrets.token_urlsafe(16)
    said = {
        "language": words.chosen(),
        "token": token,
        "nonce": nonce,
        "reader": "yes" if reader else "",
        "connecting": say("browser.connecting"),
        "lost": say("browser.lost"),
        "gone": say("browser.gone"),
        "ended": say("browser.ended"),
        "elsewhere": say("browser.elsewhere"),
        "full": say("browser.full"),
        "script": say("browser.script"),
    }
    template = Template((HERE / "page" / "page.html").read_text(encoding="utf-8"))
    text = template.substitute({name: html.escape(value) for name, value in said.items()})
    policy = (
        "default-src 'none'; script-src 'self'; "
        # The terminal puts its colours into style elements of its own, which the page hands this nonce, and without
        # WebGL into attributes, which cannot have one.
        f"style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; connect-src ws://{host}; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return _answer(text.encode(), "text/html", policy)


def _answer(body: bytes, kind: str, policy: str) -> Answer:
    headers = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Content-Length": str(len(body)),
        "Content-Security-Policy": policy,
        **_ALWAYS,
    }
    return Answer(body, headers)
