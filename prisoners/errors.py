"""Every failure a user can meet: its sentence, its next step, its exit code."""

from __future__ import annotations

from typing import ClassVar

FAULT, TYPED, MISSING, WRONG, FORBIDDEN, FINDINGS, UNCLEAR, DATABASE = range(1, 9)

MEANINGS: dict[int, str] = {
    0: "done",
    FAULT: "a fault in the program",
    TYPED: "typed wrongly",
    MISSING: "no such thing",
    WRONG: "the record would not be right",
    FORBIDDEN: "forbidden",
    FINDINGS: "the data has findings",
    UNCLEAR: "an import is unclear or in conflict",
    DATABASE: "the database will not do",
}


class PrisonersError(Exception):
    """A command cannot be carried out: what happened and why, what to type next, the exit code."""

    exit_code: ClassVar[int] = FAULT

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class TypedWrongly(PrisonersError):
    """What was typed cannot be understood."""

    exit_code = TYPED


class NoSuchThing(PrisonersError):
    """A reference, a name or a word stands for nothing that is recorded."""

    exit_code = MISSING


class NotRight(PrisonersError):
    """The record would not be right if this were written."""

    exit_code = WRONG


class Forbidden(PrisonersError):
    """The house's rules refuse this."""

    exit_code = FORBIDDEN


class ImportUnclear(PrisonersError):
    """A spreadsheet cannot be taken in before somebody decides."""

    exit_code = UNCLEAR


class DatabaseRefuses(PrisonersError):
    """The database cannot be opened, read or written."""

    exit_code = DATABASE


class UnknownList(NoSuchThing):
    """There is no closed list of that name."""

    def __init__(self, code_list: str, known: list[str]) -> None:
        super().__init__(f"There is no list called “{code_list}”.", f"Lists are: {', '.join(known)}.")


class UnknownWord(NoSuchThing):
    """A word is neither a code of its closed list nor what a code is called in English or Persian."""

    def __init__(self, code_list: str, text: str, nearest: list[str]) -> None:
        hint = f"Did you mean {' or '.join(nearest)}?" if nearest else "All words: data/reference/labels.csv."
        super().__init__(f"“{text}” is not a word of the list {code_list}.", hint)
        self.code_list = code_list
        self.text = text
        self.nearest = nearest


class FormNotRight(NotRight):
    """Fields of a form that cannot be recorded as they are."""

    def __init__(self, thing: str, faults: list[tuple[str, str]]) -> None:
        self.thing, self.faults = thing, faults
        listed = "; ".join(f"{field}: {fault}" if field else fault for field, fault in faults)
        super().__init__(
            f"The {thing.lower()} would not be right: {listed}.", "Correct the fields named and try again."
        )
