"""Who may be written to, and what those who died since had agreed to."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from data.example.make.book import Act
from data.example.make.story import Story
from data.example.make.world import END, World

INFORMED = {"disclosed": True, "voluntary": True, "understood": True, "competent": True}
PUBLIC = frozenset({"already_public", "family_statement", "own_statement"})
WRITTEN_TO, REMEMBERED = 16, 12
OTHERWISE: dict[int, dict[str, Any]] = {
    3: {"refused": True},
    6: {"until": "2026-06-01"},
    9: {"restrictions": "postcards only, and nothing in Kurdish"},
    12: {"withdrawn_on": "2026-10-01"},
}
"""Of those who were asked whether they want letters, who answered otherwise than yes."""
LAST_WISHES: tuple[dict[str, Any], ...] = (
    {"scope": "publish", "subject": "person"},
    {"scope": "use_name", "subject": "person", "after_death": True},
    {"scope": "send_to_un", "subject": "person", "after_death": True},
    {"scope": "share", "subject": "family"},
)
DEATHS = frozenset({"executed", "died_in_custody", "died_after_release"})


def letters(world: World, stories: list[Story]) -> None:
    """Ask some who are held, and whose case is public, whether they want to be written to."""
    held = [story for story in stories if story.held and _is_public(story)]
    for number, story in enumerate(_some(world.random, held, WRITTEN_TO)):
        day = max(dt.date(2026, 2, 1) + dt.timedelta(days=number * 11), story.acts[0].at.date())
        if day < END:
            act = _asked(world, day)
            act.add(
                "consents",
                story.prisoner,
                scope="receive_letters",
                subject="family" if number % 3 else "person",
                means="through_family" if number % 3 else "letter",
                given_on=day.isoformat(),
                obtained_by=act.by,
                **INFORMED,
                **OTHERWISE.get(number, {}),
            )


def last_wishes(world: World, stories: list[Story]) -> None:
    """What people agreed to who were alive then and are dead now; of some, the family agreed again."""
    dead = [story for story in stories if story.status in DEATHS and _asked_in_time(story)]
    for number, story in enumerate(_some(world.random, dead, REMEMBERED)):
        day = story.acts[0].at.date()
        act = _asked(world, day)
        wish = LAST_WISHES[number % len(LAST_WISHES)]
        act.add(
            "consents",
            story.prisoner,
            **wish,
            means="telephone",
            given_on=day.isoformat(),
            obtained_by=act.by,
        )
        died = story.acts[-1].at.date() + dt.timedelta(days=40)
        if number % 4 == 0 and died < END:
            later = _asked(world, died)
            again = {"scope": wish["scope"], "subject": "family", "means": "telephone"}
            later.add("consents", story.prisoner, **again, given_on=died.isoformat(), **INFORMED)


def _is_public(story: Story) -> bool:
    facts = story.prisoner.facts
    return facts["basis"] in PUBLIC and not facts.get("naming")


def _asked_in_time(story: Story) -> bool:
    """Whether the record was made before the death."""
    died = next(
        step.row.facts["happened_on"].on
        for act in reversed(story.acts)
        for step in reversed(act.steps)
        if step.row.table == "events" and step.row.facts.get("status") in DEATHS
    )
    return bool(story.acts[0].at.date() < died)


def _some(random: Random, stories: list[Story], many: int) -> list[Story]:
    return random.sample(stories, min(many, len(stories)))


def _asked(world: World, day: dt.date) -> Act:
    """An act of a day after everything else of it."""
    at = dt.datetime.combine(day, dt.time(19, 30), dt.UTC) + dt.timedelta(
        seconds=world.random.randrange(3600)
    )
    return world.book.open(at, world.researcher(at), "asked, and answered")
