"""On whose word: every source on the page with what it bears, and values on which sources differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from prisoners.commands.lines import Lines
from prisoners.commands.safe import safe_text
from prisoners.commands.say import bold
from prisoners.queries.case_file import CaseFile, Row
from prisoners.queries.sealed import SEALED
from prisoners.store.references import write_reference

NAMED_BY = ("outlet", "title", "author", "url")
MOST_BORNE = 6
"""Records named beside one source; the rest are counted."""


def source_lines(lines: Lines, file: CaseFile) -> Iterator[str]:
    """The sources, then what they contradict each other in."""
    if not file.statements:
        return
    yield ""
    yield bold("Sources")
    by_source: dict[int, list[Row]] = defaultdict(list)
    for row in file.statements:
        by_source[row["source_id"]].append(row)
    for number, rows in by_source.items():
        yield from lines.line(f"  {write_reference('sources', number)}", *_source(lines, rows))
    yield from _differing(lines, file)


def _source(lines: Lines, rows: list[Row]) -> Iterator[str]:
    words, source = lines.words, rows[0]
    yield words.code("source_kind", source["kind"])
    named = dict.fromkeys(source[column] for column in NAMED_BY if source[column] not in (None, SEALED))
    for value in named:
        yield words.text(value)
    yield words.date(source["published_on"])
    yield words.code("reliability", source["reliability"])
    if source["confidentiality"] not in {"public", None}:
        yield words.code("confidentiality", source["confidentiality"])
    borne = list(dict.fromkeys(_borne(row) for row in rows))
    more = f" and {len(borne) - MOST_BORNE} more" if len(borne) > MOST_BORNE else ""
    yield f"for {', '.join(borne[:MOST_BORNE])}{more}"
    for row in rows:
        if row["quoted"] not in (None, SEALED):
            yield f"“{words.text(row['quoted'])}”"


def _borne(row: Row) -> str:
    """The record a statement bears, or its one field."""
    record = write_reference(row["about_table"], row["about_row"])
    return safe_text(f"{record} {row['field'] or ''}".rstrip(), one_line=True)


def _differing(lines: Lines, file: CaseFile) -> Iterator[str]:
    """Fields of which sources say different things; all values are kept, none is chosen."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in file.statements:
        if row["field"] and row["value"]:
            said[_borne(row)][row["value"]].append(write_reference("sources", row["source_id"]))
    for field, values in said.items():
        if len(values) > 1:
            told = (f"{lines.words.text(value)} ({', '.join(sources)})" for value, sources in values.items())
            yield from lines.line("  differ", f"{field}: {' or '.join(told)}")
