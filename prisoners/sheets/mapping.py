"""How the columns of a foreign list become facts: a file that says it once and is named again with every release."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prisoners.actions.facts import column_of
from prisoners.dates.partial import PartialDate
from prisoners.dates.read import read_date
from prisoners.errors import MappingWrong, PrisonersError
from prisoners.records.columns import Day
from prisoners.records.sources import SourceForm
from prisoners.reference import data_folder
from prisoners.sheets.links import ALWAYS_NAMES, WORDS_OF_LINKS
from prisoners.sheets.values import Target, read_value, table_of
from prisoners.vocabulary import Credibility

READINGS = ("", "age")
NOTE = "note"
"""In the place of what a word means: it is kept in the import note."""
FIRST_YEAR, LAST_YEAR = 1200, 2100
COUNTED_ON = "counted_on"
"""In the place of a day: the day of the release, whichever release is read."""
_TOP = {"title", "list", "number", "counted_on", "credibility", "source", "always", "columns"}
_OF_A_COLUMN = {"to", "read", "split", "join", "bears", "year", "words"}


@dataclass(frozen=True)
class Rule:
    """How one column is read."""

    heading: str
    to: Target | None = None
    read: str = ""
    split: str = ""
    """What parts several values in one cell; empty where a cell has one."""
    join: str = ""
    """What parts this column's text from that of an earlier column of the same field; empty where two must agree."""
    bears: tuple[str, ...] = ("prisoner",)
    """For sources: the slots whose records they bear out."""
    year: int | None = None
    """The year of days that are written without one, in either calendar."""
    words: dict[str, dict[Target, Any] | None] | None = None
    """What each word of the column means, where it has words of its own; None: it stays in the import note."""
    links: bool = False
    """Whether the text names an entry of a reference list, to which the record is tied where it is known."""
    beside: dict[Target, Any] = field(default_factory=dict)
    """What else holds where the cell is filled."""


@dataclass(frozen=True)
class Mapping:
    """How a list is read, and whose it is."""

    name: str
    title: str
    list_name: str
    number: tuple[str, ...]
    """The headings that tell its rows apart; together they are a person's number in the list."""
    counted_on: PartialDate | None
    credibility: Credibility
    source: dict[str, Any]
    """The list itself, as a source."""
    always: dict[Target, Any]
    rules: dict[str, Rule]

    @property
    def address(self) -> str:
        """Where the list can be read; empty where it has no address."""
        return str(self.source.get("url") or "")


def shipped() -> list[str]:
    """The mappings that come with the program, by name."""
    return sorted(path.stem for path in (data_folder() / "reference" / "mappings").glob("*.toml"))


def find_mapping(asked: str, kept: Path | None = None) -> Path:
    """The file of a mapping: a path, or the name of one that was kept or is shipped; raises MappingWrong."""
    path = Path(asked)
    if path.suffix == ".toml" and path.is_file():
        return path
    if kept is not None and (mine := kept / f"{path.name}.toml").is_file():
        return mine
    if asked in shipped():
        return data_folder() / "reference" / "mappings" / f"{asked}.toml"
    own = sorted(one.stem for one in kept.glob("*.toml")) if kept is not None else []
    names = ", ".join(dict.fromkeys([*own, *shipped()]))
    raise MappingWrong(asked, f"there is no such file, and mappings by name are {names}")


def load_mapping(asked: str, kept: Path | None = None) -> Mapping:
    """The mapping of this name or path; raises MappingWrong with what is wrong in it."""
    path = find_mapping(asked, kept)
    try:
        return read_mapping(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingWrong(path.name, str(error)) from None


def read_mapping(name: str, said: dict[str, Any]) -> Mapping:
    """The mapping that a TOML file says; raises MappingWrong."""
    reading = _Reading(name)
    reading.only(said, _TOP, "the file")
    for needed in ("list", "number", "columns"):
        if not said.get(needed):
            raise reading.wrong(f"`{needed}` is missing")
    rules = {heading: reading.rule(heading, column) for heading, column in said["columns"].items()}
    number = said["number"]
    return Mapping(
        name=name,
        title=str(said.get("title", name)),
        list_name=str(said["list"]),
        number=tuple(number) if isinstance(number, list) else (str(number),),
        counted_on=reading.day(said.get("counted_on")),
        credibility=reading.value("citations", "credibility", said.get("credibility", "unknown")),
        source=reading.source(said.get("source", {})),
        always=reading.constants(said.get("always", {})),
        rules=rules,
    )


class _Reading:
    """One reading of one mapping; every fault names its place."""

    def __init__(self, name: str) -> None:
        self.name = name

    def wrong(self, why: str) -> MappingWrong:
        return MappingWrong(self.name, why)

    def only(self, said: Table[str, Any], known: set[str], where: str) -> None:
        """Raise for a key that nobody knows: a slip of the pen would be silence."""
        if strange := sorted(key for key in said if key not in known and "." not in key):
            raise self.wrong(
                f"{where} has `{strange[0]}`, which is not known; there are {', '.join(sorted(known))}"
            )

    def day(self, text: Any) -> PartialDate | None:
        try:
            return read_date(str(text)) if text is not None else None
        except PrisonersError as error:
            raise self.wrong(f"counted_on: {error.sentence}") from None

    def year(self, said: Any, where: str) -> int | None:
        if said is not None and not (isinstance(said, int) and FIRST_YEAR <= said <= LAST_YEAR):
            raise self.wrong(f"{where}: `year` must be a year such as 1404 or 2025")
        return said

    def target(self, text: str) -> Target:
        """`event.place` as the slot and the field of its table."""
        slot, dot, name = text.partition(".")
        try:
            table = table_of(slot)
            column = column_of(table, name)
        except KeyError:
            raise self.wrong(f"`{text}`: there is no record `{slot}`") from None
        except PrisonersError as error:
            raise self.wrong(f"`{text}`: {error.sentence}") from None
        words = WORDS_OF_LINKS.get((table, name))
        if not dot or (words is None and (column.foreign_keys or name != column.name)):
            raise self.wrong(f"`{text}` is not a field that a list can fill")
        return slot, words or name

    def value(self, table: str, name: str, text: Any) -> Any:
        if text == COUNTED_ON and isinstance(column_of(table, name).type, Day):
            return COUNTED_ON
        try:
            return read_value(table, name, str(text))
        except PrisonersError as error:
            raise self.wrong(f"{table}.{name}: {error.sentence}") from None

    def constants(self, said: Table[str, Any]) -> dict[Target, Any]:
        """What always holds: field by field, read once."""
        targets = {self.target(key): text for key, text in said.items()}
        return {
            (slot, name): self.value(table_of(slot), name, text) for (slot, name), text in targets.items()
        }

    def source(self, said: Table[str, Any]) -> dict[str, Any]:
        facts = {
            name: self.value("sources", self.target(f"source.{name}")[1], text) for name, text in said.items()
        }
        if facts:
            try:
                SourceForm.validated(facts)
            except PrisonersError as error:
                raise self.wrong(error.sentence) from None
        return facts

    def rule(self, heading: str, said: Any) -> Rule:
        """How one column is read."""
        where = f"column “{heading}”"
        if not isinstance(said, dict):
            raise self.wrong(f'{where} must be a table, such as {{ to = "event.place" }}')
        self.only(said, _OF_A_COLUMN, where)
        if said.get("read", "") not in READINGS:
            raise self.wrong(f"{where} is read as `{said['read']}`; there is {READINGS[1]}")
        words = {
            word: None if means == NOTE else self.constants(means)
            for word, means in said.get("words", {}).items()
        }
        if ("to" in said) == bool(words):
            raise self.wrong(f"{where} needs either `to` or `words`")
        bears = said.get("bears", "prisoner")
        slot, _, name = str(said.get("to", "")).partition(".")
        return Rule(
            heading,
            self.target(said["to"]) if "to" in said else None,
            said.get("read", ""),
            str(said.get("split", "")),
            str(said.get("join", "")),
            tuple(bears) if isinstance(bears, list) else (str(bears),),
            self.year(said.get("year"), where),
            words or None,
            links="to" in said and _is_link(table_of(slot), name),
            beside=self.constants({key: text for key, text in said.items() if "." in key}),
        )


def _is_link(table: str, name: str) -> bool:
    """Whether a field is filled by the name of an entry: said so, or always one, as the wording of a charge."""
    return (table, name) in WORDS_OF_LINKS or (table, name) in ALWAYS_NAMES
