"""One person's story as it happened, and the acts by which it came into the registry."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from data.example.make.book import Act, Row
from data.example.make.days import Day
from data.example.make.names import Named
from data.example.make.people import Person
from data.example.make.places import RAJAI_SHAHR_CLOSED, Cell, general_prison
from data.example.make.world import BEGUN, END, REASONS, World
from prisoners.dates.read import read_date

EVIN_STRUCK, EVIN_REPAIRED = dt.date(2025, 6, 24), dt.date(2025, 8, 8)
CLOSELY, LOOSELY, AT_ONCE = (1, 2, 5, 15, 40, 90, 150), (20, 120, 250, 350, 450), (1, 2, 3, 5)
"""After how many days the researchers hear of what happened to somebody."""
CREDIBLE = {"A": "confirmed", "B": "likely", "C": "possible", "D": "unlikely"}


TOLD = {
    "arrest": ("arrested", "بازداشت شد"),
    "re_arrest": ("arrested again", "دوباره بازداشت شد"),
    "transfer": ("transferred", "منتقل شد"),
    "bail_paid": ("released on bail", "با وثیقه آزاد شد"),
    "indictment": ("indicted", "کیفرخواست صادر شد"),
    "verdict_first": ("sentenced", "محکوم شد"),
    "appeal_verdict": ("appeal decided", "رأی تجدیدنظر صادر شد"),
    "cassation_result": ("Supreme Court decides", "رأی دیوان عالی کشور"),
    "enforcement_start": ("taken to serve the sentence", "برای اجرای حکم به زندان رفت"),
    "summons_to_serve": ("summoned to serve the sentence", "برای اجرای حکم احضار شد"),
    "furlough_start": ("on furlough", "به مرخصی آمد"),
    "furlough_end": ("back in prison", "به زندان بازگشت"),
    "hunger_strike_start": ("on hunger strike", "در اعتصاب غذا"),
    "medical_event": ("ill in prison", "وضعیت جسمی نگران‌کننده"),
    "release": ("released", "آزاد شد"),
    "pardon": ("pardoned", "عفو شد"),
    "death": ("died", "درگذشت"),
    "execution_carried_out": ("executed", "اعدام شد"),
}
"""How a headline tells what happened."""
LATELY = 30
"""Days within which what was read for one act is read again for the next."""


class NotYetHeard(Exception):
    """The story has come to the last day of which the researchers heard."""


class Story:
    """Lets things happen to one person, day after day, and has each recorded soon after."""

    def __init__(self, world: World, person: Person, arrested: dt.date) -> None:
        self.world, self.random, self.person = world, world.random, person
        self.first = self.day = arrested
        self.entry_day = self._entry_day(arrested)
        self.prisoner = Row("prisoners", {}, None)
        self.prisoner.prisoner = self.prisoner
        self.case: Row | None = None
        self.status, self.cell = "", Cell()
        self.held_since: dt.date | None = None
        self.credit = 0
        self.number_in_list = ""
        self._from_evin = False
        self._act: Act | None = None
        self.acts: list[Act] = []
        self._days: dict[dt.date, Day] = {}
        self._heard: dict[dt.date, dt.date] = {}
        self._delays: tuple[int, ...] = CLOSELY if one_in(self.random, 4) else LOOSELY

    # what happens

    def wait(self, least: int, most: int) -> None:
        """Let days pass; what happens to everybody in a prison happens to this person too."""
        self.until(self.day + dt.timedelta(days=self.random.randint(least, max(least, most))))

    def until(self, day: dt.date, *, watched: bool = False) -> None:
        """Let time pass up to a day; from then on the case is `watched`, and every news of it comes at once."""
        for moved in (RAJAI_SHAHR_CLOSED, EVIN_STRUCK, EVIN_REPAIRED):
            if self.held and self.day < moved <= day and self._goes(moved):
                self.day = moved
                self._moved_with_all(moved)
        self.day = max(day, self.day)
        if watched:
            self._delays = AT_ONCE

    def _goes(self, moved: dt.date) -> bool:
        """Whether the person is among those who are moved with the whole prison that day."""
        if moved is EVIN_REPAIRED:
            return self._from_evin and not one_in(self.random, 3)
        return self.cell.prison == ("evin" if moved is EVIN_STRUCK else "rajai_shahr")

    def happens(self, kind: str, **facts: Any) -> Row:
        """Something happens today: an event of the timeline, with the status after it where it changes one."""
        act = self.act()
        if status := facts.get("status"):
            self._count(status)
            facts["status"] = self.status = status
        if "case_id" not in facts and self.case is not None and kind not in {"medical_event", "letter"}:
            facts["case_id"] = self.case
        return act.add("events", self.prisoner, kind=kind, happened_on=self.today(), **facts)

    def moved(self, cell: Cell, **facts: Any) -> Row:
        """A transfer to another prison or ward."""
        self.cell = cell
        return self.happens("transfer", **_where(cell), **facts)

    @property
    def held(self) -> bool:
        """Whether the person is behind a wall."""
        return self.held_since is not None

    def today(self) -> Day:
        """The day as it will be written; one day is written in one way."""
        return self._days.setdefault(self.day, Day(self.day))

    # how it is recorded

    def act(self) -> Act:
        """The act by which today's happenings are recorded: the entry, the one just made, or a new one."""
        if self._act is not None and (self.day <= self.entry_day or self._act.at.date() == self._recorded()):
            return self._act
        at = self.world.moment(self.entry_day if self._act is None else self._recorded())
        if self._act is not None:
            at = max(at, self._act.at + dt.timedelta(minutes=self.random.randrange(3, 400)))
        return self._open(at, "entry" if self._act is None else "report")

    def later(self, least: int, most: int, kind: str, because: str = "") -> Act:
        """An act that records no happening but corrects or adds what is known."""
        last = self.acts[-1].at
        at = last + dt.timedelta(days=self.random.randint(least, most), minutes=self.random.randrange(600))
        if at.date() > END:
            raise NotYetHeard
        return self._open(at, kind, because or self.random.choice(REASONS))

    def _open(self, at: dt.datetime, kind: str, because: str = "") -> Act:
        if at.date() > END:
            raise NotYetHeard
        act = self.world.book.open(at, self.world.researcher(at), because, kind)
        if not because:
            self._find_source(act)
        self._act = act
        self.acts.append(act)
        return act

    def _recorded(self) -> dt.date:
        """The day on which today's happening is heard of: mostly within weeks, together with what came before."""
        if self.acts and self.day <= self.acts[-1].at.date():
            return self.acts[-1].at.date()
        heard = self._heard.get(self.day)
        if heard is None:
            delay = self.random.choice(self._delays)
            heard = max(self.day + dt.timedelta(days=delay), BEGUN)
            self._heard[self.day] = heard
        if heard > END:
            raise NotYetHeard
        return heard

    def _entry_day(self, arrested: dt.date) -> dt.date:
        """When the researchers first hear of the person: old cases in the first years, later ones after the arrest."""
        if arrested < BEGUN:
            return BEGUN + dt.timedelta(days=self.random.randrange(60, 700))
        late = self.random.choice((1, 2, 3, 5, 8, 14, 20, 40, 90, 250))
        return min(arrested + dt.timedelta(days=self.random.randint(1, late)), END)

    def _find_source(self, act: Act) -> None:
        """On whose word: a report, mostly; a document or a relative; what was read just before; a sentence."""
        chance, before = self.random.random(), self.acts[-1] if self.acts else None
        lately = before is not None and (act.at - before.at).days < LATELY
        if chance < 0.7:  # noqa: PLR2004
            act.because = self.world.report(act, max(self.day, BEGUN), "", people=self.person.people)
        elif before is not None and lately and isinstance(before.because, Row) and one_in(self.random, 3):
            act.because = before.because
        elif chance < 0.998:  # noqa: PLR2004
            act.because = self.world.told(act)
        else:
            act.because = self.random.choice(REASONS)

    # keeping count

    def _count(self, status: str) -> None:
        """Count the days behind walls, which are credited to a sentence."""
        inside = status.startswith(("detained", "imprisoned", "hospital", "disappeared"))
        if inside and self.held_since is None:
            self.held_since = self.day
        elif not inside and self.held_since is not None and status != "furlough":
            self.credit += (self.day - self.held_since).days
            self.held_since = None

    def served(self) -> int:
        """Days spent behind walls so far in this case."""
        return self.credit + ((self.day - self.held_since).days if self.held_since else 0)

    def _moved_with_all(self, moved: dt.date) -> None:
        women = self.person.gender == "female"
        if moved is EVIN_STRUCK:
            self._from_evin = True
            told = "moved with the whole ward after the prison was struck"
            self.moved(Cell("qarchak" if women else "greater_tehran"), summary=told)
        elif moved is EVIN_REPAIRED:
            ward = "women" if women else "7"
            self.moved(Cell("evin", ward, "PRISONS_ORGANIZATION"), summary="brought back after the repair")
        else:
            self.moved(Cell("ghezel_hesar"), summary="moved when the prison was closed")

    def prison(self, *, other: bool = False) -> Cell:
        """A prison of the person's province."""
        without = self.cell.prison or "" if other else ""
        return general_prison(self.random, self.person.home, self.person.gender, self.day, without)

    # finishing

    def finish(self) -> None:
        """Decide how precisely each day is written, and tie every act to its source."""
        days = sorted(self._days.values(), key=lambda day: day.on)
        before = dt.date(1, 1, 1)
        for index, day in enumerate(days):
            after = days[index + 1].on if index + 1 < len(days) else END
            if one_in(self.random, 5):
                day.roughly(self.random, before, after)
            else:
                day.exactly(self.random)
            before = read_date(day.words).latest
        for act in self.acts:
            source = act.because
            reliability = source.facts.get("reliability", "C") if isinstance(source, Row) else ""
            _entitle(act, self.person.named)
            act.credible = CREDIBLE.get(reliability, "unknown")


def _entitle(act: Act, named: Named) -> None:
    """Give a report made for this act a headline: who, and the last thing that it tells."""
    kinds = [
        step.row.facts["kind"] for step in act.steps if step.row.table == "events" and step.verb == "add"
    ]
    told = next((TOLD[kind] for kind in reversed(kinds) if kind in TOLD), ("what is known", "آنچه می‌دانیم"))
    for step in act.steps:
        if step.row.table == "sources" and step.row.facts.get("title") == "":
            persian = step.row.facts["language"] == "fa"
            step.row.facts["title"] = (
                f"{named.persian}: {told[1]}" if persian else f"{named.latin}: {told[0]}"
            )


def _where(cell: Cell) -> dict[str, Any]:
    facts = {"prison_id": cell.prison, "ward": cell.ward, "place": cell.place, "authority": cell.authority}
    return {name: value for name, value in facts.items() if value}


def one_in(random: Random, many: int) -> bool:
    """Whether something happens that happens to one in so many."""
    return random.randrange(many) == 0
