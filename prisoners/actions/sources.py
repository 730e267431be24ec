"""Who says so: one source an address, and what ties a source to a record or to one field of it."""

from __future__ import annotations

import re
from typing import Any

from prisoners.actions.facts import Typed, column_of, read_facts
from prisoners.actions.named import number_meant
from prisoners.actions.rows import correct, enter, record_of, whose
from prisoners.actions.rows import withdraw as withdraw_row
from prisoners.errors import AddressTaken, NotAReference, StillCited
from prisoners.records.citations import Citation
from prisoners.records.form import Row
from prisoners.records.sources import Source
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.store.unit import Unit

_TRACKING = re.compile(r"(?:(?<=\?)|&)(?:utm_\w+|fbclid|gclid|igshid)=[^&#]*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<place>[^#]*?)/?(?:#.*)?", re.IGNORECASE | re.DOTALL)


def add(unit: Unit, typed: Typed) -> Row:
    """Record a source; an address that the registry knows already gives the source that has it, corrected."""
    facts = read_facts(unit, "sources", typed)
    known = number_at(unit, facts["url"]) if facts.get("url") else None
    if known is None:
        return enter(unit, "sources", facts)
    return correct(unit, "sources", known, facts | {"url": unit.get(Source, known).url})


def at(unit: Unit, url: str, **facts: Any) -> int:
    """The source at an address: the one that stands, or a new one with these facts."""
    known = number_at(unit, url)
    return known or enter(unit, "sources", {"url": url, "accessed_on": unit.today} | facts).id or 0


def number_at(unit: Unit, url: str) -> int | None:
    """The number of the source at an address, however it is spelled; None where the registry has none."""
    asked = {f"url{place}": spelling for place, spelling in enumerate(spellings(url))}
    marks = ", ".join(f":{name}" for name in asked)
    found = unit.rows(f"SELECT min(id) AS id FROM sources WHERE withdrawn = 0 AND url IN ({marks})", **asked)
    return found[0]["id"] if found else None


def spellings(url: str) -> list[str]:
    """The ways in which one address is written: http or https, www or not, with its last slash or without."""
    found = _ADDRESS.fullmatch(untracked(url.strip()))
    host, slash, path = (found["place"] if found else url).partition("/")
    place = host.lower() + slash + path
    begins = [f"{scheme}{www}" for scheme in ("https://", "http://") for www in ("", "www.")]
    ways = [f"{begin}{place}{end}" for begin in begins for end in ("", "/")]
    return list(dict.fromkeys([url.strip(), *ways]))


def untracked(url: str) -> str:
    """An address without the marks by which a site counts where its readers come from: `utm_source`, `fbclid`."""
    bare = _TRACKING.sub("", url)
    return url if bare == url else re.sub(r"\?(?=#|$)", "", bare.replace("?&", "?"))


def amend(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a source; raises AddressTaken for an address that another source has."""
    facts = read_facts(unit, "sources", typed)
    known = number_at(unit, facts["url"]) if facts.get("url") else None
    if known not in (None, number):
        raise AddressTaken(facts["url"], write_reference("sources", known or 0))
    return correct(unit, "sources", number, facts)


def withdraw(unit: Unit, number: int, *, with_citations: bool = False) -> Row:
    """Mark a source as retracted or entered in error; raises StillCited where statements rest on it.

    With `with_citations` what ties it to records is withdrawn too; the records stay and lose its word.
    """
    cited = unit.rows("SELECT id FROM citations WHERE source_id = :own AND withdrawn = 0", own=number)
    if cited and not with_citations:
        raise StillCited(write_reference("sources", number), len(cited))
    for citation in cited:
        withdraw_row(unit, "citations", citation["id"])
    return withdraw_row(unit, "sources", number)


def cite(unit: Unit, source_id: int, typed: Typed) -> Row:
    """Tie a source to a record (`about`: E-0012), or to one `field` of it with the `value` it states.

    Values that sources state differently are kept beside each other, not chosen between.
    """
    plain = dict(typed)
    facts = about(unit, str(plain.pop("about", "")))
    if plain.get("field"):
        plain["field"] = column_of(facts["about_table"], str(plain["field"])).name
    facts |= read_facts(unit, "citations", plain)
    known = unit.rows(
        "SELECT id FROM citations WHERE source_id = :source AND about_table = :about_table AND about_row = :about_row"
        " AND coalesce(field, '') = :field AND withdrawn = 0",
        source=source_id,
        about_table=facts["about_table"],
        about_row=facts["about_row"],
        field=facts.get("field") or "",
    )
    if known:
        return unit.amend(unit.get(Citation, known[0]["id"]), **facts)
    return enter(unit, "citations", facts | {"source_id": source_id})


def about(unit: Unit, reference: str) -> dict[str, Any]:
    """Which record a citation bears, and whom that is about; raises NotAReference or NoSuchRow."""
    if not is_reference(reference):
        raise NotAReference(reference)
    table = read_reference(reference)[0]
    number = number_meant(unit, table, reference)
    row = unit.get(record_of(table), number)
    return {"about_table": table, "about_row": number, "prisoner_id": whose(unit, row)}
