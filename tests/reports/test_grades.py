"""The two grades, of a source and of its statement, stand beside what they support in all that leaves."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from prisoners.records.tables import BY_NAME
from prisoners.reports.again import _fills
from prisoners.reports.catalogue import DAY, REPORTS, SENT, report_named
from prisoners.reports.dossier import dossier
from prisoners.reports.material import Options
from prisoners.reports.one_person import about
from prisoners.reports.run import make
from prisoners.reports.speech import Lang
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

        about = {"gender": "female", "other_nationality": "Germany", "born": "2010"}
        make_prisoner(unit, "Neda Zarbaf", basis="already_public", basis_source="S-0001", **about)
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
        make_prisoner(unit, "Omid Pirouz", basis="already_public", basis_source="S-0001", **about)
        add("sources", kind="family", author="her brother", reliability="A", confidentiality="internal")
        arrest = make_event(unit, 2, "arrest", "2023-05-02", status="detained_investigation")
        add(
            "citations",
            source_id=3,
            about_table="events",
            about_row=arrest,
            prisoner_id=2,
            credibility="possible",
        )
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


ON_CARDS = [
    ("women", "women", ""),
    ("minors", "minors", ""),
    ("dual-nationals", "dual_nationals", ""),
    ("by-prison", "people", ""),
    ("list-for-government", "government", ""),
    ("urgent", "minors", ""),
    ("new-since", "new_people", "2020-01-01"),
]
"""Reports that list people, the table in which they stand, and what the report needs."""


def told(path, report, key, audience=Audience.PUBLIC, argument="", lang=Lang.EN):
    """The grades beside status and sentences in each row of a table, and the notes of the table."""
    with reading(path) as reader:
        options = Options(argument=argument)
        made = make(reader, report, audience=audience, today=TODAY, options=options, lang=lang)
    table = next(table for table in made.tables if table.key == key)
    places = [column.key for column in table.columns]
    rows = [dict(zip(places, row, strict=True)) for row in table.rows]
    return [(row["status_grade"], row["sentence_grade"]) for row in rows], table.notes


@pytest.mark.parametrize(("report", "key", "argument"), ON_CARDS)
def test_every_list_of_people_says_what_status_and_sentences_rest_on(graded, report, key, argument):
    rows, notes = told(graded, report, key, argument=argument)
    assert rows == [("B likely", "A confirmed; B likely"), ("", "")]
    assert any(note.endswith("or none that this audience may know.") for note in notes)


def test_a_grade_is_told_to_those_who_may_know_its_source_and_in_their_language(graded):
    assert told(graded, "women", "women", Audience.INTERNAL)[0][1] == ("A possible", "")
    assert told(graded, "women", "women", lang=Lang.FA)[0] == [
        ("B محتمل", "A تأییدشده؛ B محتمل"),
        ("", ""),
    ]


@pytest.mark.parametrize(
    ("then", "now", "stands"),
    [
        ("", "B likely", True),
        ("B likely", "A confirmed; B likely", True),
        ("not told to this audience", "B likely", True),
        ("B likely", "not told to this audience", False),
        ("B likely", "", False),
        (3, 4, False),
    ],
)
def test_a_cell_that_says_more_than_it_did_vetoes_nothing(then, now, stands):
    assert _fills((now,), (then,)) is stands


@pytest.mark.parametrize("report", [entry.name for entry in REPORTS if entry.name != "letters"])
def test_no_report_lists_somebody_with_a_status_or_a_sentence_and_without_its_grade(graded, report):
    argument = {DAY: "2020-01-01", SENT: "U-0001"}.get(report_named(report).needs, "")
    with reading(graded) as reader:
        made = make(reader, report, audience=Audience.PUBLIC, today=TODAY, options=Options(argument=argument))
    for table in made.tables:
        keys = {column.key for column in table.columns}
        if "reference" in keys:
            assert "sentences" not in keys or "sentence_grade" in keys
            assert "status" not in keys or keys & {"status_grade", "grade"}
            assert "event" not in keys or "grade" in keys
