"""What two records tell of one or of two people, each fact with its weight and its words."""

import pytest

from prisoners.dates.partial import PartialDate
from prisoners.queries.evidence import days_apart, evidence
from prisoners.queries.facts import Facts, Span, span_of


def told(one: Facts, other: Facts) -> list[tuple[bool, str]]:
    """Every fact: whether it speaks for one person, and its words."""
    return [(found.weight > 0, found.words) for found in evidence(one, other)]


def test_what_only_one_of_them_has_says_nothing() -> None:
    whole = Facts(
        father="Ali", born=("1985-03-04", "1985-03-04"), gender="male", towns={"Srz"}, numbers={("a", "1")}
    )
    assert told(whole, Facts()) == []


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Ali", "علی", (True, "the same father's name (Ali, علی)")),
        ("Ali", "Ali", (True, "the same father's name (Ali)")),
        ("Ali", "Reza", (False, "different fathers (Ali, Reza)")),
        ("Kazem", "قاسم", (False, "different fathers (Kazem, قاسم)")),
        ("Reza", "Alireza", (True, "fathers' names are close (Reza, Alireza)")),
    ],
)
def test_fathers(one: str, other: str, said: tuple[bool, str]) -> None:
    assert told(Facts(father=one), Facts(father=other)) == [said]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (("1985-03-04",) * 2, ("1985-03-04",) * 2, [(True, "born on the same day (1985-03-04)")]),
        (
            ("1985-01-01", "1985-12-31"),
            ("1985-03-21", "1986-03-20"),
            [(True, "born in the same year (1985-01-01/1985-12-31, 1985-03-21/1986-03-20)")],
        ),
        (("1980-01-01", "1989-12-31"), ("1985-03-04",) * 2, []),
        (
            ("1985-03-04",) * 2,
            ("1985-12-04",) * 2,
            [(False, "born at different times (1985-03-04, 1985-12-04)")],
        ),
    ],
)
def test_births(one: Span, other: Span, said: list[tuple[bool, str]]) -> None:
    assert told(Facts(born=one), Facts(born=other)) == said


def test_births_further_apart_weigh_more() -> None:
    near, far = (
        evidence(Facts(born=("1985-03-04",) * 2), Facts(born=(other,) * 2))[0].weight
        for other in ("1985-06-04", "1995-03-04")
    )
    assert far < near < 0


def test_arrests_neither_near_nor_far_say_nothing() -> None:
    assert told(Facts(arrests={("2022-09-20",) * 2}), Facts(arrests={("2023-02-20",) * 2})) == []


def test_of_several_arrests_the_nearest_two_count() -> None:
    many = Facts(arrests={("1998-07-09",) * 2, ("2022-09-20",) * 2})
    assert told(many, Facts(arrests={("2022-09-20",) * 2})) == [
        (True, "arrested on the same day (2022-09-20)")
    ]


def test_genders_and_provinces() -> None:
    one = Facts(gender="male", provinces={"fars"}, towns={"Srz"})
    other = Facts(gender="female", provinces={"tehran"}, towns={"thrn"})
    assert told(one, other) == [
        (False, "different genders (male, female)"),
        (False, "different provinces (fars; tehran)"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (("2020-01-01", "2020-12-31"), ("2020-06-01", "2021-06-01"), 0),
        (("2020-01-01", "2020-01-01"), ("2020-01-11", "2020-01-11"), 10),
        (("2020-01-11", "2020-02-11"), ("2020-01-01", "2020-01-02"), 9),
    ],
)
def test_days_between_two_dates(one: Span, other: Span, days: int) -> None:
    assert days_apart(one, other) == days


def test_a_date_that_says_nothing_has_no_span() -> None:
    unread = PartialDate.from_stored("0001-01-01 9999-12-31 |unread|long ago")
    assert span_of(unread) is span_of(None) is None
    assert span_of("1985-01-01 1985-12-31 1985|gregorian|1985") == ("1985-01-01", "1985-12-31")


def test_a_father_whose_name_is_not_known_says_nothing() -> None:
    assert told(Facts(father="Unknown"), Facts(father="نامعلوم")) == []
