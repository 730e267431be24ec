"""Pieces into one date: from and until, one or both of several days, and the same date said in two calendars."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from prisoners.dates.edtf import parse_edtf
from prisoners.dates.fold import fold
from prisoners.dates.grammar import phrase_of
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE, Calendar, PartialDate
from prisoners.dates.pieces import Phrase, Unclear, sides_of
from prisoners.dates.scan import Token, scan
from prisoners.dates.settle import spans_of
from prisoners.dates.units import Span
from prisoners.dates.years import Near, Options, calendar_of
from prisoners.errors import DateAmbiguous, DateNotRead, DatesDisagree, ImpossibleDate

_STATED = re.compile(r"\bEDTF:?\s+(\S+)", re.IGNORECASE)
_ONE_DAY = dt.timedelta(days=1)
_PAIR = 2


def read_words(text: str, folded: str, today: dt.date | None, year: int | None) -> PartialDate:
    """The one date that a text says in words; raises when it says none, several, or one that cannot be."""
    try:
        near = Near.year(year) if year is not None else None
        stated, rest = _stated_edtf(text, folded)
        if stated and not rest:
            return stated
        return _one_of(text, _sayings(text, scan(rest), today, near, stated))
    except Unclear as unclear:
        raise DateNotRead(text, str(unclear)) from None


def _one_of(text: str, sayings: list[list[PartialDate]]) -> PartialDate:
    """The only date that can be meant; a saying of several dates is one whose halves contradict one another."""
    agreed = list(dict.fromkeys(dates[0] for dates in sayings if len(dates) == 1))
    if len(agreed) == 1:
        return agreed[0]
    readings = agreed or list(dict.fromkeys(sayings[0]))
    fault = DateAmbiguous if agreed else DatesDisagree
    raise fault(text, tuple(readings), tuple(_shown(reading) for reading in readings))


def _shown(reading: PartialDate) -> str:
    # Imported here because most readings need no writing.
    from prisoners.dates.write import write_date

    shown = write_date(reading)
    return f"{shown} ({reading.calendar})" if shown.startswith("EDTF") else shown


def _stated_edtf(text: str, folded: str) -> tuple[PartialDate | None, str]:
    """The words "EDTF 1850-03", which say that it is EDTF; what stands beside it must be the same days."""
    found = _STATED.search(text)
    if found is None:
        return None, folded
    edtf = parse_edtf(found[1])
    if edtf is None:
        raise Unclear(f"{found[1]} is not valid EDTF")
    rest = fold(text[: found.start()] + text[found.end() :]).strip(" ·=|")
    return PartialDate(edtf.earliest, edtf.latest, found[1], Calendar.GREGORIAN, text), rest


def _sayings(
    text: str,
    tokens: list[Token],
    today: dt.date | None,
    near: Near | None,
    stated: PartialDate | None,
) -> list[list[PartialDate]]:
    """Everything the text can say: the choices it leaves open are taken one after another."""
    found: list[list[PartialDate]] = []
    faults: list[ImpossibleDate | Unclear] = []
    index, width = 0, 1
    while index < width:
        options = Options(index)
        try:
            found.append(_with_stated(_said(text, tokens, options, today, near), stated))
        except (ImpossibleDate, Unclear) as fault:
            faults.append(fault)
        width = max(width, options.width)
        index += 1
    if not found:
        raise next((fault for fault in faults if isinstance(fault, ImpossibleDate)), faults[0])
    return found


def _with_stated(dates: list[PartialDate], stated: PartialDate | None) -> list[PartialDate]:
    if stated is None:
        return dates
    same = all((date.earliest, date.latest) == (stated.earliest, stated.latest) for date in dates)
    return [replace(stated, calendar=dates[0].calendar)] if same else [*dates, stated]


def _said(
    text: str, tokens: list[Token], options: Options, today: dt.date | None, near: Near | None
) -> list[PartialDate]:
    """The date of a text; or, when its halves contradict one another, the date of each."""
    sides = [half for side in sides_of(tokens) for half in _halves(phrase_of(side))]
    if not sides:
        raise Unclear("it says nothing about when")
    sides += [phrase_of(remark) for side in sides for remark in side.remarks]
    glosses = [side for side in sides if _is_pair_of_years(side)]
    if len(glosses) == len(sides):
        glosses = []
    dates = _dates(text, [side for side in sides if side not in glosses], options, today, near)
    first = dates[0]
    if any((date.earliest, date.latest) != (first.earliest, first.latest) for date in dates):
        return dates
    if not all(_glosses(side, first) for side in glosses):
        raise Unclear("the year beside it is another year")
    best = min(dates, key=lambda date: (not date.about, not date.uncertain, len(date.edtf)))
    return [replace(best, calendar=first.calendar)]


def _halves(phrase: Phrase) -> list[Phrase]:
    """The halves of "25 Shahrivar 1401 / 16 Sep 2022", where a sign between two calendars says one date twice."""
    if len(phrase.pieces) != _PAIR or phrase.between or phrase.onwards or not phrase.pieces[1].joined_by_sign:
        return [phrase]
    left, right = phrase.pieces
    calendars = {calendar_of(left), calendar_of(right)}
    if left.bound or right.bound or calendars != {Calendar.JALALI, Calendar.GREGORIAN}:
        return [phrase]
    return [Phrase([left], remarks=phrase.remarks), Phrase([replace(right, joint="")])]


def _dates(
    text: str, sides: list[Phrase], options: Options, today: dt.date | None, near: Near | None
) -> list[PartialDate]:
    # "16 Bahman (February 5, 2026)": the half that names the year lends it to the half that does not.
    lacking = [all(piece.lacks_year for piece in side.pieces) for side in sides]
    dates: dict[int, PartialDate] = {}
    for number in sorted(range(len(sides)), key=lambda number: lacking[number]):
        if not (lacking[number] and dates):
            dates[number] = _date(text, sides[number], spans_of(sides[number], options, today, near))
            continue
        lender, stated = next(iter(dates.items()))
        beside = _near(stated, sides[number])
        dates[number] = _date(text, sides[number], spans_of(sides[number], options, today, beside))
        if beside.is_whole and _holds(stated, dates[number]):
            dates[lender] = dates[number]
    return [dates[number] for number in range(len(sides))]


def _near(stated: PartialDate, side: Phrase) -> Near:
    # "7 Mehr (1402)": of one calendar, the half without a year lies within the other.
    if all(piece.calendar in (None, stated.calendar) for piece in side.pieces):
        return Near(stated.earliest, stated.latest, stated.calendar, is_whole=True)
    return Near.around(stated.earliest, stated.latest, stated.calendar)


def _holds(stated: PartialDate, closer: PartialDate) -> bool:
    return stated.earliest <= closer.earliest and closer.latest <= stated.latest


def _is_pair_of_years(side: Phrase) -> bool:
    """2023/24, as a Jalali year is named in Gregorian."""
    if len(side.pieces) != 1 or side.pieces[0].three is None:
        return False
    year, following, rest, sign = side.pieces[0].three
    return sign == "/" and not rest and following.isdecimal() and int(following) == (int(year) + 1) % 100


def _glosses(side: Phrase, date: PartialDate) -> bool:
    year = int((side.pieces[0].three or "0")[0])
    return (date.earliest.year, date.latest.year) == (year, year + 1)


def _date(text: str, phrase: Phrase, spans: list[Span]) -> PartialDate:
    if len({span.calendar for span in spans}) > 1:
        raise Unclear("it begins in one calendar and ends in another")
    first, last, edtf = _composed(phrase, spans)
    return PartialDate(first, last, edtf, spans[0].calendar, text)


Composed = tuple[dt.date, dt.date, str]


def _composed(phrase: Phrase, spans: list[Span]) -> Composed:
    if phrase.unknown_start or phrase.unknown_end:
        return _with_unknown_end(phrase, spans)
    bounds = [piece.bound for piece in phrase.pieces]
    if any(bounds) or phrase.onwards:
        return _bounded(phrase, spans, bounds)
    if phrase.between:
        if len(spans) != _PAIR or phrase.pieces[1].joint == "or":
            raise Unclear("between needs two dates")
        return _interval(spans[0], spans[1])
    return _several(phrase, spans)


def _bounded(phrase: Phrase, spans: list[Span], bounds: list[str]) -> Composed:
    """Before, after, until, since, ongoing; and after one date but before another."""
    if phrase.between or len(spans) > _PAIR or (len(spans) == _PAIR and phrase.pieces[1].joint == "or"):
        raise Unclear("it says before or after of more than one date")
    if phrase.onwards:
        return _onwards(phrase, spans, bounds)
    if len(spans) == 1:
        return _one_bound(spans[0], bounds[0])
    begins = {"after": "after", "from": "from"}.get(bounds[0])
    finishes = {"before": "before", "until": "until", "": "until"}.get(bounds[1])
    if begins is None or finishes is None or (bounds[1] == "" and phrase.pieces[1].joint != "to"):
        raise Unclear("it does not say from when until when")
    return _interval(_edge(spans[0], begins), _edge(spans[1], finishes))


def _onwards(phrase: Phrase, spans: list[Span], bounds: list[str]) -> Composed:
    if (
        any(bounds[1:])
        or bounds[0] not in ("", "from")
        or any(piece.joint == "or" for piece in phrase.pieces)
    ):
        raise Unclear("it does not say from when on")
    return spans[0].first, OPEN_LATE, f"{spans[0].start}/.."


def _one_bound(span: Span, bound: str) -> Composed:
    edge = _edge(span, bound)
    if bound in {"before", "until"}:
        return OPEN_EARLY, edge.last, f"../{edge.end}"
    return edge.first, OPEN_LATE, f"{edge.start}/.."


def _edge(span: Span, bound: str) -> Span:
    if bound == "before":
        return replace(span, first=span.first - _ONE_DAY, last=span.first - _ONE_DAY, text="")
    if bound == "after":
        return replace(span, first=span.last + _ONE_DAY, last=span.last + _ONE_DAY, text="")
    return span


def _with_unknown_end(phrase: Phrase, spans: list[Span]) -> Composed:
    if len(spans) != 1 or phrase.between or phrase.onwards or phrase.pieces[0].bound:
        raise Unclear("it says that a part is not known, but not which")
    if phrase.unknown_start:
        return OPEN_EARLY, spans[0].last, f"/{spans[0].end}"
    return spans[0].first, OPEN_LATE, f"{spans[0].start}/"


def _interval(start: Span, end: Span) -> Composed:
    if start.first > end.first or start.first > end.last:
        raise Unclear("it ends before it begins")
    return start.first, end.last, f"{start.start}/{end.end}"


def _several(phrase: Phrase, spans: list[Span]) -> Composed:
    joined = _ranges_joined(phrase, spans)
    if len(joined) == 1:
        return joined[0].first, joined[0].last, joined[0].edtf
    joints = {piece.joint for piece in phrase.pieces[1:]} - {"to"}
    if "or" in joints:  # "12, 13 or 14 Aban": the comma means what the last joint says
        joints.discard("comma")
    if len(joints - {"comma"}) > 1:
        raise Unclear("it says and as well as or")
    brackets = "[]" if joints == {"or"} else "{}"
    edtf = brackets[0] + ",".join(span.member for span in joined) + brackets[1]
    return min(span.first for span in joined), max(span.last for span in joined), edtf


def _ranges_joined(phrase: Phrase, spans: list[Span]) -> list[Span]:
    """The spans with every "A to B" made one."""
    joined: list[Span] = []
    was_range = False
    for piece, span in zip(phrase.pieces, spans, strict=True):
        if piece.joint != "to":
            joined.append(span)
        elif was_range:
            raise Unclear("it has three ends")
        else:
            first, last, edtf = _interval(joined[-1], span)
            joined[-1] = Span(first, last, edtf, calendar=span.calendar)
        was_range = piece.joint == "to"
    return joined
