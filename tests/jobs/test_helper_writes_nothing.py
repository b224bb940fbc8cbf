"""The helper holds words of interviews in memory; nothing of it reaches a disk."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from test_helper import MATERIAL, PASSAGE

from workbench.jobs.client import Helper

WATCHED = """
import os, sys
from workbench.jobs import helper, registry
written = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        mode, flags = arguments[1], arguments[2]
        if (mode and set(mode) & set("wax+")) or (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            written.append(os.fsdecode(arguments[0]))
    elif event in ("os.rename", "os.mkdir", "os.link", "tempfile.mkstemp", "tempfile.mkdtemp", "shutil.copyfile"):
        written.append(f"{event} {arguments}")
sys.addaudithook(watch)
registry.JOBS.update(written=lambda bench, args, task: written)
helper.main()
"""


def test_the_helper_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    async def run() -> list[str]:
        helper = Helper((sys.executable, "-c", WATCHED))
        await helper.start()
        try:
            await helper.call("suggest.load", {"material": MATERIAL})
            found = await helper.call("suggest", {"passage": PASSAGE, "context": "", "k": 2})
            assert found["suggestions"]
            assert await helper.call("phrases", {"passage": PASSAGE, "n": 1})
            return [str(one) for one in await helper.call("written", {})]
        finally:
            await helper.close()

    written = asyncio.run(asyncio.wait_for(run(), 60))
    assert [one for one in written if one != os.devnull] == []
    assert list(tmp_path.iterdir()) == []
