"""What becomes of people: those who are held today."""

from __future__ import annotations

import datetime as dt

from data.example.make.confinement import furlough, illness, prison_life
from data.example.make.courts import Prosecution
from data.example.make.story import Story, one_in
from data.example.make.trials import LONG_TERMS, TERMS, fitting, term_ends, to_death, tried
from data.example.make.world import END


def serving(story: Story) -> None:
    """In prison under a final judgment, to this day."""
    months = fitting(story, LONG_TERMS, least=0)
    tried(story, months, bail=one_in(story.random, 4))
    prison_life(story, END)


def unresolved(story: Story) -> None:
    """The term should be over, and nobody has heard of a release."""
    tried(story, story.random.choice((12, 16, 24)))
    prison_life(story, story.day + dt.timedelta(days=200))


def interrogated(story: Story) -> None:
    """Held for interrogation, or waiting for the trial."""
    case = Prosecution(story, story.random.choice(TERMS))
    case.investigate()
    if one_in(story.random, 2):
        case.to_prison()
        case.indict()


def convicted_not_finally(story: Story) -> None:
    """Convicted at first instance, waiting in prison for the appeal."""
    case = Prosecution(story, story.random.choice(LONG_TERMS))
    case.investigate()
    case.to_prison()
    case.indict()
    case.convict()
    if one_in(story.random, 6):
        illness(story)


def on_furlough(story: Story) -> None:
    """On furlough: for some days, without an end, or longer than was allowed."""
    tried(story, fitting(story, LONG_TERMS, least=400))
    story.until(END - dt.timedelta(days=story.random.randrange(4, 260)), watched=True)
    furlough(story, kind=story.random.choice(("fixed", "open", "open", "overdue")))


def arrested_again(story: Story) -> None:
    """Released after a first term, arrested again, in prison with a second case."""
    first = tried(story, story.random.choice((12, 16, 24)))
    story.until(term_ends(story, first.months or 0))
    story.happens("release", status="released_end_of_term")
    story.act().amend(first.case, stage="closed")
    story.credit = 0
    story.wait(200, 700)
    story.until(END - dt.timedelta(days=story.random.randrange(320, 2300)))
    tried(story, fitting(story, LONG_TERMS, least=0))
    prison_life(story, END)


def new_case_inside(story: Story) -> None:
    """Serving one sentence, and on trial for something said in prison."""
    months = fitting(story, (60, 72, 96, 120), least=100)
    tried(story, months)
    story.wait(100, 300)
    story.happens("new_case", summary="a case was opened for a letter from prison")
    act = story.act()
    second = act.add(
        "cases", story.prisoner, stage="indicted", arrested_by=None, note="opened inside the prison"
    )
    act.add(
        "charges",
        story.prisoner,
        case_id=second,
        offence_id="IPC75-500",
        state="indicted",
        quoted="تبلیغ علیه نظام از درون زندان",
    )
    prison_life(story, END)


def condemned(story: Story) -> None:
    """Sentenced to death; the sentence stands, or was quashed and imposed again."""
    to_death(story)
    prison_life(story, END)


def for_life(story: Story) -> None:
    """Sentenced to death; the Supreme Court made it life."""
    to_death(story, "changed")
    prison_life(story, END)


def reported(story: Story) -> None:
    """Named in a list, and nothing more is known."""
    place = story.prison()
    story.happens(
        "status_reported", status="imprisoned_unknown_basis", prison_id=place.prison, ward=place.ward
    )


def in_hospital(story: Story) -> None:
    """Serving, now in a hospital under guard."""
    tried(story, fitting(story, LONG_TERMS, least=120))
    story.until(END - dt.timedelta(days=story.random.randrange(3, 60)), watched=True)
    illness(story)
    story.happens("medical_event", status="hospital_custody", place=f"hospital in {story.person.home.city}")
