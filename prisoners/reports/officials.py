"""Judges and their cases; a judge is named only where two independent sources say so."""

from __future__ import annotations

from collections.abc import Iterable

from prisoners.queries.judges import ENOUGH, sourced, sourced_judgments
from prisoners.reports.material import Material
from prisoners.reports.people import Row, grouped
from prisoners.reports.table import Table
from prisoners.store.references import write_reference

KEYS = ("judge", "independent", "judgments", "persons", "death_sentences")
CASES = (
    "judge", "independent", "court", "branch", "date", "outcome", "reference", "name", "name_persian", "charges",
    "sentences", "sentence_grade",
)  # fmt: skip


def officials(material: Material) -> list[Table]:
    """Judges with what they decided about the people of this report, and each judgment."""
    named = _still_sourced(material)
    judgments = [
        row
        for person in material.people.shown
        for row in material.people.rows("judgments", person)
        if row.get("judge_id")
    ]
    by_judge = grouped(judgments, "judge_id")
    listed = {row["id"] for row in material.people.tables["officials"]}
    known = [judge for judge in sorted(by_judge) if judge in listed and len(named.get(judge, ())) >= ENOUGH]
    rows = [_judge(material, judge, by_judge[judge]) | {"independent": len(named[judge])} for judge in known]
    rows.sort(key=lambda row: (-row["judgments"], row["judge"]))
    unnamed = [row for judge, each in by_judge.items() if judge not in known for row in each]
    if unnamed:
        rows.append(_figures(material, unnamed) | {"judge": material.speech.said("not_named")})
    note = [material.speech.said("officials"), material.speech.said("as_pronounced")]
    said = material.speech.said("for_somebody")
    here = sourced_judgments(material.then)
    cases = [_case(material, row, known) | {"independent": len(here.get(row["id"], ()))} for row in judgments]
    return [
        material.table("judges", KEYS, rows, "judgments", said, note),
        material.table("judgments", CASES, cases, "judgments", said, note),
    ]


def _still_sourced(material: Material) -> dict[int, set[int]]:
    """The sources of each judge that were known then, of judges whom two still name."""
    now = sourced(material.reader)
    return {
        judge: said for judge, said in sourced(material.then).items() if len(now.get(judge, ())) >= ENOUGH
    }


def _judge(material: Material, judge: int, judgments: list[Row]) -> Row:
    return _figures(material, judgments) | {"judge": _name(material, judge)}


def _name(material: Material, judge: int) -> str:
    official = next(row for row in material.people.tables["officials"] if row["id"] == judge)
    name = material.speech.either((official["name_en"], official["name_fa"] or official["name_en"]))
    return f"{write_reference('officials', judge)} {name}"


def _figures(material: Material, judgments: Iterable[Row]) -> Row:
    judgments = list(judgments)
    numbers = {row["id"] for row in judgments}
    death = [
        row for row in material.people.tables["sentences"] if row["judgment_id"] in numbers and row["kind"] == "death"
    ]  # fmt: skip
    return {
        "judgments": len(judgments),
        "persons": len({row["prisoner_id"] for row in judgments}),
        "death_sentences": len(death),
    }


def _case(material: Material, row: Row, known: list[int]) -> Row:
    people, speech = material.people, material.speech
    court = next((one for one in people.tables["courts"] if one["id"] == row.get("court_id")), {})
    own = [one for one in people.rows("sentences", row["prisoner_id"]) if one["judgment_id"] == row["id"]]
    judge = _name(material, row["judge_id"]) if row["judge_id"] in known else speech.said("not_named")
    return people.row(row["prisoner_id"]) | {
        "judge": judge,
        "court": speech.either((court.get("name_en", ""), court.get("name_fa") or court.get("name_en", ""))),
        "branch": row.get("branch"),
        "date": speech.date(row.get("given_on")),
        "outcome": speech.code("outcome", row.get("outcome")),
        "sentences": speech.several(map(people.sentence, own)),
        "sentence_grade": people.grades.of(
            ("judgments", row["id"]), *(("sentences", one["id"]) for one in own)
        ),
    }
