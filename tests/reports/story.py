"""A small invented story for reports: twelve people, three prisons, partial dates, appeals, sources that repeat."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from prisoners.records.activities import PrisonerActivity
from prisoners.records.beneficiaries import Beneficiary
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.citations import Citation
from prisoners.records.consents import Consent
from prisoners.records.courts import Court
from prisoners.records.health import Health
from prisoners.records.interventions import Intervention
from prisoners.records.judgments import Judgment
from prisoners.records.offences import Offence
from prisoners.records.officials import Official
from prisoners.records.prisons import Prison
from prisoners.records.sentences import Sentence
from prisoners.records.sources import Source
from prisoners.store.engine import create_registry
from prisoners.store.unit import Unit
from tests.builders import make_event, make_prisoner
from tests.queries.world import on_day

TODAY = dt.date(2024, 6, 1)
LAST_DAY = "2024-05-20"
OPEN = {"basis": "already_public"}


def make_story(where: Path) -> Path:
    """The registry of the story, entered on three days."""
    create_registry(where).close()
    with on_day(where, "2023-01-10", because="the reference lists") as unit:
        _lists(unit)
    with on_day(where, "2023-06-01", because="the news of a year") as unit:
        _neda(unit)
        _kaveh(unit)
        _others(unit)
    with on_day(where, LAST_DAY, because="this spring") as unit:
        _spring(unit)
        _interventions(unit)
    return where


def _lists(unit: Unit) -> None:
    for english, persian, province in (
        ("Evin", "اوین", "tehran"),
        ("Adelabad", "عادل‌آباد", "fars"),
        ("Qarchak", "قرچک", "tehran"),
    ):
        unit.add(Prison, {"name_en": english, "name_fa": persian, "province": province, "kind": "prison"})
    court = {"kind": "revolutionary", "name_en": "Branch 26 of Tehran", "name_fa": "شعبه ۲۶ تهران"}
    unit.add(Court, court | {"city": "Tehran"})
    unit.add(Official, {"name_en": "Karim Sangdel", "name_fa": "کریم سنگدل"})
    unit.add(Official, {"name_en": "Bahman Talkhkam", "name_fa": "بهمن تلخکام"})
    for article, wording in (("500", "propaganda against the state"), ("279", "enmity against God")):
        unit.add(
            Offence,
            {"law": "IPC75", "year": "1375", "article": article, "name_en": wording, "name_fa": wording},
        )
    for outlet, repeats in (("Bidar News", None), ("Sepidar Weekly", 1), ("Roshan Reports", None)):
        unit.add(
            Source,
            {
                "kind": "hr_org_report",
                "outlet": outlet,
                "url": f"https://{outlet.split()[0].lower()}.example/1",
                "reliability": "B",
                "derived_from": repeats,
            },
        )
    unit.add(Source, {"kind": "family", "outlet": "the sister of Neda", "reliability": "A"})


def _neda(unit: Unit) -> None:
    """P-0001: a woman in Evin, sentenced by a judge whom two independent sources name."""
    facts = {"gender": "female", "born": "1989-05-04", "ethnicity": "kurdish", "religion": "sunni"}
    neda = make_prisoner(
        unit, "Neda Zarbaf", "ندا زرباف", **facts, **OPEN, summary="A teacher of the valley."
    )
    case = add(unit, Case, prisoner_id=neda, stage="enforcement", arrested_on="2022-09-16")
    charge = add(unit, Charge, case_id=case, offence_id=1, state="convicted")
    judgment = add(
        unit, Judgment, case_id=case, court_id=1, judge_id=1, given_on="2022-12-01", outcome="convicted"
    )
    add(
        unit, Sentence, judgment_id=judgment, charge_id=charge, kind="prison", years=5, months=6,
        official_release="2028-03-16",
    )  # fmt: skip
    make_event(unit, neda, "arrest", "2022-09-16", status="detained_investigation", prison_id=1)
    make_event(unit, neda, "enforcement_start", "2023-01-10", status="imprisoned_serving", prison_id=1)
    add(unit, PrisonerActivity, prisoner_id=neda, activity="teacher")
    for source in (1, 2, 3):
        cite(unit, neda, source, "judgments", judgment, "judge_id")
    cite(unit, neda, 4, "prisoners", neda, None)
    add(unit, Health, prisoner_id=neda, kind="cancer", summary="SEALED-illness", level="sealed")


def _kaveh(unit: Unit) -> None:
    """P-0002: under a sentence of death, of a judge named by one source and by another that repeats it."""
    kaveh = make_prisoner(unit, "Kaveh Rostami", "کاوه رستمی", gender="male", born="1990", **OPEN)
    case = add(unit, Case, prisoner_id=kaveh, stage="final", arrested_on="1401")
    charge = add(unit, Charge, case_id=case, offence_id=2, state="convicted")
    add(unit, Charge, case_id=case, offence_id=1, state="dropped")
    judgment = add(unit, Judgment, case_id=case, judge_id=2, given_on="2023-02-01", outcome="convicted")
    add(unit, Sentence, judgment_id=judgment, charge_id=charge, kind="death")
    make_event(unit, kaveh, "arrest", "1401", status="detained_investigation", prison_id=2)
    make_event(unit, kaveh, "status_reported", "2023-02-01", status="imprisoned_serving", prison_id=2)
    cite(unit, kaveh, 1, "judgments", judgment, "judge_id")
    cite(unit, kaveh, 2, "judgments", judgment, None)


def _others(unit: Unit) -> None:
    """P-0003 … P-0010: every way in which somebody is named, or not."""
    omid = make_prisoner(unit, "Omid Pirouz", "امید پیروز", gender="male", born="2007-01-01", **OPEN)
    make_event(unit, omid, "arrest", "spring 1402", status="detained_investigation", prison_id=2)
    zhaleh = make_prisoner(unit, None, "ژاله گلستان", gender="female", other_nationality="German", **OPEN)
    make_event(unit, zhaleh, "arrest", "2022-11-20", status="detained_investigation", prison_id=3)
    make_event(unit, zhaleh, "hunger_strike_start", "2023-05-01", summary="She eats nothing.")
    make_event(unit, zhaleh, "contact_denied", "2023-05-02")
    silent = make_prisoner(unit, "Roya Sahraei", "رویا صحرایی", gender="female", note="CANARY-note")
    make_event(unit, silent, "arrest", "2023-01-01", status="detained_investigation", prison_id=3)
    masked = make_prisoner(
        unit, "Babak Arjmand", "بابک ارجمند", gender="male", born="1975", naming="pseudonym", **OPEN
    )
    make_event(
        unit, masked, "arrest", "2023-03", status="detained_investigation", place="the house of MASKEDPLACE"
    )
    add(unit, Case, prisoner_id=masked, stage="investigation", file_number="MASKED-NUMBER")
    agreed = make_prisoner(unit, "Parvin Moradbakhsh", "پروین مرادبخش", gender="female", basis="consent")
    make_event(unit, agreed, "arrest", "2023-02-02", status="detained_investigation", prison_id=3)
    for scope in ("share", "publish", "receive_letters"):
        add(unit, Consent, prisoner_id=agreed, subject="family", given_by="SEALED-giver", scope=scope)
    free = make_prisoner(unit, "Shirin Hamidi", "شیرین حمیدی", gender="female", born="1980", **OPEN)
    make_event(unit, free, "arrest", "2022-10-01", status="detained_investigation", prison_id=1)
    make_event(unit, free, "release", "2023-04-10", status="released_pardon", prison_id=1)
    dateless = make_prisoner(unit, "Ardeshir Kohan", "اردشیر کهن", gender="male", **OPEN)
    make_event(unit, dateless, "status_reported", None, status="imprisoned_serving", prison_id=1)
    make_prisoner(unit, "Laleh Bayat", "لاله بیات", **OPEN)


def _spring(unit: Unit) -> None:
    """P-0011 is new; somebody is released, somebody falls ill."""
    make_event(unit, 7, "medical_event", "2024-04-01", summary="Taken to a hospital.")
    make_event(unit, 3, "release", "2024-03-25", status="on_bail", amount=50)
    new = make_prisoner(unit, "Yasaman Darya", "یاسمن دریا", gender="female", born="2001", **OPEN)
    make_event(unit, new, "arrest", "2024-05-01", status="detained_investigation", prison_id=1)
    make_event(unit, new, "medical_event", "2024-05-10", summary="Taken to a hospital.")


def _interventions(unit: Unit) -> None:
    letter = add(
        unit, Intervention, kind="letter", title="Letter about teachers", addressee="the Foreign Office",
        made_on="2022-11-01", response="pledge", response_words="We will ask.", impact="minor",
        signers="CANARY-signers", note="CANARY-effort",
    )  # fmt: skip
    for person, answer in ((1, "She is well, they say."), (5, None), (6, None)):
        add(unit, Beneficiary, intervention_id=letter, prisoner_id=person, answer=answer)
    secret = add(unit, Intervention, kind="meeting", title="About nobody who is shown", made_on="2023-01-01")
    add(unit, Beneficiary, intervention_id=secret, prisoner_id=5)


def cite(unit: Unit, person: int, source: int, table: str, row: int, field: str | None) -> None:
    """A source bears a record or one field of it."""
    add(
        unit, Citation, source_id=source, prisoner_id=person, about_table=table, about_row=row, field=field,
        credibility="likely",
    )  # fmt: skip


def add(unit: Unit, record: Any, **facts: object) -> int:
    """Add one row; returns its number."""
    return int(unit.add(record, facts).id)
