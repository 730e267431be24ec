"""What LibreOffice makes of our texts when it opens them as csv and saves them as a workbook is no correction."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from prisoners.sheets.apart import handed_over
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


def texts_of(path: Path) -> Iterator[tuple[str, bool | None]]:
    """The second column below the heading, and whether each cell holds something else than a text, if that is said."""
    if path.suffix == ".csv":
        yield from ((row.cells[1], None) for row in read_sheet(path).rows)
        return
    with closing(handed_over("child", path, "", "")) as lines:
        yield from ((line["cells"][1], 1 in line["typed"]) for line in islice(lines, 2, None))


@pytest.mark.parametrize(("ending", "fewest_typed"), [("xlsx", 20), ("csv", 0)])
def test_no_text_that_libreoffice_saved_anew_is_a_correction(tmp_path, ending, fewest_typed):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [[f"row {place}", text] for place, text in enumerate(TEXTS)]
        csv.writer(file).writerows([["no", "text"], *rows])
    cells = list(texts_of(saved_by_libreoffice(path, ending)))
    assert sum(typed is True for _, typed in cells) >= fewest_typed
    saved = [(text, back, typed) for text, (back, typed) in zip(TEXTS, cells, strict=True)]
    assert [one for one in saved if not same_but_for_excel(one[0], one[1], typed=one[2])] == []
