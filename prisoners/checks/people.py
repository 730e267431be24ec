"""Doubts about people and about what may be told of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import each_found
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.vocabulary.words import label

_COUNT = "people.withdrawn = 0 AND people.merged_into IS NULL"


def nobody_by_name(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A record has no name in any script.

    Nobody will ever find it, and it will be entered a second time.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id FROM people
WHERE people.name_latin IS NULL AND people.name_persian IS NULL AND {_COUNT} ORDER BY people.id"""
    yield from each_found(
        "nobody_by_name",
        "prisoners",
        reader.each(sql),
        lambda _: "No name is recorded in any script.",
        "`prisoners name add {about} …`.",
        Gravity.WRONG,
    )


def basis_without_source(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A case may be published because it is public already, and nobody says where.

    Who publishes it must be able to look.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.basis FROM people
WHERE people.basis = 'already_public' AND people.basis_source IS NULL AND {_COUNT} ORDER BY people.id"""
    yield from each_found(
        "basis_without_source",
        "prisoners",
        reader.each(sql),
        lambda row: (
            f"The basis is “{label('publication_basis', row['basis'])}”, and nobody says where it can be seen."
        ),
        "`prisoners amend {about} --basis-source …`.",
    )


def consent_no_longer_holds(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A case may be published because of a consent, and no consent holds today.

    It was never recorded, was refused, has been taken back or has ended.
    """
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.basis FROM people WHERE people.basis = 'consent' AND {_COUNT}
  AND NOT EXISTS (SELECT 1 FROM consents WHERE consents.prisoner_id = people.id AND consents.withdrawn = 0
    AND consents.refused = 0 AND consents.withdrawn_on IS NULL
    AND (consents.until IS NULL OR substr(consents.until, 12, 10) >= :today)) ORDER BY people.id"""
    yield from each_found(
        "consent_no_longer_holds",
        "prisoners",
        reader.each(sql, today=str(today)),
        lambda row: f"The basis is “{label('publication_basis', row['basis'])}”, but no consent holds.",
        "`prisoners consent add {about} …`, or `prisoners amend {about} --basis none`.",
        Gravity.DANGER,
    )
