"""The two grades, of a source and of its statement, stand beside what they support in all that leaves."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from prisoners.records.tables import BY_NAME
from prisoners.reports.dossier import dossier
from prisoners.reports.material import Options
from prisoners.reports.one_person import about
from prisoners.reports.run import make
from prisoners.sheets.write import FORMATS, prepare
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import act, empty_registry_file, make_event, make_prisoner
from tests.reports.story import TODAY

GRADED = "S-0001 (B, likely)"
BOTH = "S-0001 (B, likely); S-0002 (A, confirmed)"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One published person of whom two sources of different grades say different things."""
    path = empty_registry_file(tmp_path_factory.mktemp("graded") / "registry.db")
    with act(path) as unit:

        def add(table, **facts):
            return unit.add(BY_NAME[table], facts).id

        def cite(source, table, row, credibility):
            about = {"about_table": table, "about_row": row, "prisoner_id": 1}
            add("citations", source_id=source, credibility=credibility, **about)

        make_prisoner(unit, "Neda Zarbaf", basis="already_public", basis_source="S-0001")
        add("sources", kind="independent_media", outlet="Bidar News", reliability="B")
        add("sources", kind="court_document", outlet="The judiciary", reliability="A")
        arrest = make_event(unit, 1, "arrest", "2023-05-01", status="detained_investigation")
        case = add("cases", prisoner_id=1)
        charge = add("charges", case_id=case, quoted="assembly")
        judgment = add("judgments", case_id=case)
        sentence = add("sentences", judgment_id=judgment, kind="prison", years=5)
        for table, row in (("events", arrest), ("charges", charge), ("sentences", sentence)):
            cite(1, table, row, "likely")
        cite(2, "cases", case, "confirmed")
        cite(2, "judgments", judgment, "confirmed")
    return path


@pytest.fixture
def ready(graded):
    with reading(graded) as reader:
        return prepare(reader, [1], audience=Audience.PUBLIC, today=TODAY)


def test_every_sheet_says_both_grades_beside_what_they_support(ready):
    rows = {
        sheet.key: dict(zip((column.key for column in sheet.columns), sheet.rows[0], strict=True))
        for sheet in ready.sheets
    }
    assert [rows[key]["sources"] for key in ("prisoners", "timeline")] == [GRADED, GRADED]
    assert [rows[key]["sources"] for key in ("cases", "sentences")] == [BOTH, BOTH]
    assert (rows["sources"]["reliability"], rows["sources"]["credibility"]) == ("B", "likely")


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_says_them(ready, ending):
    file = BytesIO()
    FORMATS[ending](file, ready)
    said = file.getvalue()
    if ending == ".xlsx":
        with zipfile.ZipFile(file) as book:
            said = b"".join(map(book.read, book.namelist()))
    assert GRADED.encode() in said.replace(b"\\", b"")


def test_a_case_sheet_and_the_report_of_sources_say_them(graded):
    with reading(graded) as reader:
        with about(reader, 1, audience=Audience.PUBLIC, today=TODAY) as material:
            sheet = " ".join(text for page in dossier(material, 1) for text in page.texts())
        told = make(reader, "sources", audience=Audience.PUBLIC, today=TODAY, options=Options()).tables[0]
    assert re.search("S-0001 Bidar News.* B likely ", sheet)
    rows = [dict(zip((column.key for column in told.columns), row, strict=True)) for row in told.rows]
    assert [(row["reliability"], row["credibility"]) for row in rows] == [
        ("likely reliable", "likely 3"),
        ("highly reliable", "confirmed 2"),
    ]
