"""Every basis against every consent, for every audience."""

import datetime as dt
from itertools import product

import pytest

from prisoners.privacy import verdict as verdicts
from prisoners.privacy.verdict import (
    CONSENT_NOT_CURRENT,
    ENDED_BY_DEATH,
    LISTING_TELLS,
    NO_BASIS,
    NO_RECORD,
    NOT_COVERED,
    Verdict,
    told_outside,
)
from prisoners.vocabulary import Audience, NamingRule, PublicationBasis

TODAY = dt.date(2024, 3, 20)
PAST = "2020-01-01 2020-01-01 2020-01-01|gregorian|2020-01-01"
STATES = {
    "none": None,
    "given": {},
    "refused": {"refused": 1},
    "expired": {"until": PAST},
    "taken back": {"withdrawn_on": PAST},
}
NOES = ("refused", "taken back")


def verdict(audience, person, answers, today, *, perhaps_dead=False):
    return verdicts.verdict(audience, person, answers, today, perhaps_dead=perhaps_dead)


def prisoner(basis="none", naming="full", **facts):
    return {"basis": basis, "naming": naming, "withdrawn": 0, "merged_into": None} | facts


def consents(**states):
    empty = {"subject": "family", "given_by": None, "refused": 0, "withdrawn": 0}
    empty |= {"given_on": None, "until": None, "withdrawn_on": None, "after_death": 0}
    return [
        empty | {"scope": scope} | STATES[state]
        for scope, state in states.items()
        if STATES[state] is not None
    ]


@pytest.mark.parametrize(("basis", "publish"), list(product(PublicationBasis, STATES)))
def test_the_public_sees_whom_a_basis_or_a_consent_covers_and_nobody_who_said_no(basis, publish):
    allowed = publish == "given" or (basis not in ("none", "consent") and publish not in NOES)
    judged = verdict(Audience.PUBLIC, prisoner(basis), consents(publish=publish), TODAY)
    assert judged.leaves is allowed
    assert (judged.why_not == "") is allowed


@pytest.mark.parametrize(("basis", "publish", "share"), list(product(PublicationBasis, STATES, STATES)))
def test_advocates_see_whom_a_basis_or_the_consent_to_share_covers(basis, publish, share):
    public = publish == "given" or (basis not in ("none", "consent") and publish not in NOES)
    allowed = share not in NOES and (share == "given" or public)
    judged = verdict(Audience.ADVOCATES, prisoner(basis), consents(publish=publish, share=share), TODAY)
    assert (judged.why_not == "") is judged.leaves is allowed


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.ADVOCATES])
@pytest.mark.parametrize("state", NOES)
def test_whoever_may_not_be_kept_is_shown_to_nobody_outside(audience, state):
    agreed = consents(store=state, publish="given", share="given")
    assert "keep the record" in verdict(audience, prisoner("already_public"), agreed, TODAY).why_not


def test_the_house_itself_sees_everybody_by_name():
    judged = verdict(Audience.INTERNAL, prisoner(naming="anonymous"), consents(store="refused"), TODAY)
    assert judged == Verdict()


@pytest.mark.parametrize("facts", [{"withdrawn": 1}, {"merged_into": 7}])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_record_that_no_longer_counts_is_shown_to_nobody(audience, facts):
    assert verdict(audience, prisoner("already_public", **facts), [], TODAY).why_not == NO_RECORD


@pytest.mark.parametrize("basis", ["consent", "none"])
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.ADVOCATES])
def test_of_a_consent_that_has_run_out_that_is_said_and_not_that_there_is_no_basis(audience, basis):
    why = verdict(audience, prisoner(basis), consents(publish="expired"), TODAY).why_not
    assert why == CONSENT_NOT_CURRENT.format("expired")


def test_a_basis_that_nobody_knows_is_none():
    assert verdict(Audience.PUBLIC, prisoner("hearsay"), [], TODAY).why_not == NO_BASIS


@pytest.mark.parametrize(
    ("naming", "use_name", "shown"),
    [
        ("full", "none", NamingRule.FULL),
        ("full", "given", NamingRule.FULL),
        ("full", "refused", NamingRule.PSEUDONYM),
        ("full", "taken back", NamingRule.PSEUDONYM),
        ("full", "expired", NamingRule.PSEUDONYM),
        ("initials", "given", NamingRule.INITIALS),
        ("initials", "refused", NamingRule.PSEUDONYM),
        ("anonymous", "refused", NamingRule.ANONYMOUS),
    ],
)
def test_the_name_is_used_as_rule_and_consent_allow(naming, use_name, shown):
    judged = verdict(Audience.PUBLIC, prisoner("already_public", naming), consents(use_name=use_name), TODAY)
    assert judged.naming is shown


def asked_of(subject, *scopes, **facts):
    return [answer | {"subject": subject} | facts for answer in consents(**dict.fromkeys(scopes, "given"))]


@pytest.mark.parametrize("subject", ["person", "lawyer", "guardian", "representative"])
@pytest.mark.parametrize(
    ("audience", "scope"),
    [(Audience.PUBLIC, "publish"), (Audience.ADVOCATES, "share"), (Audience.ADVOCATES, "publish")],
)
def test_what_the_person_or_who_spoke_for_them_agreed_to_ends_with_the_death(audience, scope, subject):
    for basis in ("none", "consent"):
        of_them = asked_of(subject, scope)
        assert verdict(audience, prisoner(basis), of_them, TODAY).leaves
        assert verdict(audience, prisoner(basis), of_them, TODAY, perhaps_dead=True).why_not == ENDED_BY_DEATH
        with_family = [*of_them, *asked_of("family", scope)]
        assert verdict(audience, prisoner(basis), with_family, TODAY, perhaps_dead=True).leaves
        for_good = asked_of(subject, scope, after_death=1)
        assert verdict(audience, prisoner(basis), for_good, TODAY, perhaps_dead=True).leaves
    assert verdict(audience, prisoner("official_announcement"), of_them, TODAY, perhaps_dead=True).leaves


def test_a_case_in_the_world_keeps_its_name_after_the_death_and_one_that_rests_on_consent_does_not():
    agreed = [*asked_of("person", "use_name"), *asked_of("family", "publish")]
    named = {
        basis: verdict(Audience.PUBLIC, prisoner(basis), agreed, TODAY, perhaps_dead=True).naming
        for basis in ("consent", "already_public")
    }
    assert named == {"consent": NamingRule.PSEUDONYM, "already_public": NamingRule.FULL}


def test_the_no_of_the_dead_outweighs_the_yes_of_the_family():
    answers = [*consents(publish="given"), consents(publish="refused")[0] | {"subject": "person"}]
    judged = verdict(Audience.PUBLIC, prisoner("already_public"), answers, TODAY, perhaps_dead=True)
    assert judged.why_not == "the consent to publish was refused"


def test_who_is_masked_stands_in_no_list_that_tells_who_it_is():
    born, charge = frozenset({("prisoners", "born")}), frozenset({("charges", "offence_id")})
    masked, named = Verdict(naming=NamingRule.PSEUDONYM), Verdict()
    assert masked.listed_by(born) == Verdict(LISTING_TELLS, NamingRule.PSEUDONYM)
    assert (masked.listed_by(charge), named.listed_by(born)) == (masked, named)
    kept_back = Verdict(NO_BASIS, NamingRule.PSEUDONYM)
    assert kept_back.listed_by(born) == kept_back


def test_others_are_told_how_many_are_left_out_and_of_nobody_that_they_refused():
    counted = {NO_BASIS: 3, "the consent to publish was refused": 1, ENDED_BY_DEATH: 1, NO_RECORD: 2}
    assert told_outside(counted) == {NOT_COVERED: 5, NO_RECORD: 2}
    assert told_outside({LISTING_TELLS: 4}) == {LISTING_TELLS: 4}
