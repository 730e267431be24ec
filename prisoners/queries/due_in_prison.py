"""What is due in prison: executions, hunger strikes, furloughs, summonses, bail that nobody has paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from prisoners.dates.partial import PartialDate
from prisoners.law import deadlines
from prisoners.law.reasons import write_fact, write_window
from prisoners.law.reckoning import Answer, Window, window_of
from prisoners.queries.due_in_detention import detention_order
from prisoners.queries.dues import (
    NO_NEWS,
    WHEN_PASSED,
    Asked,
    Due,
    DueKind,
    DueState,
    Row,
    of_deadline,
    person_of,
    stored_day,
)
from prisoners.store.headlines import in_order
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY
from prisoners.vocabulary.custody import SERVING, ComputedStatus, CustodyStatus

_KINDS = (
    "furlough_start", "furlough_extend", "furlough_end", "summons_to_serve", "enforcement_start", "hunger_strike_start",
    "hunger_strike_end", "bail_set", "bail_paid", "execution_scheduled", "execution_halted", "execution_carried_out",
    "security_order", "detention_extended",
)  # fmt: skip

_EVENTS = f"""
SELECT events.id, events.prisoner_id, events.kind, events.happened_on, events.until, events.open_ended, events.amount,
  events.currency, events.after_id, headlines.status AS now, headlines.since, headlines.status_event_id
FROM events JOIN headlines ON headlines.prisoner_id = events.prisoner_id
JOIN prisoners ON prisoners.id = events.prisoner_id AND prisoners.withdrawn = 0 AND prisoners.merged_into IS NULL
WHERE events.withdrawn = 0 AND events.kind IN ({", ".join(f"'{kind}'" for kind in _KINDS)})
  AND coalesce(headlines.status, '') NOT IN ({", ".join(f"'{status}'" for status in sorted(DEAD))})
ORDER BY events.prisoner_id"""


def happenings(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Everything that is due because of something that happened to a person."""
    rows = asked.of_person(dict(row) for row in reader.each(_EVENTS))
    for person, theirs in groupby(rows, key=lambda row: row["prisoner_id"]):
        events = in_order(theirs)
        for question in (_scheduled, _hunger_strike, _summons, _furlough, _bail, detention_order):
            yield from question(person, events, asked)


def _last(events: Sequence[Row], *kinds: str) -> Row | None:
    """The last event of these kinds, if it is of the first of them: nothing that ends it came after."""
    told = [event for event in events if event["kind"] in kinds]
    return told[-1] if told and told[-1]["kind"] == kinds[0] else None


def _scheduled(person: int, events: Sequence[Row], asked: Asked) -> Iterator[Due]:
    """An execution for which a day is set and that was neither halted nor carried out."""
    event = _last(events, "execution_scheduled", "execution_halted", "execution_carried_out")
    if event is None:
        return
    when = stored_day(event["until"] or event["happened_on"])
    days = window_of(when) if when else None
    yield Due(
        DueKind.EXECUTION,
        WHEN_PASSED[days.passed(asked.today)] if days else DueState.RUNNING,
        write_reference("events", event["id"]),
        f"An execution is scheduled{f' ({when.words})' if when else ''}; nobody has reported that it was halted.",
        f"`prisoners update {person_of(person)} --kind execution_halted --on …`",
        person,
        days,
        (days.earliest - asked.today).days if days and not days.is_open else None,
        sentence_fa=f"اجرای حکم اعدام تعیین شده{_on(days)}؛ توقف آن گزارش نشده است.",
    )


def _on(days: Window | None) -> str:
    """The days of an event as a Persian sentence has them; nothing where nobody knows them."""
    return f" ({write_window(days, 'fa')})" if days else ""


def _hunger_strike(person: int, events: Sequence[Row], asked: Asked) -> Iterator[Due]:
    event = _last(events, "hunger_strike_start", "hunger_strike_end")
    if event is None or (event["until"] and _over(event["until"], asked.today)):
        return
    since = stored_day(event["happened_on"])
    fewest, most = deadlines.running_days(since, asked.today) if since else (0, 0)
    if since and not most:
        return
    yield Due(
        DueKind.HUNGER_STRIKE,
        DueState.RUNNING,
        write_reference("events", event["id"]),
        _strike_in_words(since, fewest, most),
        f"`prisoners update {person_of(person)} --kind hunger_strike_end --on …` when it ends",
        person,
        window_of(since) if since else None,
        -fewest if since else None,
        sentence_fa=_strike_in_persian(since, fewest, most),
    )


def _strike_in_words(since: PartialDate | None, fewest: int, most: int) -> str:
    """On which day the strike is, and that nobody can be sure after so many."""
    if since is None:
        return "On hunger strike since a day that is not known."
    last = "" if fewest == most else " or later" if since.opens_early else f" to {most}"
    doubt = "; nobody has reported its end" if fewest > NO_NEWS else ""
    return f"On hunger strike, day {fewest}{last}{doubt}."


def _strike_in_persian(since: PartialDate | None, fewest: int, most: int) -> str:
    if since is None:
        return "اعتصاب غذا از روزی نامعلوم."
    low, high = write_fact(fewest, "fa"), write_fact(most, "fa")
    last = "" if fewest == most else " یا بیشتر" if since.opens_early else f" تا {high}"
    doubt = "؛ پایان آن گزارش نشده است" if fewest > NO_NEWS else ""
    return f"اعتصاب غذا، روز {low}{last}{doubt}."


def _over(stored: str, today: dt.date) -> bool:
    day = stored_day(stored)
    return day is not None and window_of(day).passed(today) is Answer.YES


def _summons(person: int, events: Sequence[Row], asked: Asked) -> Iterator[Due]:
    """A summons to begin a sentence with a day on it, as long as the person is neither held nor free."""
    event = _last(events, "summons_to_serve", "enforcement_start")
    if event is None or event["now"] in IN_CUSTODY | SERVING | FREE:
        return
    deadline = deadlines.summons_to_serve(stored_day(event["until"]))
    if deadline.last_day and asked.near(deadline.last_day):
        yield of_deadline(
            DueKind.SUMMONS_TO_SERVE,
            deadline,
            asked,
            ("events", event["id"]),
            person,
            f"`prisoners update {person_of(person)} --kind enforcement_start --on …` if they went",
        )


def _furlough(person: int, events: Sequence[Row], asked: Asked) -> Iterator[Due]:
    """A furlough that has ended, or soon will; an indefinite one is never overdue."""
    granted = [event for event in events if event["kind"] in {"furlough_start", "furlough_extend"}]
    ended = [event for event in events if event["kind"] == "furlough_end"]
    if not granted or granted[-1]["now"] != CustodyStatus.FURLOUGH:
        return
    event = granted[-1]
    if ended and events.index(ended[-1]) > events.index(event):
        return
    deadline = deadlines.furlough(stored_day(event["until"]), indefinite=bool(event["open_ended"]))
    if deadline.last_day is None or not asked.near(deadline.last_day):
        return
    due = of_deadline(
        DueKind.FURLOUGH,
        deadline,
        asked,
        ("events", event["id"]),
        person,
        f"`prisoners update {person_of(person)} --kind furlough_end …` or `--kind furlough_extend --until …`",
    )
    overdue = due.state is DueState.OVER
    yield replace(due, flag=ComputedStatus.FURLOUGH_OVERDUE.value) if overdue else due


def _bail(person: int, events: Sequence[Row], asked: Asked) -> Iterator[Due]:
    """Bail that was set while the person is still held: money is all that keeps them there."""
    event = _last(events, "bail_set", "bail_paid")
    if event is None or event["now"] not in IN_CUSTODY - SERVING:
        return
    set_on = stored_day(event["happened_on"])
    amount = f" of {event['amount']:,} {event['currency'] or ''}".rstrip() if event["amount"] else ""
    days = window_of(set_on) if set_on else None
    yield Due(
        DueKind.BAIL,
        DueState.RUNNING,
        write_reference("events", event["id"]),
        f"Bail{amount} was set{f' ({set_on.words})' if set_on else ''} and nobody has reported that it was paid.",
        f"`prisoners update {person_of(person)} --kind bail_paid --on …`",
        person,
        days,
        (days.latest - asked.today).days if days and not days.is_open else None,
        sentence_fa=f"وثیقه{_amount_in_persian(event)} تعیین شده{_on(days)} و پرداخت آن گزارش نشده است.",
    )


def _amount_in_persian(event: Row) -> str:
    return (
        f" به مبلغ {write_fact(event['amount'], 'fa')} {event['currency'] or ''}".rstrip()
        if event["amount"]
        else ""
    )
