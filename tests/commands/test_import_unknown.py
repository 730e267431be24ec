"""A list, or the wrong sheet of one, in which nothing is known for what it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from prisoners.commands.menu import app
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading


def test_a_sheet_of_notes_makes_nobody_and_says_where_the_list_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRISONERS_HOME", str(tmp_path))
    registry = tmp_path / "registry.db"
    create_registry(registry)
    book = openpyxl.Workbook()
    notes = book.worksheets[0]
    notes.append(["made by friends"])
    notes.append(["do not pass it on"])
    book.create_sheet("People").append(["Name", "City of arrest"])
    book.save(tmp_path / "people.xlsx")
    refused = CliRunner().invoke(app, ["import", str(tmp_path / "people.xlsx"), "--apply"])
    assert refused.exit_code == 7
    assert "row 2 (no name): new" in refused.stdout
    assert "no column of it is known" in refused.stderr
    with reading(registry) as reader:
        assert reader.value("SELECT count(*) FROM prisoners") == 0
