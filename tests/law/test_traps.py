"""The traps of the field that are pure law, each by its number."""

from __future__ import annotations

from datetime import date

from prisoners.dates import jalali
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE
from prisoners.law.credit import Credit, Detention, credited
from prisoners.law.deadlines import DeadlineState, furlough, furlough_overdue, summons_to_serve
from prisoners.law.enforceable import enforceable_terms
from prisoners.law.group import group_in_words, group_sentence
from prisoners.law.judgments import Merger
from prisoners.law.offences import OffenceText, in_force, not_yet_law
from prisoners.law.reckoning import Answer, lasted, window_of
from prisoners.law.release import Expectation, Serving, expectation_on, project
from tests.law.making import AFTER_2020, BEFORE_2013, UNDER_2013, answer, explained, judgment, on
from tests.law.strategies import between

START = window_of(date(2021, 3, 21))


def test_trap_06_of_three_terms_only_the_longest_is_enforceable():
    assert answer("8 m | 1 y 40 d | 2 y 7.5 m").in_words() == "2 years and 7½ months"


def test_trap_06_five_years_and_one_are_five():
    assert answer("5 y | 1 y").in_words() == "5 years"


def test_trap_06_a_reduction_brings_up_the_next_heaviest_with_credit():
    assert answer("5 y reduced to:6 m | 1 y").in_words() == "1 year"
    assert "the time already served is credited to it" in explained("5 y reduced to:6 m | 1 y")
    served_from = Serving("C-1", answer("5 y reduced to:6 m | 1 y"), on("2021-03-21"))
    assert project(served_from).computed == window_of(jalali.to_gregorian(1401, 1, 1))


def test_trap_06_neither_pardon_nor_suspension_brings_up_the_next():
    for mark in ("pardoned", "suspended"):
        assert answer(f"5 y {mark} | 1 y").in_words() == "no time to serve"
        assert "the next heaviest does not come up" in explained(f"5 y {mark} | 1 y")


def test_trap_07_hadd_and_tazir_do_not_absorb_each_other():
    assert answer("3 y hadd | 5 y | 1 y").in_words() == "8 years"


def test_trap_07_death_and_prison_are_flagged_and_not_added():
    both = answer("death hadd | 5 y")
    assert (both.death, both.in_words()) == (True, "5 years")
    assert project(Serving("C-1", both, on("2021-03-21"))).computed is None


def test_trap_08_two_judgments_are_not_merged_unless_a_merger_is_recorded():
    two = [judgment("5 y", ref="J-1"), judgment("1 y", ref="J-2")]
    apart = enforceable_terms(two)
    assert [one.in_words() for one in apart] == ["5 years", "1 year"]
    assert all("they are served one after the other" in " ".join(one.sentences()) for one in apart)
    (merged,) = enforceable_terms(two, [Merger("J-3", ("J-1", "J-2"), on(AFTER_2020))])
    assert merged.in_words() == "5 years"


def test_trap_09_seven_people_with_five_years_each_have_no_sentence_of_42_years():
    seven = [answer("5 y | 1 y", UNDER_2013)] * 7
    assert group_in_words(seven) == "7 × 5 years"
    assert "42-year" not in group_sentence(seven)
    assert group_sentence(seven).endswith("42 years, which nobody serves.")


def test_trap_10_an_older_judgment_uses_the_older_article_134():
    assert answer("5 y | 3 m degree:8", UNDER_2013).in_words() == "5 years and 3 months"
    assert answer("5 y | 3 m degree:8", AFTER_2020).in_words() == "5 years"
    assert answer("5 y | 3 m degree:8", BEFORE_2013).in_words() == "5 years and 3 months"
    assert "text of 2013" in explained("5 y | 1 y", "2020-05-11")
    assert "text of 12 May 2020" in explained("5 y | 1 y", "2020-05-12")


def test_trap_10_an_act_before_8_october_2025_does_not_fall_under_the_espionage_law():
    espionage = OffenceText("art. 1 of the law of 1404", valid_from=on("2025-10-08"))
    assert in_force(espionage, on("2025-10-07")) is Answer.NO
    assert not_yet_law(espionage, on("2025-06-20")) is not None
    assert in_force(espionage, on("2025-10-08")) is Answer.YES


def test_trap_11_detention_in_another_case_is_not_added():
    held = [
        Detention("C-1", on("2021-01-01"), on("2021-01-10")),
        Detention("C-2", on("2020-01-01"), on("2020-06-30")),
    ]
    assert credited(held, "C-1", START) == Credit(10, 10)


def test_trap_11_less_than_a_day_is_a_day():
    night = Detention("C-1", on("2021-01-01"), on("2021-01-02"), under_a_day=True)
    assert credited([night], "C-1", START) == Credit(1, 1)


def test_trap_11_overlapping_spans_count_once():
    held = [
        Detention("C-1", on("2021-01-01"), on("2021-01-10")),
        Detention("C-1", on("2021-01-05"), on("2021-01-12")),
    ]
    assert credited(held, "C-1", START) == Credit(12, 12)


def test_trap_13_a_projected_day_without_news_is_unresolved_and_no_release():
    projection = project(Serving("C-1", answer("1 y"), on("2021-03-21")))
    passed = expectation_on(projection, date(2022, 3, 22), heard=False)
    assert passed is Expectation.UNRESOLVED
    assert passed.value == "unresolved_after_expected_end"
    assert "Projection, not a fact" in projection.sentences()[0]


def test_trap_21_a_rearrest_needs_no_release_to_be_known():
    nobody_knows = between(OPEN_EARLY, OPEN_LATE)
    held = [Detention("C-1", on("2020-01-01"), nobody_knows), Detention("C-1", on("2021-03-01"))]
    credit = credited(held, "C-1", START)
    assert (credit.fewest, credit.most) == (21, 445)


def test_trap_21_under_a_death_sentence_no_release_is_projected():
    projection = project(Serving("C-1", answer("death hadd upheld"), on("2021-03-21")))
    assert (projection.expected, projection.conditional) == (None, None)


def test_trap_23_a_branch_has_another_judge_at_another_date():
    seats = {"the first judge": (None, on("2018-03")), "an alias, no first name": (on("2018-03-21"), None)}

    def judges(when: str) -> dict[str, Answer]:
        return {judge: lasted(*seat, on(when)) for judge, seat in seats.items()}

    assert judges("2017-01-01") == {"the first judge": Answer.YES, "an alias, no first name": Answer.NO}
    assert judges("2018-03") == {"the first judge": Answer.PERHAPS, "an alias, no first name": Answer.PERHAPS}
    assert judges("2019") == {"the first judge": Answer.NO, "an alias, no first name": Answer.YES}


def test_trap_22_an_indefinite_furlough_is_never_overdue():
    assert not furlough_overdue(None, date(2050, 1, 1), indefinite=True)
    assert not furlough_overdue(on("2021-03-01"), date(2050, 1, 1), indefinite=True)
    assert "it has no end to miss" in furlough(None, indefinite=True).sentences()[0]


def test_trap_22_a_summons_with_a_deadline_fires():
    assert summons_to_serve(on("2021-03-10")).state(date(2021, 3, 11)) is DeadlineState.OVER
