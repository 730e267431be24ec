"""The data dictionary: every table and column, what it means and who may see it."""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Column, Table
from sqlmodel import SQLModel

from prisoners.records.tables import BOOKS, RECORDED
from prisoners.reference import reference_list

OPENING = """# Data dictionary

Written from `prisoners/records` and `data/reference/privacy.csv` by `make docs`.

A registry is one SQLite file; this is what stands in it. A date is one text that sorts:
`earliest latest EDTF|calendar|words as written`. *Who* is the widest audience that may ever see a column:
public, advocates, internal, sealed.
"""
HEADING = "| column | always | who | what |\n|---|---|---|---|\n"


def audiences() -> dict[tuple[str, str], str]:
    """Who may see each column of each table."""
    return {(row["table"], row["column"]): row["level"] for row in reference_list("privacy")}


def line(column: Column[object], audience: str) -> str:
    """One column as a line of a table."""
    always = "" if column.nullable else "yes"
    what = (column.comment or "").replace("|", "\\|")
    return f"| `{column.name}` | {always} | {audience} | {what} |\n"


def section(table: Table, sentence: str, seen_by: dict[tuple[str, str], str]) -> str:
    """One table: its sentence and its columns."""
    lines = [line(column, seen_by.get((table.name, column.name), "nobody")) for column in table.columns]
    return f"\n### {table.name}\n\n{sentence}\n\n{HEADING}{''.join(lines)}"


def part(heading: str, records: tuple[type[SQLModel], ...]) -> str:
    """Several tables under one heading."""
    seen_by = audiences()
    tables = [
        (SQLModel.metadata.tables[str(record.__tablename__)], cleandoc(record.__doc__ or ""))
        for record in records
    ]
    return f"\n## {heading}\n" + "".join(section(table, sentence, seen_by) for table, sentence in tables)


def page(standing: str) -> str:
    """The whole page; what stands there now does not matter."""
    del standing
    return (
        OPENING
        + part("What is recorded", RECORDED)
        + part("The books: history, numbers, what is derived", BOOKS)
    )
