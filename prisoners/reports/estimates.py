"""Estimates beside what is counted one by one: each with who counted, and how many of them are here by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from prisoners.reports.apart import Estimates
from prisoners.reports.material import Material
from prisoners.reports.speech import Speech
from prisoners.reports.suppression import HIDDEN
from prisoners.reports.table import Count, Table
from prisoners.store.estimates import Found, OnRecord, counted
from prisoners.store.references import write_reference

Row = dict[str, Any]

KEYS = (
    "estimate", "counted", "period", "where", "at_least", "at_most", "as_written", "named_by_source", "here_certain",
    "here_possible", "source", "reliability", "overlaps",
)  # fmt: skip
IN_SHORT = ("counted", "at_least", "at_most", "named_by_source", "here_certain", "here_possible")
NUMBERS = ("least", "most", "named")


def estimates(material: Material, only: Sequence[int] | None = None, *, short: bool = False) -> list[Table]:
    """One row an estimate, or those of `only`; nothing where there is none. `short`: what fits beside figures."""
    rows = [row for row in material.estimates.rows if only is None or row["id"] in only]
    if not rows:
        return []
    count_withheld(material)
    on_record = _on_record(material)
    told = [in_words(material, material.estimates, row) | _here(counted(row, on_record)) for row in rows]
    if short:
        told = [row | {"counted": _in_short(material.speech, row)} for row in told]
    speech = material.speech
    return [
        material.table(
            "estimates",
            IN_SHORT if short else KEYS,
            told,
            "estimates",
            speech.said("groups"),
            [speech.said("never_added"), speech.said("bounds"), speech.said("here")],
        )
    ]


def count_withheld(material: Material) -> None:
    """Add what was withheld of estimates to what was withheld of people."""
    withheld, own = material.leaving.withheld, material.estimates.leaving.withheld
    withheld.rows.update(own.rows)
    withheld.cells.update(own.cells)
    withheld.texts += [text for text in own.texts if text not in withheld.texts]


def _on_record(material: Material) -> OnRecord:
    """What left the gate of everybody who is shown."""
    people = material.people
    events = {person: people.events(person) for person in people.shown}
    return OnRecord(
        people.persons,
        lambda table, person: events[person] if table == "events" else people.rows(table, person),
        {number: row.get("province") for number, row in people.prisons.items()},
    )


def in_words(material: Material, of: Estimates, row: Row) -> Row:
    """One estimate of those in words; what could be computed of a small number is kept back with it."""
    speech = material.speech
    sources = of.sources.get(row["id"], [])
    small = _small(material, [row.get(number) for number in NUMBERS])
    return {
        "estimate": write_reference("estimates", row["id"]),
        "counted": _counted(material, row),
        "period": " – ".join(speech.date(row[day]) for day in ("happened_on", "until") if row.get(day)),
        "where": _where(material, row),
        "at_least": row.get("least"),
        "at_most": row.get("most"),
        "as_written": speech.said("not_told") if small and row.get("quoted") else row.get("quoted"),
        "named_by_source": HIDDEN if _rest_is_small(material, row) else row.get("named"),
        "source": speech.several(_sources(material, sources, unknown=row["id"] in of.unknown)),
        "reliability": speech.several(
            dict.fromkeys(speech.code("reliability", source["reliability"]) for source in sources)
        ),
        "overlaps": write_reference("estimates", row["overlaps"]) if row.get("overlaps") else "",
    }


def _here(found: Found | None) -> Row:
    """How many of the people of the report belong to a group; nothing where the registry records no such thing."""
    return {"here_certain": Count(found.certain), "here_possible": Count(found.possible)} if found else {}


def _counted(material: Material, row: Row) -> str:
    """What is counted, by what, and of which group."""
    speech = material.speech
    unit = speech.code("estimate_unit", row["unit"]) if row["unit"] != "persons" else ""
    group = (
        speech.code("gender", row.get("gender")),
        speech.said("under_18") if row.get("minors") else "",
        speech.code("activity", row.get("activity")),
        unit,
    )
    kind, told = speech.code("estimate_kind", row["kind"]), speech.several(group)
    return speech.filled(("{kind} ({told})",) * 2, {"kind": kind, "told": told}) if told else kind


def _where(material: Material, row: Row) -> str:
    prison, province = (
        material.people.prison(row.get("prison_id")),
        material.speech.province(row.get("province")),
    )
    return material.speech.several(
        dict.fromkeys(part for part in (prison, row.get("place"), province) if part)
    )


def _sources(material: Material, sources: Iterable[Row], *, unknown: bool) -> list[str]:
    """Who counted; `unknown`: somebody whom the audience may not know did, too."""
    told = [str(next(filter(None, (source.get(part) for part in ("outlet", "author", "title", "url"))), ""))
            for source in sources]  # fmt: skip
    if unknown:
        told.append(material.speech.said("not_told"))
    return list(dict.fromkeys(filter(None, told))) or [material.speech.said("not_recorded")]


def _small(material: Material, numbers: Iterable[int | None]) -> bool:
    return any(number and 0 < number < material.options.suppress for number in numbers)


def _rest_is_small(material: Material, row: Row) -> bool:
    """Whether those of a group whom its source does not name are few."""
    named, bounds = row.get("named"), (row.get("least"), row.get("most"))
    return named is not None and _small(material, [bound - named for bound in bounds if bound is not None])


def _in_short(speech: Speech, row: Row) -> str:
    """Everything but the numbers in one cell."""
    told = speech.several((row["counted"], row["period"], row["where"], row["as_written"]))
    who = {"source": row["source"], "reliability": row["reliability"]}
    said = ("{source}, {reliability}", "{source}، {reliability}") if row["reliability"] else ("{source}",) * 2
    facts = {"estimate": row["estimate"], "told": told, "who": speech.filled(said, who)}
    return speech.filled(("{estimate} {told} ({who})",) * 2, facts)
