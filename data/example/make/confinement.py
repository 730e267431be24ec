"""Life in prison: transfers, hunger strikes, illness, furloughs, letters."""

from __future__ import annotations

import datetime as dt

from data.example.make.places import Cell
from data.example.make.story import Story, one_in

ILLNESSES = (
    ("heart_disease", "chest pain; the prison clinic refers to a hospital, no escort is given"),
    ("chronic_illness", "diabetes; insulin comes irregularly"),
    ("injury", "fall in the yard; the wrist was not set"),
    ("infection", "infection of the gums, treated with painkillers only"),
    ("mental_health", "sleeps little since the solitary cell"),
    ("effect_of_hunger_strike", "lost eleven kilograms"),
    ("surgery_needed", "an operation of the spine is due and was put off twice"),
    ("medication_needed", "tablets from the family are not let in"),
)
HUNGER = (
    "against the transfer",
    "for medical treatment",
    "for the right to telephone",
    "در اعتراض به اعدام‌ها",
    "",
)


def prison_life(story: Story, until: dt.date) -> None:
    """What happens in a prison until a day, a few things a year."""
    while (until - story.day).days > 120:  # noqa: PLR2004
        story.wait(150, 600)
        if story.day >= until:
            break
        happening = story.random.choice(
            (
                _transfer,
                _transfer,
                _hunger,
                _hunger,
                illness,
                _leave,
                _letter,
                _punished,
                _visits,
                _quiet,
                _quiet,
                _quiet,
            )
        )
        happening(story)
    story.until(until)


def _quiet(story: Story) -> None:
    """Nothing that anybody reported."""


def _transfer(story: Story) -> None:
    if story.cell.prison == "evin" and one_in(story.random, 2):
        ward = story.random.choice([ward for ward in ("4", "7", "8", "209") if ward != story.cell.ward])
        women = story.person.gender == "female"
        cell = Cell(
            "evin", "209" if women else ward, "MOIS" if women or ward == "209" else "PRISONS_ORGANIZATION"
        )
        story.moved(cell)
        if cell.ward == "209":
            story.wait(10, 40)
            story.moved(Cell("evin", "women" if women else "4", "PRISONS_ORGANIZATION"))
        return
    cell = story.prison(other=True)
    story.moved(cell, violation="prison_exile" if one_in(story.random, 4) else None)


def _hunger(story: Story) -> None:
    why = story.random.choice(HUNGER)
    story.happens("hunger_strike_start", summary=f"hunger strike {why}" if why else None)
    if not one_in(story.random, 25):
        story.wait(4, 32)
        story.happens("hunger_strike_end")


def illness(story: Story) -> None:
    """Somebody falls ill; what is known of it stays inside."""
    kind, told = story.random.choice(ILLNESSES)
    story.happens("medical_event", violation=story.random.choice((None, "health_care_denied")))
    level = story.random.choice(("internal", "internal", "sealed"))
    story.act().add("health", story.prisoner, kind=kind, since=story.today(), summary=told, level=level)


def furlough(story: Story, kind: str) -> None:
    """Out of prison for a while: `fixed`, `open` (without an end), or `overdue`."""
    ends = {"fixed": 12, "overdue": -30, "open": 0}[kind]
    if kind == "fixed":
        story.day = max(story.day, dt.date(2026, 11, 9))
    last = story.day + dt.timedelta(days=10) if ends else None
    facts = {"until": last.isoformat()} if last else {"open_ended": True}
    amount = {"amount": 2_000_000_000, "currency": "IRT"} if one_in(story.random, 3) else {}
    story.happens("furlough_start", status="furlough", **facts, **amount)


def _leave(story: Story) -> None:
    """A furlough that ends, or is extended first."""
    days = story.random.choice((3, 5, 7, 10))
    ends = story.day + dt.timedelta(days=days)
    story.happens("furlough_start", status="furlough", until=ends.isoformat())
    if one_in(story.random, 3):
        story.until(ends)
        days = story.random.choice((3, 7))
        ends = story.day + dt.timedelta(days=days)
        story.happens("furlough_extend", status="furlough", until=ends.isoformat())
    story.until(ends)
    facts = {"prison_id": story.cell.prison, "ward": story.cell.ward} if story.cell.prison else {}
    story.happens("furlough_end", status="imprisoned_serving", **facts)


def _letter(story: Story) -> None:
    story.happens(
        "letter", summary=story.random.choice(("letter from prison to the public", "نامهٔ سرگشاده از زندان"))
    )


def _punished(story: Story) -> None:
    story.happens(
        "solitary_start", violation="solitary_confinement", summary="moved to a solitary cell as a punishment"
    )
    story.wait(5, 20)
    story.happens("solitary_end")


def _visits(story: Story) -> None:
    story.happens(
        "contact_denied", violation=story.random.choice(("family_visits_denied", "telephone_denied"))
    )
    story.wait(15, 60)
    story.happens("contact_allowed")
