"""Each report on the small story: who stands in it, and what is said of them."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from prisoners.actions.merge import merge
from prisoners.errors import NobodyYet, NoSuchReport, NothingToExport, ReportNeeds
from prisoners.queries.judges import root
from prisoners.reports.campaign import _answered, _in_chains
from prisoners.reports.catalogue import REPORTS, report_named
from prisoners.reports.material import Options
from prisoners.reports.minors import _certainty
from prisoners.reports.people import People
from prisoners.reports.population import Population
from prisoners.reports.releases import HELD, SET_FREE, _certainly
from prisoners.reports.run import make
from prisoners.reports.speech import Lang, Speech
from prisoners.reports.urgent import hunger_strike, incommunicado
from prisoners.sheets.asked import NOT_TOLD
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import make_prisoner
from tests.queries.world import on_day
from tests.reports.conftest import counts, rows_of
from tests.reports.story import OPEN, TODAY


def named(made, key):
    return [row.get("name") or row.get("name_persian") for row in rows_of(made, key)]


def test_the_urgent_are_found_by_what_has_not_ended(ask):
    made = ask("urgent")
    assert named(made, "death_row") == ["Kaveh Rostami"]
    assert named(made, "incommunicado") == ["ژاله گلستان"]
    assert named(made, "ill") == ["Parvin Moradbakhsh", "Yasaman Darya"]
    assert named(made, "minors") == []  # Omid is free on bail
    assert named(ask("urgent", population=Population.CONTROL), "minors") == ["Omid Pirouz"]


def test_an_illness_that_is_internal_counts_only_inside(ask):
    assert "Neda Zarbaf" not in named(ask("urgent"), "ill")
    assert "Neda Zarbaf" not in named(ask("urgent", Audience.INTERNAL), "ill")  # sealed: told to nobody


def test_an_illness_of_which_nothing_was_heard_for_a_year_is_not_urgent(ask):
    assert named(ask("urgent", on=dt.date(2025, 4, 20)), "ill") == ["Yasaman Darya"]
    assert "last year" in " ".join(ask("urgent").tables[2].notes)


def test_a_hunger_strike_is_urgent_for_four_months_from_when_it_began(ask):
    made = ask("urgent", on=dt.date(2023, 8, 1))
    assert named(made, "hunger_strike") == ["ژاله گلستان"]
    assert rows_of(made, "hunger_strike")[0]["words"] == "She eats nothing."
    assert named(ask("urgent", on=dt.date(2023, 4, 30)), "hunger_strike") == []
    assert named(ask("urgent", on=dt.date(2023, 9, 1)), "hunger_strike") == []


def _signs(status, *events, on=dt.date(2024, 6, 1)):
    """Which signs of urgency the events of a person give."""
    people = object.__new__(People)
    rows = [
        {"id": place, "kind": kind, "happened_on": f"{day} {day} {day}|gregorian|", "status": None} | more
        for place, (kind, day, more) in enumerate(events, 1)
    ]
    people.on, people.of = on, {"events": {1: rows}}
    people.headlines = {1: {"status": status, "since": rows[0]["happened_on"]}}
    return {
        name: found.get("happened_on", "")[:10]
        for name, sign in (("hunger_strike", hunger_strike), ("incommunicado", incommunicado))
        if (found := sign(people, 1))
    }


INVESTIGATED, SERVING = "detained_investigation", "imprisoned_serving"
STRIKES, SILENT = ("hunger_strike_start", "2024-05-01"), ("contact_denied", "2024-05-02")


@pytest.mark.parametrize(
    ("status", "events", "found"),
    [
        (SERVING, [(*STRIKES, {})], {"hunger_strike": "2024-05-01"}),
        (SERVING, [(*STRIKES, {}), ("hunger_strike_end", "2024-05-09", {})], {}),
        (SERVING, [(*STRIKES, {"until": "2024-05-20 2024-05-20 2024-05-20|gregorian|"})], {}),
        (SERVING, [(*STRIKES, {}), ("furlough_start", "2024-05-05", {"status": "furlough"})], {}),
        (SERVING, [(*SILENT, {})], {"incommunicado": "2024-05-02"}),
        (SERVING, [("contact_denied", "2020-05-02", {})], {}),
        (INVESTIGATED, [("contact_denied", "2020-05-02", {})], {"incommunicado": "2020-05-02"}),
        (
            SERVING,
            [
                ("arrest", "2024-01-01", {"status": INVESTIGATED, "violation": "incommunicado"}),
                ("verdict_first", "2024-03-01", {"status": "detained_pending_appeal"}),
            ],
            {},
        ),
        (
            INVESTIGATED,
            [("arrest", "2024-01-01", {"status": INVESTIGATED, "violation": "incommunicado"})],
            {"incommunicado": "2024-01-01"},
        ),
        ("disappeared", [("disappearance", "2019-01-01", {})], {"incommunicado": "2019-01-01"}),
    ],
)
def test_what_began_is_urgent_until_something_ended_it(status, events, found):
    assert _signs(status, *events) == found


def test_releases_lie_in_the_period_and_say_from_where(ask):
    made = ask("releases", since=dt.date(2023, 1, 1), until=dt.date(2024, 6, 1))
    found = rows_of(made, "releases")
    assert [(row["name"], row["event"], row["prison"]) for row in found] == [
        ("Shirin Hamidi", "released by pardon", "Evin"),
        ("Omid Pirouz", "free on bail", "Adelabad"),
    ]
    assert counts(made, "releases_by_month") == {"1402-01": 1, "1403-01": 1}
    assert [row["name"] for row in rows_of(ask("releases"), "releases")] == ["Omid Pirouz"]
    assert "1403 began on 2024-03-20" in " ".join(made.tables[0].notes)


@pytest.mark.parametrize(
    ("before", "after", "released"),
    [
        (SERVING, "released_pardon", True),
        ("furlough", "released_end_of_term", True),
        (INVESTIGATED, "on_bail", True),
        (SERVING, "suspended_sentence", True),
        ("summoned", "released_acquitted_or_dropped", False),
        ("on_bail", "released_acquitted_or_dropped", False),
        (SERVING, "furlough", False),
        (SERVING, "electronic_monitoring", False),
        ("furlough", "escaped_or_left_country", False),
        (SERVING, "executed", False),
    ],
)
def test_somebody_is_released_who_was_held_and_is_let_go(before, after, released):
    assert (before in HELD and after in SET_FREE) == released


def test_a_release_whose_date_leaves_the_period_open_is_possible_and_not_counted(ask):
    made = ask("releases", since=dt.date(2024, 3, 25), until=dt.date(2024, 6, 1))
    assert [row["in_period"] for row in rows_of(made, "releases")] == ["certainly"]
    assert not _certainly({"happened_on": None}, "2024-01-01", "2024-06-01")
    assert not _certainly({"happened_on": "2024-03-20 2025-03-20 1403"}, "2024-01-01", "2024-06-01")


def test_new_since_tells_new_people_and_new_events(ask):
    made = ask("new-since", argument="2024-04-15")
    assert named(made, "new_people") == ["Yasaman Darya"]
    assert [row["event"] for row in rows_of(made, "new_events")] == ["arrest", "medical event"]
    assert "recorded_on" not in rows_of(made, "new_people")[0]
    # the medical event of Parvin and the release of Omid happened before that day, and were recorded after it
    learnt = rows_of(made, "learnt")
    assert [(row["name"], row["event"]) for row in learnt] == [
        ("Omid Pirouz", "release"),
        ("Parvin Moradbakhsh", "medical event"),
    ]
    assert "on record since 2024-04-15" in made.tables[0].scope.population
    assert "certainly happened" in made.tables[1].scope.population
    inside = ask("new-since", Audience.INTERNAL, argument="2024-04-15")
    assert rows_of(inside, "new_people")[0]["recorded_on"] == "2024-05-20"


def test_two_records_of_one_person_are_as_old_as_the_older(tmp_path):
    where = tmp_path / "registry.db"
    create_registry(where).close()
    for day, name in (
        ("2023-01-10", "Omid Sangi"),
        ("2024-02-01", "Omid Sangy"),
        ("2024-02-02", "Neda Zarbaf"),
    ):
        with on_day(where, day) as unit:
            make_prisoner(unit, name, None, **OPEN)
    with on_day(where, "2024-02-03") as unit:
        merge(unit, 2, 1, {})
    with reading(where) as reader:
        options = Options(argument="2024-01-15")
        made = make(reader, "new-since", audience=Audience.INTERNAL, today=TODAY, options=options)
    assert [row["reference"] for row in rows_of(made, "new_people")] == ["P-0003"]


def test_by_prison_counts_and_lists(ask):
    made = ask("by-prison")
    prisons = [row.get("prison") for row in rows_of(made, "people")]
    assert prisons == ["Adelabad", "Evin", "Evin", "Evin", "Qarchak", "Qarchak", None]
    assert counts(made, "province")["Tehran"] == 5
    assert counts(made, "prison_by_status")["All"] == 7


def test_by_charge_counts_persons_and_charges(ask):
    made = ask("by-charge")
    assert counts(made, "charge_by_status")["propaganda against the state"] == 2
    assert counts(made, "charge_by_charge_state")["enmity against God"] == 1
    # Kaveh was convicted of one charge, and the other was dropped: he stands nowhere as convicted of both
    assert {
        (row["charge"], state, row[state])
        for row in rows_of(made, "charge_by_charge_state")
        for state in ("convicted", "dropped")
        if row[state]
    } == {
        ("propaganda against the state", "convicted", 1),
        ("propaganda against the state", "dropped", 1),
        ("enmity against God", "convicted", 1),
        ("All", "convicted", 2),
        ("All", "dropped", 1),
    }
    assert counts(made, "charges_charge_by_charge_state")["All"] == 3
    assert made.tables[2].scope.unit == "charges"


def test_women_are_listed_and_counted(ask):
    made = ask("women")
    assert named(made, "women") == ["Neda Zarbaf", "ژاله گلستان", "Parvin Moradbakhsh", "Yasaman Darya"]
    assert counts(made, "prison") == {"Evin": 2, "Qarchak": 2, "All": 4}
    assert "among them: Women" in made.tables[1].scope.population


def test_minors_are_certain_or_possible(ask):
    (row,) = rows_of(ask("minors"), "minors")
    assert (row["name"], row["age"], row["age_at_arrest"], row["minor"]) == (
        "Omid Pirouz",
        "17",
        "16",
        "certainly",
    )


def test_who_was_under_age_at_the_act_is_a_minor_though_arrested_later():
    people = object.__new__(People)
    people.speech, people.on = Speech(Lang.EN), dt.date(2024, 6, 1)
    people.persons = {1: {"born": _day("2000-05-05")}}
    people.of = {
        "charges": {1: [{"act_on": _day("2019-01-01")}, {"act_on": _day("2017-11-16")}, {"act_on": None}]},
        "events": {1: [{"id": 1, "kind": "arrest", "happened_on": _day("2020-01-01")}]},
    }
    material = SimpleNamespace(people=people, speech=people.speech)
    assert people.youngest(1, people.arrests(1)) == "19"
    assert people.youngest(1, people.acts(1)) == "17"
    assert _certainty(material, 1) == "certainly"
    people.of["charges"] = {}
    assert (people.youngest(1, people.acts(1)), _certainty(material, 1)) == ("", "possibly")


def test_dual_nationals_have_another_government(ask):
    (row,) = rows_of(ask("dual-nationals"), "dual_nationals")
    assert (row["name_persian"], row["other_nationality"]) == ("ژاله گلستان", "German")


def test_a_government_is_told_what_it_was_asked_and_what_it_answered(ask):
    rows = {row["reference"]: row for row in rows_of(ask("list-for-government"), "government")}
    neda = rows["P-0001"]
    assert "1 Nov 2022" in neda["asked"]
    assert neda["asked"].endswith(", letter, the Foreign Office")
    assert neda["answered"] == "She is well, they say."
    assert neda["sentences"] == "imprisonment 5 years and 6 months"
    assert neda["enforceable"] == "5 years and 6 months"
    assert "projection, not a fact" in neda["projected"]
    # Kaveh is under a sentence of death; of the others Neda has been held longest
    assert list(rows)[:2] == ["P-0002", "P-0001"]
    notes = " ".join(ask("list-for-government").tables[0].notes)
    assert "never added up" in notes
    assert "held longest" in notes
    assert "2028" in neda["official_release"]
    assert "asked" not in rows["P-0002"]


def test_a_campaign_says_who_was_asked_for_whom_and_what_followed(ask):
    made = ask("campaign")
    (act,) = rows_of(made, "campaign")
    assert (act["addressee"], act["response"], act["persons"]) == ("the Foreign Office", "pledge", 1)
    (neda,) = rows_of(made, "beneficiaries")
    assert "10 Jan 2023" in neda["followed"]
    assert neda["followed"].endswith(": serving a sentence")
    (office,) = rows_of(made, "by_addressee")
    assert (office["addressee"], office["answered_acts"], office["unanswered"]) == (
        "the Foreign Office",
        1,
        0,
    )
    assert office["last_answer"] == "pledge"
    assert not any(table.key == "by_addressee" for table in ask("campaign", Audience.PUBLIC).tables)
    assert made.prepared.manifest.withheld["rows"]["intervention for somebody who is not named in full"] == 1


def test_what_follows_an_act_up_stands_right_behind_it():
    acts = [
        {"id": 1, "made_on": _day("2024-01-01"), "follows": None},
        {"id": 2, "made_on": _day("2024-02-01"), "follows": None},
        {"id": 3, "made_on": _day("2024-03-01"), "follows": 1},
        {"id": 4, "made_on": None, "follows": 3},
        {"id": 5, "made_on": _day("2024-02-15"), "follows": 1},
        {"id": 6, "made_on": _day("2024-01-15"), "follows": 99},  # what it follows up is not in this report
    ]
    assert [act["id"] for act in _in_chains(acts)] == [1, 5, 3, 4, 6, 2]


def _day(day):
    return f"{day} {day} {day}|gregorian|"


@pytest.mark.parametrize(
    ("act", "told", "answered"),
    [
        ({"response": None}, None, False),
        ({"response": "none"}, None, False),
        ({"response": "denial"}, None, True),
        ({"response": "none", "response_words": "We got it."}, None, True),
        ({"response": None}, "He is well.", True),
    ],
)
def test_that_nothing_came_is_no_answer(act, told, answered):
    assert _answered(act | {"id": 1}, {1: [{"answer": told}]}) == answered


def test_the_public_is_not_told_of_interventions(ask):
    for row in rows_of(ask("campaign", Audience.PUBLIC), "campaign"):
        assert set(row) <= {"intervention", "persons", "status"}
    assert "answered" not in rows_of(ask("list-for-government", Audience.PUBLIC), "government")[0]


def test_sources_are_counted_by_what_they_bear(ask):
    made = ask("sources")
    rows = {row["outlet"]: row for row in rows_of(made, "sources")}
    assert rows["Bidar News"]["statements"] == 2
    assert rows["Bidar News"]["persons"] == 2
    assert rows["Sepidar Weekly"]["derived_from"] == "S-0001"
    assert "the sister of Neda" not in rows
    assert {row["field"] for row in rows_of(made, "touches") if "field" in row} == {"Judge"}
    assert {row["touches"] for row in rows_of(made, "touches")} == {"judgment"}


def test_what_sources_bear_out_is_told_in_persian(ask):
    told = rows_of(ask("sources", lang=Lang.FA), "touches")
    assert not any(row["touches"].isascii() or row.get("field", "قاضی").isascii() for row in told)


def test_a_judge_is_named_only_by_two_independent_sources(ask):
    made = ask("officials")
    assert [row["judge"] for row in rows_of(made, "judges")] == ["O-0001 Karim Sangdel", "not named"]
    assert rows_of(made, "judges")[0]["independent"] == 2
    assert [row["independent"] for row in rows_of(made, "judgments")] == [2, 1]
    assert rows_of(made, "judges")[1]["death_sentences"] == 1
    assert {row["judge"] for row in rows_of(made, "judgments")} == {"O-0001 Karim Sangdel", "not named"}
    assert "Talkhkam" not in str(made.as_json())


@pytest.mark.parametrize(
    ("source", "repeats", "found"),
    [
        (3, {1: None, 2: 1, 3: 2}, 1),
        (1, {1: 9}, 9),  # what it repeats was retracted: one source still
        (2, {1: 2, 2: 3, 3: 1}, 1),
        (4, {4: 5, 5: 6, 6: 5}, 5),
    ],
)
def test_a_source_that_repeats_another_is_that_other_one(source, repeats, found):
    assert root(source, repeats) == found


def test_deadlines_tell_what_is_due_and_inside_also_why(ask):
    outside, inside = ask("deadlines"), ask("deadlines", Audience.INTERNAL)
    told = {row["kind_of_due"]: row for row in rows_of(outside, "deadlines")}
    assert told["sentence of death, no day set"]["how_due"] == "goes on"
    assert (told["longest lawful detention"]["law"], told["longest lawful detention"]["how_due"]) == (
        "CPC 242",
        "may be over",
    )
    # a hunger strike of a year ago can hardly go on: whether it ended is our own chore
    assert "hunger strike" not in told
    assert "hunger strike" in {row["kind_of_due"] for row in rows_of(inside, "deadlines")}
    assert "hunger strike" in {
        row["kind_of_due"] for row in rows_of(ask("deadlines", on=dt.date(2023, 6, 1)), "deadlines")
    }
    assert outside.tables[0].scope.population.startswith("what is over, goes on, or comes within 30 days")
    assert not any("words" in row for row in rows_of(outside, "deadlines"))
    assert all(row["words"] for row in rows_of(inside, "deadlines"))


@pytest.mark.parametrize("entry", REPORTS, ids=lambda entry: entry.name)
@pytest.mark.parametrize("lang", list(Lang))
def test_every_report_speaks_every_language(ask, entry, lang):
    argument = {"a day": "2022-01-01", "an export or an update": "U-0002"}.get(entry.needs, "")
    made = ask(entry.name, lang=lang, argument=argument, by=("status",))
    assert made.tables
    for table in made.tables:
        assert table.title
        assert all(len(row) == len(table.columns) for row in table.rows)
    if lang is Lang.FA:
        assert all(sheet.rightwards for sheet in made.prepared.sheets)
        assert "واحد شمارش" in "".join(made.tables[0].about(made.speech))


def test_persian_reports_write_persian_digits_and_months(ask):
    made = ask("women", lang=Lang.FA)
    row = rows_of(made, "women")[0]
    assert row["since"].startswith("۲۰ دی ۱۴۰۱")
    assert row["prison"] == "اوین"
    assert made.tables[0].scope.known == "۳۱ اردیبهشت ۱۴۰۳ · ۲۰ مه ۲۰۲۴ (U-0003)"
    assert "۲۰ مه ۲۰۲۴" in made.tables[0].scope.population
    sheet = made.prepared.sheets[2]
    assert sheet.rows[0][1] == "۲"
    assert rows_of(ask("women", lang=Lang.BOTH), "women")[0]["prison"] == "Evin · اوین"


def test_an_unknown_report_is_answered_with_the_nearest():
    with pytest.raises(NoSuchReport) as refused:
        report_named("situatoin")
    assert "Did you mean situation?" in refused.value.hint


def test_a_report_is_known_however_its_name_is_written_and_comes_first():
    assert report_named("By_Prison").name == "by-prison"
    with pytest.raises(NoSuchReport) as refused:
        report_named("gender:female", ["women"])
    assert refused.value.hint == "The name of the report comes first: `prisoners report women …`."


@pytest.mark.parametrize(("name", "needs"), [("new-since", "a day"), ("changes-since", "an export")])
def test_a_report_says_what_it_needs(ask, name, needs):
    with pytest.raises(ReportNeeds, match=needs):
        ask(name)


def test_nobody_to_show_says_why(ask):
    with pytest.raises(
        NothingToExport, match=r"0 of 1 may be shared with advocates \(1: no publication basis\)"
    ):
        ask("women", selection="P-0005")


def test_before_anybody_was_recorded_it_says_since_when_somebody_is(ask):
    with pytest.raises(NobodyYet, match="its first update is of 2023-01-10"):
        ask("situation", known="2020-01-01")
    with pytest.raises(NothingToExport, match="nobody was found"):
        ask("women", selection="P-0002")


def test_a_filter_narrows_a_report(ask):
    assert named(ask("women", selection="prison:Evin"), "women") == ["Neda Zarbaf", "Yasaman Darya"]
    assert ask("women", selection="P-0001").prepared.manifest.selection == NOT_TOLD
