"""One update: on whose word it is made, and wholly done or not at all, whatever stops it."""

from __future__ import annotations

import pytest

from prisoners.actions import events, prisoners
from prisoners.actions.because import open_act
from prisoners.errors import NothingBecause, StatusNeeded
from prisoners.store.engine import writing
from tests.builders import stopped

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
