"""How a report speaks: as every file that leaves does, with the headings, titles and sentences of reports."""

from __future__ import annotations

from prisoners.reports.phrases import HEADINGS, SAID, TITLES
from prisoners.sheets.speech import Lang
from prisoners.sheets.speech import Speech as Spoken

__all__ = ["Lang", "Speech"]


class Speech(Spoken):
    """One report's way to speak."""

    def heading(self, key: str) -> str:
        """The heading of a column."""
        return self.either(HEADINGS[key])

    def title(self, key: str, **facts: str) -> str:
        """The title of a table."""
        return self.filled(TITLES[key], facts)

    def said(self, key: str, **facts: str) -> str:
        """A sentence about a table, or a word in one."""
        return self.filled(SAID[key], facts)
