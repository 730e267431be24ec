"""How long it takes to write everything into one text file, and to make a registry of it."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from prisoners.store.load import load
from prisoners.store.opening import connect
from prisoners.store.unload import unload


@pytest.mark.bench
def test_everything_is_written_and_read_in_a_few_seconds(example_registry: Path, tmp_path: Path) -> None:
    connection = connect(example_registry, reading=True)
    each = 100_000 / connection.execute("SELECT count(*) FROM changes").fetchone()[0]
    begun = process_time()
    with (tmp_path / "everything.jsonl").open("wb") as out:
        unload(connection, example_registry.parent, out)
    written = process_time()
    load(tmp_path / "everything.jsonl", tmp_path / "new")
    taken = (written - begun) * each, (process_time() - written) * each
    connection.close()
    print("\n100,000 lines of history: written {:.1f} s, read {:.1f} s".format(*taken))
    assert taken[0] < 2
    assert taken[1] < 4
