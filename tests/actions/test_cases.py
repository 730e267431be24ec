"""Cases, charges recognised in either script, judgments, and sentences read as people write them."""

from __future__ import annotations

import pytest

from prisoners.actions import cases, prisoners
from prisoners.errors import (
    AheadOfToday,
    AmbiguousInCatalogue,
    FormNotRight,
    NoneYet,
    NotInCatalogue,
    OfAnotherPerson,
    PartLongerThanWhole,
    RowWithdrawn,
    WhichOne,
)
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.courts import Court
from prisoners.records.offences import Offence


@pytest.fixture
def case(act) -> int:
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf"], {})
        return cases.open_case(
            unit, person.id, {"file_number": "9909977121100770", "arrested": "1 Mehr 1401"}
        ).id


def article(unit, charge):
    offence = unit.get(Offence, charge.offence_id)
    return f"{offence.law}-{offence.article}"


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        pytest.param("IPC75-610", None, id="law and article"),
        pytest.param("610", None, id="article alone"),
        pytest.param("مادهٔ ۶۱۰", None, id="article in Persian"),
        pytest.param("art. 610", None, id="article as cited"),
        pytest.param(
            "Assembly and collusion against national security",
            "Assembly and collusion against national security",
            id="English press",
        ),
        pytest.param("اجتماع و تبانی", "اجتماع و تبانی", id="Persian press"),
    ],
)
def test_an_offence_is_known_by_article_and_by_what_the_press_calls_it(act, case, typed, quoted):
    with act() as unit:
        charge = cases.lay_charge(unit, case, {"offence": typed})
        assert (article(unit, charge), charge.quoted) == ("IPC75-610", quoted)


def test_an_accusation_without_an_article_is_kept_in_its_words(act, case):
    with act() as unit:
        charge = cases.lay_charge(unit, case, {"offence": "contact with foreign broadcasters"})
        assert (charge.offence_id, charge.quoted) == (None, "contact with foreign broadcasters")


def test_an_article_that_no_law_has_is_refused(act, case):
    with pytest.raises(NotInCatalogue), act() as unit:
        cases.lay_charge(unit, case, {"offence": "IPC75-9999"})


def test_an_article_that_several_laws_have_is_asked(act, case):
    with act() as unit:
        unit.add(Offence, {"law": "XYZ99", "article": "610", "name_en": "something else"})
        with pytest.raises(AmbiguousInCatalogue, match="OF-"):
            cases.lay_charge(unit, case, {"offence": "610"})
        assert article(unit, cases.lay_charge(unit, case, {"offence": "IPC75-610"})) == "IPC75-610"


def test_the_version_of_an_article_in_force_on_the_day_of_the_act_is_meant(act, case):
    with act() as unit:
        now = cases.offence_meant(unit, "IPC75-610")
        unit.amend(unit.get(Offence, now), valid_until="2020-01-01")
        later = unit.add(
            Offence, {"law": "IPC75", "article": "610", "name_en": "newer", "valid_from": "2020-01-02"}
        )
        assert cases.lay_charge(unit, case, {"offence": "610", "act": "1395"}).offence_id == now
        assert cases.lay_charge(unit, case, {"offence": "610", "act": "1400"}).offence_id == later.id


def test_a_charge_needs_an_offence_or_words(act, case):
    with pytest.raises(FormNotRight, match="quoted wording"), act() as unit:
        cases.lay_charge(unit, case, {"offence": " ", "state": "alleged"})


def test_a_charge_that_replaces_another_marks_it_as_changed(act, case):
    with act() as unit:
        first = cases.lay_charge(unit, case, {"offence": "500"})
        second = cases.lay_charge(
            unit, case, {"offence": "610", "state": "convicted", "changed_from": "CH-0001"}
        )
        assert (unit.get(Charge, first.id).state, second.instead_of) == ("changed", first.id)


def test_a_charge_of_another_person_cannot_be_the_one_replaced(act, case):
    with act() as unit:
        cases.lay_charge(unit, case, {"offence": "500"})
        other = cases.open_case(unit, prisoners.add(unit, ["Omid Sangi"], {}).id, {})
        with pytest.raises(OfAnotherPerson, match="P-0001"):
            cases.lay_charge(unit, other.id, {"offence": "610", "changed_from": "CH-0001"})


def test_amending_a_charge_recognises_the_offence_too(act, case):
    with act() as unit:
        charge = cases.lay_charge(unit, case, {"offence": "some words"})
        cases.amend_charge(unit, charge.id, {"offence": "500", "state": "acquitted"})
        assert (article(unit, charge), charge.quoted, charge.state) == (
            "IPC75-500",
            "some words",
            "acquitted",
        )


def test_the_only_case_or_judgment_of_a_person_is_the_one_meant(act, case):
    with act() as unit:
        assert cases.only_one(unit.rows, "cases", 1) == case
        with pytest.raises(NoneYet, match="P-0001 has no judgment"):
            cases.only_one(unit.rows, "judgments", 1)
        cases.record_judgment(unit, case, {})
        assert cases.only_one(unit.rows, "judgments", 1) == 1
        cases.open_case(unit, 1, {})
        with pytest.raises(WhichOne, match="several cases: C-0001, C-0002"):
            cases.only_one(unit.rows, "cases", 1)


def test_a_judgment_takes_the_branch_of_its_court(act, case):
    with act() as unit:
        unit.session.flush()
        own = cases.record_judgment(
            unit, case, {"court": "Branch 5 of the prosecutor's office of Tehran", "on": "1402"}
        )
        said = cases.record_judgment(unit, case, {"court": "Revolutionary Court of Tehran", "branch": "15"})
        assert (own.branch, said.branch) == ("5", "15")


def test_a_judgment_cannot_have_been_given_tomorrow(act, case):
    with pytest.raises(AheadOfToday, match="given_on"), act() as unit:
        cases.record_judgment(unit, case, {"on": "2031-01-01"})


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("5 years and 6 months", (5, 6, None, False), id="English"),
        pytest.param("۵ سال و ۶ ماه", (5, 6, None, False), id="Persian"),
        pytest.param("two years and 7½ months", (2, 7, None, True), id="half a month"),
        pytest.param("1 y 40 d", (1, None, 40, False), id="forty days are not a month"),
    ],
)
def test_a_sentence_is_read_as_it_was_pronounced(act, case, text, term):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {})
        row = cases.impose(unit, judgment.id, {"term": text})
        assert (row.kind, row.years, row.months, row.days, row.half_month) == ("prison", *term)


def test_a_suspended_part_cannot_be_longer_than_the_whole(act, case):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {})
        row = cases.impose(
            unit, judgment.id, {"term": "2 years", "suspended_term": "6 months", "probation_years": "۳"}
        )
        assert (row.suspended_months, row.probation_years) == (6, 3)
        with pytest.raises(PartLongerThanWhole):
            cases.amend_sentence(unit, row.id, {"suspended_term": "3 years"})


def test_a_sentence_corrected_by_its_term_forgets_the_old_units(act, case):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {})
        row = cases.impose(unit, judgment.id, {"term": "2 years and 7½ months"})
        cases.amend_sentence(unit, row.id, {"term": "91 days", "state": "reduced"})
        assert (row.years, row.months, row.days, row.half_month) == (None, None, 91, False)
        cases.amend_sentence(unit, row.id, {"term": "", "kind": "death"})
        assert (row.kind, row.days) == ("death", None)


def test_a_fine_and_lashes_are_counted_in_the_digits_of_any_script(act, case):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {})
        fine = cases.impose(unit, judgment.id, {"kind": "fine", "amount": "۲۰٬۰۰۰٬۰۰۰", "currency": "IRR"})
        lashes = cases.impose(unit, judgment.id, {"kind": "lashes", "lashes": "74"})
        assert (fine.amount, lashes.lashes) == (20_000_000, 74)


def test_nothing_is_built_on_a_withdrawn_case(act, case):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {})
        unit.amend(judgment, withdrawn=True)
        with pytest.raises(RowWithdrawn):
            cases.impose(unit, judgment.id, {"kind": "life"})


def test_what_a_sentence_became_is_read_as_a_term(act, case):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {"reported_term": "یک سال و نیم"})
        assert (judgment.reported_years, judgment.reported_months) == (1, 6)
        row = cases.impose(
            unit, judgment.id, {"term": "5 years", "suspended_term": "two years and half a month"}
        )
        assert (row.suspended_years, row.suspended_half_month) == (2, True)
        changed = {
            "state": "commuted",
            "reduced_to": "۶ ماه",
            "becomes": "prison",
            "by_pardon": "yes",
            "act": "a",
        }
        cases.amend_sentence(unit, row.id, {**changed, "suspended_term": ""})
        assert (row.reduced_months, row.becomes, row.by_pardon, row.act) == (6, "prison", True, "a")
        cases.amend_judgment(unit, judgment.id, {"reported_term": "", "branch": "26"})
        assert (judgment.reported_years, judgment.branch) == (None, "26")


def test_the_text_in_force_at_the_arrest_is_meant_where_nothing_nearer_is_known(act, case):
    def years(charge):
        return unit.get(Offence, charge.offence_id).max_years

    with act() as unit:
        assert years(cases.lay_charge(unit, case, {"offence": "697", "act": "1398"})) == 1
        charge = cases.lay_charge(unit, case, {"offence": "697"})
        assert years(charge) is None, "the case began in 1401, after the law reducing imprisonment of 1399"
        unit.amend(charge, act_on="1398")
        assert years(cases.amend_charge(unit, charge.id, {"offence": "697"})) == 1
        unit.amend(unit.get(Case, case), arrested_on=None)
        with pytest.raises(
            AmbiguousInCatalogue, match=r"until 2020-05-11\); OF-\d+ IPC75 697 defamation \(since"
        ):
            cases.lay_charge(unit, case, {"offence": "697"})


@pytest.mark.parametrize(
    ("typed", "court", "branch"),
    [
        ({"court": "دادگاه انقلاب تهران شعبه ۳"}, "Revolutionary Court of Tehran", "۳"),
        ({"court": "دادگاه انقلاب تهران شعبه ۱۵"}, "Branch 15 of the Revolutionary Court of Tehran", "15"),
        ({"court": "دادگاه انقلاب تهران", "branch": "۷"}, "Revolutionary Court of Tehran", "۷"),
    ],
)
def test_a_court_may_be_typed_with_its_branch(act, case, typed, court, branch):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, typed | {"outcome": "convicted"})
        assert (unit.get(Court, judgment.court_id).name_en, judgment.branch) == (court, branch)


def test_a_branch_of_a_court_that_nobody_knows_is_still_asked_about(act, case):
    with pytest.raises(NotInCatalogue), act() as unit:
        cases.record_judgment(unit, case, {"court": "دادگاه نامعلوم شعبه ۳"})


@pytest.mark.parametrize(
    ("typed", "kind"),
    [({"term": "5 years"}, "prison"), ({"lashes": "74"}, "lashes"), ({"amount": "500"}, "fine")],
)
def test_the_kind_of_a_punishment_follows_from_its_only_measure(act, case, typed, kind):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {"outcome": "convicted"})
        assert cases.impose(unit, judgment.id, typed).kind == kind


def test_a_punishment_without_kind_and_measure_is_refused(act, case):
    with act() as unit:
        judgment = cases.record_judgment(unit, case, {"outcome": "convicted"})
        with pytest.raises(FormNotRight, match="kind"):
            cases.impose(unit, judgment.id, {"place": "Zahedan"})
