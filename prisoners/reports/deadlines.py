"""What is due: deadlines of the law, furloughs, releases and executions that are near or over."""

from __future__ import annotations

from prisoners.queries.due import due
from prisoners.queries.dues import DESK, Asked, Due
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.population import Population
from prisoners.reports.table import Table
from prisoners.vocabulary import Audience

WITHIN = 30
"""Days ahead."""
KEYS = ("due_on", "kind_of_due", "reference", "name", "name_persian", "status", "prison", "record", "words")


def deadlines(material: Material) -> list[Table]:
    """What is due for people who may be shown; our own chores and the working of the law stay inside."""
    inside = material.audience is Audience.INTERNAL
    asked = Asked(material.on, within=WITHIN, people=frozenset(material.people.shown))
    found = [
        one
        for one in due(material.then, asked)
        if one.person in material.people.shown and (inside or one.kind not in DESK)
    ]
    said = material.population(Population.EVER)
    rows = [_row(material, one, inside=inside) for one in found]
    return [material.table("deadlines", KEYS, rows, "events", said)]


def _row(material: Material, one: Due, *, inside: bool) -> Row:
    """What is due about whom, and until when; its working in a sentence is for researchers alone."""
    person = one.person or 0
    last = one.last_day
    days = dict.fromkeys(str(day) for day in (last.earliest, last.latest)) if last else {}
    return material.people.row(person) | {
        "due_on": " – ".join(days),
        "kind_of_due": material.speech.either(KINDS[one.kind]),
        "record": "" if material.people.shown[person].code else one.about,
        "words": one.sentence if inside else "",
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
