"""The story, made once, and a way to ask for a report of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from prisoners.reports.material import Options
from prisoners.reports.run import Made, make
from prisoners.reports.speech import Lang
from prisoners.store.reader import Reader, reading
from prisoners.vocabulary import Audience
from tests.reports.story import TODAY, make_story

Ask = Callable[..., Made]


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_story(tmp_path_factory.mktemp("story") / "registry.db")


@pytest.fixture
def reader(story: Path) -> Iterator[Reader]:
    with reading(story) as opened:
        yield opened


@pytest.fixture
def ask(reader: Reader) -> Ask:
    """Ask for a report: `ask("women", Audience.PUBLIC, lang=Lang.FA, suppress=5)`."""

    def report(
        name: str,
        audience: Audience = Audience.ADVOCATES,
        *,
        lang: Lang = Lang.EN,
        known: str | None = None,
        on: dt.date | None = None,
        today: dt.date = TODAY,
        **options: Any,
    ) -> Made:
        return make(
            reader,
            name,
            audience=audience,
            today=today,
            options=Options(**options),
            lang=lang,
            known=known,
            on=on,
        )

    return report


def rows_of(made: Made, key: str) -> list[dict[str, Any]]:
    """The rows of one table of a report, as programs get them."""
    table = next(table for table in made.tables if table.key == key)
    found: list[dict[str, Any]] = table.as_json()["rows"]
    return found


def counts(made: Made, key: str) -> dict[str, Any]:
    """The first cell of each row → its last."""
    table = next(table for table in made.tables if table.key == key)
    return {str(row[0]): row[-1] for row in table.rows}
