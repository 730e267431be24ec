"""What a file meets in its life: a full disk at any byte, a flipped bit, two people at one record."""

from __future__ import annotations

import random
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prisoners.errors import BackupNotSound, DatabaseRefuses, StaleEdit
from prisoners.records.prisoners import Prisoner
from prisoners.store.backup import content_digest_of_file
from prisoners.store.opening import FAILURES, connect
from prisoners.store.schema import expected_shape, shape
from prisoners.store.verify import verify
from tests.builders import act, empty_registry, make_event, make_prisoner

LONG = "what happened " * 400


@pytest.fixture
def written(registry_file):
    with act(registry_file) as unit:
        for name in ("Neda Zarbaf", "Bahar Kuhi", "ندا زرباف"):
            make_event(unit, make_prisoner(unit, name, summary=LONG), "arrest", "2022-09-16")
    return registry_file


def faults(path):
    """What the proof finds; a file that cannot even be opened is found too."""
    try:
        connection = connect(path, reading=True)
    except DatabaseRefuses as refused:
        return [refused]
    try:
        return verify(connection, expected_shape(), shape(connection))
    except FAILURES as error:
        return [error]
    finally:
        connection.close()


def content(path):
    """What the file says, or None where it cannot be read to its end."""
    try:
        return content_digest_of_file(path)
    except (BackupNotSound, DatabaseRefuses, *FAILURES):
        return None


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """A disk on which no file can be larger than this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


LEVELS = [pytest.param(6, id="six levels"), pytest.param(200, id="all", marks=pytest.mark.trust)]


@pytest.mark.parametrize("levels", LEVELS)
def test_a_disk_that_is_full_at_any_byte_leaves_the_update_whole_or_undone(written, levels):
    before, size = content(written), written.stat().st_size
    full = 0
    for level in range(levels):
        try:
            with disk_of(size * level // (levels - 1)), act(written) as unit:
                make_prisoner(unit, "Omid Sangi", summary=LONG)
        except DatabaseRefuses:
            full += 1
            assert content(written) == before
        else:
            before, size = content(written), written.stat().st_size
        assert faults(written) == []
    assert full > 1
    with act(written) as unit:
        make_prisoner(unit, "Omid Sangi")
    assert faults(written) == []


FLIPS = [pytest.param(12, id="twelve"), pytest.param(2_000, id="all", marks=pytest.mark.trust)]


@pytest.mark.parametrize("flips", FLIPS)
def test_a_flipped_bit_changes_nothing_that_is_said_or_is_found(written, flips):
    sound, said = written.read_bytes(), content(written)
    luck, found = random.Random(12), 0  # noqa: S311 - places in a file, not secrets
    for _ in range(flips):
        page = bytearray(sound)
        page[luck.randrange(len(page))] ^= 1 << luck.randrange(8)
        written.write_bytes(bytes(page))
        if faults(written):
            found += 1
        else:
            assert content(written) == said
    assert found > 0
    written.write_bytes(sound)
    assert faults(written) == []


def test_a_file_so_damaged_that_its_errors_are_no_text_is_refused_in_words(written):
    table = written.read_bytes().replace(b"CREATE TABLE prisoners", b"CREATE T\xf4\xf4\xf4\xf4 prisoners")
    written.write_bytes(table)
    with pytest.raises(DatabaseRefuses):
        connect(written, reading=True)


@settings(max_examples=settings().max_examples // 5)  # each is the life of a whole registry
@given(st.lists(st.tuples(st.sampled_from("ab"), st.booleans()), min_size=2, max_size=8))
def test_of_two_people_at_one_record_nobody_undoes_what_they_did_not_see(turns):
    connection = empty_registry()
    with act(connection) as unit:
        make_prisoner(unit, occupation="0")
    seen = {"a": 1, "b": 1}
    last, written = 1, 0
    for who, looks_first in turns:
        if looks_first:
            seen[who] = last
        try:
            with act(connection, by=who) as unit:
                unit.expect(1, seen[who])
                written += 1
                unit.amend(unit.get(Prisoner, 1), occupation=f"{written} by {who}")
                number = unit.update.id
        except StaleEdit:
            assert seen[who] < last
        else:
            assert seen[who] == last
            last = seen[who] = number
    told = connection.execute("SELECT count(*) FROM changes WHERE field = 'occupation'").fetchone()[0]
    assert told == 1 + written
    connection.close()
