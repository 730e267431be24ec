"""Every name of the reference lists, in both scripts, leads to its entry."""

from __future__ import annotations

import pytest

from prisoners.actions.named import entries_called
from prisoners.actions.seeding import seed
from prisoners.store.engine import create_registry
from tests.builders import act, stopped

NAMES = ("name_en", "name_fa")
ALIASES = ("aliases_en", "aliases_fa")


@pytest.mark.parametrize("table", ["prisons", "courts", "offences"])
def test_every_name_and_alias_leads_to_its_entry(table):
    connection = create_registry(None, clock=stopped)
    try:
        with act(connection) as unit:
            seed(unit)
            rows = unit.rows(f"SELECT * FROM {table}")
            names = [
                (row["id"], name.strip())
                for row in rows
                for name in (
                    *(row[column] or "" for column in NAMES),
                    *(alias for column in ALIASES for alias in (row[column] or "").split(";")),
                )
                if name.strip()
            ]
            lost = [
                name
                for number, name in names
                if number not in {found["id"] for found in entries_called(unit, table, name)}
            ]
    finally:
        connection.close()
    assert len(names) > len(rows) > 10
    assert lost == []
