"""The sources: how many statements each bears, how reliable it is, what it touches, whom it only repeats."""

from __future__ import annotations

from collections import Counter

from prisoners.reports.material import Material
from prisoners.reports.people import Row, grouped
from prisoners.reports.table import Table
from prisoners.sheets.field_names import field_name, record_name
from prisoners.store.references import write_reference

KEYS = (
    "source", "kind_of_source", "outlet", "title_of_source", "url", "published_on", "reliability", "derived_from",
    "statements", "persons", "credibility",
)  # fmt: skip
TOUCHES = ("source", "outlet", "touches", "field", "statements")


def sources(material: Material) -> list[Table]:
    """Every source of somebody named in full that the audience may know, the busiest first."""
    cited = grouped(material.people.tables["citations"], "source_id")
    rows = [_row(material, source, cited[source["id"]]) for source in material.people.tables["sources"]]
    rows.sort(key=lambda row: (-row["statements"], row["source"]))
    said = material.speech.said("for_somebody")
    return [
        material.table("sources", KEYS, rows, "statements", said),
        material.table("touches", TOUCHES, _touches(material, cited), "statements", said),
    ]


def _row(material: Material, source: Row, statements: list[Row]) -> Row:
    speech = material.speech
    grades = Counter(row["credibility"] for row in statements)
    repeats = source.get("derived_from")
    return {
        **source,
        "source": write_reference("sources", source["id"]),
        "kind_of_source": speech.code("source_kind", source["kind"]),
        "title_of_source": source.get("title"),
        "published_on": speech.date(source.get("published_on")),
        "reliability": speech.code("reliability", source["reliability"]),
        "derived_from": write_reference("sources", repeats) if repeats else "",
        "statements": len(statements),
        "persons": len({row["prisoner_id"] for row in statements}),
        "credibility": speech.several(
            speech.filled(
                ("{grade} {number}",) * 2,
                {"grade": speech.code("credibility", grade), "number": speech.number(number)},
            )
            for grade, number in sorted(grades.items())
        ),
    }


def _touches(material: Material, cited: dict[int, list[Row]]) -> list[Row]:
    """What kind of record and which field each source bears, counted."""
    rows = []
    for source in material.people.tables["sources"]:
        touched = Counter((row["about_table"], row.get("field") or "") for row in cited[source["id"]])
        rows += [
            {
                "source": write_reference("sources", source["id"]),
                "outlet": source.get("outlet"),
                "touches": record_name(material.speech, table),
                "field": field_name(material.speech, table, field),
                "statements": number,
            }
            for (table, field), number in sorted(touched.items())
        ]
    return rows
