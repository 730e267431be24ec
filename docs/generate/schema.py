"""The schema page, and the first migration step, which is frozen with the first release."""

from __future__ import annotations

from prisoners.store.schema import schema_page, table_statements


def page(standing: str) -> str:
    """`schema.sql` whole; what stands there now does not matter."""
    del standing
    return schema_page()


def first_step(standing: str) -> str:
    """The tables and indexes of schema 1. Taken from the list of pages when 0.1.0 is released: then it is history."""
    del standing
    return ";\n\n".join(sql for _, sql in table_statements()) + ";\n"
