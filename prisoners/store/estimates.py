"""Who of those on record belongs to an estimated group, certainly or perhaps: by what happened to them, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from prisoners.dates.ages import age_on
from prisoners.dates.partial import PartialDate, reach
from prisoners.law.reckoning import Answer
from prisoners.names.places import provinces_in, towns_in
from prisoners.store.headlines import in_order
from prisoners.vocabulary import IN_CUSTODY, EstimateKind

Row = Mapping[str, Any]
_Period = tuple[str, str]
"""The first and the last day."""

FIRST, LAST = "0001-01-01", "9999-12-31"
ADULT = 18
_RANK = {answer: rank for rank, answer in enumerate(Answer)}

AT_AN_EVENT: dict[str, frozenset[str]] = {
    EstimateKind.SUMMONED: frozenset({"summons", "summons_to_serve"}),
    EstimateKind.RELEASED: frozenset({"release", "pardon", "bail_paid", "conditional_release_grant"}),
}
"""What is counted → the kinds of event that say so."""
AT_A_STATUS: dict[str, frozenset[str]] = {
    EstimateKind.EXECUTED: frozenset({"executed"}),
    EstimateKind.DIED_IN_CUSTODY: frozenset({"died_in_custody"}),
}
"""What is counted → the custody status that an event leaves."""
WHILE: dict[str, frozenset[str]] = {
    EstimateKind.HELD: frozenset(map(str, IN_CUSTODY)),
    EstimateKind.DISAPPEARED: frozenset({"disappeared", "whereabouts_unknown"}),
}
"""What is counted → the custody statuses that last."""
NOT_RECORDED = frozenset({EstimateKind.KILLED, EstimateKind.INJURED})
"""What a registry of prisoners does not record of anybody."""


class Found(NamedTuple):
    """People on record who belong to a group."""

    certain: list[int]
    possible: list[int]
    """Who may belong to it, the certain ones among them."""


@dataclass(frozen=True)
class OnRecord:
    """What is recorded of people, as far as it tells to which group they belong."""

    persons: Mapping[int, Row]
    rows: Callable[[str, int], Sequence[Row]]
    """The rows of a table about one person."""
    provinces: Mapping[int, str | None]
    """Prison → province."""


class _Happening(NamedTuple):
    """That something was so with somebody, from when to when, and where."""

    since: str | None
    until: str | None
    prison: int | None = None
    place: str | None = None


def counted(estimate: Row, on_record: OnRecord) -> Found | None:
    """Who on record belongs to an estimated group; None where the registry records nothing of what is counted."""
    if estimate["kind"] in NOT_RECORDED:
        return None
    found, period = Found([], []), _period(estimate)
    for person in on_record.persons:
        answer = _belongs(estimate, on_record, person, period)
        if answer is not Answer.NO:
            found.possible.append(person)
        if answer is Answer.YES:
            found.certain.append(person)
    return found


def _belongs(estimate: Row, on_record: OnRecord, person: int, period: _Period) -> Answer:
    """The best that is said of anything that happened to somebody; what is told soonest is asked first."""
    group, best = _of_group(estimate, on_record, person), Answer.NO
    if group is Answer.NO:
        return group
    for happening in _happenings(str(estimate["kind"]), on_record, person):
        when = _when(period, happening)
        if when is not Answer.NO:
            where = _where(estimate, happening, on_record.provinces)
            age = _of_age(estimate, on_record.persons[person], happening)
            best = max(best, _least(group, when, where, age), key=_RANK.__getitem__)
    return best


def _least(*answers: Answer) -> Answer:
    return min(answers, key=_RANK.__getitem__)


# what happened to somebody


def _happenings(kind: str, on_record: OnRecord, person: int) -> Iterator[_Happening]:
    events = on_record.rows("events", person)
    if kind == EstimateKind.ARRESTED:
        yield from _arrests(on_record.rows("cases", person), events)
    elif kind in (EstimateKind.SENTENCED, EstimateKind.SENTENCED_TO_DEATH):
        yield from _sentenced(
            on_record, person, only="death" if kind == EstimateKind.SENTENCED_TO_DEATH else ""
        )
    elif kind in WHILE:
        yield from (span for status, span in _spans(events) if status in WHILE[kind])
    else:
        for event in events:
            if event["kind"] in AT_AN_EVENT.get(kind, ()) or event["status"] in AT_A_STATUS.get(kind, ()):
                yield _at(event["happened_on"], event["prison_id"], event["place"])


def _at(day: str | None, prison: int | None = None, place: str | None = None) -> _Happening:
    return _Happening(day, day, prison, place)


def _arrests(cases: Sequence[Row], events: Sequence[Row]) -> Iterator[_Happening]:
    """Every arrest once: as an event, at the place that its case names, and of cases without such an event."""
    places = {case["id"]: case.get("arrested_at") for case in cases}
    told = [event for event in events if event["kind"] in ("arrest", "re_arrest")]
    for event in told:
        place = event["place"] or places.get(event.get("case_id"))
        yield _at(event["happened_on"], event["prison_id"], place)
    with_event = {event.get("case_id") for event in told}
    days = {_reach(event["happened_on"]) for event in told}
    for case in cases:
        day = case.get("arrested_on")
        if day and case["id"] not in with_event and _reach(day) not in days:
            yield _at(day, None, case.get("arrested_at"))


def _sentenced(on_record: OnRecord, person: int, *, only: str) -> Iterator[_Happening]:
    """Judgments with a punishment, or with this one; where the court sits is no place of the person."""
    punished = {
        row["judgment_id"] for row in on_record.rows("sentences", person) if only in ("", row["kind"])
    }
    for judgment in on_record.rows("judgments", person):
        if judgment["id"] in punished:
            yield _at(judgment.get("given_on"))


def _spans(events: Sequence[Row]) -> Iterator[tuple[str, _Happening]]:
    """Every custody status with its place, from the event that says so to the next that says otherwise."""
    status, prison, place = "", None, None
    told = [event for event in in_order(events) if event["status"] or event["prison_id"] or event["place"]]
    for event, after in zip(told, [*told[1:], None], strict=False):
        status = event["status"] or status
        if event["prison_id"] or event["place"]:
            prison, place = event["prison_id"], event["place"]
        until = after["happened_on"] if after else f"{LAST} {LAST} |"
        yield status, _Happening(event["happened_on"], until, prison, place)


# when, where, who


def _reach(stored: str | None) -> _Period:
    """The first and the last day that a date can have been."""
    if stored is None:
        return FIRST, LAST
    if "~" in stored or "%" in stored:
        first, last = reach(PartialDate.from_stored(stored))
        return str(first), str(last)
    return stored[:10], stored[11:21]


def _when(period: _Period, happening: _Happening) -> Answer:
    first, last = period
    (since, since_last), (until_first, until) = _reach(happening.since), _reach(happening.until)
    if since > last or until < first:
        return Answer.NO
    return Answer.YES if since_last <= last and until_first >= first else Answer.PERHAPS


def _period(estimate: Row) -> _Period:
    """The first and the last day of the time of an estimate; open where nothing is said of it."""
    on, until = estimate.get("happened_on"), estimate.get("until")
    return _reach(on)[0], _reach(until or on)[1]


def _where(estimate: Row, happening: _Happening, provinces: Mapping[int, str | None]) -> Answer:
    answers = [Answer.YES]
    if prison := estimate.get("prison_id"):
        same = Answer.YES if happening.prison == prison else Answer.NO
        answers.append(same if happening.prison else Answer.PERHAPS)
    found = _provinces(happening, provinces)
    if province := estimate.get("province"):
        answers.append(_one_of({province}, found))
    if place := estimate.get("place"):
        named = bool(towns_in(place) & towns_in(happening.place or ""))
        apart = _one_of(provinces_in(place), found) is Answer.NO
        answers.append(Answer.YES if named else Answer.NO if apart else Answer.PERHAPS)
    return _least(*answers)


def _provinces(happening: _Happening, provinces: Mapping[int, str | None]) -> frozenset[str]:
    """The provinces in which it may have been: by the place as written, else by the prison."""
    written = provinces_in(happening.place or "")
    known = provinces.get(happening.prison or 0)
    return written or frozenset({known} if known else ())


def _one_of(wanted: Iterable[str], found: frozenset[str]) -> Answer:
    if not found or not wanted:
        return Answer.PERHAPS
    if found.isdisjoint(wanted):
        return Answer.NO
    return Answer.YES if found <= frozenset(wanted) else Answer.PERHAPS


def _of_group(estimate: Row, on_record: OnRecord, person: int) -> Answer:
    """Whether somebody is of the sex and the activity of a group."""
    answers = [Answer.YES]
    if gender := estimate.get("gender"):
        answers.append(_same(gender, [on_record.persons[person].get("gender")]))
    if activity := estimate.get("activity"):
        answers.append(_same(activity, [row["activity"] for row in on_record.rows("activities", person)]))
    return _least(*answers)


def _same(wanted: str, found: Sequence[str | None]) -> Answer:
    if wanted in found:
        return Answer.YES
    return Answer.NO if any(found) else Answer.PERHAPS


def _of_age(estimate: Row, person: Row, happening: _Happening) -> Answer:
    """Whether somebody was under 18 then, where only minors are counted."""
    if not estimate.get("minors"):
        return Answer.YES
    born, day = person.get("born"), happening.since
    ages = age_on(PartialDate.from_stored(born), PartialDate.from_stored(day)) if born and day else None
    if ages is None:
        return Answer.PERHAPS
    return Answer.YES if ages[1] < ADULT else Answer.PERHAPS if ages[0] < ADULT else Answer.NO
