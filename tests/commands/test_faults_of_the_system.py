"""The system itself refuses one call, or every call from one on: the file and its record are both there, or neither is.

Where strace is installed: it has the kernel refuse what Python, SQLite and typst ask for.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from tests.commands.leavers import LEAVERS, OLD, is_done, make_registry, state
from tests.house.tree import HOUSE

pytestmark = [
    pytest.mark.trust,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

CALLS = {
    "fsync": "EIO",
    "fdatasync": "EIO",
    "pwrite64": "ENOSPC",
    "write": "ENOSPC",
    "ftruncate": "EIO",
    "linkat": "EPERM",
    "rename": "EIO",
    "unlink": "EIO",
}
"""What the kernel is asked for, and what it answers."""
TALK = {"write"}
"""A call with which the program also talks: of its last words nothing can be asked."""
MOST = 200
SAID = re.compile(rb"Nothing was changed|Nothing was written|What was there before still stands")


def refused(folder, words, call, place, *, forever):
    """Run a command whose call is refused: what it said, and whether the call was made at all."""
    seen = folder.with_name("calls")
    rule = f"inject={call}:error={CALLS[call]}:when={place}{'+' if forever else ''}"
    strace = ["strace", "-f", "-qq", "-o", str(seen), "-e", f"trace={call}", "-e", rule]
    ran = subprocess.run(
        [*strace, sys.executable, "-m", "prisoners", *words], cwd=HOUSE, capture_output=True, check=False
    )
    return ran, b"(INJECTED)" in seen.read_bytes()


@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("leaver", LEAVERS, ids=lambda leaver: leaver.name)
def test_a_call_that_is_refused_leaves_all_or_nothing(leaver, call, forever, tmp_path, monkeypatch):
    home, folder, temp = (tmp_path / name for name in ("home", "out", "temp"))
    make_registry(home)
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    for place in (folder, temp):
        place.mkdir()
    sent = [sys.executable, "-m", "prisoners", "export", str(tmp_path / "sent.csv")]
    subprocess.run(sent, cwd=HOUSE, capture_output=True, check=True)
    if forever and call == "unlink":
        pytest.skip("nothing can be tidied up where nothing can be removed")
    for place in range(1, MOST):
        (folder / leaver.file).unlink(missing_ok=True)
        if leaver.over:
            (folder / leaver.file).write_bytes(OLD)
        before = state(leaver, home, folder, temp)
        ran, met = refused(folder, leaver.typed(folder), call, place, forever=forever)
        if call == "unlink":  # what cannot be removed stays, until the next file is made there
            for left in folder.glob(".made*"):
                left.unlink()
        done = is_done(leaver, before, state(leaver, home, folder, temp))
        if not met:
            assert done, ran.stderr
            break
        if call not in TALK:
            assert done == (ran.returncode == 0), (place, ran.stdout, ran.stderr)
            assert done or SAID.search(ran.stderr), (place, ran.stderr)
        assert b"Traceback" not in ran.stderr, (place, ran.stderr)
    assert place < MOST - 1
    assert list(temp.iterdir()) == []
