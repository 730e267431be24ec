"""Who may see what: the level of every column, and silence means no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from prisoners.reference import reference_list
from prisoners.vocabulary import Audience, Confidentiality, NamingRule, SourceKind

Columns = tuple[str, str]
"""A table and one of its columns."""

_STRICTNESS: dict[str, int] = {level: rank for rank, level in enumerate(Confidentiality)}
_NAMING: dict[str, int] = {rule: rank for rank, rule in enumerate(NamingRule)}

TOLD_IN_PRIVATE = frozenset(
    {
        SourceKind.LAWYER,
        SourceKind.FAMILY,
        SourceKind.PRISONER_STATEMENT,
        SourceKind.FELLOW_PRISONER,
        SourceKind.EYEWITNESS,
        SourceKind.LEAKED_DOCUMENT,
    }
)
"""Sources that speak to us, not to the world: without an address where anybody can read it, who spoke stays inside."""

PUBLIC_OFFICE = ("prisons", "courts", "officials", "postings", "offences")
"""Tables about nobody's private life; they leave whole, once nothing in their words tells of anybody else."""

WORDS_OF_THE_LAW = "offences"
"""Not searched: an article that speaks of martyrs names nobody who is called so."""

OWN_NAMES = frozenset({("headlines", "name_latin"), ("headlines", "name_persian")})
"""Names of the person of the row; they are there for nobody but people named in full."""

LEADS_TO_THEM = "leads to somebody who is not named in full"

LEADS_TO_THE_NAME: frozenset[Columns] = frozenset(
    {
        ("headlines", "name_latin"),
        ("headlines", "name_persian"),
        ("prisoners", "father"),
        ("prisoners", "born"),
        ("prisoners", "basis_source"),
        ("cases", "file_number"),
        ("cases", "other_numbers"),
        ("cases", "group_name"),
        ("judgments", "number"),
        ("external_ids", "list_name"),
        ("external_ids", "number"),
        ("files", "caption"),
        ("files", "sha256"),
        ("citations", "source_id"),
        ("interventions", "kind"),
    }
)
"""What anybody could look up to learn a name that is not to be told."""

LEADS_TO_THE_PERSON: frozenset[Columns] = frozenset(
    {
        ("prisoners", "birthplace"),
        ("prisoners", "residence"),
        ("prisoners", "occupation"),
        ("cases", "arrested_at"),
        ("events", "place"),
        ("headlines", "place"),
        ("activities", "detail"),
    }
)
"""What together tells people of the same town who somebody under a pseudonym is."""


@cache
def _levels() -> dict[Columns, Confidentiality]:
    return {(row["table"], row["column"]): Confidentiality(row["level"]) for row in reference_list("privacy")}


def level_of(table: str, column: str) -> Confidentiality:
    """The level of a column; one that is not in the list is sealed."""
    return _levels().get((table, column), Confidentiality.SEALED)


def may_see(audience: Audience, level: str | None) -> bool:
    """Whether this level is made for this audience; what is sealed, or has no level, is made for nobody."""
    rank = _STRICTNESS.get(level or "", _STRICTNESS[Confidentiality.SEALED])
    return rank <= _STRICTNESS[audience]


def visible(audience: Audience, table: str) -> frozenset[str]:
    """The columns of a table that this audience may see."""
    return frozenset(
        column for (name, column), level in _levels().items() if name == table and may_see(audience, level)
    )


def hidden_columns(audience: Audience) -> frozenset[Columns]:
    """Every column that this audience may not see."""
    return frozenset(column for column, level in _levels().items() if not may_see(audience, level))


def strictest(rules: Iterable[str]) -> NamingRule:
    """The naming rule that tells least; a rule that nobody knows tells nothing."""
    rank = max(_NAMING.get(rule, _NAMING[NamingRule.ANONYMOUS]) for rule in rules)
    return list(NamingRule)[rank]


def leads_to(rule: NamingRule) -> frozenset[Columns]:
    """The columns that stay inside where a person is named by this rule."""
    if rule is NamingRule.FULL:
        return frozenset()
    if rule in (NamingRule.FIRST_NAME, NamingRule.INITIALS):
        return LEADS_TO_THE_NAME
    return LEADS_TO_THE_NAME | LEADS_TO_THE_PERSON


def kept_inside(audience: Audience, table: str, rule: NamingRule, columns: Iterable[str]) -> dict[str, str]:
    """The columns of such rows that stay inside, each with why."""
    seen, hidden = visible(audience, table), leads_to(rule)
    return {
        column: LEADS_TO_THEM if column in seen else str(level_of(table, column))
        for column in columns
        if column not in seen or (table, column) in hidden
    }


def is_searched(table: str, column: str) -> bool:
    """Whether a text of this column is read before it leaves."""
    return table != WORDS_OF_THE_LAW and (table, column) not in OWN_NAMES


def has_levels(table: str) -> bool:
    """Whether rows of this table have a level of their own."""
    return table in ("files", "health", "sources")


def row_level(table: str, row: Mapping[str, Any]) -> str | None:
    """The level that a row has of its own, above that of its columns."""
    if table in ("files", "health"):
        return str(row.get("level"))
    if table != "sources":
        return Confidentiality.PUBLIC
    told = row.get("kind") in TOLD_IN_PRIVATE and not row.get("url")
    own = str(row.get("confidentiality"))
    return Confidentiality.INTERNAL if told and may_see(Audience.ADVOCATES, own) else own
