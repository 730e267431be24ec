"""Who sat where: a judge in a branch, a director in a prison, from when to when."""

from __future__ import annotations

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import with_branch
from prisoners.actions.rows import correct, enter
from prisoners.errors import PostedNowhere, PostingEndsBeforeItBegan, RowWithdrawn
from prisoners.records.form import Row
from prisoners.records.officials import Official
from prisoners.records.postings import Posting
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit


def post(unit: Unit, official_id: int, typed: Typed) -> Row:
    """Record that an official sat in a court or a prison; a branch with an entry of its own brings its number."""
    if unit.get(Official, official_id).withdrawn:
        raise RowWithdrawn(write_reference("officials", official_id))
    facts = read_facts(unit, "postings", with_branch(unit, typed)) | {"official_id": official_id}
    if facts.get("court_id") and not facts.get("branch"):
        court = unit.rows("SELECT branch FROM courts WHERE id = :own", own=facts["court_id"])
        facts["branch"] = court[0]["branch"]
    return _somewhere_in_order(enter(unit, "postings", facts))


def amend(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a posting, or say until when it lasted."""
    if unit.get(Posting, number).withdrawn:
        raise RowWithdrawn(write_reference("postings", number))
    return _somewhere_in_order(correct(unit, "postings", number, read_facts(unit, "postings", typed)))


def _somewhere_in_order(row: Row) -> Row:
    """Refuse a posting to no place, and one that ended before it began; nothing of the update is then written."""
    posting: Posting = row  # type: ignore[assignment]
    if posting.court_id is None and posting.prison_id is None:
        raise PostedNowhere
    if posting.since and posting.until and posting.until.certainly_before(posting.since):
        raise PostingEndsBeforeItBegan(posting.since.words, posting.until.words)
    return row
