"""Estimates at the terminal: how many a source says there were, apart from everybody who is recorded one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.commands import door
from prisoners.commands.asking import gather
from prisoners.commands.listed import plain, show_one, show_rows
from prisoners.commands.records import Reference, group, number_of
from prisoners.commands.say import complain
from prisoners.commands.tables import show_json
from prisoners.commands.takes import Form, takes
from prisoners.commands.words import Words
from prisoners.commands.written import say, tell
from prisoners.errors import NoSuchRow
from prisoners.queries.outward import outward
from prisoners.reference import reference_list
from prisoners.store.references import write_reference

estimate = group("estimates", "How many a source says there were; never added to anything.", but=("add",))


@estimate.command("add")
@takes("estimates")
def add(
    because: door.Because = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record how many a source says there were: --because S-0012, or the address where it says so."""
    from prisoners.actions.estimates import estimate as record

    typed = gather("estimates", facts, form=form)
    with door.unit(because) as unit:
        told = tell(unit, record(unit, typed), "recorded")
        sourced = unit.source_id is not None
    say(told, as_json=as_json)
    if not sourced:
        complain(f"Who counted is not known to the registry: `prisoners cite S-… {told.reference}`.")


@estimate.command("list")
def list_(*, as_json: door.Json = False) -> None:
    """List every estimate by its time, with who counted."""
    from prisoners.queries.registers import estimates

    with door.reading() as reader:
        rows = estimates(reader)
    show_rows("estimates", rows if as_json else [_on_a_line(row) for row in rows], as_json=as_json)
    if rows and not as_json:
        complain("They overlap, and count unlike things: they are never added up.")


@estimate.command()
def show(reference: Reference, *, as_json: door.Json = False) -> None:
    """Show one estimate and who says so."""
    from prisoners.queries import registers

    number = number_of("estimates", reference)
    with door.reading() as reader:
        row, sources = registers.estimate(reader, number), registers.bearing(reader, "estimates", number)
    if row is None:
        raise NoSuchRow(write_reference("estimates", number))
    if as_json:
        show_json(outward("estimates", dict(row)) | {"sources": [plain("sources", one) for one in sources]})
        return
    show_one("estimates", _in_words(dict(row)))
    if sources:
        show_rows("sources", sources, as_json=False)
    if row["withdrawn"]:
        complain(
            f"{write_reference('estimates', number)} was retracted or entered in error: it no longer counts."
        )


def _in_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """An estimate as people read it: thousands apart, the province by its name, the other estimate by its reference."""
    language = Words(door.today()).language
    provinces = {one["code"]: one[f"name_{language}"] for one in reference_list("provinces")}
    told = {name: value for name, value in row.items() if name != "prison_id"}
    for number in ("least", "most", "named"):
        told[number] = None if told[number] is None else f"{told[number]:,}"
    for province in {"province", "place"} & told.keys():
        told[province] = provinces.get(told[province], told[province])
    told["minors"] = "only people under 18" if told["minors"] else None
    if "overlaps" in told:
        told["overlaps"] = write_reference("estimates", told["overlaps"]) if told["overlaps"] else None
    return told


def _on_a_line(row: Mapping[str, Any]) -> dict[str, Any]:
    """The same in a list: the group beside what is counted, its time in one column, in one calendar."""
    words, told = Words(door.today()), _in_words(row)
    days = [words.date(told.pop(name), both=False) for name in ("happened_on", "until")]
    group = [words.code("gender", told.pop("gender")), words.code("activity", told.pop("activity"))]
    who = [words.code("estimate_kind", told.pop("kind")), *group, "under 18" if told.pop("minors") else ""]
    first = {"id": told.pop("id"), "counted": _joined(", ", who), "when": _joined(" – ", days)}
    return first | told


def _joined(between: str, parts: list[str]) -> str:
    return between.join(filter(None, parts))
