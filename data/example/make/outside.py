"""What becomes of people: those who are out of prison, free or not quite."""

from __future__ import annotations

import datetime as dt

from data.example.make.confinement import prison_life
from data.example.make.courts import Prosecution
from data.example.make.story import Story, one_in
from data.example.make.trials import TERMS, fitting, term_ends, tried
from data.example.make.world import END


def on_bail(story: Story) -> None:
    """Out on bail, tried or not."""
    case = Prosecution(story, story.random.choice(TERMS))
    case.investigate()
    case.bail()
    if one_in(story.random, 2):
        case.indict()
        case.convict()


def to_serve(story: Story) -> None:
    """Sentenced finally, out on bail, summoned to prison."""
    case = Prosecution(story, story.random.choice(TERMS))
    case.investigate()
    case.bail()
    case.indict()
    case.convict()
    case.appeal()
    story.wait(20, 120)
    story.happens("summons_to_serve", status="sentence_not_yet_enforced")


def summoned(story: Story) -> None:
    """Summoned, questioned, sent home on an undertaking or not yet."""
    story.case = None
    story.happens("summons", status="summoned")
    story.wait(3, 20)
    story.happens("interrogation", summary="questioned for several hours")
    if one_in(story.random, 2):
        story.wait(0, 3)
        story.happens("security_order", status="released_on_undertaking")


def suspended(story: Story) -> None:
    """Convicted, the sentence suspended."""
    case = Prosecution(story, story.random.choice((8, 12, 16, 24)))
    case.investigate()
    case.bail()
    case.indict()
    case.convict()
    for sentence in case.sentences:
        if sentence.facts["kind"] == "prison":
            sentence.facts |= {"suspended": True, "probation_years": story.random.choice((2, 3, 5))}
    case.appeal()
    story.wait(1, 30)
    story.happens("sentence_changed", status="suspended_sentence", summary="the sentence is suspended")


def monitored(story: Story) -> None:
    """At home with an electronic bracelet, or in a half-open prison."""
    tried(story, fitting(story, (36, 43, 48, 60), least=200))
    story.until(END - dt.timedelta(days=story.random.randrange(20, 300)), watched=True)
    if one_in(story.random, 3):
        story.happens("sentence_changed", status="semi_liberty", summary="works outside, sleeps in prison")
    else:
        metres = story.random.choice((300, 1000, 1000, 2000))
        story.happens(
            "monitoring_start",
            status="electronic_monitoring",
            summary=f"bracelet with a radius of {metres} metres",
        )


def conditionally_free(story: Story) -> None:
    """Released on condition after part of the term."""
    months = story.random.choice((24, 36, 48, 60))
    tried(story, months)
    prison_life(story, term_ends(story, months // 2))
    story.happens("conditional_release_grant", status="conditional_release")


def served_out(story: Story) -> None:
    """Released at the end of the term."""
    months = story.random.choice(TERMS[:9])
    tried(story, months)
    prison_life(story, term_ends(story, months))
    story.happens("release", status="released_end_of_term")


def pardoned(story: Story) -> None:
    """Pardoned with many others, on an occasion."""
    months = story.random.choice((36, 48, 60))
    case = tried(story, months)
    prison_life(story, story.day + dt.timedelta(days=story.random.randrange(60, 300)))
    story.happens("pardon", status="released_pardon", summary="pardoned on the occasion of 22 Bahman")
    for sentence in case.sentences:
        story.act().amend(sentence, state="pardoned")
    story.act().amend(case.case, stage="closed")


def acquitted(story: Story) -> None:
    """Tried and acquitted."""
    case = Prosecution(story, story.random.choice((12, 24, 36)))
    case.investigate()
    case.to_prison()
    case.indict()
    if one_in(story.random, 2):
        case.convict()
    case.acquit(on_appeal=bool(case.judgments))


def let_go(story: Story) -> None:
    """Released, nobody knows why, or nobody knows whether."""
    case = Prosecution(story, story.random.choice((12, 24)))
    case.investigate()
    story.wait(10, 90)
    story.happens("release", status="released_unknown_reason")
    if one_in(story.random, 3):
        story.act().amend(case.case, stage="unknown")


def left(story: Story) -> None:
    """Out on bail, and out of the country before the trial; convicted in absence."""
    case = Prosecution(story, story.random.choice((36, 60)))
    case.investigate()
    case.bail()
    story.wait(60, 200)
    story.happens("left_country", status="escaped_or_left_country")
    story.act().amend(case.case, abroad=True)
    case.indict()
    case.convict(absent=True)


def house_arrest(story: Story) -> None:
    """Confined to the house without a charge."""
    story.happens(
        "house_arrest_start", status="house_arrest", authority="SNSC", place="at home", open_ended=True
    )
    story.wait(100, 600)
    story.happens("contact_denied", violation="telephone_denied")


def exiled(story: Story) -> None:
    """Served the term, and sent to a distant town."""
    months = story.random.choice((12, 24))
    tried(story, months)
    story.until(term_ends(story, months))
    place = story.random.choice(("Zabol", "Iranshahr", "میناب", "Bushkan"))
    story.happens("exile_start", status="internal_exile", place=place)


def deported(story: Story) -> None:
    """A foreign national, put over the border."""
    case = Prosecution(story, 36)
    case.investigate()
    story.wait(100, 300)
    story.happens("deportation", status="deported_or_handed_over", summary="exchanged")
    story.act().amend(case.case, stage="closed")
