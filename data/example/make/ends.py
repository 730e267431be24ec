"""What becomes of people: those who are dead, or of whom nobody knows where they are."""

from __future__ import annotations

from data.example.make.confinement import illness
from data.example.make.courts import Prosecution
from data.example.make.outside import served_out
from data.example.make.places import Cell
from data.example.make.story import Story, one_in
from data.example.make.trials import to_death, tried


def executed(story: Story) -> None:
    """Executed."""
    case = to_death(story)
    story.wait(60, 500)
    story.cell = Cell("ghezel_hesar") if story.person.home.code in {"tehran", "alborz"} else story.cell
    story.happens("execution_scheduled", summary="moved to a solitary cell")
    story.wait(1, 4)
    story.happens(
        "execution_carried_out", status="executed", prison_id=story.cell.prison, violation="execution"
    )
    story.act().amend(case.case, stage="closed")
    for sentence in case.sentences:
        if sentence.facts["kind"] == "death":
            story.act().amend(sentence, state="served")


def died(story: Story) -> None:
    """Died in custody."""
    if one_in(story.random, 2):
        case = Prosecution(story, 24)
        story.wait(2, 30)
        story.act().amend(case.case, stage="closed")
    else:
        tried(story, 60)
        story.wait(100, 500)
        illness(story)
    story.wait(1, 9)
    story.happens(
        "death",
        status="died_in_custody",
        violation="death_in_custody",
        summary="the family was told by telephone",
    )


def died_after_release(story: Story) -> None:
    """Released ill, and died soon after."""
    served_out(story)
    story.wait(10, 60)
    story.happens("death", status="died_after_release")


def disappeared(story: Story) -> None:
    """Taken away; nobody says where."""
    story.happens(
        "disappearance",
        status="disappeared",
        place="نزدیک خانه",
        authority="PLAIN",
        violation="enforced_disappearance",
    )
    if one_in(story.random, 3):
        story.wait(30, 120)
        story.happens(
            "whereabouts_disclosed",
            status="detained_investigation",
            summary="a call of one minute to the family",
        )


def lost(story: Story) -> None:
    """Moved from a prison; since then nobody knows."""
    tried(story, 60)
    story.wait(20, 200)
    story.happens(
        "transfer",
        status="whereabouts_unknown",
        prison_id="unknown",
        summary="taken from the ward, destination not told",
    )
