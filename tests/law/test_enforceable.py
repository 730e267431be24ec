"""The enforceable term: a table of cases, and the laws that hold for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prisoners.law.enforceable import enforceable, enforceable_terms
from prisoners.law.judgments import Component, Judgment, Measure, Merger
from prisoners.law.terms import Term, share
from prisoners.vocabulary.justice import PunishmentClass, SentenceKind, SentenceState
from tests.law.making import AFTER_2020, BEFORE_2013, UNDER_2013, answer, explained, judgment, on
from tests.law.sentence_cases import CASES
from tests.law.strategies import partial_dates, terms

CHANGED = {SentenceState.REDUCED, SentenceState.COMMUTED}


@pytest.mark.parametrize(("text", "given", "term", "sentence"), CASES)
def test_the_enforceable_term_and_its_explanation(text: str, given: str | None, term: str, sentence: str):
    assert (answer(text, given).in_words(), sentence in explained(text, given)) == (term, True), explained(
        text, given
    )


def test_the_table_has_at_least_sixty_cases():
    assert len(CASES) >= 60


@pytest.mark.parametrize("line", [case.values[:2] for case in CASES], ids=[case.id for case in CASES])
def test_every_explanation_can_be_read_in_persian(line: tuple[str, str | None]):
    computed = answer(*line)
    persian = computed.sentences("fa")
    assert len(persian) == len(computed.sentences())
    assert all("{" not in line and any("آ" <= letter <= "ی" for letter in line) for line in persian)


def test_every_explanation_ends_by_saying_that_it_is_no_legal_opinion():
    assert answer("5 y | 1 y").sentences()[-1] == "Computed from the recorded facts; it is no legal opinion."


def test_the_answer_in_persian_words():
    assert answer("2 y 7.5 m").in_words("fa") == "۲ سال و ۷ ماه و نیم"
    assert answer("5 y | 1 y unclassed").in_words("fa") == "۵ سال تا ۶ سال"
    assert answer("? 18.6 years").in_words("fa") == "محاسبه‌پذیر نیست"


def test_a_certain_term_can_be_counted_with_and_an_uncertain_one_cannot():
    assert answer("5 y | 1 y").term == Term(5)
    assert answer("5 y | 1 y unclassed").term is None
    assert answer("life").term is None
    assert answer("? 18.6 years").term is None


def test_only_what_is_certainly_for_life_is_for_life():
    assert answer("life").life
    assert not answer("5 y").life
    assert not answer("? 18.6 years").life


def test_a_reported_term_stands_before_the_computed_one_and_both_are_shown():
    reported = enforceable(replace(judgment("5 y | 1 y"), reported=Term(4)))
    assert (reported.in_words(), reported.term, reported.computed) == ("4 years", Term(4), Measure(Term(5)))
    assert "Reported as enforceable: 4 years; the reported term stands before the computed one." in (
        reported.sentences()
    )


def test_judgments_are_named_and_a_single_one_is_not_said_to_stand_apart():
    (only,) = enforceable_terms([judgment("5 y | 1 y")])
    assert not any("no recorded merger" in line for line in only.sentences())


def test_a_recorded_merger_makes_one_of_two_judgments_by_the_law_of_its_own_day():
    judgments = [
        judgment("5 y", BEFORE_2013, "J-1"),
        judgment("1 y", BEFORE_2013, "J-2"),
        judgment("3 y", ref="J-3"),
    ]
    merger = Merger("J-9", ("J-1", "J-2"), on(AFTER_2020))
    merged, alone = enforceable_terms(judgments, [merger])
    assert (merged.judgment, merged.in_words(), alone.in_words()) == ("J-9", "5 years", "3 years")
    assert any(line.startswith("J-1, J-2 were merged by J-9") for line in merged.sentences())


def test_a_merger_may_have_its_term_reported():
    merger = Merger("J-9", ("J-1", "J-2"), on(UNDER_2013), reported=Term(7))
    (merged,) = enforceable_terms([judgment("5 y"), judgment("3 y", ref="J-2")], [merger])
    assert merged.term == Term(7)


def test_an_offence_names_the_component_for_the_reader():
    made = Judgment(
        "J-1", (Component("S-1", term=Term(5), offence="art. 610"), Component("S-2", term=Term(1)))
    )
    assert "Of art. 610 (S-1)" in " ".join(
        enforceable(replace(made, components=(replace(made.components[0], suspended=Term(1)),))).sentences()
    )


def test_prison_in_exile_is_served_like_prison():
    exiled = Component(
        "S-1", SentenceKind.PRISON_IN_EXILE, Term(5), punishment_class=PunishmentClass.TAZIR, degree=4
    )
    prison = replace(exiled, ref="S-2", kind=SentenceKind.PRISON, term=Term(6))
    assert enforceable(Judgment("J-1", (exiled, prison), on(AFTER_2020))).in_words() == "6 years"


def test_the_announced_total_counts_life_as_life_and_death_as_no_term():
    assert answer("life | 5 y").announced == Measure(life=True)
    assert answer("death hadd | 5 y").announced == Measure(Term(5))
    assert "Announced: death, 5 years; death is not added to a term" in explained("death hadd | 5 y")


def test_a_death_sentence_that_fell_is_no_longer_flagged():
    assert answer("death hadd").death
    for fallen in ("quashed", "pardoned", "commuted becomes:life, by:pardon"):
        assert not answer(f"death hadd {fallen}").death


@st.composite
def components(draw: st.DrawFn, number: int) -> Component:
    """A prison term of any class and state, with its reduction and its suspension."""
    term = draw(terms)
    state = draw(st.sampled_from(SentenceState))
    parts = st.fractions(0, 1, max_denominator=12)
    return Component(
        ref=f"S-{number}",
        term=term,
        punishment_class=draw(st.sampled_from(PunishmentClass)),
        degree=draw(st.none() | st.integers(1, 8)),
        state=state,
        reduced_to=share(term, draw(parts)) if state in CHANGED else None,
        by_pardon=draw(st.none() | st.booleans()),
        suspended=draw(st.none() | parts.map(lambda part: share(term, part))),
        wholly_suspended=draw(st.booleans()),
        act=draw(st.sampled_from(["", "", "a"])),
    )


@st.composite
def judgments(draw: st.DrawFn) -> Judgment:
    count = draw(st.integers(0, 5))
    parts = tuple(draw(components(number)) for number in range(count))
    return Judgment("J-1", parts, draw(st.none() | partial_dates()))


@given(judgments())
def test_the_enforceable_term_never_exceeds_the_announced(one: Judgment):
    computed = enforceable(one)
    assert computed.at_most is None or computed.at_most.rank <= computed.announced.rank


@given(judgments())
def test_the_mildest_reading_is_never_above_the_harshest(one: Judgment):
    computed = enforceable(one)
    if computed.at_least is None or computed.at_most is None:
        assert computed.missing
    else:
        assert computed.at_least.rank <= computed.at_most.rank


@given(judgments())
def test_doubt_always_names_what_is_missing(one: Judgment):
    computed = enforceable(one)
    assert (computed.computed is None) == bool(computed.missing)


@given(judgments())
def test_every_step_has_its_words_in_both_languages(one: Judgment):
    computed = enforceable(one)
    assert len(computed.sentences()) == len(computed.sentences("fa")) == len(computed.reasons)


@given(judgments(), partial_dates())
def test_a_wider_date_of_the_judgment_never_narrows_the_answer(one: Judgment, when):
    narrow = enforceable(replace(one, on=when))
    wide = enforceable(replace(one, on=None))
    if narrow.at_least is not None and wide.at_least is not None:
        assert wide.at_least.rank <= narrow.at_least.rank
        assert narrow.at_most.rank <= wide.at_most.rank


TAZIR = st.builds(
    Component,
    ref=st.uuids().map(str),
    term=terms,
    punishment_class=st.just(PunishmentClass.TAZIR),
    degree=st.integers(1, 6),
    state=st.sampled_from([SentenceState.ISSUED, SentenceState.UPHELD, SentenceState.PARDONED]),
    wholly_suspended=st.booleans(),
)


@given(st.lists(TAZIR, min_size=1, max_size=5), TAZIR, st.sampled_from([AFTER_2020, UNDER_2013]))
def test_adding_a_lighter_component_never_changes_the_enforceable_term(
    parts: list[Component], lighter: Component, given: str
):
    heaviest = max(one.term.weight for one in parts)
    assume(lighter.term.weight < heaviest)
    before = enforceable(Judgment("J-1", tuple(parts), on(given)))
    after = enforceable(Judgment("J-1", (*parts, lighter), on(given)))
    assert before.computed == after.computed


def test_a_death_sentence_is_said_before_any_term_and_never_called_no_time():
    assert answer("death hadd").told() == "a death sentence"
    assert answer("death hadd").told("fa") == "اعدام"
    assert answer("death hadd | 5 y").told() == "a death sentence; beside it 5 years"
    assert (
        answer("death hadd | ? 18.6 years").told()
        == "a death sentence; the term beside it cannot be computed"
    )
    assert answer("5 y").told() == "5 years"


def test_a_conviction_whose_sentence_nobody_recorded_is_not_called_no_time_to_serve():
    untold = enforceable(Judgment("J-1", untold=True))
    assert untold.in_words() == "cannot be computed"
    assert untold.sentences()[0] == (
        "The exact term cannot be computed because a conviction is recorded and no sentence with it."
    )
    assert enforceable(Judgment("J-1")).in_words() == "no time to serve"
