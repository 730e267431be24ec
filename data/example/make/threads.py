"""What ties people together or apart: appeals for many, doubted pairs, sources that differ, reports found untrue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.example.make.book import Act, Row
from data.example.make.days import Day, month
from data.example.make.story import Story, one_in
from data.example.make.world import BEGUN, END, World

APPEALS = (
    ("urgent_appeal", "Urgent appeal", "UN special procedures", "more_information_asked"),
    ("letter", "Letter", "the ambassador of a member state", "token_response"),
    ("statement", "Joint statement", "the public", "publicity"),
    ("meeting", "Meeting", "a member of parliament", "pledge"),
    ("un_submission", "Submission", "Working Group on Arbitrary Detention", "none"),
    ("prisoner_list", "List handed over", "the ministry of foreign affairs of a member state", "pledge"),
    (
        "parliamentary_question",
        "Question in parliament",
        "the government of a member state",
        "assistance_given",
    ),
    ("petition", "Petition", "the head of the judiciary", "none"),
    ("medical_aid", "Request for treatment", "the Prisons Organization", "denial"),
)
Stories = list[Story]
UNSETTLED = 10
"""Of so many second reports, those that say otherwise are not settled."""


def appeals(world: World, stories: Stories) -> None:
    """What was done for prisoners in these years, for one or for many, and what was answered."""
    random = world.random
    for turn in range(30):
        kind, title, addressee, response = random.choice(APPEALS)
        day = BEGUN + dt.timedelta(days=200 + turn * 88 + random.randrange(60))
        known = [
            story
            for story in stories
            if story.acts[0].at.date() < day and story.status not in {"executed", ""}
        ]
        many = {"prisoner_list": 40, "statement": 12, "petition": 9}.get(kind, random.randint(1, 3))
        chosen = random.sample(known, min(many, len(known)))
        if day > END or not chosen:
            continue
        act = world.book.open(world.moment(day), "", "sent by us", "entry")
        act.by = world.researcher(act.at)
        facts: dict[str, Any] = {
            "kind": kind,
            "title": f"{title} {turn + 1}",
            "addressee": addressee,
            "made_on": day.isoformat(),
        }
        signers = "six organisations" if kind in {"statement", "petition"} else None
        row = act.add("interventions", **facts, status="pending", signers=signers)
        told = [act.add("beneficiaries", story.prisoner, intervention_id=row) for story in chosen]
        _answer(world, row, told, day, response)


def _answer(world: World, row: Row, told: list[Row], day: dt.date, response: str) -> None:
    answered = day + dt.timedelta(days=world.random.randrange(20, 200))
    if answered > END or one_in(world.random, 3):
        return
    later = world.book.open(world.moment(answered), "", "the answer came", "amendment")
    later.by = world.researcher(later.at)
    impact = world.random.choice(("none_discernible", "minor", "moderate_positive", "unknown"))
    status = "some_action" if response in {"pledge", "assistance_given"} else "closed"
    later.amend(row, response=response, responded_on=answered.isoformat(), status=status, impact=impact)
    later.amend(told[0], answer="he is treated according to the law")


def doubted(world: World, stories: Stories) -> None:
    """Pairs of one name who are not one person, told apart by their fathers and their cities."""
    for first, second in zip(stories[::2], stories[1::2], strict=False):
        last = max(first.acts[0].at, second.acts[0].at)
        at = last + dt.timedelta(days=world.random.randrange(2, 40))
        if at.date() > END:
            continue
        act = world.book.open(at, world.researcher(at), "their fathers and their cities differ", "entry")
        note = "asked both lawyers"
        act.add("not_the_same", first.prisoner, other_id=second.prisoner, note=note)


def contradictions(world: World, stories: Stories) -> None:
    """A second source says the same, only repeats the first, or says otherwise."""
    for turn, story in enumerate(stories):
        told = [(act, step.row) for act in story.acts for step in act.steps if step.row.table == "events"]
        act, event = world.random.choice(told)
        first, at = act.because, act.at + dt.timedelta(hours=world.random.randrange(6, 300))
        if at.date() > END or not isinstance(first, Row):
            continue
        second = world.book.open(at, world.researcher(at), "a second report", "entry")
        repeats = first if one_in(world.random, 3) and first.facts.get("url") else None
        source = world.report(
            second, act.at.date(), f"{story.person.named.latin}: another report", repeats=repeats
        )
        if repeats or one_in(world.random, 3):
            second.cite(event, source, credibility="likely")
        else:
            _otherwise(world, second, event, (first, source), settled=turn >= UNSETTLED)


def _otherwise(world: World, act: Act, event: Row, sources: tuple[Row, Row], *, settled: bool) -> None:
    """Two sources give two days for one event; the first is confirmed, or it stays open."""
    day = event.facts["happened_on"]
    other = (day.on + dt.timedelta(days=world.random.choice((-2, -1, 1, 3, 7)))).isoformat()
    credibility = "confirmed" if settled else "likely"
    field = {"field": "happened_on"}
    act.cite(event, sources[0], **field, value=day.words, credibility=credibility)
    act.cite(event, sources[1], **field, value=other, credibility="possible", quoted="روز دقیق را نمی‌دانیم")


def untrue(world: World, stories: Stories) -> None:
    """A release was reported, and the family said that it is not so: the event is withdrawn."""
    for story in stories:
        if not story.held:
            continue
        at = story.acts[-1].at + dt.timedelta(days=world.random.randrange(3, 30))
        back = at + dt.timedelta(days=world.random.randrange(1, 6))
        if back.date() > END:
            continue
        act = world.book.open(at, world.researcher(at), "", "report")
        act.because = world.report(act, at.date(), f"{story.person.named.latin} said to be free")
        day = Day(at.date(), at.date().isoformat())
        event = act.add(
            "events", story.prisoner, kind="release", happened_on=day, status="released_unknown_reason"
        )
        act.credible = "unlikely"
        undo = world.book.open(back, world.researcher(back), "the family says it is not true", "withdrawal")
        undo.amend(event, withdrawn=True)


def undone(world: World, stories: Stories) -> None:
    """An amendment made for the wrong person, and undone the same day."""
    for story in stories:
        at = story.acts[-1].at + dt.timedelta(days=world.random.randrange(1, 50))
        if at.date() > END:
            continue
        old = story.prisoner.facts.get("birthplace")
        if story.prisoner.now.get("birthplace") != old:
            continue
        by = world.researcher(at)
        act = world.book.open(at, by, "read in the judgment", "amendment")
        act.amend(story.prisoner, birthplace="Polsefid")
        undo = world.book.open(at + dt.timedelta(minutes=12), by, "entered for the wrong person", "undo")
        undo.amend(story.prisoner, birthplace=old)
        undo.undoes = act


def together(world: World, stories: Stories) -> None:
    """People tried together: the group is named in each case, and they are each other's co-defendants."""
    for group in range(12):
        chosen = world.random.sample(stories, world.random.randint(2, 5))
        last = max(story.acts[-1].at for story in chosen)
        at = last + dt.timedelta(hours=world.random.randrange(2, 200))
        if at.date() > END:
            continue
        act = world.book.open(at, world.researcher(at), "one indictment names them all", "amendment")
        name = f"group {group + 1} of {chosen[0].person.home.city}"
        for story in chosen:
            if story.case:
                act.amend(story.case, group_name=name)
            if story is not chosen[0]:
                act.add("relations", chosen[0].prisoner, kind="co_defendant", other_id=story.prisoner)


def slips(world: World, stories: Stories) -> None:
    """Mistakes that nobody has noticed yet: a release a year too early, a prison that was closed by then."""
    freed = [story for story in stories if story.status == "released_end_of_term"]
    for story in world.random.sample(freed, 2):
        release, arrest = _last(story, "release"), _last(story, "arrest")
        at = story.acts[-1].at + dt.timedelta(days=world.random.randrange(1, 60))
        act = world.book.open(at, world.researcher(at), "read in the judgment", "amendment")
        wrong = arrest.facts["happened_on"].on - dt.timedelta(days=200)
        act.amend(release, happened_on=wrong.isoformat())
    _unclear(world, next(story for story in stories if story.status == "on_bail"))
    held = [story for story in stories if story.held and story.acts[-1].at.year in {2024, 2025}]
    story = world.random.choice(held)
    at = story.acts[-1].at + dt.timedelta(days=9)
    act = world.book.open(at, world.researcher(at), "", "report")
    act.because = world.report(act, at.date(), f"{story.person.named.latin}: moved to Gohardasht")
    day = Day(at.date(), at.date().isoformat())
    act.add(
        "events",
        story.prisoner,
        kind="transfer",
        happened_on=day,
        prison_id="rajai_shahr",
        case_id=story.case,
    )
    act.credible = "possible"


def _unclear(world: World, story: Story) -> None:
    """A list names the month only, in which somebody was held, and in which bail was paid."""
    paid = _last(story, "bail_paid").facts["happened_on"]
    at = story.acts[-1].at + dt.timedelta(days=3)
    act = world.book.open(at, world.researcher(at), "", "report")
    act.because = world.report(act, at.date(), f"{story.person.named.latin}: named in a list of the month")
    day = Day(paid.on, month(paid.on))
    status = "detained_investigation"
    act.add("events", story.prisoner, kind="status_reported", happened_on=day, status=status)
    act.credible = "possible"


def _last(story: Story, kind: str) -> Row:
    """The last event of a kind."""
    events = [step.row for act in story.acts for step in act.steps if step.row.table == "events"]
    return [row for row in events if row.facts["kind"] == kind][-1]
