"""Copies that can be trusted: examined before they get their name, restored beside what stands."""

import os
import sqlite3
import stat

import pytest

from prisoners.errors import BackupNotSound, DatabaseRefuses, NoRegistry, RegistryExists
from prisoners.store import backup
from prisoners.store.backup import automatic_backup, back_up, content_digest_of_file, restore
from tests.builders import act, make_prisoner


@pytest.fixture
def written(registry_file):
    with act(registry_file) as unit:
        make_prisoner(unit, "Neda Zarbaf")
    return registry_file


def people(path):
    connection = sqlite3.connect(path)
    count = connection.execute("SELECT count(*) FROM prisoners").fetchone()[0]
    connection.close()
    return count


def test_a_backup_says_what_the_registry_says(written, tmp_path):
    target = tmp_path / "backups" / "one.db"
    assert back_up(written, target) == content_digest_of_file(written) == content_digest_of_file(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    assert [path.name for path in target.parent.iterdir()] == ["one.db"]


def test_a_backup_never_takes_the_place_of_another(written, tmp_path):
    target = tmp_path / "one.db"
    target.write_bytes(b"kept")
    with pytest.raises(RegistryExists):
        back_up(written, target)
    assert target.read_bytes() == b"kept"


def test_different_contents_have_different_digests(written):
    before = content_digest_of_file(written)
    with act(written) as unit:
        make_prisoner(unit, "Bahar Kuhi")
    assert content_digest_of_file(written) != before


def test_what_a_disk_that_failed_left_of_a_copy_is_removed_with_its_journal(written, tmp_path):
    for left in (".one.db.part", ".one.db.part-journal"):
        (tmp_path / left).write_bytes(b"half a copy")
    back_up(written, tmp_path / "one.db")
    assert content_digest_of_file(tmp_path / "one.db") == content_digest_of_file(written)
    assert list(tmp_path.glob(".*")) == []


def test_restoring_keeps_what_stands_under_another_name(written, tmp_path):
    kept = tmp_path / "one.db"
    digest = back_up(written, kept)
    with act(written) as unit:
        make_prisoner(unit, "Bahar Kuhi")
    assert restore(kept, written) == digest
    assert people(written) == 1
    (beside,) = written.parent.glob("registry.before-restore-*.db")
    assert people(beside) == 2
    assert kept.exists()


def test_restoring_where_nothing_stands(written, tmp_path):
    target = tmp_path / "elsewhere" / "registry.db"
    assert restore(written, target) == content_digest_of_file(written)
    assert [path.name for path in target.parent.iterdir()] == ["registry.db"]


def test_no_backup_of_nothing(tmp_path):
    with pytest.raises(NoRegistry):
        back_up(tmp_path / "registry.db", tmp_path / "one.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_copy_never_gets_its_name(written, tmp_path, monkeypatch):
    def damaged(path):
        raise BackupNotSound(path.name)

    monkeypatch.setattr(backup, "content_digest_of_file", damaged)
    with pytest.raises(BackupNotSound):
        back_up(written, tmp_path / "backups" / "one.db")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_full_disk_leaves_no_half_copy(written, tmp_path, monkeypatch):
    def full(_path):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(backup, "content_digest_of_file", full)
    with pytest.raises(DatabaseRefuses, match="disk"):
        back_up(written, tmp_path / "backups" / "one.db")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_damaged_file_is_not_sound(written):
    page = bytearray(written.read_bytes())
    middle = len(page) // 2 // 4096 * 4096
    page[middle : middle + 8] = b"\xff" * 8
    written.write_bytes(bytes(page))
    with pytest.raises(DatabaseRefuses):
        content_digest_of_file(written)


def test_a_link_to_nothing_is_not_sound(written):
    connection = sqlite3.connect(written, isolation_level=None)
    connection.execute("DROP TRIGGER names_signed_delete")
    connection.execute("DROP TRIGGER prisoners_signed_delete")
    connection.execute("DROP TRIGGER prisoners_removed")
    connection.execute("DELETE FROM prisoners")
    connection.close()
    with pytest.raises(BackupNotSound):
        content_digest_of_file(written)


def test_automatic_backups_are_named_after_what_they_came_before(written, tmp_path):
    first = automatic_backup(written, tmp_path / "backups", before="import")
    second = automatic_backup(written, tmp_path / "backups", before="import")
    assert first != second
    assert first.name.endswith("-before-import.db")
    assert people(second) == 1


def test_what_a_killed_backup_left_is_removed_when_nobody_can_be_writing_it(written, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o700)
    dead, alive = folder / ".20240101T000000Z-before-import.db.part", folder / ".2-before-asked.db.part"
    for unfinished in (dead, alive):
        unfinished.write_bytes(b"half")
    os.utime(dead, (0, 0))
    made = automatic_backup(written, folder, before="import")
    assert {path.name for path in folder.iterdir()} == {alive.name, made.name}


def test_two_programs_may_sweep_at_once(written, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o700)
    (folder / ".1-before-asked.db.part").symlink_to(tmp_path / "gone")
    assert automatic_backup(written, folder, before="import").exists()


def test_old_automatic_backups_are_thinned_out(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in range(1, 31):
        for hour in (8, 20):
            (folder / f"202401{day:02d}T{hour:02d}0000Z-before-import.db").touch()
    for month in range(1, 13):
        (folder / f"2023{month:02d}15T080000Z-before-merge.db").touch()
    backup._thin_out(folder)
    kept = sorted(path.name[:11] for path in folder.iterdir())
    last_twenty = [f"202401{day:02d}T{hour:02d}" for day in range(21, 31) for hour in (8, 20)]
    assert set(last_twenty) <= set(kept)
    assert {f"202401{day:02d}T20" for day in range(17, 21)} <= set(kept)
    assert "20240116T20" not in kept
    assert len(kept) == 20 + 4 + len([name for name in kept if name < "20240117"])
    assert len({name for name in kept if name < "20240117"}) == 8 - 3


def test_backups_under_two_writers_all_restore(written, tmp_path):
    import threading

    stop = threading.Event()

    def write():
        while not stop.is_set():
            with act(written) as unit:
                make_prisoner(unit, "Bahar Kuhi")

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        copies = [tmp_path / f"{number}.db" for number in range(5)]
        digests = [back_up(written, copy) for copy in copies]
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert [content_digest_of_file(copy) for copy in copies] == digests
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["registry.db"]
