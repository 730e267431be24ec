"""What the law room is told of a judgment: its components, what became of them, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.terms import Term
from prisoners.vocabulary.justice import PunishmentClass, SentenceKind, SentenceState

PRISON_KINDS = frozenset({SentenceKind.PRISON, SentenceKind.PRISON_IN_EXILE})
CUSTODIAL = PRISON_KINDS | {SentenceKind.LIFE, SentenceKind.DEATH}
"""The kinds that compete with each other; every other kind is listed beside them."""

NO_TIME = Term()

GONE = frozenset({SentenceState.QUASHED, SentenceState.PARDONED})


@dataclass(frozen=True)
class Component:
    """One component of a judgment, as it was pronounced, and what has become of it.

    `act` marks titles of one single act: components with the same mark were one behaviour (art. 131).
    `degree` is the degree of the offence under art. 19, not of the term. `reduced_to` and `becomes` say what
    a reduced or commuted component is now; `by_pardon` whether a commutation was a pardon or a court's.
    `charge` is the reference of the charge that it punishes, where known.
    """

    ref: str
    kind: SentenceKind = SentenceKind.PRISON
    term: Term | None = None
    offence: str = ""
    punishment_class: PunishmentClass = PunishmentClass.UNKNOWN
    degree: int | None = None
    state: SentenceState = SentenceState.ISSUED
    reduced_to: Term | None = None
    becomes: SentenceKind | None = None
    by_pardon: bool | None = None
    suspended: Term | None = None
    wholly_suspended: bool = False
    act: str = ""
    charge: str = ""
    lashes: int | None = None
    amount: int | None = None
    currency: str = ""
    place: str = ""
    words: str = ""

    @property
    def name(self) -> str:
        """How a reader calls it: the offence and the reference."""
        return f"{self.offence} ({self.ref})" if self.offence else self.ref


@dataclass(frozen=True)
class Judgment:
    """One judgment with the components that belong to it; a reported term stands beside the computed one."""

    ref: str
    components: tuple[Component, ...] = ()
    on: PartialDate | None = None
    reported: Term | None = None
    untold: bool = False
    """It convicts, and nobody recorded to what."""


class Merger(NamedTuple):
    """A decision that merges final judgments into one (Code of Criminal Procedure 1392, art. 510)."""

    ref: str
    judgments: tuple[str, ...]
    on: PartialDate | None = None
    reported: Term | None = None


@dataclass(frozen=True)
class Measure:
    """How long somebody is to be held: a term, or for life."""

    term: Term = NO_TIME
    life: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        """Life is longer than any term."""
        return (self.life, self.term.weight)

    def __add__(self, other: Measure) -> Measure:
        """One after the other; what follows on life is no longer counted."""
        if self.life or other.life:
            return LIFE
        return Measure((self.term + other.term).tidy())


LIFE = Measure(life=True)
NOTHING = Measure()
