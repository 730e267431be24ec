"""What each case comes to, computed from what left the gate and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from prisoners.queries.dockets import Docket, Named
from prisoners.queries.sentencing import CaseSentence, sentencing
from prisoners.queries.working import announced, release
from prisoners.sheets.speech import PARTED, Speech
from prisoners.store.references import write_reference

Row = Mapping[str, Any]


def working(
    tables: Mapping[str, Mapping[int, Iterable[Row]]],
    offences: Mapping[int, Row],
    person: int,
    speech: Speech,
    *,
    hidden: bool,
) -> dict[int, Row]:
    """Case → its cells; a hidden person's records are counted instead of called by their references."""
    return {one.case: _cells(one, speech) for one in come_to(tables, offences, person, hidden=hidden)}


def come_to(
    tables: Mapping[str, Mapping[int, Iterable[Row]]],
    offences: Mapping[int, Row],
    person: int,
    *,
    hidden: bool,
) -> tuple[CaseSentence, ...]:
    """What each case of a person comes to, by the rows that left the gate: table → person → rows."""
    case_of = {row["id"]: row["case_id"] for row in tables["judgments"][person]}
    docket = Docket(
        [_full(row) for row in tables["cases"][person]],
        [_full({**offences.get(row.get("offence_id") or 0, {}), **row}) for row in tables["charges"][person]],
        [_full(row) for row in tables["judgments"][person]],
        [_full({**row, "case_id": case_of.get(row["judgment_id"])}) for row in tables["sentences"][person]],
        [_full(row) for row in tables["events"][person]],
    )
    return sentencing(docket, _counting() if hidden else write_reference)


def _full(row: Row) -> Row:
    """A row in which everything that did not leave is not recorded."""
    return defaultdict(lambda: None, row)


def _counting() -> Named:
    """Names that lead nobody to a record: `sentence 1`, `sentence 2`."""
    known: dict[tuple[str, int], str] = {}

    def named(table: str, number: int) -> str:
        place = 1 + sum(other == table for other, _ in known)
        return known.setdefault((table, number), f"{table.removesuffix('s')} {place}")

    return named


def _cells(one: CaseSentence, speech: Speech) -> Row:
    """Announced, enforceable, projected, and how that was reckoned."""
    answer, projection = one.enforceable, one.projection
    return {
        "announced_sum": speech.told(lambda language: announced(one, language)),
        "enforceable": speech.told(answer.told),
        "projected": speech.told(lambda language: PARTED[language].join(release(one, language))),
        "working": speech.told(
            lambda language: " ".join([*answer.sentences(language), *projection.sentences(language)])
        ),
    }
