"""Estimates stand beside what is counted one by one: told apart, each with who counted, and never added up."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from openpyxl import Workbook

from prisoners.records.citations import Citation
from prisoners.records.estimates import Estimate
from prisoners.records.exports import Export
from prisoners.records.sources import Source
from prisoners.reports.material import Options
from prisoners.reports.run import make
from prisoners.reports.speech import Lang, Speech
from prisoners.reports.summary import summary
from prisoners.sheets.drawing import draw_summary
from prisoners.sheets.gather import everybody, let_out
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.queries.world import on_day
from tests.reports.conftest import rows_of
from tests.reports.story import TODAY, add

ENTERED = "2024-05-25"
ESTIMATES = (
    {"kind": "arrested", "least": 4000, "named": 784, "quoted": "more than 4,000", "happened_on": "autumn 1401",
     "province": "tehran", "note": "CANARY-of-an-estimate"},
    {"kind": "held", "least": 3, "most": 3, "quoted": "three women", "happened_on": "2023", "gender": "female",
     "prison_id": 3, "overlaps": 1},
    {"kind": "killed", "quoted": "hundreds; Roya Sahraei among them", "happened_on": "1401", "until": "1402"},
    {"kind": "arrested", "unit": "arrests", "least": 20, "most": 30, "named": 28, "minors": True,
     "place": "Shiraz"},
)  # fmt: skip


@pytest.fixture(scope="module")
def estimated(story, tmp_path_factory):
    """The story with four estimates: by a report, by a relative, by nobody, and by a report that was retracted."""
    path = tmp_path_factory.mktemp("estimated") / "registry.db"
    shutil.copy(story, path)
    with on_day(path, ENTERED) as unit:
        for facts in ESTIMATES:
            unit.add(Estimate, facts)
        retracted = add(unit, Source, outlet="Retracted Daily", withdrawn=True)
        for source, about in ((1, 1), (2, 1), (4, 2), (retracted, 4)):
            add(unit, Citation, source_id=source, about_table="estimates", about_row=about)
    return path


@pytest.fixture
def ask(estimated):
    with reading(estimated) as reader:

        def report(name, audience=Audience.PUBLIC, lang=Lang.EN, on=None, **options):
            return make(
                reader, name, audience=audience, today=TODAY, options=Options(**options), lang=lang, on=on
            )

        yield report


def told(made, table="estimates"):
    return {row["estimate"]: row for row in rows_of(made, table)}


def test_an_estimate_says_who_is_counted_when_where_how_many_and_on_whose_word(ask):
    assert told(ask("situation"))["ES-0001"] == {
        "estimate": "ES-0001",
        "counted": "arrested",
        "period": "23 Sep – 21 Dec 2022 · autumn 1401",
        "where": "Tehran",
        "at_least": 4000,
        "as_written": "more than 4,000",
        "named_by_source": 784,
        "here_certain": 2,
        "here_possible": 2,
        "source": "Bidar News; Sepidar Weekly",
        "reliability": "likely reliable",
    }


def test_a_group_is_told_in_words_and_what_it_overlaps_by_its_reference(ask):
    found = told(ask("situation"))
    assert found["ES-0002"]["counted"] == "in custody (female)"
    assert (found["ES-0002"]["where"], found["ES-0002"]["overlaps"]) == ("Qarchak", "ES-0001")
    assert found["ES-0004"]["counted"] == "arrested (under 18; arrests, not persons)"
    assert found["ES-0003"]["period"].count("–") >= 1


def test_what_is_recorded_of_nobody_is_counted_of_nobody(ask):
    assert told(ask("situation"))["ES-0003"].keys().isdisjoint({"here_certain", "here_possible"})


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (Audience.PUBLIC, "not told to this audience"),
        (Audience.ADVOCATES, "not told to this audience"),
        (Audience.INTERNAL, "the sister of Neda"),
    ],
)
def test_who_counted_stays_inside_where_the_source_does(ask, audience, said):
    assert told(ask("situation", audience))["ES-0002"]["source"] == said


def test_of_a_source_that_was_retracted_nothing_is_told(ask):
    found = told(ask("situation", Audience.INTERNAL))
    assert {found[own]["source"] for own in ("ES-0003", "ES-0004")} == {"not recorded"}


@pytest.mark.parametrize("audience", list(Audience))
def test_a_note_never_leaves_and_a_text_that_names_somebody_hidden_stays_inside(ask, audience):
    made = ask("situation", audience)
    assert "CANARY-of-an-estimate" not in str(made)
    assert ("as_written" in told(made)["ES-0003"]) is (audience is Audience.INTERNAL)
    held_back = made.prepared.manifest.withheld["texts"] if audience is not Audience.INTERNAL else {"": 1}
    assert sum(held_back.values()) >= 1


def test_small_numbers_are_kept_back_with_the_words_that_tell_them_and_what_would_give_them_away(ask):
    found = told(ask("situation", suppress=5))
    assert (found["ES-0002"]["at_least"], found["ES-0002"]["at_most"]) == ("<5", "<5")
    assert found["ES-0002"]["as_written"] == "not told to this audience"
    assert found["ES-0004"]["named_by_source"] == "·"
    assert (found["ES-0004"]["at_least"], found["ES-0004"]["at_most"]) == (20, 30)
    assert found["ES-0001"]["as_written"] == "more than 4,000"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            Lang.EN,
            "Only persons recorded one by one. Estimates of groups are told apart: 4, not added.",
        ),
        (
            Lang.FA,
            "تنها کسانی که یک‌به‌یک ثبت شده‌اند. برآورد گروه‌ها جداگانه آمده است: ۴ مورد، بدون جمع‌زدن.",
        ),
    ],
)
def test_every_table_of_persons_says_that_estimates_are_told_apart(ask, lang, said):
    made = ask("situation", lang=lang)
    tables = [table for table in made.tables if table.scope.unit == "persons"]
    assert len(tables) > 8
    assert all(said in table.about(made.speech) for table in tables)
    assert {table.as_json()["named_and_estimated"] for table in tables} == {said}
    assert (
        "جمع" in str(made.tables[-1].notes)
        if lang is Lang.FA
        else "Never added up" in made.tables[-1].notes[0]
    )


def test_tables_of_other_things_do_not_speak_of_estimates(ask):
    (table,) = ask("figures", by=("charge",), unit="charges").tables
    assert table.apart == ""


def test_a_list_of_people_counts_nobody_and_does_not_speak_of_estimates(ask):
    apart = {table.key: bool(table.apart) for table in ask("women").tables}
    assert apart.pop("women") is False
    assert set(apart.values()) == {True}


def test_estimates_are_in_no_figure(ask, reader):
    on = dt.date(2024, 5, 28)
    before = make(reader, "situation", audience=Audience.PUBLIC, today=TODAY, options=Options(), on=on)
    after = [table for table in ask("situation", on=on).tables if table.key != "estimates"]
    assert [table.rows for table in before.tables] == [table.rows for table in after]
    assert "No estimate of a group is recorded." in before.tables[0].apart


def test_the_summary_of_a_file_has_them_in_few_columns(estimated):
    with reading(estimated) as reader:
        shown = everybody(reader)
        leaving, watch = let_out(reader, shown, Audience.PUBLIC, TODAY)
        figures = summary(reader, leaving, watch, audience=Audience.PUBLIC, today=TODAY, lang=Lang.EN)
    last = figures[-1]
    assert (last.key, last.is_drawn, [column.key for column in last.columns][1:3]) == (
        "estimates",
        False,
        ["at_least", "at_most"],
    )
    assert last.rows[0][0] == "ES-0004 arrested (under 18; arrests, not persons); Shiraz (not recorded)"


def test_a_persian_summary_is_read_from_the_right_though_a_reference_comes_first(estimated):
    with reading(estimated) as reader:
        leaving, watch = let_out(reader, everybody(reader), Audience.PUBLIC, TODAY)
        last = summary(reader, leaving, watch, audience=Audience.PUBLIC, today=TODAY, lang=Lang.FA)[-1]
    assert last.rows[0][0].startswith("ES-0004 ")
    assert "؛ " in last.rows[0][0]
    page = Workbook().active
    draw_summary(page, [last], Speech(Lang.FA))
    label, number = (next(row for row in page.iter_rows() if row[0].value == last.rows[0][0]))[:2]
    assert (label.alignment.horizontal, label.alignment.readingOrder) == ("right", 2)
    assert (number.value, number.alignment.indent) == (20, 1)


@pytest.mark.parametrize(("since", "many"), [("2024-05-25", 4), ("2024-05-26", 0)])
def test_what_is_new_since_a_day_has_the_estimates_entered_since(ask, since, many):
    made = ask("new-since", argument=since)
    assert sum(len(table.rows) for table in made.tables if table.key == "estimates") == many


def test_an_estimate_of_a_time_to_come_is_not_known_on_an_earlier_day(ask):
    made = ask("situation", on=dt.date(2022, 10, 1))
    assert list(told(made)) == ["ES-0004", "ES-0003", "ES-0001"]


@pytest.fixture(scope="module")
def revised(estimated, tmp_path_factory):
    """The same registry after a file was sent (EX-0001): one estimate grew, one was retracted, one is new."""
    path = tmp_path_factory.mktemp("revised") / "registry.db"
    shutil.copy(estimated, path)
    with reading(path) as reader:
        last = reader.value("SELECT max(id) FROM updates")
    with on_day(path, "2024-05-26") as unit:
        facts = {"audience": "public", "file_name": "all.xlsx", "made_from": last, "sha256": "0" * 64}
        facts |= {"made_at": "2024-05-26T12:00:00Z", "prisoners": 1}
        for manifest in ('{"report": "situation"}', '{"report": "women"}'):
            unit.add(Export, facts | {"manifest": manifest})
    with on_day(path, "2024-05-27") as unit:
        unit.amend(unit.get(Estimate, 1), least=4500)
        unit.amend(unit.get(Estimate, 4), withdrawn=True)
        unit.add(Estimate, {"kind": "held", "least": 3, "place": "Rasht"})
    return path


def since(path, argument, lang=Lang.EN, **options):
    with reading(path) as reader:
        options = Options(argument=argument, **options)
        made = make(
            reader, "changes-since", audience=Audience.PUBLIC, today=TODAY, options=options, lang=lang
        )
    return [
        (row["estimate"], row["field"], row.get("then"), row.get("now"))
        for row in rows_of(made, "changed_estimates")
    ]


def test_what_changed_of_estimates_is_told_of_files_that_told_them(revised):
    grown, left, new = since(revised, "EX-0001")
    assert grown == ("ES-0001", "At least", "4000", "4500")
    assert (left[:2], left[3]) == (("ES-0004", "no longer recorded"), None)
    assert "At least: 20; At most: 30" in left[2]
    assert new[:3] == ("ES-0005", "newly recorded", None)
    assert "At least: 3" in new[3]
    with reading(revised) as reader:
        options = Options(argument="EX-0002")
        made = make(reader, "changes-since", audience=Audience.PUBLIC, today=TODAY, options=options)
    assert [table.key for table in made.tables] == ["changed"]


def test_what_changed_of_estimates_keeps_small_numbers_back_and_speaks_persian(revised):
    new = since(revised, "EX-0001", Lang.FA, suppress=5)[-1]
    assert new[1] == "تازه ثبت‌شده"
    assert "دست‌کم: کمتر از ۵" in new[3]
