"""All tables in the order in which they can be made: what is recorded, and what keeps the books."""

from __future__ import annotations

from sqlmodel import SQLModel

from prisoners.records.activities import PrisonerActivity
from prisoners.records.beneficiaries import Beneficiary
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.citations import Citation
from prisoners.records.consents import Consent
from prisoners.records.contacts import Contact
from prisoners.records.courts import Court
from prisoners.records.estimates import Estimate
from prisoners.records.events import Event
from prisoners.records.exports import Export
from prisoners.records.external_ids import ExternalId
from prisoners.records.files import File
from prisoners.records.follow_ups import FollowUp
from prisoners.records.form import Row
from prisoners.records.health import Health
from prisoners.records.history import Change, Counter, Erasure, FieldName, Headline, NameKey, Registry, Seal
from prisoners.records.interventions import Intervention
from prisoners.records.judgments import Judgment
from prisoners.records.names import Name
from prisoners.records.not_the_same import NotTheSame
from prisoners.records.offences import Offence
from prisoners.records.officials import Official
from prisoners.records.postings import Posting
from prisoners.records.prisoners import Prisoner
from prisoners.records.prisons import Prison
from prisoners.records.relations import Relation
from prisoners.records.sentences import Sentence
from prisoners.records.sources import Source
from prisoners.records.updates import OpenUpdate, Update

RECORDED: tuple[type[Row], ...] = (
    Prison,
    Court,
    Official,
    Posting,
    Offence,
    Source,
    Prisoner,
    Name,
    PrisonerActivity,
    Case,
    Charge,
    Judgment,
    Sentence,
    Event,
    Citation,
    Relation,
    Contact,
    Health,
    File,
    Consent,
    Intervention,
    Beneficiary,
    FollowUp,
    ExternalId,
    NotTheSame,
    Export,
    Estimate,
)
"""Tables whose every change is a line of the history, parents before children."""

BOOKS: tuple[type[SQLModel], ...] = (
    Registry,
    Counter,
    FieldName,
    Update,
    OpenUpdate,
    Change,
    Seal,
    Erasure,
    Headline,
    NameKey,
)
"""Tables that keep the history itself, and what is derived."""

BY_NAME: dict[str, type[Row]] = {str(row.__tablename__): row for row in RECORDED}
