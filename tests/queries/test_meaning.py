"""Whom a filter means, told on the little world of eight people."""

from __future__ import annotations

import datetime as dt

import pytest

from prisoners.errors import NoSuchComparison, UnknownField, ValueNotUnderstood
from prisoners.queries.fields import Kind, known_fields
from prisoners.queries.language import read_filter
from prisoners.queries.listing import counted, listing
from tests.queries.world import TODAY

NEDA, OMID, ZHALEH, BABAK, OTHER_NEDA, MERGED, WRONG, ALI = (f"P-000{number}" for number in range(1, 9))
STANDING = {NEDA, OMID, ZHALEH, BABAK, OTHER_NEDA, ALI}


def meant(reader, text: str, today: dt.date = TODAY) -> set[str]:
    found = listing(reader, read_filter(text), today=today, columns=["ref"])
    return {f"P-{row[0]:04d}" for row in found.rows}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("", STANDING, id="everybody but the merged and the withdrawn"),
        pytest.param("withdrawn:yes", {WRONG}, id="the withdrawn when asked"),
        pytest.param("merged:yes", {MERGED}, id="the merged when asked"),
        pytest.param("ref:P-0001,P-0004", {NEDA, BABAK}, id="references"),
        pytest.param("Zarbaf", {NEDA, OTHER_NEDA}, id="a name"),
        pytest.param("Zarba", {NEDA, OTHER_NEDA}, id="the beginning of a name"),
        pytest.param("ندا", {NEDA, OTHER_NEDA}, id="a name in Persian"),
        pytest.param("Jaleh", {ZHALEH}, id="a name in another spelling and script"),
        pytest.param("zarbaf father:rostam", {NEDA}, id="two conditions"),
        pytest.param("name=Neda", set(), id="exactly this name"),
        pytest.param("gender:female", {NEDA, ZHALEH}, id="a code"),
        pytest.param("gender:زن", {NEDA, ZHALEH}, id="a code by its Persian word"),
        pytest.param("-gender:female", {OMID, BABAK, OTHER_NEDA, ALI}, id="not recorded is not female"),
        pytest.param("missing:gender", {OTHER_NEDA, ALI}, id="not recorded"),
        pytest.param("has:dual", {ALI}, id="recorded"),
        pytest.param("religion:bahai OR ethnicity:kurdish", {NEDA, BABAK}, id="either"),
        pytest.param("born<1990", {NEDA, ZHALEH}, id="certainly before 1990: 1368 ended in March 1990"),
        pytest.param("born<~1990", {NEDA, OMID, ZHALEH}, id="possibly before 1990"),
        pytest.param("born:1368", {NEDA, OMID}, id="certainly in a Jalali year"),
        pytest.param("born:1989", {NEDA}, id="certainly in a Gregorian year"),
        pytest.param("born:~1989", {NEDA, OMID}, id="possibly in a year"),
        pytest.param("born:1985", set(), id="about 1985 is not certainly in 1985"),
        pytest.param("born:~1986", {ZHALEH}, id="about 1985 can be 1986"),
        pytest.param("born>=1368 born<=1369", {NEDA, OMID}, id="both ends"),
        pytest.param("born:1989..1990", {NEDA, OMID}, id="a span"),
        pytest.param("born>1985", {NEDA, OMID}, id="certainly after"),
        pytest.param("born>~1985", {NEDA, OMID, ZHALEH}, id="possibly after"),
        pytest.param("age>35", {NEDA, OMID, ZHALEH}, id="certainly older"),
        pytest.param("age:36", {NEDA}, id="certainly so old today"),
        pytest.param("age:~36", {NEDA, OMID}, id="possibly so old today"),
        pytest.param("age<40", {NEDA, OMID}, id="certainly younger"),
        pytest.param("age>=~41", {ZHALEH}, id="possibly at least"),
        pytest.param("due:execution", {BABAK}, id="what is due"),
        pytest.param(
            "due:furlough-overdue,hunger-strike", {NEDA}, id="what the calendar says, in either spelling"
        ),
        pytest.param("has:due -due:verification", set(), id="anything that is due"),
        pytest.param("status:serving", {BABAK}, id="a word of a status"),
        pytest.param("status:furlough,detained", {NEDA, OMID}, id="one status or several"),
        pytest.param("status:in_custody", {OMID, BABAK}, id="a sum of statuses"),
        pytest.param("status:free", {ZHALEH}, id="another sum"),
        pytest.param("missing:status", {OTHER_NEDA, ALI}, id="nothing known"),
        pytest.param("since>2023", {NEDA}, id="since when"),
        pytest.param("since>~2022", {NEDA, OMID}, id="a day nobody recorded is neither"),
        pytest.param("prison:Evin", {NEDA, BABAK}, id="a prison"),
        pytest.param("prison:اوین", {NEDA, BABAK}, id="a prison in Persian"),
        pytest.param("prison:gohardasht", {OMID}, id="an alias of a prison"),
        pytest.param("prison:PR-0002", {OMID}, id="a prison by its reference"),
        pytest.param("prison:Kerman", {ZHALEH}, id="a place that is no prison of the list"),
        pytest.param("was_in:Rajai", {OMID}, id="a prison of any event"),
        pytest.param("province:Tehran", {NEDA, BABAK}, id="a province"),
        pytest.param("province:البرز", {OMID}, id="a province in Persian"),
        pytest.param("arrested:1401", {NEDA}, id="arrested in a year"),
        pytest.param("arrested:1402-02", set(), id="spring is not certainly its second month"),
        pytest.param("arrested:~1402-02", {OMID}, id="but possibly"),
        pytest.param("arrested<1399", {ZHALEH}, id="arrested before"),
        pytest.param("charge:610", {NEDA}, id="an article"),
        pytest.param("charge:IPC75-610", {NEDA}, id="an article of a law"),
        pytest.param("charge:collusion", {NEDA}, id="words of an offence"),
        pytest.param("charge:insulting", {BABAK}, id="words of the source"),
        pytest.param("charge:collusion,insulting -charge:610", {BABAK}, id="one of them, but not that"),
        pytest.param("charge_state:convicted", {NEDA}, id="what became of a charge"),
        pytest.param("court:Tehran judge:Sangdel branch:26", {NEDA}, id="the court"),
        pytest.param("judge:سنگدل", {NEDA}, id="the judge in Persian"),
        pytest.param("sentence:death", {BABAK}, id="a kind of punishment"),
        pytest.param("years>5", {NEDA}, id="five years and six months are more than five"),
        pytest.param("years:5", set(), id="and not five"),
        pytest.param('years="5 years and 6 months"', {NEDA}, id="exactly"),
        pytest.param("years<6", {NEDA}, id="and less than six"),
        pytest.param("event:release", {ZHALEH}, id="something that happened"),
        pytest.param("furlough_start>2024-01-01", {NEDA}, id="a kind of event is its day"),
        pytest.param("released:1398", {ZHALEH}, id="as people call it"),
        pytest.param("source:S-0001", {NEDA}, id="a source"),
        pytest.param("source:bidar", {NEDA}, id="words of a source"),
        pytest.param("missing:source has:status", {OMID, ZHALEH, BABAK}, id="nothing bears it"),
        pytest.param("missing:source,born -missing:source", set(), id="any of several is missing"),
        pytest.param("list:bidar number:5081", {NEDA}, id="a foreign list"),
        pytest.param("consent:share", {NEDA}, id="a consent"),
        pytest.param("basis:none", STANDING - {NEDA}, id="without a basis to publish"),
        pytest.param("by:Lida", {NEDA}, id="a researcher"),
        pytest.param("updated>2024", set(), id="updated after a year"),
        pytest.param("updated>=2024", {NEDA}, id="updated in or after"),
        pytest.param("entered:2023-05", {OMID, ZHALEH, BABAK, OTHER_NEDA, ALI}, id="entered in a month"),
        pytest.param("activity:teacher", {NEDA}, id="an activity"),
        pytest.param("uncertain:yes", set(), id="a flag"),
        pytest.param("lashes>10", set(), id="a number"),
    ],
)
def test_a_filter_means(reader, text, people):
    assert meant(reader, text) == people


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("statsu:serving", "status"),
        ("bron<1990", "born"),
        ("missing:sorce", "source"),
        ("furlogh_start:1401", "furlough_start"),
    ],
)
def test_an_unknown_field_names_the_nearest(reader, text, nearest):
    with pytest.raises(UnknownField) as raised:
        meant(reader, text)
    assert nearest in raised.value.hint


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("prison:Evinn", "Evin"),
        ("province:Teheren", "tehran"),
        ("gender:femal", "female"),
        ("charge:61", ""),
        ("judge:Sangdil", "Karim Sangdel"),
        ("withdrawn:maybe", "withdrawn:yes"),
        ("age>old", "whole number"),
        ("lashes>many", "whole number"),
        ("ref:E-0001", "P-0042"),
        ("ref:everybody", "P-0042"),
        ("due:furlogh", "furlough"),
    ],
)
def test_a_wrong_value_names_the_nearest(reader, text, nearest):
    with pytest.raises(ValueNotUnderstood) as raised:
        meant(reader, text)
    assert nearest in raised.value.hint


@pytest.mark.parametrize(
    "text",
    ["status<serving", "name>a", "prison<Evin", "charge>500", "father<b", "source<b", "merged>1", "due>x"],
)
def test_what_has_no_order_is_neither_less_nor_more(reader, text):
    with pytest.raises(NoSuchComparison):
        meant(reader, text)


@pytest.mark.parametrize("field", sorted({field.name for field in known_fields().values()}))
def test_every_field_can_be_asked_whether_it_is_recorded(reader, field):
    assert (
        meant(reader, f"has:{field} merged:no withdrawn:no")
        | meant(reader, f"missing:{field} merged:no withdrawn:no")
        == STANDING
    )


@pytest.mark.parametrize("field", sorted({field.name for field in known_fields().values()}))
def test_every_field_can_be_a_column(reader, field):
    found = listing(reader, read_filter(""), today=TODAY, columns=[field], sort=[field])
    assert len(found.rows) == len(STANDING)


def test_what_is_due_is_a_column_and_can_be_counted(reader):
    found = listing(reader, read_filter("due:execution"), today=TODAY, columns=["ref", "due"])
    assert found.rows == [(4, ["execution", "verification"])]
    assert dict(counted(reader, read_filter(""), "due", today=TODAY).counts)["furlough"] == 1


def test_every_kind_of_field_is_used():
    assert {field.kind for field in known_fields().values()} == set(Kind)


def test_what_is_typed_never_becomes_sql(reader):
    assert meant(reader, 'father:"\' OR 1=1 --"') == set()


def test_ages_on_a_leap_day_are_counted_from_the_first_of_march(reader):
    assert meant(reader, "age:36", dt.date(2028, 2, 29)) == set()
    assert meant(reader, "age>=18", dt.date(2028, 2, 29)) == {NEDA, OMID, ZHALEH}
