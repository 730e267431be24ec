"""Sources, consents, interventions and estimates as lists, and each with what hangs on it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from prisoners.queries.sealed import seal_of
from prisoners.store.reader import Reader

Row = dict[str, Any]
_SAID = ("outlet", "title", "author", "url")
"""By what a source is found."""


def sources(reader: Reader, contains: str = "", *, sealed: bool = False) -> list[Row]:
    """Every source that stands, newest first, with how many statements rest on it.

    A sealed one goes by its code name, and is not found by what is covered.
    """
    found = reader.rows(
        "SELECT sources.id, kind, outlet, title, url, published_on, reliability, author,"
        " (SELECT count(*) FROM citations WHERE source_id = sources.id AND citations.withdrawn = 0) AS statements"
        " FROM sources WHERE withdrawn = 0 ORDER BY sources.id DESC"
    )
    shown = [dict(row) for row in found] if sealed else seal_of(reader).each("sources", found)
    named = [row for row in shown if contains.lower() in " ".join(row[name] or "" for name in _SAID).lower()]
    return [{name: value for name, value in row.items() if name != "author"} for row in named]


def source(reader: Reader, number: int, *, sealed: bool = False) -> Row | None:
    """Everything recorded of one source."""
    row = reader.row("SELECT * FROM sources WHERE id = :number", number=number)
    if row is None:
        return None
    return dict(row) if sealed else seal_of(reader).covered("sources", dict(row))


def statements(reader: Reader, source_id: int, *, sealed: bool = False) -> list[Row]:
    """What one source bears: which record or field, of whom, and in which words."""
    found = reader.rows(
        "SELECT id, prisoner_id, about_table, about_row, field, value, credibility, quoted FROM citations"
        " WHERE source_id = :number AND withdrawn = 0 ORDER BY about_table, about_row, id",
        number=source_id,
    )
    return [dict(row) for row in found] if sealed else seal_of(reader).each("citations", found)


def rested(reader: Reader, source_id: int) -> list[sqlite3.Row]:
    """What rested on a source that was taken out, and whether another one bears it out still."""
    return reader.rows(
        "SELECT DISTINCT prisoner_id, about_table, about_row, EXISTS (SELECT 1 FROM sourced"
        " WHERE sourced.about_table = citations.about_table AND sourced.about_row = citations.about_row) AS borne_out"
        " FROM citations WHERE source_id = :number AND withdrawn = 1 ORDER BY borne_out, about_table, about_row",
        number=source_id,
    )


def consents(reader: Reader, prisoner_id: int, *, sealed: bool = False) -> list[Row]:
    """Every consent of a person or the family, those taken back among them; who gave it goes by a code name."""
    found = reader.rows(
        "SELECT id, subject, scope, refused, means, given_on, until, withdrawn_on, after_death,"
        " disclosed, voluntary, understood, competent, given_by, obtained_by, restrictions FROM consents"
        " WHERE prisoner_id = :number AND withdrawn = 0 ORDER BY id",
        number=prisoner_id,
    )
    return [dict(row) for row in found] if sealed else seal_of(reader).each("consents", found)


def restricted(reader: Reader) -> set[int]:
    """Who agreed to be shown or named, and left something out of it: in words, which only people can obey.

    Counted is every yes that nobody took back, also one that has run out: what it left out was never agreed to.
    """
    return {
        row["prisoner_id"]
        for row in reader.each(
            "SELECT DISTINCT prisoner_id FROM consents WHERE withdrawn = 0 AND refused = 0 AND withdrawn_on IS NULL"
            " AND restrictions IS NOT NULL AND scope IN ('store', 'share', 'publish', 'use_name')"
        )
    }


def interventions(reader: Reader, prisoner_id: int | None = None) -> list[sqlite3.Row]:
    """Every intervention that stands, newest first; those made for one person where one is named."""
    return reader.rows(
        "SELECT interventions.id, kind, title, addressee, made_on, follows, status, response,"
        " (SELECT count(*) FROM beneficiaries WHERE intervention_id = interventions.id AND beneficiaries.withdrawn = 0)"
        " AS prisoners FROM interventions WHERE withdrawn = 0 AND (:number IS NULL OR interventions.id IN"
        " (SELECT intervention_id FROM beneficiaries WHERE prisoner_id = :number AND beneficiaries.withdrawn = 0))"
        " ORDER BY interventions.id DESC",
        number=prisoner_id,
    )


def intervention(reader: Reader, number: int) -> sqlite3.Row | None:
    """Everything recorded of one intervention."""
    return reader.row("SELECT * FROM interventions WHERE id = :number", number=number)


def follow_ups_of(reader: Reader, number: int) -> list[sqlite3.Row]:
    """The interventions that follow up one, in the order in which they were made."""
    return reader.rows(
        "SELECT id, kind, title, made_on, status, response, responded_on FROM interventions"
        " WHERE follows = :number AND withdrawn = 0 ORDER BY coalesce(made_on, '9'), id",
        number=number,
    )


def exports_for(reader: Reader, intervention_id: int) -> list[sqlite3.Row]:
    """The files that were made for an intervention; to whom they were sent is sealed."""
    return reader.rows(
        "SELECT id, made_at, audience, file_name, prisoners FROM exports"
        " WHERE intervention_id = :number AND withdrawn = 0 ORDER BY id",
        number=intervention_id,
    )


def beneficiaries(reader: Reader, intervention_id: int) -> list[sqlite3.Row]:
    """For whom an intervention was made, by name, and what was answered about each."""
    return reader.rows(
        "SELECT beneficiaries.id, beneficiaries.prisoner_id, people.name_latin, people.name_persian, answer"
        " FROM beneficiaries JOIN people ON people.id = beneficiaries.prisoner_id"
        " WHERE intervention_id = :number AND beneficiaries.withdrawn = 0 ORDER BY beneficiaries.prisoner_id",
        number=intervention_id,
    )


_WHERE = "coalesce(prisons.name_en, prisons.name_fa), estimates.place, estimates.province"
_BEARING = (
    "SELECT DISTINCT source_id AS id, outlet, title, author, url, published_on, reliability, about_row FROM sourced"
    " WHERE about_table = :records AND (about_row = :number OR :number IS NULL) ORDER BY reliability, source_id"
)


def estimates(reader: Reader) -> list[Row]:
    """Every estimate that stands, by its time, with who counted; a sealed source goes by its code name."""
    found = reader.rows(
        "SELECT estimates.id, estimates.kind, estimates.gender, estimates.minors, estimates.activity,"
        f" estimates.happened_on, estimates.until, coalesce({_WHERE}) AS place,"
        " estimates.least, estimates.most, estimates.named"
        " FROM estimates LEFT JOIN prisons ON prisons.id = estimates.prison_id WHERE estimates.withdrawn = 0"
        " ORDER BY coalesce(estimates.happened_on, estimates.until), estimates.id"
    )
    called: dict[int, dict[str, None]] = defaultdict(dict)
    for row in _bearing(reader, "estimates", None):
        name = next((row[said] for said in ("outlet", "author", "title", "url") if row[said]), None)
        called[row["about_row"]] |= {name: None} if name else {}
    return [{**row, "source": "; ".join(sorted(called[row["id"]])) or None} for row in found]


def estimate(reader: Reader, number: int) -> sqlite3.Row | None:
    """Everything recorded of one estimate."""
    return reader.row(
        "SELECT estimates.*, coalesce(prisons.name_en, prisons.name_fa) AS prison FROM estimates"
        " LEFT JOIN prisons ON prisons.id = estimates.prison_id WHERE estimates.id = :number",
        number=number,
    )


def bearing(reader: Reader, table: str, number: int) -> list[Row]:
    """The sources of a record, each once, the most reliable first; a sealed one goes by its code name."""
    shown = ("id", "outlet", "title", "url", "published_on", "reliability")
    return [{name: row[name] for name in shown} for row in _bearing(reader, table, number)]


def _bearing(reader: Reader, table: str, number: int | None) -> list[Row]:
    """The sources of one record of a table, or of all of them."""
    return seal_of(reader).each("sources", reader.rows(_BEARING, records=table, number=number))
