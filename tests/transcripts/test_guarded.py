"""The process that reads files: held to memory and time, shut off, ended and replaced; the study never sees it."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from workbench.errors import TranscriptError
from workbench.transcripts import Preview, Problem, guarded, read_file, read_many
from workbench.transcripts.guarded import Guard, Limits, ReadingStopped
from workbench.transcripts.resident import resident

MB = 1024 * 1024
TALK = "I: Hva skjedde?\nP07: Ingenting, egentlig.\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="the limits of POSIX systems")

# The reading process with a reader that does as the file's name says.
ODD = """
import os, sys, time
from pathlib import Path
from workbench.transcripts import intake, reading_process
real = intake.read_file
def crash():
    import ctypes
    ctypes.string_at(0)
def spin():
    while True: pass
def connect():
    import socket
    socket.socket()
def program():
    import subprocess
    subprocess.run(["true"])
def print_much():
    os.write(1, b"\\x1b[31m"); os.write(2, b"oops"); print("loud"); sys.stderr.write("louder")
acts = {
    "crash": crash, "spin": spin, "sleep": lambda: time.sleep(60), "connect": connect, "program": program,
    "system": lambda: os.system("true"), "fork": lambda: os.fork(), "exit": lambda: os._exit(7),
    "write": lambda: open("there", "w"), "create": lambda: os.open("there", os.O_CREAT), "loud": print_much,
    "remove": lambda: os.remove(__import__("os").path.abspath("P07.txt")),
    "other": lambda: open("/etc/hostname").read(), "memory": lambda: bytearray(3 << 30),
    "creep": lambda: [os.urandom(1 << 20) for _ in range(3000)], "stumble": lambda: {}["gone"],
    "junk": lambda: 1 / 0, "surroundings": lambda: (_ for _ in ()).throw(KeyError(",".join(sorted(os.environ)))),
}
def read(path, *, encoding=None, choices=None):
    act = acts.get(path.stem)
    if act: act()
    return real(path, encoding=encoding, choices=choices)
intake.read_file = read
reading_process.main()
"""
HERE = f"import sys; sys.path.insert(0, {str(Path(guarded.__file__).resolve().parents[2])!r})\n"
COMMAND = (sys.executable, "-I", "-c", HERE + ODD)


def write(folder: Path, *names: str) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(TALK, encoding="utf-8")
    return paths


def told(guard: Guard, path: Path) -> str:
    with pytest.raises(TranscriptError) as caught:
        guard.read(path)
    message = str(caught.value)
    assert message.endswith(".") and message.isprintable() and "Traceback" not in message
    return message


def test_it_reads_as_the_inner_door_does(tmp_path: Path) -> None:
    paths = write(tmp_path, "P07", "P08 æ")
    with Guard() as guard:
        assert [guard.read(path) for path in paths] == [read_file(path) for path in paths]
        assert guard.starts == 1
        assert "There is no file" in told(guard, tmp_path / "borte.txt")
        pid = guard.pid
        assert pid is not None and resident(pid) < 60 * MB
    assert guard.pid is None


def test_the_encoding_is_handed_on(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_bytes("P: blåbær\n".encode("cp850"))
    with Guard() as guard:
        assert "blåbær" in guard.read(path, "cp850").turns[0].text
        with pytest.raises(TranscriptError, match="no encoding"):
            guard.read(path, "tull")


def test_people_tables_are_read_there_too(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("deltaker;alder\nP07;41\n", encoding="utf-8")
    with Guard() as guard:
        table = guard.read_people(path)
        assert table.rows == ({"participant": "P07", "age": "41"},)
        path.write_bytes(b"")
        with pytest.raises(TranscriptError, match="empty"):
            guard.read_people(path)


def test_500_files_cost_one_start_and_little_time(tmp_path: Path) -> None:
    paths = write(tmp_path, *(f"P{number}" for number in range(500)))
    begin = time.monotonic()
    with Guard() as guard:
        for path in paths:
            guard.read(path)
        assert guard.starts == 1
    assert time.monotonic() - begin < 20


@posix
@pytest.mark.parametrize("what", ["crash", "exit", "stumble", "junk"])
def test_a_reader_that_falls_over_is_a_sentence_and_the_next_file_is_read(tmp_path: Path, what: str) -> None:
    odd, fine = write(tmp_path, what, "P07")
    with Guard(command=COMMAND) as guard:
        message = told(guard, odd)
        assert "fell over" in message and odd.name in message
        assert "gone" not in message  # no word of a file comes along
        assert guard.read(fine).turns


@posix
@pytest.mark.parametrize("what", ["connect", "program", "system", "fork", "write", "create", "remove", "other"])
def test_what_a_reader_has_no_business_with_is_refused(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    odd, fine = write(tmp_path, what, "P07")
    with Guard(command=COMMAND) as guard:
        assert "PermissionError in reading_process.py" in told(guard, odd)
        assert guard.read(fine).turns
    assert sorted(tmp_path.iterdir()) == sorted([odd, fine])


@posix
@pytest.mark.parametrize("what", ["spin", "sleep"])
def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path, what: str) -> None:
    odd, fine = write(tmp_path, what, "P07")
    begin = time.monotonic()
    with Guard(Limits(seconds=1), command=COMMAND) as guard:
        assert "longer to read" in told(guard, odd)
        assert time.monotonic() - begin < 6
        assert guard.read(fine).turns
        assert guard.starts == 2


@posix
def test_the_processor_is_counted_even_when_nobody_looks(tmp_path: Path) -> None:
    odd, _ = write(tmp_path, "spin", "P07")
    with Guard(Limits(seconds=1), command=COMMAND) as guard:
        guard.limits = Limits(seconds=1, seconds_per_mb=0)
        reader = guard._ready()
        reader.ask({"do": "transcript", "path": str(odd), "encoding": None, "seconds": 0.5})
        assert reader.answer(20, lambda: False) == b""
        assert reader.end(1.0) == -signal.SIGXCPU


@posix
@pytest.mark.parametrize("what", ["memory", "creep"])
def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path: Path, what: str) -> None:
    odd, fine = write(tmp_path, what, "P07")
    with Guard(Limits(memory=400 * MB), command=COMMAND) as guard:
        assert "more memory" in told(guard, odd)
        assert guard.read(fine).turns
        assert guard.starts == 2


@pytest.mark.skipif(sys.platform != "linux", reason="where the system's limit can be left out")
def test_this_end_watches_the_memory_where_the_system_does_not(tmp_path: Path) -> None:
    odd, fine = write(tmp_path, "creep", "P07")
    loose = ODD.replace(
        "reading_process.main()", "reading_process._limit = lambda memory: None; reading_process.main()"
    )
    with Guard(Limits(memory=400 * MB), command=(sys.executable, "-I", "-c", HERE + loose)) as guard:
        assert "more memory" in told(guard, odd)
        assert guard.read(fine).turns


def test_a_process_that_has_grown_is_replaced(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "P07")
    with Guard(Limits(memory=450 * MB)) as guard:
        path.write_text(TALK * 60_000, encoding="utf-8")
        guard.read(path)
        path.write_text(TALK, encoding="utf-8")
        guard.read(path)
        assert guard.starts == (1 if sys.platform == "win32" else 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process starts with its parent's peak")
def test_a_large_parent_does_not_count(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "P07")
    held = b"x" * (300 * MB)
    with Guard(Limits(memory=420 * MB)) as guard:
        for _ in range(3):
            guard.read(path)
        assert guard.starts == 1 and held


def test_an_answer_has_a_limit(tmp_path: Path) -> None:
    big, fine = write(tmp_path, "P07", "P08")
    big.write_text(TALK * 2000, encoding="utf-8")
    with Guard(Limits(answer=50_000)) as guard:
        assert "more text" in told(guard, big)
        assert guard.read(fine).turns


BABBLE = """
import sys
sys.stdout.write('{"ready": true}\\n'); sys.stdout.flush()
sys.stdin.readline()
sys.stdout.write(%r); sys.stdout.flush()
sys.stdin.readline()
"""


@pytest.mark.parametrize(
    "answer",
    ["x\n", "[]\n", "{}\n", '{"read": 1}\n', '{"read": {"path": 1}}\n', "y" * 100_000, '{"fell": "\\u001b[31m"}\n'],
)
def test_an_answer_without_sense_is_a_sentence(tmp_path: Path, answer: str) -> None:
    (path,) = write(tmp_path, "P07")
    with Guard(Limits(answer=50_000), command=(sys.executable, "-c", BABBLE % answer)) as guard:
        told(guard, path)


def test_a_process_that_does_not_start_is_a_sentence(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "P07")
    for command in ((str(tmp_path / "no program"),), (sys.executable, "-c", "pass")):
        with Guard(command=command) as guard:
            assert "start" in told(guard, path)


@posix
def test_cancelling_ends_the_process_at_once(tmp_path: Path) -> None:
    (odd,) = write(tmp_path, "sleep")
    with Guard(command=COMMAND) as guard:
        guard._ready()
        pid = guard.pid
        threading.Timer(0.2, guard.cancel).start()
        begin = time.monotonic()
        with pytest.raises(ReadingStopped):
            guard.read(odd)
        assert time.monotonic() - begin < 2
        assert pid is not None and not alive(pid)
        with pytest.raises(ReadingStopped):
            guard.read(odd)


@posix
def test_reading_many_can_be_stopped_within_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "P07", "sleep")
    monkeypatch.setattr(guarded, "_command", lambda: COMMAND)
    end = time.monotonic() + 1.0
    read = read_many([tmp_path], stopped=lambda: time.monotonic() > end)
    assert [one.path.stem for one in read] == ["P07"]


@posix
def test_one_bad_reader_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "P07", "P08", "crash", "zz")
    monkeypatch.setattr(guarded, "_command", lambda: COMMAND)
    read = read_many([tmp_path])
    assert [(one.path.stem, type(one)) for one in read] == [
        ("P07", Preview), ("P08", Preview), ("crash", Problem), ("zz", Preview),
    ]  # fmt: skip


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@posix
@pytest.mark.parametrize("what", ["sleep", "spin"])
def test_the_process_does_not_outlive_the_one_that_asked(tmp_path: Path, what: str) -> None:
    (odd,) = write(tmp_path, what)
    code = (
        "import sys, threading, time; from pathlib import Path; from workbench.transcripts.guarded import Guard\n"
        f"guard = Guard(command=(sys.executable, '-c', {ODD!r})); guard._ready(); print(guard.pid, flush=True)\n"
        f"guard.read(Path({str(odd)!r}))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as asker:
        assert asker.stdout is not None
        pid = int(asker.stdout.readline())
        time.sleep(0.3)
        asker.kill()
    end = time.monotonic() + 5
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(pid)


@posix
def test_nothing_it_prints_reaches_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    odd, crash = write(tmp_path, "loud", "crash")
    with Guard(command=COMMAND) as guard:
        assert guard.read(odd).turns
        told(guard, crash)
    assert capfd.readouterr() == ("", "")


def test_it_holds_nothing_that_opens_a_study_or_a_connection(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "P07")
    code = (
        "import sys; from pathlib import Path; from workbench.transcripts import reading_process\n"
        f"reading_process._answer({{'do': 'transcript', 'path': {str(path)!r}, 'encoding': None}}, 10**6)\n"
        "print(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=60)
    modules = done.stdout.split()
    assert "workbench.transcripts.intake" in modules
    for name in ("workbench.store", "workbench.acts", "workbench.tui", "sqlcipher3", "socket", "subprocess"):
        assert name not in modules


@posix
def test_passphrases_in_the_surroundings_are_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_PASSPHRASE", "hemmelig")
    (path,) = write(tmp_path, "P07")
    with Guard() as guard:
        guard.read(path)
        if sys.platform == "linux":
            assert b"hemmelig" not in Path(f"/proc/{guard.pid}/environ").read_bytes()
