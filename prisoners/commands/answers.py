"""The answers about one person: the whole page, or the people who may be meant, for people or for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prisoners.commands.cards import show_fitting
from prisoners.commands.safe import safe_text
from prisoners.commands.say import complain, say
from prisoners.commands.tables import show_json
from prisoners.queries.outward import date_outward
from prisoners.store.clock import today

if TYPE_CHECKING:
    import datetime as dt

    from prisoners.queries.case_file import CaseFile
    from prisoners.queries.search import Candidate


def show_file(file: CaseFile, *, as_json: bool, why: bool = False, day: dt.date | None = None) -> None:
    """Print everything about one person; `why` with the working of every computed term and day.

    Ages and times in custody are counted to `day`, else to today.
    """
    if as_json:
        from prisoners.queries.case_file import in_json as whole
        from prisoners.queries.working import sentencing_outward

        show_json(whole(file) | {"sentencing": sentencing_outward(file)})
        return
    from prisoners.commands.page import page
    from prisoners.commands.words import Words

    say("\n".join(page(file, Words(day or today()), why=why)))


CANDIDATE = ("score", "ref", "latin", "persian", "father", "born", "status", "place", "because")


def show_candidates(name: str, candidates: list[Candidate], *, as_json: bool) -> None:
    """Print who may be meant by a name."""
    if as_json:
        show_json([candidate_in_json(one) for one in candidates])
        return
    from prisoners.commands.words import Words

    if not candidates:
        complain(f"Nobody in this registry has a name like “{safe_text(name, one_line=True)}”.")
        return
    words = Words(today())
    rows = [
        [
            f"{one.score:.2f}",
            one.person.reference,
            *(
                words.text(text or "")
                for text in (one.person.name_latin, one.person.name_persian, one.person.father)
            ),
            words.date(one.person.born, both=False),
            words.code("custody_status", one.person.status),
            words.text(one.person.place or ""),
            words.text(one.reason),
        ]
        for one in candidates
    ]
    show_fitting(CANDIDATE, rows, titles=4, numbers=[0])


def candidate_in_json(one: Candidate) -> dict[str, Any]:
    """A candidate for programs."""
    person = one.person
    return {
        "reference": person.reference,
        "score": one.score,
        "reason": one.reason,
        "matched": one.matched,
        "name_latin": person.name_latin,
        "name_persian": person.name_persian,
        "father": person.father,
        "born": date_outward(person.born),
        "status": person.status,
        "place": person.place,
    }
