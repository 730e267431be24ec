"""Columns proposed from their headings and their cells, in English and in Persian; lists of invented people."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.draft import Draft
from prisoners.sheets.drafting import draft_of
from prisoners.sheets.headings import meaning_of
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping import read_mapping
from prisoners.sheets.mapping_file import Proposed, day_in, list_called, proposed
from prisoners.sheets.propose import Sure
from prisoners.sheets.read import read_sheet


def reading(*rows: str, file: str = "list.csv", **more: str) -> Proposed:
    return proposed(read_delimited(file, "\n".join([*rows, ""]).encode()), Catalogues(), **more)


def taken(found: Proposed) -> dict[str, str]:
    """Heading → where it goes without asking anybody."""
    return {one.heading: one.to if one.used else "" for one in found.proposals}


ENGLISH = "Ref,First Name,Surname,Father's Name,Date of Arrest,City of arrest,Charges,Prison,Link,Remarks"
PERSIAN = "ردیف,نام و نام خانوادگی,نام پدر,سن,تاریخ بازداشت,محل بازداشت,اتهامات,وضعیت,لینک منبع,توضیحات"


def test_an_english_list_is_read_by_its_headings():
    rows = [
        f"A-{n},Neda,Zarbaf,Kaveh,2022-09-1{n},Rasht,a; b,Evin,https://example.org/{n},x" for n in range(1, 4)
    ]
    found = reading(ENGLISH, *rows)
    assert taken(found) == {
        "Ref": "number", "First Name": "name_en.text", "Surname": "name_en.text", "Father's Name": "prisoner.father",
        "Date of Arrest": "event.happened_on", "City of arrest": "event.place", "Charges": "charge.quoted",
        "Prison": "event_status.prison", "Link": "source.url", "Remarks": "event.note",
    }  # fmt: skip
    assert found.said["columns"]["Surname"] == {"to": "name_en.text", "join": " "}
    assert found.said["columns"]["Charges"]["split"] == ";"
    assert found.said["columns"]["Link"]["bears"] == ["event", "event_status"]


def test_a_persian_list_is_read_by_its_headings_and_its_words():
    rows = [
        f"{n},ندا زرباف {name},کاوه,۳۴,۱۴۰۱/۰۶/2{n},رشت,تبلیغ,{state},https://example.org/{n},"
        for n, name, state in ((1, "یک", "آزاد"), (2, "دو", "زندانی"), (3, "سه", "زندانی"))
    ]
    found = reading(PERSIAN, *rows, file="بازداشت‌شدگان ۱۴۰۱.csv", counted_on="1401-12-29")
    assert taken(found) == {
        "ردیف": "", "نام و نام خانوادگی": "name_fa.text", "نام پدر": "prisoner.father", "سن": "prisoner.born",
        "تاریخ بازداشت": "event.happened_on", "محل بازداشت": "event.place", "اتهامات": "charge.quoted",
        "وضعیت": "status", "لینک منبع": "source.url", "توضیحات": "event.note",
    }  # fmt: skip
    assert found.mapping.number == ("نام و نام خانوادگی", "نام پدر")
    assert (
        found.said["columns"]["وضعیت"]["words"]["زندانی"]["event_status.status"] == "imprisoned_unknown_basis"
    )
    assert "counts the rows of this file" in found.left[0].reason


def test_cells_speak_where_headings_say_nothing():
    rows = [
        f"x{n},{who},{where},https://example.org/{n}"
        for n, who, where in ((1, "زن", "on bail"), (2, "مرد", "released"))
    ]
    found = reading("A,B,C,D", *rows)
    assert taken(found) == {"A": "", "B": "prisoner.gender", "C": "status", "D": "source.url"}


def test_a_date_of_nothing_and_a_name_of_somebody_are_asked_about():
    rows = [f"x {n},1 Mehr 140{n},Neda Zarbaf {who}" for n, who in ((1, "A"), (2, "B"), (3, "C"))]
    doubts = {one.heading: (one.to, one.sure) for one in reading("A,B,C", *rows).proposals}
    assert doubts["B"] == ("event.happened_on", Sure.DOUBTFUL)
    assert doubts["C"] == ("name_en.text", Sure.DOUBTFUL)


def test_a_heading_that_its_cells_belie_is_not_believed():
    found = reading("id,Age,Gender", "1,Rasht,https://example.org/1", "2,Sari,https://example.org/2")
    assert taken(found) == {"id": "number", "Age": "", "Gender": "source.url"}
    age, gender = found.proposals[1:]
    assert age.reason == "the heading says “age”, but none of its cells fit"
    assert gender.reason == "the heading says “gender”, but all of its cells are addresses"


@pytest.mark.parametrize(
    ("state", "to"), [("arrested", "event.happened_on"), ("killed", "event_death.happened_on")]
)
def test_a_day_of_death_of_the_living_is_the_day_of_their_arrest(state, to):
    found = reading("id,Date of Death,Status", f"7,2026-01-08,{state}", f"9,2026-01-09,{state}")
    assert taken(found)["Date of Death"] == to


def test_people_without_numbers_are_told_apart_by_what_the_list_says_of_them():
    rows = ["Neda Zarbaf,Kaveh,Rasht", "Neda Zarbaf,Ramin,Sari", "Roya Sahraei,Kaveh,Sari"]
    assert reading("Name,Father,City", *rows).mapping.number == ("Name", "Father")
    assert reading("id,Name", "1,Neda Zarbaf", "1,Roya Sahraei").mapping.number == ("Name",)


def test_an_age_needs_a_day_from_which_it_counts():
    rows = ("id,Age", "1,34", "3,35")
    assert taken(reading(*rows))["Age"] == ""
    assert "--counted-on" in reading(*rows).left[0].reason
    assert taken(reading(*rows, file="list_2026-02-09.csv"))["Age"] == "prisoner.born"


def test_a_proposed_mapping_is_a_file_that_reads_back_as_itself():
    found = reading(
        'id,Name,"Sta ""tus""",Odd', '1,Neda Zarbaf,on bail,"x\ny"', "3,Roya Sahraei,gone fishing,z",
        "5,Kaveh Rostami,released,", "7,Ramin Rostami,free,", "9,Omid Rostami,bail,",
    )  # fmt: skip
    assert found.said["columns"]['Sta "tus"']["words"]["gone fishing"] == "note"
    said = tomllib.loads(found.as_toml())
    assert said == found.said
    assert read_mapping("list", said) == found.mapping
    assert "# " in found.as_toml()
    assert "#   Odd: neither its heading nor its cells say what it is" in found.as_toml()


@pytest.mark.parametrize(
    ("file", "called", "day"),
    [
        ("detainees_2026-02-09.csv", "detainees", "2026-02-09"),
        ("detainees 20260301.xlsx", "detainees", "2026-03-01"),
        ("list-1404-11.csv", "list-1404-11", "1404-11"),
        ("protest_1398.csv", "protest-1398", "1398"),
        ("فهرست زندانیان.csv", "فهرست-زندانیان", None),
        ("2026-02-09.csv", "list", "2026-02-09"),
        ("part 12.csv", "part-12", None),
        ("زندانیان ۱۴۰۴-۱۱-۲۰.csv", "زندانیان", "1404-11-20"),
    ],
)
def test_a_list_is_called_after_its_file_and_its_day_is_read_from_it(file, called, day):
    assert (list_called(file), day_in(file)) == (called, day)


@pytest.mark.parametrize(
    ("heading", "to"),
    [
        ("Full Name (as in ID)", "name.text"),
        ("fatherName", "prisoner.father"),
        ("date_of_birth", "prisoner.born"),
        ("Date of arrest (DD/MM/YYYY)", "event.happened_on"),
        ("نام‌ خانوادگي", "family"),
        ("تاریخ دستگیری (شمسی)", "event.happened_on"),
        ("Name (Farsi)", "name.text"),
        ("#", "row"),
        ("Social security", None),
        ("Phone number of the office", "contact.value"),
        ("number of dogs", None),
        ("the people who spoke of it", None),
    ],
)
def test_a_heading_is_understood_as_people_write_it(heading, to):
    found = meaning_of(heading)
    assert (found.to if found else None) == to


def test_a_list_full_of_faults_is_read_all_the_same():
    example = Path(__file__).parents[2] / "data" / "example" / "foreign-list.csv"
    found = proposed(read_sheet(example), Catalogues(), "2026-11-18")
    assert taken(found) == {
        "Card ID": "number", "English Name": "name_en.text", "Persian Name": "name_fa.text", "Age": "prisoner.born",
        "Location of Death": "event.place", "Date": "event.happened_on", "Sentence": "judgment.announced_total",
        "Status": "status", "Source URLs": "source.url", "Notes": "event.note",
    }  # fmt: skip


def test_a_column_of_statuses_that_is_empty_says_nothing():
    assert taken(reading("id,Name,Status", "7,Neda Zarbaf,", "9,Roya Sahraei,"))["Status"] == ""


def drafted(*rows: str, **more: str) -> list[Draft]:
    sheet = read_delimited("list.csv", "\n".join([*rows, ""]).encode())
    mapping = proposed(sheet, Catalogues(), **more).mapping
    return [draft_of(row, sheet, mapping) for row in sheet.rows]


def test_town_and_province_and_both_parts_of_a_name_are_one_text():
    (one, other) = drafted(
        "id,First name,Family name,City,Province", "7,Neda,Zarbaf,Rasht,Gilan", "9,Roya,Sahraei,Yazd,Yazd"
    )
    assert (one.name, one.facts["event"]["place"]) == ("Neda Zarbaf", "Rasht, Gilan")
    assert other.facts["event"]["place"] == "Yazd"


def test_of_an_age_and_a_year_of_birth_that_agree_the_narrower_stays_and_the_other_is_noted():
    rows = ["id,Age,Born", "7,34,1991", "9,34,1991-05-01", "11,34,1950"]
    young, exact, old = drafted(*rows, counted_on="2025-12-31")
    assert young.facts["prisoner"]["born"].earliest.year == 1991
    assert exact.facts["prisoner"]["born"].words == "1991-05-01"
    assert exact.leftovers == [("Age", "34")]
    assert {fault.heading for fault in old.faults} == {"Age", "Born"}


def test_sources_are_addresses_or_titles_and_bear_out_what_the_row_says():
    (one,) = drafted("id,City,Sources,Verification", "7,Rasht,Radio; https://example.org/1,likely")
    assert [(place, slot) for place, slot, _ in one.addresses] == [
        ("Radio", "event"),
        ("https://example.org/1", "event"),
    ]
    assert one.credibility == "likely"


def test_two_names_in_the_same_letters_are_not_both_taken_for_the_name():
    found = reading("id,Name,Detainee", "7,Neda Zarbaf,Roya Sahraei", "9,Kaveh Rostami,Omid Nilbaf")
    assert taken(found) == {"id": "number", "Name": "name_en.text", "Detainee": ""}
    assert "“Name” is the name in these letters" in found.left[0].reason


def test_what_has_no_field_is_known_to_have_none_and_a_telephone_is_no_number_of_a_person():
    found = reading(
        "id,Phone number,Marital status,Judge,Source 1,Source 2",
        "7,+98 900 000 0000,single,A. Judge,Radio,https://example.org/1",
        "9,09000000001,married,A. Judge,Radio,https://example.org/2",
    )
    assert taken(found) == {
        "id": "number", "Phone number": "contact.value", "Marital status": "", "Judge": "judgment.judge",
        "Source 1": "source.title", "Source 2": "source.url",
    }  # fmt: skip
    assert [one.settled for one in found.proposals] == [True] * 6


def test_what_is_longer_than_a_field_keeps_neither_its_row_nor_its_neighbours_out():
    long = "x" * 501
    (one,) = drafted("id,Name,Source,Link", f"7,Neda Zarbaf,{long},https://example.org/{long}")
    assert {fault.heading for fault in one.faults} == {"Source", "Link"}
    assert [heading for heading, _ in one.leftovers] == ["Source", "Link"]


def test_a_status_and_the_day_of_what_it_says_are_one_event():
    heading = "id,Date of arrest,Date of death,Prison,Status"
    dead, held = drafted(
        heading, "7,2025-12-30,2026-01-02,,died in custody", "9,2025-12-30,2026-01-02,Evin,killed"
    )
    assert {slot: facts["kind"] for slot, facts in dead.facts.items() if slot != "prisoner"} == {
        "event": "arrest", "event_death": "death",
    }  # fmt: skip
    assert dead.facts["event_death"]["status"] == "died_in_custody"
    assert held.facts["event_status"]["kind"] == "status_reported"
    assert "status" not in held.facts["event_death"]
