"""The registry of the example, told from the first person to the last act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from random import Random

from data.example.make import agreed, groups, inside, lives, outside, threads
from data.example.make.book import Book
from data.example.make.entries import agree, confide, enter, learn, number_elsewhere
from data.example.make.names import Named, Namer
from data.example.make.people import Person, invent
from data.example.make.story import NotYetHeard, Story
from data.example.make.world import World

SEED = 14_010_777
"""Chosen so that P-0042, whom the guide shows, has much to show."""
SURE = (
    ("Narges", "journalist", "female"),
    ("Narges", "womens_rights", "female"),
    ("Kazem", "teacher", "male"),
    ("Ghasem", "teacher", "male"),
    ("Mohammad", "protest_participation", "male"),
    ("Mahmoud", "labour_rights", "male"),
)
"""People who must be there: a given name that several have, and names that are easily taken for one another."""
DOUBLES = 6
"""How many pairs bear one name: half of them are two people, half look like one person entered twice."""


class Example:
    """Everybody in the example, and the book of all acts."""

    def __init__(self) -> None:
        self.random = Random(SEED)  # noqa: S311 -- a story, no secret
        self.book, self.namer = Book(), Namer(self.random)
        self.world = World(self.random, self.book, self.namer)
        self.stories: list[Story] = []
        self._live()
        self._tie()
        self._beside()

    def lines(self) -> Iterator[str]:
        """The lines of `registry.jsonl`."""
        return self.book.lines()

    def _live(self) -> None:
        ways = [(life, ago) for life, many, ago in lives.LIVES for _ in range(many)]
        self.random.shuffle(ways)
        for number, (life, ago) in enumerate(ways):
            arrested = lives.arrest_day(self.random, ago)
            given, activity, gender = SURE[number] if number < len(SURE) else ("", "", "")
            people = "persian" if given else ""
            person = invent(
                self.random,
                self.namer,
                arrested,
                given=given,
                activity=activity,
                gender=gender,
                people=people,
            )
            self._tell(person, life, arrested)
        for number in range(DOUBLES):
            self._double(self.stories[40 + number * 30], same=number % 2 == 1)
        self.twins = [(self.stories[40 + pair * 30], self.stories[pair - DOUBLES]) for pair in range(DOUBLES)]

    def _tell(self, person: Person, life: lives.Life, arrested: dt.date) -> Story:
        story = Story(self.world, person, arrested)
        enter(story)
        with suppress(NotYetHeard):
            life(story)
        self.stories.append(story)
        return story

    def _double(self, like: Story, *, same: bool) -> None:
        """Somebody of the same name: the same person entered from another list, or another person."""
        old = like.person
        named = Named(old.named.given_fa, old.named.family_fa, *_spelled(old.named), old.named.latin)
        day = like.first if same else like.first - dt.timedelta(days=900)
        person = invent(
            self.random, self.namer, day, activity=old.profile.activity, gender=old.gender, people=old.people
        )
        person.named = named
        if same:
            person.born, person.father, person.home = old.born, old.father, old.home
        self._tell(person, inside.reported if same else outside.served_out, day)

    def _tie(self) -> None:
        random, everyone = self.random, self.stories
        for number, story in enumerate(everyone):
            confide(story, number)
            agree(story)
            number_elsewhere(story, number)
        for story in self.twins[1]:
            story.acts[0].add("external_ids", story.prisoner, list_name="list", number="2207")
        held = [story for story in everyone if story.held]
        tried = [story for story in everyone if story.case]
        for story in everyone:
            story.finish()
        threads.contradictions(self.world, random.sample(tried, 45))
        threads.untrue(self.world, random.sample(held, 10))
        threads.together(self.world, tried)
        for story in everyone:
            learn(story)
        threads.slips(self.world, everyone)
        threads.undone(self.world, random.sample(everyone, 5))
        threads.appeals(self.world, everyone)
        threads.doubted(self.world, [one for pair in self.twins[::2] for one in pair])

    def _beside(self) -> None:
        """What was asked and counted beside the cases; what is drawn after it is drawn as if it were not there."""
        before = self.random.getstate()
        groups.estimates(self.world)
        agreed.letters(self.world, self.stories)
        agreed.last_wishes(self.world, self.stories)
        self.random.setstate(before)


def _spelled(named: Named) -> tuple[str, str]:
    """Given and family name as the other paper spells them."""
    given, _, family = named.other_latin.partition(" ")
    return given, family
