"""The people tried together, at the terminal: who they are, what each is to serve, and the sum in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door
from prisoners.commands.say import bold, complain, say
from prisoners.commands.tables import screen_width, show_json, show_table, wrapped
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    from prisoners.commands.words import Words
    from prisoners.queries.groups import Group, Member

HEADINGS = ("person", "name", "case", "announced", "enforceable", "release")


def group_of(
    of: Annotated[
        str, typer.Argument(metavar="NAME|CASE", help="The name of the group, or one of its cases.")
    ],
    *,
    as_json: door.Json = False,
) -> None:
    """Show the people tried together: what was announced for each, and what each is to serve."""
    from prisoners.commands.words import Words
    from prisoners.queries.groups import group_meant
    from prisoners.queries.working import group_outward

    with door.reading() as reader:
        group = group_meant(reader, of)
    if as_json:
        show_json(group_outward(group))
        return
    words = Words(door.today())
    say(bold(f"{words.text(group.name)}: {tried_together(group)}"))
    if group.answers:
        say(wrapped(words.text(group.sentence(words.language)), screen_width(), 0))
    show_table(HEADINGS, [_cells(words, one) for one in group.members])
    if group.answers:
        complain("→ `prisoners show WHO --why` says how each was computed.")


def tried_together(group: Group) -> str:
    """How many people are tried together, and how many of them were judged."""
    judged = len(group.answers)
    people = "1 person" if group.people == 1 else f"{group.people} people tried together"
    return people if judged == len(group.members) else f"{people}, {judged or 'none'} of them judged"


def _cells(words: Words, one: Member) -> list[str]:
    from prisoners.queries.working import announced, release

    name = words.name({"latin": one.name_latin, "persian": one.name_persian}, "latin", "persian")
    found, language = one.come_to, words.language
    told = (
        [announced(found, language), found.enforceable.told(language), "; ".join(release(found, language))]
        if found
        else ["", "", ""]
    )
    return [
        write_reference("prisoners", one.person),
        name,
        write_reference("cases", one.case),
        *map(words.text, told),
    ]
