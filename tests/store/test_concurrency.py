"""Many writers at once: nothing lost, nobody shown a locked database, the history complete."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from prisoners.store.reader import reading
from tests.builders import act, make_prisoner

HOUSE = Path(__file__).resolve().parents[2]

WRITER = """
import sys
import time
from pathlib import Path
from prisoners.actions.because import act
from prisoners.records.prisoners import Prisoner
for number in range(int(sys.argv[2])):
    with act(Path(sys.argv[1]), by=sys.argv[3], because="counting") as unit:
        row = unit.get(Prisoner, 1)
        unit.amend(row, occupation=str(int(row.occupation) + 1))
"""


def written_by_many(registry_file, writers, edits):
    """What the writers said on stderr, and what the registry holds after them."""
    with act(registry_file) as unit:
        make_prisoner(unit, None, occupation="0")
    command = [sys.executable, "-c", WRITER, str(registry_file), str(edits)]
    running = [
        subprocess.Popen([*command, f"writer {number}"], cwd=HOUSE, stderr=subprocess.PIPE)
        for number in range(writers)
    ]
    said = [process.communicate()[1].decode() for process in running]
    with reading(registry_file) as reader:
        total = reader.value("SELECT occupation FROM prisoners")
        lines = reader.value("SELECT count(*) FROM changes WHERE field = 'occupation' AND update_id > 1")
        seals = reader.value("SELECT count(*) FROM seals WHERE update_id > 1")
    return said, int(str(total)), lines, seals


def test_two_writers_of_one_row_lose_nothing(registry_file):
    said, total, lines, seals = written_by_many(registry_file, 2, 20)
    assert said == [""] * 2
    assert (total, lines, seals) == (40, 40, 40)


@pytest.mark.trust
def test_eight_writers_of_one_row_lose_nothing(registry_file):
    said, total, lines, seals = written_by_many(registry_file, 8, 100)
    assert said == [""] * 8
    assert (total, lines, seals) == (800, 800, 800)


def counted(registry_file):
    """What the writers have counted up to, and how many updates say so."""
    with reading(registry_file) as reader:
        total = int(str(reader.value("SELECT occupation FROM prisoners")))
        return total, reader.value("SELECT count(*) FROM seals WHERE update_id > 1")


def test_a_killed_writer_leaves_the_last_whole_update(registry_file):
    with act(registry_file) as unit:
        make_prisoner(unit, None, occupation="0")
    for _ in range(2):
        before = counted(registry_file)[0]
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(registry_file), "100000", "killed"], cwd=HOUSE
        )
        while process.poll() is None and counted(registry_file)[0] < before + 3:
            time.sleep(0.05)
        process.kill()
        assert process.wait() < 0
    total, seals = counted(registry_file)
    assert total == seals
    assert total >= 6
    with reading(registry_file) as reader:
        assert reader.value("SELECT count(*) FROM open_update") == 0
        assert reader.value("PRAGMA integrity_check") == "ok"


def test_a_reader_sees_one_moment_while_others_write(registry_file):
    with act(registry_file) as unit:
        make_prisoner(unit)
    with reading(registry_file) as reader:
        assert reader.value("SELECT count(*) FROM prisoners") == 1
        other = sqlite3.connect(registry_file, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.executescript("BEGIN IMMEDIATE; DELETE FROM counters; COMMIT")
        other.close()
        assert reader.value("SELECT count(*) FROM prisoners") == 1
