"""Step 1: the first released schema, as frozen in step_0001.sql."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations


def migrate(operations: Operations) -> None:
    """Make every table and index of schema 1; a new file is the first copy of its registry."""
    page = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in page.removesuffix(";\n").split(";\n\n"):
        operations.get_bind().exec_driver_sql(statement)
    operations.execute(
        "INSERT INTO registry (only, own_copy, created_at, pseudonym_key)"
        " VALUES (1, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), lower(hex(randomblob(32))))"
    )
