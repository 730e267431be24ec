"""Doubts about people and about what may be told of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import each_found
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.vocabulary import DEAD
from prisoners.vocabulary.words import label

_COUNT = "people.withdrawn = 0 AND people.merged_into IS NULL"

_DEAD = ", ".join(f"'{status}'" for status in sorted(DEAD))
_DEATHS = (
    "FROM events WHERE events.prisoner_id = people.id AND events.withdrawn = 0"
    f" AND (events.kind IN ('death', 'execution_carried_out') OR events.status IN ({_DEAD}))"
)
_DIED = f"SELECT max(substr(events.happened_on, 12, 10)) {_DEATHS}"
_LEAVES_BY = "('publish', 'share', 'send_to_un', 'use_name')"
_YES = "consents.withdrawn = 0 AND consents.refused = 0 AND consents.withdrawn_on IS NULL"


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


def consent_ended_with_death(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A death is reported, and a consent was given by the person or by who spoke for them, and not by the family.

    It ended with the death unless the person said that it holds after it. Whose family has not been asked is named
    by it no more, and shown by it to nobody.
    """
    del today
    sql = f"""
SELECT consents.id, consents.prisoner_id, consents.scope, consents.subject FROM consents
JOIN people ON people.id = consents.prisoner_id AND {_COUNT}
WHERE {_YES} AND consents.subject <> 'family' AND consents.after_death = 0
  AND consents.scope IN {_LEAVES_BY} AND EXISTS (SELECT 1 {_DEATHS})
  AND NOT EXISTS (SELECT 1 FROM consents AS answer WHERE answer.prisoner_id = people.id AND answer.withdrawn = 0
    AND answer.scope = consents.scope AND (answer.subject = 'family' OR answer.after_death = 1))
ORDER BY consents.id"""
    yield from each_found(
        "consent_ended_with_death",
        "consents",
        reader.each(sql),
        lambda row: (
            f"“{label('consent_scope', row['scope'])}” was agreed to by “{label('consent_subject', row['subject'])}”, "
            "and a death is reported since: the family has not been asked."
        ),
        "Ask the family, and `prisoners consent add {person} --subject family --scope …`, whatever they answer.",
    )


def family_not_asked_since_death(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A death is reported, and what the family agreed to, they agreed to before it.

    It holds. But they agreed to other news than this, and may be pressed to bury in silence.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id FROM people WHERE {_COUNT}
  AND EXISTS (SELECT 1 FROM consents WHERE consents.prisoner_id = people.id AND {_YES}
    AND consents.subject = 'family' AND consents.scope IN {_LEAVES_BY}
    AND substr(consents.given_on, 12, 10) < ({_DIED}))
  AND NOT EXISTS (SELECT 1 FROM consents WHERE consents.prisoner_id = people.id AND consents.withdrawn = 0
    AND consents.subject = 'family' AND substr(consents.given_on, 12, 10) >= ({_DIED})) ORDER BY people.id"""
    yield from each_found(
        "family_not_asked_since_death",
        "prisoners",
        reader.each(sql),
        lambda _: "The family agreed while the person lived, and has not been asked since.",
        "Ask when it does no harm, and `prisoners consent add {about} --subject family --scope …`.",
        Gravity.NOTE,
    )


def consent_not_informed(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Something leaves on nothing but a consent, and it is not recorded that it was an informed one.

    Disclosure, voluntariness, comprehension and competence are its four elements, as WITNESS teaches those who film.
    The yes counts all the same; whoever stands by it before a family or a court will be asked about the four.
    """
    sql = f"""
SELECT people.id, people.id AS prisoner_id, count(*) AS number FROM consents
JOIN people ON people.id = consents.prisoner_id AND {_COUNT}
WHERE {_YES} AND (consents.scope = 'send_to_un' OR people.basis = 'consent' AND consents.scope IN {_LEAVES_BY})
  AND NOT (consents.disclosed AND consents.voluntary AND consents.understood AND consents.competent)
  AND (consents.until IS NULL OR substr(consents.until, 12, 10) >= :today) GROUP BY people.id ORDER BY people.id"""
    yield from each_found(
        "consent_not_informed",
        "prisoners",
        reader.each(sql, today=str(today)),
        lambda row: (
            (f"Of {row['number']} that hold" if row["number"] > 1 else "Of a consent that holds")
            + " it is not recorded that who agreed was told, was free, understood, and was able to decide."
        ),
        "`prisoners consent list {about}`; `prisoners consent amend CN-… --disclosed --voluntary --understood "
        "--competent`, as far as it is true.",
        Gravity.NOTE,
    )
