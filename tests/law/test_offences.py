"""Which version of an offence was law, and what it allows."""

from __future__ import annotations

from datetime import date

import pytest

from prisoners.law.offences import (
    OffenceText,
    above_maximum,
    degree,
    greatest_allowed,
    in_force,
    not_yet_law,
)
from prisoners.law.reckoning import Answer
from prisoners.law.terms import Term
from prisoners.vocabulary.justice import PunishmentClass
from tests.law.making import AFTER_2020, BEFORE_2013, UNDER_2013, days, on

TAZIR = PunishmentClass.TAZIR
FULL = OffenceText(
    "art. 609", TAZIR, Term(0, 3), Term(0, 6), valid_from=on("1996-07-10"), valid_until=on("2020-05-11")
)
HALVED = OffenceText("art. 609", TAZIR, valid_from=on("2020-05-12"))
ASSEMBLY = OffenceText("art. 610", TAZIR, Term(2), Term(5), valid_from=on("1996-07-10"))
ESPIONAGE = OffenceText("art. 4 of the law of 1404", TAZIR, Term(2), Term(15), valid_from=on("2025-10-08"))


@pytest.mark.parametrize(
    ("text", "when", "answer"),
    [
        (FULL, "1996-07-09", Answer.NO),
        (FULL, "1996-07-10", Answer.YES),
        (FULL, "2020-05-11", Answer.YES),
        (FULL, "2020-05-12", Answer.NO),
        (FULL, "2020", Answer.PERHAPS),
        (HALVED, "2020", Answer.PERHAPS),
        (HALVED, "2021", Answer.YES),
        (OffenceText("quoted only"), "2021", Answer.YES),
    ],
)
def test_a_version_is_law_from_its_first_to_its_last_day(text: OffenceText, when: str, answer: Answer):
    assert in_force(text, on(when)) is answer


def test_an_act_before_the_law_is_doubted_and_one_of_an_unclear_day_is_not():
    doubt = not_yet_law(ESPIONAGE, on("2025-10-07"))
    assert doubt.write() == (
        "art. 4 of the law of 1404 was not yet law on the day of the act (on 2025-10-07); "
        "it was in force on 2025-10-08 (art. 10 of the Islamic Penal Code 1392)."
    )
    assert not_yet_law(ESPIONAGE, on("2025-10-08")) is None
    assert not_yet_law(ESPIONAGE, days("2025-10-01", "2025-10-10")) is None
    assert not_yet_law(OffenceText("quoted only"), on("1990-01-01")) is None


def test_a_term_above_the_greatest_is_doubted():
    doubt = above_maximum(Term(6), ASSEMBLY, on(AFTER_2020))
    assert doubt.write().startswith("6 years is longer than the 5 years that art. 610 allows")
    assert above_maximum(Term(5), ASSEMBLY, on(AFTER_2020)) is None
    assert above_maximum(Term(40), OffenceText("quoted only")) is None


@pytest.mark.parametrize(
    ("judged", "offences", "greatest"),
    [
        (AFTER_2020, 3, Term(5)),
        (AFTER_2020, 4, Term(6, 3)),
        (UNDER_2013, 4, Term(7, 6)),
        (BEFORE_2013, 4, Term(5)),
        (None, 4, Term(7, 6)),
    ],
)
def test_over_three_offences_allow_a_quarter_or_a_half_more(judged, offences: int, greatest: Term):
    when = on(judged) if judged else None
    assert greatest_allowed(ASSEMBLY, when, offences) == greatest
    assert above_maximum(greatest, ASSEMBLY, when, offences=offences) is None
    assert above_maximum(greatest + Term(days=1), ASSEMBLY, when, offences=offences) is not None


def test_the_aggravated_maximum_names_its_article():
    doubt = above_maximum(Term(8), ASSEMBLY, on(UNDER_2013), offences=4)
    assert "which art. 610 allows at most when several offences are judged together" in doubt.write()


@pytest.mark.parametrize(
    ("greatest", "number"),
    [
        (Term(26), 1), (Term(25), 2), (Term(15), 3), (Term(10), 4), (Term(5), 5), (Term(2), 6), (Term(1), 6),
        (Term(0, 6), 7), (Term(0, 0, 91), 7), (Term(0, 3), 8), (Term(0, 0, 10), 8),
    ],
)  # fmt: skip
def test_the_degree_of_an_offence_follows_its_greatest_term(greatest: Term, number: int):
    assert degree(OffenceText("an offence", TAZIR, greatest=greatest)) == number


def test_an_offence_without_a_term_has_no_degree():
    assert degree(OffenceText("quoted only")) is None


def test_dates_of_a_version_may_be_years():
    assert in_force(OffenceText("added in 2021", valid_from=on("2021")), on("2021-05-01")) is Answer.PERHAPS
    assert date(2021, 5, 1) == on("2021-05-01").earliest
