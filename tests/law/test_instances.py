"""What stands of a case after all its instances."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prisoners.law.enforceable import enforceable
from prisoners.law.instances import Decision, standing
from prisoners.law.judgments import Judgment
from prisoners.law.terms import Term
from prisoners.vocabulary.justice import Instance, Outcome, SentenceState
from tests.law.making import judgment, on


def decided(
    instance: Instance,
    outcome: Outcome,
    text: str = "",
    given: str | None = None,
    *,
    charges: str = "",
    reported: Term | None = None,
) -> Decision:
    made = judgment(text, given, ref=f"J-{instance.value}")
    if charges:
        tied = zip(made.components, charges, strict=True)
        made = replace(made, components=tuple(replace(one, charge=charge) for one, charge in tied))
    return Decision(replace(made, reported=reported), instance, outcome)


FIRST = decided(Instance.FIRST, Outcome.CONVICTED, "5 y | 1 y", "2021-01-01", charges="ab")


def served(*decisions: Decision) -> str:
    return enforceable(standing(decisions)).in_words()


def states(*decisions: Decision) -> list[SentenceState]:
    return [one.state for one in standing(decisions).components]


def test_a_case_without_judgments_has_none_that_stands():
    assert standing([]) is None


def test_a_first_judgment_stands_alone():
    assert standing([FIRST]) == FIRST.judgment


def test_an_appeal_that_upholds_leaves_the_terms_and_marks_them():
    upheld = decided(Instance.APPEAL, Outcome.UPHELD, given="2021-06-01")
    assert served(FIRST, upheld) == "5 years"
    assert states(FIRST, upheld) == [SentenceState.UPHELD] * 2


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.GRANTED])
def test_a_request_that_is_only_decided_changes_nothing(outcome: Outcome):
    assert states(FIRST, decided(Instance.RETRIAL, outcome, given="2022-01-01")) == [SentenceState.ISSUED] * 2


def test_an_appeal_that_reduces_one_charge_leaves_the_other_and_brings_it_up():
    reduced = decided(Instance.APPEAL, Outcome.REDUCED, "6 m", "2021-06-01", charges="a")
    assert served(FIRST, reduced) == "1 year"
    told = " ".join(enforceable(standing([FIRST, reduced])).sentences())
    assert "was reduced from 5 years to 6 months" in told
    assert "the time already served is credited to it" in told


def test_an_appeal_that_names_no_charge_replaces_all():
    assert served(FIRST, decided(Instance.APPEAL, Outcome.CHANGED, "2 y", "2021-06-01")) == "2 years"


def test_an_appeal_that_increases_pronounces_anew():
    increased = decided(Instance.APPEAL, Outcome.INCREASED, "7 y", "2021-06-01", charges="a")
    assert served(FIRST, increased) == "7 years"
    assert states(FIRST, increased) == [SentenceState.ISSUED] * 2


def test_an_appeal_may_add_a_charge():
    added = decided(Instance.APPEAL, Outcome.CHANGED, "6 y", "2021-06-01", charges="c")
    assert len(standing([FIRST, added]).components) == 3


def test_a_reduced_term_that_was_then_pardoned_stays_pardoned():
    pardoned = decided(Instance.APPEAL, Outcome.REDUCED, "4 y pardoned", "2021-06-01", charges="a")
    assert served(FIRST, pardoned) == "no time to serve"


@pytest.mark.parametrize("outcome", [Outcome.ACQUITTED, Outcome.QUASHED, Outcome.REMANDED])
def test_what_was_quashed_no_longer_stands(outcome: Outcome):
    assert served(FIRST, decided(Instance.SUPREME, outcome, given="2021-06-01")) == "no time to serve"


def test_what_was_quashed_may_be_judged_again():
    quashed = decided(Instance.SUPREME, Outcome.QUASHED, given="2021-06-01")
    again = decided(Instance.FIRST, Outcome.CONVICTED, "3 y", "2022-01-01")
    assert served(FIRST, again, quashed) == "3 years"


def test_a_reduction_whose_terms_are_not_recorded_is_named_as_a_gap():
    answer = enforceable(standing([FIRST, decided(Instance.APPEAL, Outcome.REDUCED, given="2021-06-01")]))
    assert {gap.code for gap in answer.missing} == {"missing_change"}


def test_a_reduction_that_is_recorded_of_one_term_is_the_reduction_and_the_others_stand():
    first = decided(Instance.FIRST, Outcome.CONVICTED, "5 y reduced to:6 m | 1 y", "2021-01-01")
    assert served(first, decided(Instance.APPEAL, Outcome.REDUCED, given="2021-06-01")) == "1 year"


def test_whoever_was_convicted_anew_to_nobody_knows_what_has_not_nothing_to_serve():
    quashed = decided(Instance.SUPREME, Outcome.QUASHED, given="2021-06-01")
    again = decided(Instance.RETRIAL, Outcome.CONVICTED, given="2022-01-01")
    untold = replace(again, judgment=replace(again.judgment, untold=True))
    assert served(FIRST, quashed, untold) == "cannot be computed"
    assert served(FIRST, untold) == "5 years"


def test_a_change_of_terms_that_were_already_marked_or_are_no_prison_leaves_them():
    first = decided(Instance.FIRST, Outcome.CONVICTED, "5 y pardoned | 74 lashes", "2021-01-01")
    assert states(first, decided(Instance.APPEAL, Outcome.MIXED, given="2021-06-01")) == [
        SentenceState.PARDONED,
        SentenceState.ISSUED,
    ]


def test_upholding_does_not_undo_a_pardon():
    first = decided(Instance.FIRST, Outcome.CONVICTED, "5 y pardoned", "2021-01-01")
    assert states(first, decided(Instance.APPEAL, Outcome.UPHELD, given="2021-06-01")) == [
        SentenceState.PARDONED
    ]


def test_a_decision_of_unknown_outcome_without_terms_changes_nothing():
    unknown = decided(Instance.APPEAL, Outcome.UNKNOWN, given="2021-06-01", reported=Term(4))
    assert served(FIRST, unknown) == "4 years"
    assert states(FIRST, unknown) == [SentenceState.ISSUED] * 2


def test_undated_decisions_follow_the_order_of_the_instances():
    appeal = decided(Instance.APPEAL, Outcome.REDUCED, "2 y")
    assert served(appeal, FIRST) == "2 years"


def test_the_law_is_that_of_the_last_decision_that_changed_anything():
    first = decided(Instance.FIRST, Outcome.CONVICTED, "5 y | 3 m degree:8", "2019-01-01", charges="ab")
    reduced = decided(Instance.APPEAL, Outcome.REDUCED, "4 y", "2021-01-01", charges="a")
    assert served(first) == "5 years and 3 months"
    assert served(first, reduced) == "4 years"


def test_a_component_without_a_term_is_pronounced_anew():
    words = decided(Instance.FIRST, Outcome.CONVICTED, "? 18.6 years", "2021-01-01", charges="a")
    appeal = decided(Instance.APPEAL, Outcome.REDUCED, "7 y", "2021-06-01", charges="a")
    assert served(words, appeal) == "7 years"


def test_the_day_of_a_judgment_may_be_a_year():
    appeal = decided(Instance.APPEAL, Outcome.REDUCED, "2 y", "2021")
    first = Decision(
        Judgment("J-1", FIRST.judgment.components, on("2020")), Instance.FIRST, Outcome.CONVICTED
    )
    assert served(appeal, first) == "2 years"
