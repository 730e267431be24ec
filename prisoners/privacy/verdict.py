"""Whether a person may be shown to an audience at all, why not, and how they are named there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from prisoners.privacy.consents import Standing, perhaps_dead, standing
from prisoners.privacy.policy import Columns, leads_to, strictest
from prisoners.vocabulary import Audience, ConsentScope, NamingRule, PublicationBasis

NO_BASIS = "no publication basis"
NO_RECORD = "withdrawn or merged into another record"
MUST_NOT_STORE = "the consent to keep the record was {}"
MUST_NOT_PUBLISH = "the consent to publish was {}"
MUST_NOT_SHARE = "the consent to share was {}"
CONSENT_NOT_CURRENT = "the basis is consent, and the consent is {}"
ENDED_BY_DEATH = "the consent ended with the death, and the family has not agreed"
NOT_COVERED = "no publication basis, or no consent that covers this audience"
"""What others are told of all who were left out for what was said or not: who refused is nobody else's business."""
LISTING_TELLS = "not named in full, and standing in this list would tell who it is"

CARRIES = frozenset(PublicationBasis) - {PublicationBasis.NONE, PublicationBasis.CONSENT}
"""Bases that are in the world without anybody's consent: said in public by the person or the family, or announced."""


def told_outside(people: Mapping[str, int]) -> dict[str, int]:
    """Why how many people were left out, as a file for others counts it.

    Two files that differ by one refusal would tell which prisoner, or whose family, spoke to the researchers.
    """
    told: dict[str, int] = {}
    for why, number in people.items():
        said = why if why in (NO_RECORD, LISTING_TELLS) else NOT_COVERED
        told[said] = told.get(said, 0) + number
    return told


@dataclass(frozen=True)
class Verdict:
    """What the gate decided about one person."""

    why_not: str = ""
    """Why the person does not leave; empty for one who does."""
    naming: NamingRule = NamingRule.FULL

    @property
    def leaves(self) -> bool:
        """Whether the person may be shown."""
        return not self.why_not

    def listed_by(self, columns: frozenset[Columns]) -> Verdict:
        """The verdict where standing in a list tells these columns: who is not to be known by them is left out."""
        if self.leaves and leads_to(self.naming) & columns:
            return Verdict(LISTING_TELLS, self.naming)
        return self


def judge(
    audience: Audience,
    prisoners: Iterable[Mapping[str, Any]],
    consents: Iterable[Mapping[str, Any]],
    today: dt.date,
    *,
    deaths: Iterable[Mapping[str, Any]],
    listed_by: frozenset[Columns] = frozenset(),
) -> dict[int, Verdict]:
    """What the gate decides about each person.

    `deaths`: of whom a death is reported, and when; `listed_by`: the columns that standing in the list tells.
    """
    answers: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for consent in consents:
        answers[consent["prisoner_id"]].append(consent)
    dead = perhaps_dead(deaths, today)
    return {
        row["id"]: verdict(
            audience, row, answers[row["id"]], today, perhaps_dead=row["id"] in dead
        ).listed_by(listed_by)
        for row in prisoners
    }


def verdict(
    audience: Audience,
    prisoner: Mapping[str, Any],
    consents: Iterable[Mapping[str, Any]],
    today: dt.date,
    *,
    perhaps_dead: bool,
) -> Verdict:
    """The strictest of publication basis, consents, what becomes of them with a death, and naming rule."""
    if prisoner["withdrawn"] or prisoner["merged_into"]:
        return Verdict(NO_RECORD)
    if audience is Audience.INTERNAL:
        return Verdict()
    answers = list(consents)
    said = {scope: standing(answers, scope, today, perhaps_dead=perhaps_dead) for scope in ConsentScope}
    basis = str(prisoner["basis"])
    naming = [str(prisoner["naming"])]
    if not _may_be_named(said[ConsentScope.USE_NAME], basis):
        naming.append(NamingRule.PSEUDONYM)
    return Verdict(_why_not(audience, basis, said), strictest(naming))


def _may_be_named(use_name: Standing, basis: str) -> bool:
    """Whether the name may be used where the naming rule allows it.

    A yes to the name that ended with the death is renewed by the family, unless the case was in the world without
    it: nobody loses the name under which the judiciary announced the death because they had once been asked.
    """
    if use_name is Standing.ENDED:
        return basis in CARRIES
    return not use_name.forbids and use_name is not Standing.EXPIRED


def _why_not(audience: Audience, basis: str, said: Mapping[ConsentScope, Standing]) -> str:
    store, publish, share = (
        said[scope] for scope in (ConsentScope.STORE, ConsentScope.PUBLISH, ConsentScope.SHARE)
    )
    if store.forbids:
        return MUST_NOT_STORE.format(store)
    if audience is Audience.PUBLIC:
        return MUST_NOT_PUBLISH.format(publish) if publish.forbids else _without_basis(basis, publish)
    if share.forbids:
        return MUST_NOT_SHARE.format(share)
    if share is Standing.GIVEN:
        return ""
    # Who does not want to be published is shown to advocates only where sharing was agreed to.
    return MUST_NOT_PUBLISH.format(publish) if publish.forbids else _without_basis(basis, publish, share)


def _without_basis(basis: str, publish: Standing, share: Standing = Standing.NONE) -> str:
    """Why nothing carries: neither a consent that counts for this audience nor a basis; empty where one does."""
    if publish is Standing.GIVEN or basis in CARRIES:
        return ""
    if Standing.ENDED in (publish, share):
        return ENDED_BY_DEATH
    rests_on_it = basis == PublicationBasis.CONSENT or publish is Standing.EXPIRED
    return CONSENT_NOT_CURRENT.format(publish) if rests_on_it else NO_BASIS
