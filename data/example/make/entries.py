"""What researchers write down about a person when the case comes in, and what they correct or learn later."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.example.make.book import Act
from data.example.make.days import born, year_of
from data.example.make.people import COUNTRIES, SECONDARY
from data.example.make.story import Story, one_in
from data.example.make.words import home_names, words
from data.example.make.world import END

ETHNICITIES = {"kurdish": "kurdish", "azeri": "azeri", "baluch": "baluch", "arab": "arab"}
FAITHS = {"baluch": "sunni", "kurdish": "sunni", "azeri": "shia", "arab": "shia"}
BASES = (
    ("already_public", 34),
    ("family_statement", 15),
    ("consent", 18),
    ("own_statement", 6),
    ("official_announcement", 7),
    ("public_official_duty", 3),
    ("none", 19),
)
NAMING = (
    "full",
    "full",
    "full",
    "full",
    "full",
    "full",
    "full",
    "first_name",
    "initials",
    "pseudonym",
    "anonymous",
)
FOLLOW_UPS = (
    "ask the family whether the appeal was filed",
    "ask the lawyer for the number of the judgment",
    "was the furlough extended?",
    "از خانواده دربارهٔ وضعیت پزشکی بپرسید",
    "compare with the next list of the ward",
)


def enter(story: Story) -> None:
    """The first act about a person: who it is, under which names, why persecuted, and how public it may be."""
    act, person, random = story.act(), story.person, story.random
    facts = _facts(story)
    act.enter(story.prisoner, **facts)
    _names(story, act)
    profile = person.profile
    act.add(
        "activities",
        story.prisoner,
        activity=profile.activity,
        detail=profile.told if one_in(random, 3) else None,
    )
    if one_in(random, 4):
        second = random.choice([activity for activity in SECONDARY if activity != profile.activity])
        act.add("activities", story.prisoner, activity=second, weight="secondary")


def _facts(story: Story) -> dict[str, Any]:
    person, random = story.person, story.random
    basis = random.choices([code for code, _ in BASES], [weight for _, weight in BASES])[0]
    faith = person.profile.faith or (FAITHS.get(person.people) if one_in(random, 3) else None)
    public = basis in {"already_public", "family_statement", "own_statement", "official_announcement"}
    open_named = basis not in {"none", "consent"}
    return {
        "father": random.choice(person.father) if not one_in(random, 3) else None,
        "gender": person.gender if not one_in(random, 25) else None,
        "born": born(random, person.born) if not one_in(random, 5) else None,
        "birthplace": random.choice((None, None, person.home.city, person.home.city_fa)),
        "residence": person.home.city if one_in(random, 2) else None,
        "other_nationality": random.choice(COUNTRIES) if person.profile.activity == "dual_national" else None,
        "ethnicity": ETHNICITIES.get(person.people),
        "ethnicity_presumed": True if person.people in ETHNICITIES and one_in(random, 3) else None,
        "religion": faith,
        "religion_presumed": True if faith and not person.profile.faith else None,
        "occupation": person.work if not one_in(random, 6) else None,
        "summary": _summary(story) if not one_in(random, 3) else None,
        "note": "speak of this case by telephone only" if one_in(random, 15) else None,
        "naming": random.choice(NAMING) if not open_named else None,
        "basis": basis,
        "basis_source": f"https://archive.example/basis/{random.randrange(10**5):05}" if public else None,
        "priority": random.choice((None, None, None, "normal", "high", "low")),
    }


def _summary(story: Story) -> str:
    person = story.person
    work = person.work if person.work.isascii() else "resident"
    return f"{work.capitalize()} from {person.home.city}, prosecuted because of {person.profile.told}."


def _names(story: Story, act: Act) -> None:
    person, random = story.person, story.random
    named, known_latin_only = person.named, one_in(random, 30)
    title = (
        ("سید ", "Seyed ")
        if person.people == "persian" and person.gender == "male" and one_in(random, 14)
        else ("", "")
    )
    official = {"script": "persian", "is_primary": True, "family": named.family_fa}
    if not known_latin_only:
        act.add("names", story.prisoner, text=title[0] + named.persian, **official)
    if known_latin_only or not one_in(random, 20):
        kind = "official" if known_latin_only else "transliteration"
        latin = {"script": "latin", "kind": kind, "is_primary": True, "family": named.family}
        act.add("names", story.prisoner, text=title[1] + named.latin, **latin)
    if named.other_latin != named.latin and one_in(random, 3):
        act.add("names", story.prisoner, text=named.other_latin, script="latin", kind="transliteration")
    if person.people in ETHNICITIES and one_in(random, 4):
        home, latin_home, _ = random.choice(home_names(person.people))
        kind = "ethnic" if person.people in {"azeri", "kurdish"} else "home"
        if home:
            act.add("names", story.prisoner, text=f"{home} {named.family_fa}", script="persian", kind=kind)
        act.add("names", story.prisoner, text=f"{latin_home} {named.family}", script="latin", kind=kind)
    if person.profile.activity in {"artist_or_writer", "cyberspace"} and one_in(random, 3):
        pen, latin_pen, _ = random.choice(words()["pen_names"])
        act.add("names", story.prisoner, text=pen, script="persian", kind="pen")
        act.add("names", story.prisoner, text=latin_pen, script="latin", kind="pen")


def learn(story: Story) -> None:
    """What is corrected and learned over the years, in the order of the clock."""
    first = story.acts[0].at
    years = max(0, (END - first.date()).days // 365)
    moments = sorted(first + _later(story) for _ in range(story.random.randint(0, 1 + years // 2)))
    lessons = [_birth, _father, _verified, _verified, _verified, _priority, _birthplace, _note, _names_again]
    for moment in moments:
        if moment.date() > END:
            break
        lesson = story.random.choice(lessons)
        because = story.random.choice(
            (
                "the family confirmed it",
                "read in the judgment",
                "told by the lawyer",
                "yearly review of open cases",
            )
        )
        act = story.world.book.open(moment, story.world.researcher(moment), because, "amendment")
        lesson(story, act)


def _later(story: Story) -> dt.timedelta:
    return dt.timedelta(days=story.random.randrange(20, 1400), minutes=story.random.randrange(600))


def _birth(story: Story, act: Act) -> None:
    """A first report had the year only, or another year; now the day is known."""
    if "born" not in story.prisoner.facts or story.prisoner.facts["born"] != story.prisoner.now["born"]:
        return
    right = story.prisoner.facts["born"]
    wrong = year_of(story.person.born + dt.timedelta(days=story.random.choice((-366, 366, 731, 0))))
    if wrong == right:
        return
    story.prisoner.facts["born"] = story.prisoner.now["born"] = wrong
    act.amend(story.prisoner, born=right)


def _father(story: Story, act: Act) -> None:
    act.amend(story.prisoner, father=story.person.father[0])


def _verified(story: Story, act: Act) -> None:
    act.amend(story.prisoner, verified_on=act.at.date().isoformat())


def _priority(story: Story, act: Act) -> None:
    act.amend(story.prisoner, priority=story.random.choice(("urgent", "high", "normal", "low")))


def _birthplace(story: Story, act: Act) -> None:
    act.amend(story.prisoner, birthplace=f"a village near {story.person.home.city}")


def _note(story: Story, act: Act) -> None:
    act.amend(story.prisoner, note="the family moved; use the second telephone")


def _names_again(story: Story, act: Act) -> None:
    """A letter spells the name otherwise."""
    named = story.person.named
    spelled = f"{named.given_fa} {named.family_fa}".replace("ی", "ي").replace("ک", "ك")
    if spelled != named.persian:
        act.add("names", story.prisoner, text=spelled, script="persian", kind="official")
    else:
        act.amend(story.prisoner, verified_on=act.at.date().isoformat())


def confide(story: Story, number: int) -> None:
    """What must never leave: how the family is reached, who is who, what to ask."""
    act, random, person = story.acts[0], story.random, story.person
    if one_in(random, 3):
        relative = story.world.namer.like(person.named, person.people, random.choice(("male", "female")))
        kin = {"male": ("brother", "father"), "female": ("sister", "mother")}
        kind = random.choice(kin["female" if random.random() < 0.6 else "male"])  # noqa: PLR2004
        act.add("relations", story.prisoner, kind=kind, name=relative.latin)
        act.add(
            "contacts", story.prisoner, kind="mobile", name=relative.latin, value=f"+98 900 000 {number:04}"
        )
    if one_in(random, 9):
        act.add(
            "contacts",
            story.prisoner,
            kind="email",
            value=f"family-{number:04}@mail.example",
            note="evenings only",
        )
    if one_in(random, 10):
        act.add("contacts", story.prisoner, kind="national_number", value=f"000000{number:04}")
    if one_in(random, 7):
        due = act.at.date() + dt.timedelta(days=random.randrange(30, 500))
        state = "done" if due < END and not one_in(random, 3) else "open"
        act.add(
            "follow_ups", story.prisoner, due_on=due.isoformat(), ask=random.choice(FOLLOW_UPS), state=state
        )


def agree(story: Story) -> None:
    """Who agreed to what: given, refused, running out, taken back."""
    act, random = story.acts[0], story.random
    basis = story.prisoner.facts["basis"]
    if basis != "consent" and not one_in(random, 9):
        return
    given = act.at.date()
    by = story.world.namer.like(story.person.named, story.person.people, "female").latin
    common: dict[str, Any] = {
        "subject": random.choice(("family", "family", "person", "lawyer")),
        "given_by": by,
    }
    common |= {
        "means": random.choice(("message", "telephone", "email", "through_family")),
        "given_on": given.isoformat(),
        "obtained_by": act.by,
    }
    scopes = ["publish", "share"] if basis == "consent" else [random.choice(("share", "store", "send_to_un"))]
    scopes += ["use_name"] if one_in(random, 2) else []
    rows = [act.add("consents", story.prisoner, scope=scope, **common) for scope in scopes]
    if one_in(random, 6):
        rows[-1].facts["until"] = (given + dt.timedelta(days=random.choice((365, 730)))).isoformat()
    if one_in(random, 6):
        act.add("consents", story.prisoner, scope="send_to_un", refused=True, **common)
    if one_in(random, 8):
        back = min(given + dt.timedelta(days=random.randrange(60, 900)), END)
        moment = story.world.moment(back)
        if moment > act.at:
            taken = story.world.book.open(
                moment, story.world.researcher(moment), "the family took it back", "amendment"
            )
            taken.amend(rows[0], withdrawn_on=back.isoformat())


def number_elsewhere(story: Story, number: int) -> None:
    """The person's numbers in two lists of other people."""
    act, random = story.acts[0], story.random
    if number % 3 == 0:
        story.number_in_list = str(4001 + number * 3)
        act.add("external_ids", story.prisoner, list_name="list", number=story.number_in_list)
    if one_in(random, 6):
        act.add("external_ids", story.prisoner, list_name="archive", number=f"A-{number:05}")
