"""Whether a person may be shown to an audience at all, why not, and how they are named there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from prisoners.privacy.consents import Standing, standing
from prisoners.privacy.policy import Columns, leads_to, strictest
from prisoners.vocabulary import Audience, ConsentScope, NamingRule, PublicationBasis

NO_BASIS = "no publication basis"
NO_RECORD = "withdrawn or merged into another record"
MUST_NOT_STORE = "the consent to keep the record was {}"
MUST_NOT_PUBLISH = "the consent to publish was {}"
MUST_NOT_SHARE = "the consent to share was {}"
CONSENT_NOT_CURRENT = "the basis is consent, and the consent is {}"
LISTING_TELLS = "not named in full, and standing in this list would tell who it is"


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


def verdict(
    audience: Audience, prisoner: Mapping[str, Any], consents: Iterable[Mapping[str, Any]], today: dt.date
) -> Verdict:
    """The strictest of publication basis, consents and naming rule."""
    if prisoner["withdrawn"] or prisoner["merged_into"]:
        return Verdict(NO_RECORD)
    if audience is Audience.INTERNAL:
        return Verdict()
    answers = list(consents)
    said = {scope: standing(answers, scope, today) for scope in ConsentScope}
    why_not = _why_not(audience, str(prisoner["basis"]), said)
    naming = [str(prisoner["naming"])]
    if said[ConsentScope.USE_NAME].forbids or said[ConsentScope.USE_NAME] is Standing.EXPIRED:
        naming.append(NamingRule.PSEUDONYM)
    return Verdict(why_not, strictest(naming))


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
    return MUST_NOT_PUBLISH.format(publish) if publish.forbids else _without_basis(basis, publish)


def _without_basis(basis: str, publish: Standing) -> str:
    """Why the basis alone does not carry, empty where it does."""
    if publish is Standing.GIVEN:
        return ""
    if basis == PublicationBasis.CONSENT:
        return CONSENT_NOT_CURRENT.format(publish)
    known = set(PublicationBasis) - {PublicationBasis.NONE}
    return "" if basis in known else NO_BASIS
