"""The screens in a browser: who is let in, that nothing is asked of others, and that every process ends."""

from __future__ import annotations

import asyncio
import hashlib
import http.client
import importlib.util
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from cli_study import Run

from workbench.browser import files
from workbench.browser.gate import Asked, Gate
from workbench.browser.modes import Modes
from workbench.cli import serve_verb
from workbench.store import engine

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("websockets") is None, reason="the extra “serve” is not installed"),
    pytest.mark.skipif(sys.platform != "linux", reason="processes are watched through /proc"),
]
COLUMNS, ROWS = 100, 30


# Who is let in, by rule


def asked(token: str, **other: Any) -> Asked:
    return Asked(f"/xterm.css?token={token}", other.pop("hosts", ["127.0.0.1:80"]), **other)


@pytest.mark.parametrize("host", ["127.0.0.1:1", "127.0.0.1", "localhost:4321", "LOCALHOST:1", "[::1]:99"])
def test_addresses_of_this_machine_are_let_in(host: str) -> None:
    assert Gate("t").admits(asked("t", hosts=[host], origins=[f"http://{host}"]))


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        ["evil.example"],
        ["127.0.0.1.evil.example:80"],
        ["localhost.:80"],
        ["127.0.0.1:80", "127.0.0.1:80"],
        ["0.0.0.0"],
    ],
)
def test_other_names_are_not(hosts: list[str]) -> None:
    assert not Gate("t").admits(asked("t", hosts=hosts), page=True)


def test_pages_of_others_are_not() -> None:
    gate, other = Gate("t"), ["http://127.0.0.1:81"]
    assert not gate.admits(asked("t", origins=other), page=True)
    assert not gate.admits(asked("t", origins=["null"]))
    assert not gate.admits(asked("t", sites=["cross-site"]))
    assert gate.admits(asked("t", sites=["same-origin"]))
    assert not gate.admits(asked("t"), socket=True), "a socket says where it comes from"


@pytest.mark.parametrize("query", ["", "?token=", "?token=T", "?token=tt", "?token=t&token=t", "?token=%C3%A6"])
def test_no_other_token_is_one(query: str) -> None:
    assert not Gate("t").admits(Asked(f"/{query}", ["127.0.0.1"]), page=True)


def test_every_run_has_a_token_of_its_own() -> None:
    assert Gate().token != Gate().token
    assert len(Gate().token) >= 43


# A page that is loaded again


@pytest.mark.parametrize("cut", range(1, 12))
def test_modes_are_read_however_the_text_is_cut(cut: int) -> None:
    modes, text = Modes(), b"hei\x1b[?1049h\x1b[?1003;1006h\x1b[?2026hx\x1b[?2026l\x1b[?25l"
    for at in range(0, len(text), cut):
        modes.note(text[at : at + cut])
    assert modes.said() == b"\x1b[?1049h\x1b[?1003h\x1b[?1006h\x1b[?25l"


def test_words_before_the_first_screen_are_kept() -> None:
    modes = Modes()
    modes.note(b"Passphrase: ")
    assert modes.said() == b"Passphrase: "


# A server in a process of its own


class Served:
    """A running `workbench serve`."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.address = address
        self.port = int(urlsplit(address).port or 0)
        self.token = address.partition("token=")[2]

    def get(self, target: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.text = answer.read().decode()  # type: ignore[attr-defined]
        connection.close()
        return answer

    def with_token(self, path: str) -> str:
        return f"{path}?token={self.token}"


@contextmanager
def serving(study: Path, *options: str) -> Iterator[Served]:
    line = [sys.executable, "-P", "-m", "workbench", "serve", "--study", str(study), "--coder", "Anna", "--json"]
    process = subprocess.Popen([*line, *options], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        told = "".join(iter(process.stdout.readline, "}\n"))
        yield Served(process, json.loads(told + "}")["address"])
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture(scope="module")
def served(template: Path) -> Iterator[Served]:
    with serving(template / "study", "--read-only") as one:
        yield one


@asynccontextmanager
async def visiting(address: str, window: str = "") -> AsyncIterator[Tab]:
    from websockets.asyncio.client import connect

    parts = urlsplit(address)
    async with connect(
        f"ws://{parts.netloc}/socket?{parts.query}", origin=f"http://{parts.netloc}", compression=None
    ) as connection:
        tab = Tab(connection)
        await connection.send(json.dumps({"window": window, "columns": COLUMNS, "rows": ROWS}))
        yield tab


class Tab:
    """What a browser's tab would show."""

    def __init__(self, connection: Any) -> None:
        import pyte

        self.connection = connection
        self.window = ""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def shown(self) -> str:
        return "\n".join(self._screen.display)

    async def until(self, words: str) -> None:
        end = time.monotonic() + 20
        while words not in self.shown:
            try:
                message = await asyncio.wait_for(self.connection.recv(), end - time.monotonic())
            except TimeoutError:
                raise AssertionError(f"no {words!r} in\n{self.shown}") from None
            if isinstance(message, bytes):
                self._stream.feed(message)
            else:
                self.window = json.loads(message)["window"]


def children(parent: int) -> dict[int, str]:
    """Return the children of a process and their states (Z: ended, not looked at)."""
    found: dict[int, str] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, mother = entry.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(mother) == parent:
            found[int(entry.parent.name)] = state
    return found


def is_gone(process: int) -> bool:
    try:
        # Its new parent may be slow to look at it.
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def soon(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return true()


def test_the_page_needs_token_and_name(served: Served) -> None:
    page = served.get(served.with_token("/"))
    assert page.status == 200
    assert served.get("/").status == 403
    assert served.get("/?token=guess").status == 403
    assert served.get(served.with_token("/"), Host="evil.example").status == 403
    assert served.get(served.with_token("/"), Origin="http://evil.example").status == 403


def test_every_file_needs_the_token(served: Served) -> None:
    for path in files.FILES:
        assert served.get(path).status == 403
        assert served.get(served.with_token(path)).status == 200
        assert served.get(served.with_token(path), Host=f"evil.example:{served.port}").status == 403
        assert served.get(served.with_token(path), Sec_Fetch_Site="cross-site").status == 403


@pytest.mark.parametrize(
    "path", ["/study.workbench", "/../server.py", "/%2e%2e/gate.py", "/page/page.html", "//etc/passwd"]
)
def test_there_is_nothing_else(served: Served, path: str) -> None:
    assert served.get(served.with_token(path)).status in (403, 404)


def test_the_page_may_ask_nobody_else(served: Served) -> None:
    page = served.get(served.with_token("/"))
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert f"connect-src ws://127.0.0.1:{served.port};" in policy
    assert "http" not in policy.replace(f"ws://127.0.0.1:{served.port}", "")
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"


# Names of kinds of elements, asked for by nobody.
_NAMESPACES = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg")
_ELSEWHERE = re.compile(r"""(?:\b[a-z]+:)?//[a-z0-9-]+\.[a-z0-9.-]+[^\s"'`)]*""", re.IGNORECASE)


def test_no_file_names_an_address_outside(served: Served) -> None:
    for path in ("/", *files.FILES):
        text = served.get(served.with_token(path)).text  # type: ignore[attr-defined]
        bare = re.sub(r"/\*.*?\*/|^\s*//[^\n]*|//# sourceMappingURL=\S+", "", text, flags=re.DOTALL | re.MULTILINE)
        found = {hit for hit in _ELSEWHERE.findall(bare) if not hit.startswith(_NAMESPACES)}
        # A warning of the terminal's names a page for whoever programs with it.
        assert {hit for hit in found if not hit.startswith("https://developer.mozilla.org/")} == set(), path
        assert "@import" not in bare and "sendBeacon" not in bare


def test_the_terminal_is_the_one_that_was_published() -> None:
    folder = files.HERE / "xterm"
    sums = dict(re.findall(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", (folder / "README.md").read_text(), re.MULTILINE))
    assert sums == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix in files.TYPES
    }


def test_only_the_loopback_listens(served: Served) -> None:
    with socket.socket() as other, pytest.raises(ConnectionRefusedError):
        other.connect(("127.0.0.2", served.port))


@pytest.mark.parametrize("origin", [None, "http://evil.example", "http://127.0.0.1:1", "null"])
def test_a_socket_comes_from_the_page(served: Served, origin: str | None) -> None:
    refused(served.address.replace("/?", "/socket?"), origin)


def test_a_socket_needs_the_token(served: Served) -> None:
    refused(f"http://127.0.0.1:{served.port}/socket", f"http://127.0.0.1:{served.port}")
    refused(f"http://127.0.0.1:{served.port}/socket?token=guess", f"http://127.0.0.1:{served.port}")


def refused(address: str, origin: str | None) -> None:
    from websockets.asyncio.client import connect
    from websockets.exceptions import InvalidStatus

    async def visit() -> int:
        with pytest.raises(InvalidStatus) as error:
            async with connect(address.replace("http", "ws", 1), origin=origin):  # type: ignore[arg-type]
                pass
        return error.value.response.status_code

    assert asyncio.run(visit()) == 403


# Windows


def test_a_key_arrives_and_a_second_window_only_reads(study: Path) -> None:
    async def visit(one: Served) -> None:
        async with visiting(one.address) as tab:
            await tab.until("Prøvestudie")
            await tab.connection.send(b"?")
            await tab.until("esc closes")
            async with visiting(one.address) as second:
                await second.until("Prøvestudie")
                await second.until("READING ONLY")
                assert second.window != tab.window
            await tab.connection.send(json.dumps({"columns": 90, "rows": 20}))
            await tab.connection.send(b"\x11")
            with pytest.raises(Exception, match="4000"):
                await tab.until("never shown")

    with serving(study) as one:
        asyncio.run(visit(one))


@pytest.mark.skipif(not engine.can_encrypt(), reason="encrypted studies need sqlcipher3")
def test_the_passphrase_is_asked_for_in_the_page(study: Path, cli: Run, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_text("en lang setning som åpner\n", encoding="utf-8")
    assert cli("encrypt", "--study", study, "--passphrase-file", words).code == 0

    async def visit(one: Served) -> None:
        async with visiting(one.address) as tab:
            await tab.until(": ")
            assert "Prøvestudie" not in tab.shown
            await tab.connection.send("en lang setning som åpner\r".encode())
            await tab.until("Prøvestudie")
            assert "setning som" not in tab.shown

    with serving(study) as one:
        asyncio.run(visit(one))


def windows() -> list[int]:
    """Return the workbenches of this process itself: those that hold its terminals, not servers of other tests."""
    found = {one: Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0") for one in children(os.getpid())}
    return [one for one, line in found.items() if b"serve" not in line]


def in_this_process(study: Path, grace: float, visit: Callable[[str], Awaitable[None]]) -> None:
    from workbench.browser.server import Server, Wanted

    command = (sys.executable, "-P", "-m", "workbench", "--study", str(study), "--coder", "Anna")

    async def run() -> None:
        server, address = Server(Wanted(command, grace=grace)), asyncio.get_running_loop().create_future()
        running = asyncio.create_task(server.run(address.set_result))
        try:
            await visit(await address)
        finally:
            server.stop()
            await running

    asyncio.run(run())
    assert windows() == []


def test_a_closed_tab_ends_its_workbench_with_a_last_backup(study: Path, cli: Run) -> None:
    cli("--study", study, "--coder", "Anna", "codes", "add", "Uro")

    async def visit(address: str) -> None:
        async with visiting(address) as tab:
            await tab.until("Prøvestudie")
            assert len(windows()) == 1
        for _ in range(500):
            if not windows():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(windows())

    in_this_process(study, 0.05, visit)
    assert list((study / "backups").glob("* at close.workbench"))


def test_a_page_loaded_again_shows_the_same_workbench(study: Path) -> None:
    async def visit(address: str) -> None:
        async with visiting(address) as tab:
            await tab.until("Prøvestudie")
            await tab.connection.send(b"?")
            await tab.until("esc closes")
        process = windows()
        async with visiting(address, tab.window) as again:
            await again.until("esc closes")
            assert again.window == tab.window
            assert windows() == process
            async with visiting(address, tab.window) as elsewhere:
                await elsewhere.until("esc closes")
                with pytest.raises(Exception, match="4001"):
                    await again.until("never shown")

    in_this_process(study, 20, visit)


def test_there_are_not_endlessly_many_windows(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.browser import server

    monkeypatch.setattr(server, "MOST_WINDOWS", 1)

    async def visit(address: str) -> None:
        async with visiting(address) as tab:
            await tab.until("Prøvestudie")
            async with visiting(address) as second:
                with pytest.raises(Exception, match="4002"):
                    await second.until("never shown")

    in_this_process(study, 0, visit)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_every_process_ends_with_the_server(study: Path, number: signal.Signals) -> None:
    left: list[int] = []

    async def visit(one: Served) -> None:
        async with visiting(one.address) as tab:
            await tab.until("Prøvestudie")
            below = children(one.process.pid)
            assert list(below.values()) != ["Z"] and len(below) == 1
            left.extend(below)
            left.extend(children(left[0]))
            one.process.send_signal(number)
            with pytest.raises(Exception, match=r"close|1001|4000"):
                await tab.until("never shown")

    with serving(study) as one:
        asyncio.run(visit(one))
        assert soon(lambda: all(is_gone(process) for process in left)), left
        code = one.process.wait(10)
        assert code == (-number if number == signal.SIGKILL else 0)


def test_what_ignores_its_hangup_ends_too(study: Path) -> None:
    """A server started with nohup hands on that SIGHUP is ignored."""
    left: list[int] = []

    async def visit(one: Served) -> None:
        async with visiting(one.address) as tab:
            await tab.until("Prøvestudie")
            left.extend(children(one.process.pid))
            one.process.kill()

    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with serving(study) as one:
            asyncio.run(visit(one))
            assert soon(lambda: all(is_gone(process) for process in left)), left
    finally:
        signal.signal(signal.SIGHUP, before)


# The verb


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.org", "localhost"])
def test_no_other_address_is_listened_on(cli: Run, study: Path, host: str) -> None:
    refusal = cli("serve", "--study", study, "--host", host, "--no-open")
    assert refusal.code == 1
    assert host in refusal.err and "loopback" in refusal.err


def test_a_port_that_is_taken_is_said(cli: Run, study: Path, served: Served) -> None:
    refusal = cli("serve", "--study", study, "--port", served.port, "--no-open")
    assert refusal.code == 1 and str(served.port) in refusal.err
    assert cli("serve", "--study", study, "--port", 99999, "--no-open").code == 1


def test_the_extra_is_named_when_it_is_missing(cli: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_verb, "find_spec", lambda _: None)
    assert "thematic-workbench[serve]" in cli("serve", "--study", study).err


def test_the_browser_is_not_handed_the_token_in_the_open(
    cli: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.browser import server

    seen: list[tuple[str, int, str]] = []

    def opened(address: str) -> bool:
        page = Path(urlsplit(address).path)
        seen.append((address, page.stat().st_mode & 0o777, page.read_text(encoding="utf-8")))
        return True

    class Quick(server.Server):
        async def run(self, told: Callable[[str], None]) -> None:
            told("http://127.0.0.1:9/?token=secret")
            for _ in range(500):
                if seen:
                    break
                await asyncio.sleep(0.01)

    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(server, "Server", Quick)
    monkeypatch.setattr(webbrowser, "open", opened)
    assert "token=secret" in cli("serve", "--study", study).out
    address, mode, page = seen[0]
    assert "secret" not in address and mode == 0o600
    assert 'url=http://127.0.0.1:9/?token=secret"' in page
    assert not Path(urlsplit(address).path).exists()


def test_no_browser_is_opened_where_none_can_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not serve_verb._can_be_seen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert serve_verb._can_be_seen()


def test_a_window_is_opened_as_the_server_was_asked_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from workbench.cli.parser import parse

    monkeypatch.chdir(tmp_path)
    line = ["serve", "--study", "s", "--coder=-Anna", "--read-only", "--passphrase-file", "p", "--json", "--port", "1"]
    handed = list(serve_verb._command(parse(line)[0]))
    assert handed[4:] == [f"--study={tmp_path}/s", "--coder=-Anna", "--read-only", f"--passphrase-file={tmp_path}/p"]
