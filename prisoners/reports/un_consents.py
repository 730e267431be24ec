"""Which consents a form needs, and where each of them stands today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from prisoners.privacy.consents import Standing, perhaps_dead, standing
from prisoners.reports.un_questions import Form
from prisoners.sheets.gather import deaths
from prisoners.store.reader import Reader
from prisoners.vocabulary import ConsentScope, ConsentSubject

ASKED = (ConsentScope.SEND_TO_UN, ConsentScope.USE_NAME, ConsentScope.PUBLISH)
"""What the forms ask about, in their order."""
_SQL = "SELECT * FROM consents WHERE prisoner_id = :person ORDER BY id"


@dataclass(frozen=True)
class Consents:
    """Where the consents of one person stand."""

    of_anybody: dict[ConsentScope, Standing]
    of_family: Standing
    """Whether the family agreed to sending; it is asked apart where the person cannot be asked."""
    perhaps_dead: bool
    """A death is reported: what is sent about the dead goes through the family."""
    restricted: tuple[ConsentScope, ...]
    """Consents of which something was left out; what, a researcher must read."""

    def missing(self, form: Form, *, named: bool) -> list[tuple[ConsentScope, str]]:
        """The consents without which the form is not sent, each with where it stands; `named`: in full."""
        needed = [ConsentScope.SEND_TO_UN, *([ConsentScope.USE_NAME] if named else [])]
        found = [(scope, str(self.of_anybody[scope])) for scope in needed]
        found = [(scope, state) for scope, state in found if state != Standing.GIVEN]
        by_family = form.by_family or self.perhaps_dead
        if by_family and self.of_family is not Standing.GIVEN and not found:
            found.append((ConsentScope.SEND_TO_UN, f"{self.of_family} by the family"))
        return found


def consents_of(reader: Reader, person: int, today: dt.date) -> Consents:
    """Where everything stands that was asked about a person."""
    rows = [dict(row) for row in reader.rows(_SQL, person=person)]
    of_family = [row for row in rows if row["subject"] == ConsentSubject.FAMILY]
    dead = person in perhaps_dead(deaths(reader), today)
    return Consents(
        {scope: standing(rows, scope, today, perhaps_dead=dead) for scope in ASKED},
        standing(of_family, ConsentScope.SEND_TO_UN, today, perhaps_dead=dead),
        dead,
        tuple(
            scope
            for scope in ASKED
            if any(row["scope"] == scope and row["restrictions"] and not row["withdrawn"] for row in rows)
        ),
    )


def told_of(consents: Consents) -> dict[str, str]:
    """Where each consent stands, for the researcher and for programs."""
    told = {str(scope): str(state) for scope, state in consents.of_anybody.items()}
    return told | {"send_to_un by the family": str(consents.of_family)}
