"""A fault in the data is a value: what is doubted, how grave it is, and what to type about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any


class Gravity(IntEnum):
    """How grave a finding is; higher is graver."""

    NOTE = 1
    DOUBT = 2
    WRONG = 3
    DANGER = 4


@dataclass(frozen=True)
class Finding:
    """One doubt about one record."""

    name: str
    """The check that found it: function, heading in the documents and argument of `--only`."""
    about: str
    """Reference of the record in doubt."""
    sentence: str
    gravity: Gravity = Gravity.DOUBT
    hint: str = ""
    """What to type about it."""
    person: str = ""
    """Reference of the prisoner concerned, where it is not `about` itself."""

    def as_json(self) -> dict[str, Any]:
        """The finding for programs, with the gravity by name."""
        return asdict(self) | {"gravity": self.gravity.name.lower()}
