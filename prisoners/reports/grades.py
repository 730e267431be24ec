"""How well a row of a report is borne out: the grade of each source of it, and of what the source says."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from prisoners.privacy.redact import Leaving
from prisoners.reports.speech import Speech
from prisoners.vocabulary.sources import Credibility

Record = tuple[str, int | None]
"""A table, and the number of a row in it."""
COLUMNS = frozenset({"grade", "status_grade", "sentence_grade"})
"""Columns of reports that hold grades."""

_ORDER = list(Credibility)


class Grades:
    """The grades of everything that left the gate."""

    def __init__(self, leaving: Leaving, speech: Speech) -> None:
        self.leaving, self.speech = leaving, speech

    @cached_property
    def _found(self) -> dict[Record, set[tuple[str, Credibility]]]:
        """Record → the grades of its sources, and of what they say of it."""
        sources = {row["id"]: row["reliability"] for row in self.leaving.tables["sources"]}
        found: dict[Record, set[tuple[str, Credibility]]] = {}
        for row in self.leaving.tables["citations"]:
            grade = sources[row["source_id"]], Credibility(row["credibility"])
            found.setdefault((row["about_table"], row["about_row"]), set()).add(grade)
        return found

    def of(self, *records: Record) -> str:
        """The grades on which some records rest, as `B likely`, the best first.

        Nothing where no source bears them out that the audience may know: that there is another would tell who speaks.
        """
        found = set().union(*(self._found.get(record, ()) for record in records))
        best = sorted(found, key=lambda grade: (grade[0], _ORDER.index(grade[1])))
        return self.speech.several(self._told(*grade) for grade in best)

    def of_sentences(self, sentences: list[dict[str, Any]]) -> str:
        """The grades of sentences, and of the judgments that they stand in."""
        judgments = dict.fromkeys(row["judgment_id"] for row in sentences)
        own = (("sentences", row["id"]) for row in sentences)
        return self.of(*own, *(("judgments", number) for number in judgments))

    def _told(self, reliability: str, credibility: Credibility) -> str:
        words = self.speech.code("credibility", credibility)
        return self.speech.filled(("{grade} {words}",) * 2, {"grade": reliability, "words": words})
