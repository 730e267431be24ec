"""What LibreOffice makes of our texts when it opens them as csv and saves them as a workbook is no correction."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from prisoners.sheets.excel_habits import same_but_for_excel
from prisoners.sheets.read import read_sheet
from tests.sheets.test_excel_habits import DONE_BY_A_PERSON, DONE_BY_A_PROGRAM

OFFICE = shutil.which("soffice")

pytestmark = [pytest.mark.trust, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]


TEXTS = sorted({case.values[0] for case in [*DONE_BY_A_PROGRAM, *DONE_BY_A_PERSON]} - {""})
AS_CSV = "Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true"
"""Commas, quotes, UTF-8, American English; what looks like a number or a day becomes one."""


def saved_by_libreoffice(path: Path, ending: str) -> Path:
    folder = path.parent / "saved"
    to = f"csv:{AS_CSV}" if ending == "csv" else ending
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [str(OFFICE), profile, "--headless", f"--infilter={AS_CSV}", "--convert-to", to, "--outdir"]
    subprocess.run([*command, str(folder), str(path)], capture_output=True, check=True, timeout=300)
    return folder / f"list.{ending}"


@pytest.mark.parametrize(("ending", "fewest_typed"), [("xlsx", 20), ("csv", 0)])
def test_no_text_that_libreoffice_saved_anew_is_a_correction(tmp_path, ending, fewest_typed):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [[f"row {place}", text] for place, text in enumerate(TEXTS)]
        csv.writer(file).writerows([["no", "text"], *rows])
    sheet = read_sheet(saved_by_libreoffice(path, ending))
    typed = [sheet.is_typed(row.number, 1) for row in sheet.rows]
    assert sum(one is True for one in typed) >= fewest_typed
    saved = [(text, row.cells[1], one) for text, row, one in zip(TEXTS, sheet.rows, typed, strict=True)]
    assert [one for one in saved if not same_but_for_excel(one[0], one[1], typed=one[2])] == []
