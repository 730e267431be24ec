"""How a field of each kind is compared with what was typed; a value it cannot have names the nearest."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable

from prisoners.errors import PrisonersError, ValueNotUnderstood
from prisoners.queries.cells import DAY, MONTH
from prisoners.queries.days import Span, compared, years_before
from prisoners.queries.fields import Field, Kind
from prisoners.queries.holding import Holding, unordered
from prisoners.queries.language import Term
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference

AGGREGATES = ("in_custody", "under_control", "free", "dead")


Comparison = Callable[[Holding, Field, Term, str], str]


def words(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Contains the words, whatever their case and letters; with `=` is exactly them."""
    unordered(known, term)
    return holding.contains(known.value, value, term.sign)


def name(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Contains the letters, or has every word in any spelling and either script."""
    from prisoners.queries.find import word_keys

    unordered(known, term)
    same_letters = holding.contains(known.value, value, term.sign)
    keys = word_keys(value)
    if term.sign == "=" or not keys:
        return same_letters
    having = " AND ".join(
        f"its.id IN (SELECT name_id FROM name_keys WHERE {holding.any_of('key', word)})" for word in keys
    )
    return f"{same_letters} OR ({having})"


def code(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is the code, whatever it is called; or one of those that have the word in them: `status:detained`."""
    unordered(known, term)
    return holding.any_of(known.value, codes_meant(known, value))


def codes_meant(known: Field, value: str) -> list[str]:
    """The codes that a word stands for; raises ValueNotUnderstood, which names the nearest."""
    from prisoners.errors import UnknownWord
    from prisoners.vocabulary import enum_named, folded, read_code

    enum = enum_named(known.codes)
    if known.codes == "custody_status" and folded(value) in {folded(sum_) for sum_ in AGGREGATES}:
        return _aggregate(folded(value))
    try:
        return [str(read_code(enum, value))]
    except UnknownWord as unknown:
        asked = value.casefold().replace("-", "_").replace(" ", "_")
        within = [str(one) for one in enum if f"_{asked}_" in f"_{one.casefold()}_"]
        if within:
            return within
        raise ValueNotUnderstood(known.name, value, unknown.nearest, _all_codes(list(enum))) from None


def _all_codes(enum: list[str]) -> str:
    few = 12
    return f"It is one of {', '.join(enum)}." if len(enum) <= few else ""


def _aggregate(asked: str) -> list[str]:
    from prisoners.vocabulary import custody, folded

    sums = {folded(name): getattr(custody, name.upper()) for name in AGGREGATES}
    return sorted(sums[asked])


def flag(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Yes or no."""
    unordered(known, term)
    said = {"yes": 1, "true": 1, "1": 1, "بله": 1, "no": 0, "false": 0, "0": 0, "خیر": 0}.get(
        value.casefold()
    )
    if said is None:
        raise ValueNotUnderstood(known.name, value, [], f"Say {known.name}:yes or {known.name}:no.")
    return f"coalesce({known.value}, 0) = {holding.hold(said)}"


def day(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Lies so to a period, certainly or with `~` possibly."""
    first, last = period(holding, value)
    return compared(
        known.value, term.sign, holding.hold(str(first)), holding.hold(str(last)), possibly=term.possibly
    )


def moment(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Was done on, before or after a day; a moment is always certain."""
    first, last = period(holding, value)
    done, begin, end = f"substr({known.value}, 1, 10)", holding.hold(str(first)), holding.hold(str(last))
    if term.sign in {":", "="}:
        return f"{done} BETWEEN {begin} AND {end}"
    return f"{done} {term.sign} {begin if term.sign in {'<', '>='} else end}"


def period(holding: Holding, value: str) -> Span:
    """First and last day of a date as typed, in any calendar, or of two with `..` between them."""
    from prisoners.dates.read import read_date

    first, dots, last = value.partition("..")
    one = read_date(first, today=holding.today)
    other = read_date(last, today=holding.today) if dots and last else one
    return (one.earliest, dt.date.max) if dots and not last else (one.earliest, other.latest)


def age(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is so old today; a partial date of birth is certainly so old, or with `~` possibly."""
    years = _number(known, value)
    youngest, oldest = years_before(holding.today, years), years_before(holding.today, years + 1)
    # aged `years` today: born after `oldest` and on or before `youngest`
    first, last = holding.hold(str(oldest + dt.timedelta(days=1))), holding.hold(str(youngest))
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(term.sign, ":")
    return compared(known.value, turned, first, last, possibly=term.possibly)  # type: ignore[arg-type]


def number(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is less or more than a whole number."""
    return f"{known.value} {_sign(term)} {holding.hold(_number(known, value))}"


def term_length(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is shorter or longer than a term: whole years, or `2 years and 6 months`."""
    if value.isdecimal():
        return f"{known.value} {_sign(term)} {holding.hold(int(value) * 12 * MONTH)}"
    from prisoners.law.term_words import read_term

    asked = read_term(value)
    length = asked.whole_months * MONTH + asked.loose_days * DAY + asked.half_month
    return f"{known.value} {_sign(term)} {holding.hold(length)}"


def _sign(term: Term) -> str:
    return "=" if term.sign == ":" else term.sign


def _number(known: Field, value: str) -> int:
    if not value.isdecimal():
        raise ValueNotUnderstood(known.name, value, [], "It takes a whole number.")
    return int(value)


def catalogue(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is called so, or has this in a name or alias; for a prison also the place as written."""
    unordered(known, term)
    rows = holding.reader.rows(f"SELECT * FROM {known.codes} WHERE withdrawn = 0 ORDER BY id")
    found = _called(rows, known.codes, value)
    test = holding.any_of(known.value, [row["id"] for row in found])
    if known.codes != "prisons":
        if not found:
            raise ValueNotUnderstood(known.name, value, _nearest(rows, value))
        return test
    place = "people.place" if known.value.startswith("people.") else "place"
    if not found and not _written(holding.reader, value):
        raise ValueNotUnderstood(known.name, value, _nearest(rows, value))
    return f"{test} OR ({known.value} IS NULL AND {holding.contains(place, value, term.sign)})"


def _called(rows: list[sqlite3.Row], table: str, value: str) -> list[sqlite3.Row]:
    from prisoners.vocabulary import folded
    from prisoners.vocabulary.catalogue import called, resolve

    if is_reference(value, table):
        return [row for row in rows if row["id"] == read_reference(value)[1]]
    asked = folded(value)
    return list(resolve(rows, value)) or [  # type: ignore[arg-type]
        row
        for row in rows
        if asked and any(asked in folded(word) for word in called(row))  # type: ignore[arg-type]
    ]


def _nearest(rows: list[sqlite3.Row], value: str) -> list[str]:
    from prisoners.vocabulary.catalogue import nearest

    return nearest(rows, value)  # type: ignore[arg-type]


def _written(reader: Reader, value: str) -> bool:
    from prisoners.names.script import fold

    sql = "SELECT 1 FROM events WHERE withdrawn = 0 AND instr(folded(place), :place) > 0 LIMIT 1"
    return reader.value(sql, place=fold(value)) is not None


def province(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is this province, by its code or a name in either script."""
    from prisoners.reference import reference_list
    from prisoners.vocabulary import folded
    from prisoners.vocabulary.catalogue import called

    unordered(known, term)
    rows = reference_list("provinces")
    spelled = {folded(word): row["code"] for row in rows for word in (row["code"], *called(row))}
    if folded(value) not in spelled:
        import difflib

        near = difflib.get_close_matches(folded(value), spelled, n=3, cutoff=0.6)
        raise ValueNotUnderstood(known.name, value, list(dict.fromkeys(spelled[word] for word in near)))
    return holding.any_of(known.value, [spelled[folded(value)]])


def charge(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is this article, or has these words in the offence or in the wording of the source."""
    unordered(known, term)
    rows = holding.reader.rows("SELECT * FROM offences WHERE withdrawn = 0 ORDER BY id")
    if any(letter.isdecimal() for letter in value):
        from prisoners.vocabulary.catalogue import resolve

        found = list(resolve(rows, value))  # type: ignore[arg-type]
        if not found:
            raise ValueNotUnderstood(known.name, value, _nearest(rows, value))
        return holding.any_of(known.value, [row["id"] for row in found])
    by_offence = holding.any_of(
        known.value, [row["id"] for row in _called(rows, known.codes or "offences", value)]
    )
    return f"{by_offence} OR {holding.contains('quoted', value, term.sign)}"


def source(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is this source, or one whose outlet, title, author or address has these words."""
    unordered(known, term)
    if is_reference(value, "sources"):
        return holding.any_of("source_id", [read_reference(value)[1]])
    return holding.contains(known.value, value, ":")


def reference(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is this very record."""
    unordered(known, term)
    try:
        table, row = read_reference(value)
    except PrisonersError:
        table, row = "", 0
    if table != known.codes:
        raise ValueNotUnderstood(known.name, value, [], "References look like P-0042.")
    return holding.any_of(known.value, [row])


def due(holding: Holding, known: Field, term: Term, value: str) -> str:
    """Is due, over or near, of this kind; or is what the calendar says of the person, such as `furlough_overdue`."""
    import difflib

    from prisoners.queries.due_listed import WORDS

    unordered(known, term)
    said = value.strip().lower().replace("-", "_")
    if said not in WORDS:
        near = difflib.get_close_matches(said, WORDS, n=3, cutoff=0.5)
        raise ValueNotUnderstood(known.name, value, near, f"It is one of {', '.join(WORDS)}.")
    return holding.any_of(known.value, [said])


COMPARISONS: dict[Kind, Comparison] = {
    Kind.TEXT: words,
    Kind.NAME: name,
    Kind.CODE: code,
    Kind.FLAG: flag,
    Kind.DAY: day,
    Kind.MOMENT: moment,
    Kind.NUMBER: number,
    Kind.AGE: age,
    Kind.TERM: term_length,
    Kind.CATALOGUE: catalogue,
    Kind.PROVINCE: province,
    Kind.CHARGE: charge,
    Kind.SOURCE: source,
    Kind.REFERENCE: reference,
    Kind.DUE: due,
}
