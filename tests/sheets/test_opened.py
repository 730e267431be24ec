"""The whole workbook of a small story, as people open it: in English, in Persian, and in both."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from prisoners.dates.partial import Calendar
from prisoners.queries.selected import selected
from prisoners.queries.stats import stats
from prisoners.reports.material import Options
from prisoners.reports.run import make
from prisoners.reports.summary import summary
from prisoners.sheets import drawing
from prisoners.sheets.columns import Column
from prisoners.sheets.speech import Lang, Speech
from prisoners.sheets.write import FORMATS, Prepared, prepare, written
from prisoners.store.reader import Reader, reading
from prisoners.vocabulary import Audience
from tests.reports.story import TODAY, make_story

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(make_story(tmp_path_factory.mktemp("story") / "registry.db")) as opened:
        yield opened


def counted(reader: Reader, lang: Lang, audience: Audience) -> Prepared:
    """The story with its summary, made anew."""
    return prepare(
        reader,
        selected(reader, "", TODAY),
        audience=audience,
        today=TODAY,
        lang=lang,
        summarise=lambda leaving, watch: summary(
            reader, leaving, watch, audience=audience, today=TODAY, lang=lang
        ),
    )


_MADE: dict[tuple[Lang, Audience], Prepared] = {}


def prepared(reader: Reader, lang: Lang = Lang.EN, audience: Audience = Audience.ADVOCATES) -> Prepared:
    """The same, made once for all tests."""
    if (lang, audience) not in _MADE:
        _MADE[lang, audience] = counted(reader, lang, audience)
    return _MADE[lang, audience]


def content(ready: Prepared, ending: str = ".xlsx") -> bytes:
    file = io.BytesIO()
    FORMATS[ending](file, ready)
    return file.getvalue()


def opened(ready: Prepared) -> Workbook:
    return load_workbook(io.BytesIO(content(ready)))


def structure(book: Workbook) -> str:
    """What can be seen of each sheet before its cells are read."""
    lines = []
    for page in book:
        lines += [
            f"# {page.title}",
            f"direction: {'right to left' if page.sheet_view.rightToLeft else 'left to right'}",
            f"frozen: {page.freeze_panes}, filter: {page.auto_filter.ref}, charts: {len(page._charts)}",
            (
                f"paper: {page.page_setup.orientation}, scale {page.page_setup.scale},"
                f" fit {page.page_setup.fitToWidth if page.sheet_properties.pageSetUpPr.fitToPage else 'no'}"
            ),
            (
                f"on every page: rows {page.print_title_rows}, columns {page.print_title_cols},"
                f" breaks after {[one.id for one in page.col_breaks.brk]}, footer {page.oddFooter.center.text}"
            ),
            f"marked: {[str(one.sqref) for one in page.conditional_formatting]}",
            f"headings: {' | '.join(str(cell.value) for cell in page[1] if cell.value)}",
            "",
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_structure_is_the_one_that_was_looked_at(reader, lang):
    kept = SNAPSHOTS / f"workbook_{lang}.txt"
    found = structure(opened(prepared(reader, lang)))
    if os.environ.get("PRISONERS_NEW_SNAPSHOTS"):
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def figure(ready: Prepared, key: str) -> dict[str, int]:
    """The first cell of each row of a figure → its last."""
    one = next(figure for figure in ready.figures if figure.key == key)
    return {str(row[0]): int(row[-1]) for row in one.rows}


def test_the_summary_says_what_the_report_of_the_situation_says(reader):
    ready = prepared(reader)
    report = make(
        reader, "situation", audience=Audience.ADVOCATES, today=TODAY,
        options=Options(calendar=Calendar.GREGORIAN),
    )  # fmt: skip
    said = {table.key: table for table in report.tables}
    for key in ("key_figures", "status", "province", "charge", "arrests"):
        ours = next(figure for figure in ready.figures if figure.key == key)
        assert ours.rows == said[key].rows
        assert ours.notes == tuple(said[key].about(report.speech))
    ours = next(figure for figure in ready.figures if figure.key == "over_time")
    assert [row[1:] for row in ours.rows] == [row[1:] for row in said["over_time"].rows]


def test_the_summary_says_what_the_statistics_say(reader):
    """Of everybody, as our own people see them: `stats` counts in SQL, the summary what left the gate."""
    ready, found = prepared(reader, audience=Audience.INTERNAL), stats(reader, today=TODAY)
    speech = Speech(Lang.EN)
    by_status = {speech.code("custody_status", status) or "not recorded": n for status, n in found.by_status}
    assert figure(ready, "status") == by_status | {"All": found.found}
    by_prison = {place or "not recorded": number for place, number in found.by_prison}
    assert figure(ready, "prison") == by_prison | {"All": found.sums["in_custody"]}
    shown = figure(ready, "key_figures")
    assert (shown["in custody"], shown["free"], shown["dead"]) == (
        found.sums["in_custody"], found.sums["free"], found.sums["dead"],
    )  # fmt: skip


def test_of_many_rows_the_summary_has_those_with_most_and_says_so(reader, monkeypatch):
    monkeypatch.setattr("prisoners.reports.summary.MOST", 2)
    one = next(
        figure for figure in counted(reader, Lang.EN, Audience.ADVOCATES).figures if figure.key == "status"
    )
    whole = next(figure for figure in prepared(reader).figures if figure.key == "status")
    assert one.rows == (*whole.rows[:2], whole.rows[-1])
    assert one.notes[-1] == (f"The 2 most frequent of {len(whole.rows) - 1}; the total counts all of them.")


@pytest.mark.parametrize("more", [0, 2])
def test_every_column_of_a_figure_has_room_for_its_numbers_and_charts_stand_beside(reader, more):
    first, *others = prepared(reader).figures
    wide = replace(first, columns=[*first.columns, *[Column("figure", "Figure")] * (more + 2)])
    page = Workbook().active
    drawing.draw_summary(page, [wide, *others], Speech(Lang.EN))
    widths = [page.column_dimensions[letters].width for letters in "BCDEF"[: 3 + more]]
    assert len(wide.columns) == drawing.TABLE + more
    assert widths == [drawing.NUMBERS] * (3 + more)
    assert {(chart.anchor._from.col, chart.anchor._from.colOff > 0) for chart in page._charts} == {(4, True)}


@pytest.mark.parametrize("lang", [Lang.EN, Lang.FA])
def test_every_chart_is_drawn_from_numbers_that_stand_beside_it(reader, lang):
    ready = prepared(reader, lang)
    page, titles = opened(ready).worksheets[1], {figure.title for figure in ready.figures}
    assert len(page._charts) >= 5
    for chart in page._charts:
        for series in chart.series:
            cells = page[series.val.numRef.f.partition("!")[2].replace("$", "")]
            assert all(isinstance(cell.value, int) for row in cells for cell in row)
        assert chart.title.tx.rich.p[0].r[0].t in titles


@pytest.mark.parametrize("lang", list(Lang))
def test_no_chart_lies_on_the_edge_of_a_page_or_runs_over_it(reader, lang):
    page = opened(prepared(reader, lang)).worksheets[1]
    ends = [one.id for one in page.row_breaks.brk]
    assert ends
    for chart in page._charts:
        begins = chart.anchor._from.row + 1
        after = next((end for end in ends if end >= begins), page.max_row + 40)
        room = sum((page.row_dimensions[row].height or 15) for row in range(begins, after + 1)) * 12_700
        assert chart.anchor._from.rowOff > 0
        assert chart.anchor._from.rowOff + chart.anchor.ext.height < room


@pytest.mark.parametrize("lang", list(Lang))
def test_it_opens_on_the_first_cell_of_the_first_sheet_under_its_title(reader, lang):
    ready = prepared(reader, lang)
    book = opened(ready)
    assert book.active.title == book.sheetnames[0]
    assert [page.sheet_view.tabSelected for page in book] == [True, *[None] * (len(book.worksheets) - 1)]
    assert {place.activeCell for page in book for place in page.sheet_view.selection} <= {"A1", None}
    assert book.properties.title == ready.manifest.lines()[0][1]
    with zipfile.ZipFile(io.BytesIO(content(ready))) as parts:
        told = fromstring(parts.read("docProps/core.xml"))
    assert [one.tag.partition("}")[2] for one in told] == ["title"]


def test_nothing_in_the_summary_is_a_formula(reader):
    with zipfile.ZipFile(io.BytesIO(content(prepared(reader)))) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 7
    assert not any(b"<f>" in sheet or b't="e"' in sheet for sheet in sheets)


def test_a_persian_file_speaks_persian_in_every_format(reader):
    ready = prepared(reader, Lang.FA)
    told = dict(ready.manifest.lines())
    assert told["عنوان"] == "زندانیان سیاسی ایران"
    assert "بدون مبنای انتشار" in "".join(told.values())
    first = ready.sheets[0]
    assert [column.heading for column in first.columns[:3]] == ["شناسه", "نام", "نام لاتین"]
    page = content(ready, ".html").decode()
    assert '<html lang="fa" dir="rtl">' in page
    assert "شمارهای اصلی" in page
    markdown = content(ready, ".md").decode()
    assert "## زندانیان" in markdown
    about = json.loads(content(ready, ".json"))
    assert about["about"]["language"] == "fa"
    assert about["summary"][0]["title"] == "شمارهای اصلی"
    assert about["summary"][0]["rows"][0]["figure"] == len(ready.sheets[0].rows)
    assert content(ready, ".csv").decode("utf-8-sig").startswith('"شناسه","نام","نام لاتین"')


def test_in_both_languages_every_heading_has_both(reader):
    headings = [column.heading for sheet in prepared(reader, Lang.BOTH).sheets for column in sheet.columns]
    assert all(" · " in heading for heading in headings)


def test_addresses_can_be_followed_and_lead_out_only_to_the_web(reader):
    book = opened(prepared(reader, audience=Audience.INTERNAL))
    links = [cell.hyperlink for page in book for row in page.iter_rows() for cell in row if cell.hyperlink]
    assert links
    assert all(link.target.startswith("https://") for link in links)
    page = content(prepared(reader), ".html").decode()
    assert page.count("<a rel=") == page.count('href="https://')


def test_the_same_update_gives_the_same_bytes_to_everybody_everywhere(reader, tmp_path, monkeypatch):
    made = []
    for number, (zone, user) in enumerate([("Asia/Tehran", "sara"), ("America/New_York", "kian")]):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("USER", user)
        monkeypatch.setenv("LOGNAME", user)
        time.tzset()
        before = os.umask(0o077 * number)
        ready = counted(reader, Lang.BOTH, Audience.ADVOCATES)
        for ending in FORMATS:
            with written(ready, tmp_path / f"{user}{ending}"):
                pass
        os.umask(before)
        made.append({ending: (tmp_path / f"{user}{ending}").read_bytes() for ending in FORMATS})
    monkeypatch.undo()
    time.tzset()
    assert made[0] == made[1]
    for telling in (b"sara", b"openpyxl", b"prisoners-0", os.fsencode(tmp_path), b"New_York"):
        assert not any(telling in bytes_ for bytes_ in made[0].values())


@pytest.mark.trust
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("lang", list(Lang))
def test_libreoffice_opens_it_and_prints_it_without_a_word(reader, tmp_path, lang):
    target = tmp_path / f"cases_{lang}.xlsx"
    with written(prepared(reader, lang), target):
        pass
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, target],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    told = [line for line in done.stderr.splitlines() if "javaldx" not in line]
    assert told == []
    assert "convert" in done.stdout
    assert target.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
