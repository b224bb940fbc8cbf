"""Who may come in: whoever knows the token, by an address of this machine, from the page itself.

Other people of the machine reach its loopback too, and so does every page open in the same browser. The token keeps out
the former; the names that may stand in `Host` keep out pages whose name was pointed at us (DNS rebinding), and `Origin`
pages that would talk to our socket.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

# Any port: a forwarded one (ssh -L) differs from ours, and a name pointed at us is told by the name alone.
_HERE = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides about a request: its target, and all values of the headers that count."""

    target: str
    hosts: Sequence[str]
    origins: Sequence[str] = ()
    sites: Sequence[str] = ()

    @property
    def path(self) -> str:
        """The path of the target."""
        return urlsplit(self.target).path


@dataclass(frozen=True, slots=True)
class Gate:
    """The token of this run, and what else must be right."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def admits(self, asked: Asked, *, page: bool = False, socket: bool = False) -> bool:
        """Tell whether a request may be answered; a page may be come to from elsewhere, a socket needs an origin."""
        if len(asked.hosts) != 1 or not _HERE.fullmatch(asked.hosts[0]):
            return False
        if (asked.origins or socket) and list(asked.origins) != [f"http://{asked.hosts[0]}"]:
            return False
        if not page and any(site != "same-origin" for site in asked.sites):
            return False
        return self._is_known(asked.target)

    def _is_known(self, target: str) -> bool:
        given = parse_qs(urlsplit(target).query).get("token", [])
        return len(given) == 1 and secrets.compare_digest(given[0].encode(), self.token.encode())
