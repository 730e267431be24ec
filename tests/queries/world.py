"""A little invented world with the variety of the field, for the tests of questions."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prisoners.records.activities import PrisonerActivity
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.citations import Citation
from prisoners.records.consents import Consent
from prisoners.records.contacts import Contact
from prisoners.records.courts import Court
from prisoners.records.external_ids import ExternalId
from prisoners.records.health import Health
from prisoners.records.judgments import Judgment
from prisoners.records.offences import Offence
from prisoners.records.officials import Official
from prisoners.records.prisoners import Prisoner
from prisoners.records.prisons import Prison
from prisoners.records.relations import Relation
from prisoners.records.sentences import Sentence
from prisoners.records.sources import Source
from prisoners.store.engine import create_registry, writing
from prisoners.store.unit import Unit, unit_of_work
from tests.builders import make_event, make_prisoner

TODAY = dt.date(2026, 3, 21)


@contextmanager
def on_day(
    where: Path | sqlite3.Connection, day: str, *, by: str = "Sara", because: str = "a test"
) -> Iterator[Unit]:
    """One update made at noon of a day."""
    moment = dt.datetime.fromisoformat(f"{day}T12:00:00+00:00")
    with (
        writing(where) as session,
        unit_of_work(session, by=by, because=because, clock=lambda: moment) as unit,
    ):
        yield unit


def make_world(where: Path) -> Path:
    """A registry of eight invented people, entered over four years by two researchers."""
    create_registry(where).close()
    with on_day(where, "2022-10-01", because="the reference lists") as unit:
        _lists(unit)
    with on_day(where, "2022-10-02", because="S-0001") as unit:
        _neda(unit)
    with on_day(where, "2023-05-01") as unit:
        _others(unit)
    with on_day(where, "2024-02-01", by="Lida", because="the family told us") as unit:
        make_event(unit, 1, "furlough_start", "2024-01-20", until="2024-02-20", status="furlough")
        unit.amend(unit.get(Prisoner, 1), occupation="teacher and translator")
    return where


def _lists(unit: Unit) -> None:
    evin = {"name_en": "Evin", "name_fa": "اوین", "aliases_en": "Evin Prison", "province": "tehran"}
    unit.add(Prison, evin | {"kind": "prison"})
    closed = {
        "name_en": "Rajai Shahr",
        "name_fa": "رجایی شهر",
        "aliases_en": "Gohardasht",
        "province": "alborz",
    }
    unit.add(Prison, closed | {"kind": "prison", "closed_on": "2023-08-08", "successor_id": 1})
    unit.add(Court, {"kind": "revolutionary", "name_en": "Revolutionary Court of Tehran", "city": "Tehran"})
    unit.add(Official, {"name_en": "Karim Sangdel", "name_fa": "کریم سنگدل"})
    for article, wording in (("500", "propaganda against the state"), ("610", "assembly and collusion")):
        unit.add(Offence, {"law": "IPC75", "year": "1375", "article": article, "name_en": wording})
    source = {"kind": "hr_org_report", "outlet": "Bidar News", "url": "https://bidar.example/1"}
    unit.add(Source, source | {"reliability": "B"})


def _neda(unit: Unit) -> None:
    """P-0001: a full case, with everything that is sealed."""
    facts = {"father": "Rostam", "gender": "female", "born": "1989-05-04", "birthplace": "Sanandaj"}
    number = make_prisoner(
        unit,
        "Neda Zarbaf",
        "ندا زرباف",
        **facts,
        ethnicity="kurdish",
        occupation="teacher",
        basis="already_public",
    )
    case = _row(unit, Case, prisoner_id=number, stage="enforcement", arrested_on="25 Shahrivar 1401")
    charge = _row(unit, Charge, case_id=case, offence_id=2, state="convicted")
    judgment = _row(
        unit,
        Judgment,
        case_id=case,
        court_id=1,
        judge_id=1,
        given_on="2022-12-01",
        branch="26",
        outcome="convicted",
    )
    _row(unit, Sentence, judgment_id=judgment, charge_id=charge, kind="prison", years=5, months=6)
    make_event(
        unit, number, "arrest", "25 Shahrivar 1401", status="detained_investigation", prison_id=1, ward="209"
    )
    make_event(
        unit, number, "enforcement_start", "2023-01-10", status="imprisoned_serving", prison_id=1, ward="8"
    )
    _row(unit, PrisonerActivity, prisoner_id=number, activity="teacher")
    _row(unit, Citation, source_id=1, prisoner_id=number, about_table="prisoners", about_row=number)
    _row(unit, ExternalId, prisoner_id=number, list_name="bidar", number="5081")
    _row(unit, Consent, prisoner_id=number, subject="family", given_by="SEALED-giver", scope="share")
    _row(unit, Contact, prisoner_id=number, kind="mobile", value="SEALED-number")
    _row(unit, Relation, prisoner_id=number, kind="mother", name="SEALED-mother")
    _row(unit, Health, prisoner_id=number, kind="cancer", summary="SEALED-illness", level="sealed")


def _others(unit: Unit) -> None:
    omid = make_prisoner(
        unit, "Omid Pirouz", "امید پیروز", gender="male", born="1368", father="Bahram"
    )  # P-0002
    make_event(unit, omid, "arrest", "spring 1402", status="detained_investigation", prison_id=2)
    zhaleh = make_prisoner(unit, None, "ژاله گلستان", gender="female", born="about 1985")  # P-0003
    make_event(
        unit, zhaleh, "arrest", "2019-11-20", status="detained_investigation", place="somewhere in Kerman"
    )
    make_event(unit, zhaleh, "release", "2020-03-01", status="released_pardon")
    babak = make_prisoner(unit, "Babak Arjmand", "بابک ارجمند", gender="male", religion="bahai")  # P-0004
    case = _row(unit, Case, prisoner_id=babak, stage="final")
    _row(unit, Charge, case_id=case, quoted="insulting the leader")
    judgment = _row(unit, Judgment, case_id=case, given_on="2021")
    _row(unit, Sentence, judgment_id=judgment, kind="death")
    make_event(unit, babak, "status_reported", None, status="imprisoned_serving", prison_id=1)
    make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", father="Kaveh")  # P-0005, of the same name
    merged = make_prisoner(unit, "Omid Pirooz", None)  # P-0006, merged into P-0002
    unit.amend(unit.get(Prisoner, merged), merged_into=omid)
    wrong = make_prisoner(unit, "Parvin Moradbakhsh", "پروین مرادبخش")  # P-0007, entered in error
    unit.amend(unit.get(Prisoner, wrong), withdrawn=True)
    make_prisoner(unit, "Mohammad Ali Kamangar", "محمدعلی کمانگر", other_nationality="French")  # P-0008


def _row(unit: Unit, record: Any, **facts: object) -> int:
    return int(unit.add(record, facts).id)
