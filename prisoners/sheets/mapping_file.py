"""Mapping files in the making: proposed for a list, kept under its name, found again with its next release."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from prisoners.errors import FileNotSound
from prisoners.names.script import plain_letters
from prisoners.sheets.arrange import arrange, borne_by, dated_facts, number_of_list, said_of
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping import Mapping, load_mapping, read_mapping
from prisoners.sheets.propose import Proposal, propose
from prisoners.sheets.save import saved

_DAY = re.compile(r"(?<!\d)((?:1[34]|20)\d\d)(?:([-_.]?)(0\d|1[0-2])(?:\2([0-3]\d))?)?(?!\d)")
_WHOLE_DAY = re.compile(r"[-_. ]*(?<!\d)(?:1[34]|20)\d\d([-_.]?)(?:0\d|1[0-2])\1[0-3]\d(?!\d)")
_AGES = "of “{}” nobody said from which day its ages count: `--counted-on DAY` says it"


@dataclass(frozen=True)
class Proposed:
    """A reading of a list that nobody wrote: column by column, and the mapping that comes of it."""

    proposals: list[Proposal]
    said: dict[str, Any]
    """The mapping as its file says it."""

    @property
    def mapping(self) -> Mapping:
        """The mapping, as every other is read."""
        return read_mapping(str(self.said["list"]), self.said)

    @property
    def left(self) -> list[Proposal]:
        """The columns that stay in the import note."""
        read = {*self.said["columns"], *self.said["number"]}
        return [one for one in self.proposals if one.heading not in read]

    def as_toml(self) -> str:
        """The text of its file, with the reason for every column."""
        reasons = {one.heading: one.reason for one in self.proposals}
        return toml_of(self.said, reasons, {one.heading: one.reason for one in self.left})


def proposed(sheet: ForeignSheet, catalogues: Catalogues, counted_on: str | None = None) -> Proposed:
    """How a list is read where nobody says how."""
    return proposed_of(sheet, arrange(propose(sheet, catalogues)), counted_on)


def proposed_of(
    sheet: ForeignSheet, proposals: Sequence[Proposal], counted_on: str | None = None
) -> Proposed:
    """The mapping that comes of these proposals: what is sure is read, the rest goes to the import note."""
    day = counted_on or day_in(sheet.file)
    told = [_counted(one, day, asked=counted_on is not None) for one in proposals]
    bears = borne_by(told)
    columns = {one.heading: said_of(one, bears) for one in told if one.used and one.to != "number"}
    called = list_called(sheet.file)
    said: dict[str, Any] = {"title": called, "list": called}
    said["number"] = number_of_list(told, len(sheet.rows)) or [sheet.heading[0]]
    if day:
        said["counted_on"] = day
    return Proposed(told, said | {"columns": columns or {sheet.heading[0]: {"to": "prisoner.note"}}})


def _counted(one: Proposal, day: str | None, *, asked: bool) -> Proposal:
    """An age with the day from which it counts, and doubtful without one."""
    if not one.used or one.more.get("read") != "age" or "count" in one.reason:
        return one
    if day is None:
        return one.doubted(_AGES.format(one.heading))
    said = "as asked" if asked else "as the name of the file says"
    return replace(one, reason=f"{one.reason}; counted from {day}, {said}")


def list_called(file: str) -> str:
    """What a list is called here, from the name of its file without the day of the release."""
    bare = _WHOLE_DAY.sub("", plain_letters(Path(file).stem))
    return re.sub(r"[\W_]+", "-", bare).strip("-") or "list"


def day_in(file: str) -> str | None:
    """The day of the release, as the name of a file says it."""
    found = _DAY.search(plain_letters(Path(file).stem))
    return "-".join(part for part in (found[1], found[3], found[4]) if part) if found else None


def kept_for(sheet: ForeignSheet, folder: Path) -> Mapping | None:
    """The mapping that was kept for this list, where its headings still tell the rows apart."""
    path = folder / f"{list_called(sheet.file)}.toml"
    if not path.is_file():
        return None
    mapping = load_mapping(str(path))
    return mapping if set(mapping.number) <= set(sheet.heading) else None


def knowing_words(mapping: Mapping, sheet: ForeignSheet) -> tuple[Mapping, list[str]]:
    """The mapping with the words of status that came since it was kept and are known anyway; and what they are."""
    rules, told = dict(mapping.rules), list[str]()
    for heading, rule in mapping.rules.items():
        if rule.words is None or heading not in sheet.heading:
            continue
        place = sheet.heading.index(heading)
        texts = dict.fromkeys(row.cells[place].strip() for row in sheet.rows)
        facts = {text: dated_facts(text) for text in texts if text not in rule.words}
        known = {text: said for text, said in facts.items() if said is not None}
        if known:
            said = {"list": mapping.list_name, "number": [heading], "columns": {heading: {"words": known}}}
            more = read_mapping(mapping.name, said).rules[heading].words or {}
            rules[heading] = replace(rule, words=rule.words | more)
            told.append(f"“{heading}” has words that are new and known: {', '.join(known)}")
    return replace(mapping, rules=rules), told


def knowing_columns(
    mapping: Mapping, sheet: ForeignSheet, catalogues: Catalogues
) -> tuple[Mapping, list[str]]:
    """The mapping with the columns that came since it was kept and are sure by themselves; and which they are."""
    came = [heading for heading in sheet.heading if heading not in {*mapping.rules, *mapping.number}]
    if not came:
        return mapping, []
    taken = {rule.to for heading, rule in mapping.rules.items() if heading in sheet.heading}
    fresh = proposed(sheet, catalogues).mapping.rules
    more = {
        heading: fresh[heading] for heading in came if heading in fresh and fresh[heading].to not in taken
    }
    told = [
        f"“{heading}” is new and read as {'.'.join(rule.to or ('status',))}" for heading, rule in more.items()
    ]
    return replace(mapping, rules=mapping.rules | more), told


def keep(text: str, path: Path) -> None:
    """Keep a mapping file, readable by its owner alone."""
    content = text.encode()

    def write(file: BinaryIO) -> None:
        file.write(content)

    def verify(unfinished: Path) -> None:
        if unfinished.read_bytes() != content:
            raise FileNotSound(path.name)

    path.parent.mkdir(parents=True, exist_ok=True)
    with saved(path, write, verify):
        pass


def toml_of(said: dict[str, Any], reasons: dict[str, str], left: dict[str, str]) -> str:
    """A mapping as TOML, with why beside every column; columns that are not read stand in comments."""
    lines = [f"{key} = {_value(value)}" for key, value in said.items() if key != "columns"]
    for heading, column in said["columns"].items():
        lines += ["", f"# {_comment(reasons.get(heading, ''))}"]
        lines += _table(("columns", heading), column)
    if left:
        lines += ["", "# In the import note, for no field is known for them:"]
        lines += [f"#   {_comment(heading)}: {_comment(why)}" for heading, why in left.items()]
    return "\n".join(lines) + "\n"


def _table(path: tuple[str, ...], said: dict[str, Any]) -> list[str]:
    lines = [f"[{'.'.join(map(_key, path))}]"]
    lines += [f"{_key(key)} = {_value(value)}" for key, value in said.items() if key != "words"]
    words = said.get("words", {})
    notes = {word: means for word, means in words.items() if isinstance(means, str)}
    if notes:
        lines += [f"[{'.'.join(map(_key, (*path, 'words')))}]"]
        lines += [f"{_key(word)} = {_value(means)}" for word, means in notes.items()]
    for word, means in words.items():
        if word not in notes:
            lines += _table((*path, "words", word), means)
    return lines


def _key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else _value(text)


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
