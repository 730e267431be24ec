"""What is due: deadlines of the law, furloughs, releases and executions that are near or over."""

from __future__ import annotations

from prisoners.queries.due import due
from prisoners.queries.dues import DESK, NO_NEWS, Asked, Due, DueKind, DueState
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.speech import Lang
from prisoners.reports.table import Table
from prisoners.vocabulary import Audience

WITHIN = 30
"""Days ahead."""
KEYS = (
    "due_on", "how_due", "kind_of_due", "law", "reference", "name", "name_persian", "status", "status_grade", "prison",
    "record", "words",
)  # fmt: skip


def deadlines(material: Material) -> list[Table]:
    """What is due for people who may be shown; our own chores and the working of the law stay inside."""
    inside = material.audience is Audience.INTERNAL
    asked = Asked(material.on, within=WITHIN, people=frozenset(material.people.shown))
    found = [
        one
        for one in due(material.then, asked)
        if one.person in material.people.shown and (inside or not (one.kind in DESK or _long_ago(one)))
    ]
    on = material.speech.day(material.on)
    said = material.speech.said("due_within", on=on, days=material.speech.number(WITHIN))
    rows = [_row(material, one, inside=inside) for one in found]
    return [material.table("deadlines", KEYS, rows, "dues", said, [material.speech.said("due_by_law")])]


def _long_ago(one: Due) -> bool:
    """Whether it is a hunger strike that can hardly go on, of which nobody reported the end: our own chore."""
    return one.kind is DueKind.HUNGER_STRIKE and one.days is not None and one.days < -NO_NEWS


def _row(material: Material, one: Due, *, inside: bool) -> Row:
    """What is due about whom, and until when; its working in a sentence is for researchers alone."""
    person, speech = one.person or 0, material.speech
    last = None if one.last_day is None or one.last_day.is_open else one.last_day
    days = dict.fromkeys(map(speech.day, (last.earliest, last.latest))) if last else {}
    scheduled = one.kind is not DueKind.EXECUTION or days
    return material.people.row(person) | {
        "due_on": " – ".join(days),
        "how_due": speech.either(STATES[one.state]),
        "kind_of_due": speech.either(KINDS[one.kind] if scheduled else NO_DAY_SET),
        "law": speech.either(LAWS.get(one.kind, ("", ""))),
        "record": "" if material.people.shown[person].code else one.about,
        "words": one.told("fa" if speech.lang is Lang.FA else "en") if inside else "",
    }


KINDS = {
    "execution": ("execution", "اجرای اعدام"),
    "hunger_strike": ("hunger strike", "اعتصاب غذا"),
    "objection": ("objection", "واخواهی"),
    "appeal": ("appeal", "تجدیدنظرخواهی"),
    "cassation": ("appeal to the Supreme Court", "فرجام‌خواهی"),
    "summons_to_serve": ("summons to serve", "احضار برای اجرای حکم"),
    "furlough": ("end of furlough", "پایان مرخصی"),
    "release": ("release", "آزادی"),
    "detention_cap": ("longest lawful detention", "سقف قانونی بازداشت"),
    "bail": ("bail", "وثیقه"),
    "verification": ("to be verified", "نیازمند تأیید دوباره"),
    "answer": ("answer awaited", "در انتظار پاسخ"),
    "surrender": ("time to give up the appeal for a lesser sentence", "مهلت تسلیم به رأی"),
    "detention_order": ("time to object to the detention order", "مهلت اعتراض به قرار بازداشت"),
    "consent": ("consent that ends", "پایان رضایت"),
    "follow_up": ("reminder", "یادآوری"),
}
"""What is due, in both languages."""

NO_DAY_SET = ("sentence of death, no day set", "حکم اعدام، بدون تاریخ اجرا")
STATES = {
    DueState.RUNNING: ("goes on", "ادامه دارد"),
    DueState.AHEAD: ("ahead", "در پیش"),
    DueState.MAY_BE_OVER: ("may be over", "شاید گذشته"),
    DueState.OVER: ("over", "گذشته"),
    DueState.UNKNOWN: ("day not known", "روز نامعلوم"),
}
"""How it stands on the day of the report."""
LAWS = {
    DueKind.OBJECTION: ("CPC 406", "آ.د.ک ۴۰۶"),
    DueKind.APPEAL: ("CPC 431", "آ.د.ک ۴۳۱"),
    DueKind.CASSATION: ("CPC 431", "آ.د.ک ۴۳۱"),
    DueKind.SURRENDER: ("CPC 442", "آ.د.ک ۴۴۲"),
    DueKind.DETENTION_ORDER: ("CPC 270", "آ.د.ک ۲۷۰"),
    DueKind.DETENTION_CAP: ("CPC 242", "آ.د.ک ۲۴۲"),
}
"""The article of the Code of Criminal Procedure that sets the time; silence: no article does."""
