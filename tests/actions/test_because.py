"""One update: on whose word it is made, and wholly done or not at all, whatever stops it."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext

import pytest

from prisoners.actions import because as acts
from prisoners.actions import events, prisoners
from prisoners.actions.because import open_act
from prisoners.errors import DiskFull, NothingBecause, StatusNeeded
from prisoners.store.engine import writing
from prisoners.store.reader import reading
from tests.builders import empty_registry_file, make_prisoner, stopped

ADDRESS = "https://example.org/news/17"


def everything(registry):
    return "\n".join(registry.iterdump())


@pytest.mark.parametrize("stop", [KeyboardInterrupt, StatusNeeded("release", []), MemoryError, SystemExit])
def test_what_is_stopped_in_the_middle_leaves_nothing_written(registry, act, stop):
    before = everything(registry)

    def stopped_in_the_middle():
        with act(because=ADDRESS) as unit:
            person = prisoners.add(unit, ["Neda Zarbaf"], {})
            events.report(unit, person.id, {"kind": "arrest"})
            raise stop

    with pytest.raises(BaseException) as raised:  # noqa: PT011 - whatever stopped it
        stopped_in_the_middle()
    assert raised.type is (stop if isinstance(stop, type) else type(stop))
    assert everything(registry) == before
    with act() as unit:
        assert prisoners.add(unit, ["Neda Zarbaf"], {}).id == 1


@pytest.mark.parametrize("because", ["", " \n"])
def test_an_update_without_a_reason_is_not_opened(act, because):
    with pytest.raises(NothingBecause), act(because=because) as unit:
        prisoners.add(unit, ["Neda Zarbaf"], {})


def test_a_sentence_that_holds_an_address_is_a_sentence(registry, act):
    with act(because=f"as told in {ADDRESS}") as unit:
        prisoners.add(unit, ["Neda Zarbaf"], {})
    assert registry.execute("SELECT count(*) FROM sources").fetchone() == (0,)


def test_several_acts_may_be_one_transaction(registry):
    with writing(registry) as session:
        for name in ("Neda Zarbaf", "Omid Sangi"):
            with open_act(session, by="Sara", because=ADDRESS, clock=stopped) as unit:
                prisoners.add(unit, [name], {})
    assert registry.execute("SELECT because FROM updates WHERE id > 1").fetchall() == [("S-0001",)] * 2


@pytest.mark.parametrize("when", ["before it was kept", "after it was kept"])
def test_an_update_is_refused_or_stands_as_it_was_kept_and_not_as_the_disk_said(tmp_path, monkeypatch, when):
    path = empty_registry_file(tmp_path / "home" / "registry.db")

    @contextmanager
    def failing(path):
        with writing(path) as session:
            yield session
            if when == "before it was kept":
                raise DiskFull(path.name)
        raise DiskFull(path.name)

    monkeypatch.setattr(acts, "writing", failing)
    kept = when == "after it was kept"
    with (
        nullcontext() if kept else pytest.raises(DiskFull),
        acts.act(path, by="Sara", because="a test") as unit,
    ):
        make_prisoner(unit)
    with reading(path) as reader:
        assert reader.value("SELECT count(*) FROM prisoners") == kept


def test_what_fails_before_the_update_is_whole_is_refused(tmp_path):
    path = empty_registry_file(tmp_path / "home" / "registry.db")
    with (
        pytest.raises(DiskFull),
        acts.act(path, by="Sara", because="a test") as unit,
    ):
        make_prisoner(unit)
        raise DiskFull(path.name)
