"""The charges of the example: articles with the terms courts give for them, and words without an article."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from random import Random
from typing import NamedTuple


class Article(NamedTuple):
    """One article: its code in the catalogue, the shortest and longest term in months, and how papers word it."""

    code: str
    least: int
    most: int
    since: dt.date
    words: tuple[str, ...]


def _articles() -> dict[str, Article]:
    """The articles of `articles.csv` by their short key."""
    with (Path(__file__).parent / "articles.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["key"]: Article(
                row["code"],
                int(row["least"]),
                int(row["most"]),
                dt.date.fromisoformat(row["since"]),
                tuple(row["words"].split(";")),
            )
            for row in csv.DictReader(file, strict=True)
        }


ARTICLES = _articles()
CAPITAL = ("286", "287", "279", "262", "Esp1")
HEAVY = ("498", "501", "508", "288")


def charged_with(random: Random, told: str, act: dt.date, months: int | None) -> list[str]:
    """What somebody is charged with: keys of ARTICLES, or words for which no article is known.

    `months` is the term that the court will give for the heaviest, None for death.
    """
    chosen = random.choice(told.split(";"))
    asked = chosen.split(" ") if set(chosen.split(" ")) <= set(ARTICLES) else [chosen]
    found = [key for key in asked if key not in ARTICLES or _may_stand(key, act, months)]
    if act >= dt.date(2025, 10, 8) and random.random() < 0.2 and months != 0:  # noqa: PLR2004
        found.append(random.choice(("Esp4", "Esp5")))
    if not any(main_for(key, act, months) for key in found):
        found.insert(0, _main(random, act, months))
    return list(dict.fromkeys(found))


def main_for(key: str, act: dt.date, months: int | None) -> bool:
    """Whether an article was in force, and lets a court give this term (None: death)."""
    article = ARTICLES.get(key)
    if article is None or act < article.since:
        return False
    return key in CAPITAL if months is None else article.least <= months <= article.most


def _may_stand(key: str, act: dt.date, months: int | None) -> bool:
    """Whether an article was in force and fits beside the heaviest."""
    article = ARTICLES[key]
    if act < article.since:
        return False
    return months is None or (key not in CAPITAL and article.least <= months)


def _main(random: Random, act: dt.date, months: int | None) -> str:
    every = CAPITAL[:3] if months is None else (*HEAVY, "610", "499", "513", "500", "618", "607")
    return random.choice([key for key in every if main_for(key, act, months)])
