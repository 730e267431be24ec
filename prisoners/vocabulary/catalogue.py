"""Finding a prison, court, offence or official by whatever it is called: names, aliases and codes in both scripts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from prisoners.vocabulary.reading import folded

NEAREST = 3
BIS = ("{} bis", "{} مکرر", "ماده {} مکرر")
"""How the press writes an article that was added after another."""


_OF_A_COURT = (
    re.compile(r"branch\s+(?P<branch>\d+)\s+of\s+(?:the\s+)?(?P<court>.+)", re.IGNORECASE),
    re.compile(r"(?P<court>.+?)[,،]?\s+branch\s+(?P<branch>\d+)", re.IGNORECASE),
    re.compile(r"شعبه\u0654?\s+(?P<branch>\d+)\s+(?P<court>.+)"),
    re.compile(r"(?P<court>.+?)[,،]?\s+شعبه\u0654?\s+(?P<branch>\d+)"),
)
"""How the press writes a branch of a court, before the court or after it."""


def court_and_branch(text: str) -> tuple[str, str] | None:
    """A court and the number of its branch, where a text names both: `شعبهٔ ۱۵ دادگاه انقلاب تهران`."""
    for form in _OF_A_COURT:
        if found := form.fullmatch(text.strip()):
            return found["court"], found["branch"]
    return None


def called(row: Mapping[str, Any]) -> list[str]:
    """Everything a row of a catalogue is called; an offence also by its article: `610`, `IPC75-610`."""
    words = [row["name_en"], row["name_fa"]]
    for aliases in (row["aliases_en"], row["aliases_fa"]):
        words += (aliases or "").split(";")
    if "article" in row.keys():  # noqa: SIM118 -- a row of a query answers `in` by its values
        article = "-".join(str(row[part]) for part in ("article", "bis") if row[part])
        words += [
            article,
            f"{row['law']}-{article}",
            f"{row['law']} {article}",
            f"art. {article}",
            f"ماده {article}",
        ]
        if row["bis"]:
            words += [form.format(row["article"]) for form in BIS if str(row["bis"]) == "1"]
    named = [word.strip() for word in words if word and word.strip()]
    if "branch" in row.keys() and row["branch"]:  # noqa: SIM118
        named += [
            f"{court} {word} {branch}" for court, branch in _parted(named) for word in ("branch", "شعبه")
        ]
    return named


def _parted(names: list[str]) -> list[tuple[str, str]]:
    """The names of a branch, each as its court and its number."""
    return [parted for parted in map(court_and_branch, names) if parted]


def entry_name(row: Mapping[str, Any]) -> str:
    """The English name of an entry; of an offence after its law and article: `IPC75 500-1 sect activity`."""
    if "article" not in row.keys():  # noqa: SIM118 -- a row of a query answers `in` by its values
        return str(row["name_en"])
    article = "-".join(str(row[part]) for part in ("article", "bis") if row[part])
    return f"{row['law']} {article} {row['name_en']}"


def told_apart(row: Mapping[str, Any]) -> str:
    """An entry so that it is told from others of its name: an offence with its article and the days of this text."""
    named = entry_name(row)
    if "article" not in row.keys():  # noqa: SIM118 -- a row of a query answers `in` by its values
        return named
    ends = (("since", row["valid_from"]), ("until", row["valid_until"]))
    days = ", ".join(f"{word} {stored.split('|', 2)[2]}" for word, stored in ends if stored)
    return f"{named} ({days})" if days else named


def resolve(rows: Iterable[Mapping[str, Any]], text: str) -> list[Mapping[str, Any]]:
    """The rows called exactly this, spelling of either script folded; several where the catalogue has several."""
    asked = folded(text)
    return [row for row in rows if any(folded(word) == asked for word in called(row))]


def nearest(rows: Iterable[Mapping[str, Any]], text: str) -> list[str]:
    """The names most like a text that resolves to nothing."""
    words = {folded(word): str(row["name_en"]) for row in rows for word in called(row)}
    asked = folded(text)
    begun = [word for word in words if asked and word.startswith(asked)]
    close = begun or difflib.get_close_matches(asked, words, n=NEAREST * 2, cutoff=0.6)
    return list(dict.fromkeys(words[word] for word in close))[:NEAREST]
