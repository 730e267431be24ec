"""The people meant by a filter, by references, or by nothing: everybody."""

from __future__ import annotations

import datetime as dt

from prisoners.queries.find import person_numbered
from prisoners.queries.language import EVERYBODY, read_filter
from prisoners.queries.meaning import selection
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference


def selected(reader: Reader, text: str, today: dt.date) -> list[int]:
    """The numbers of these people; in the order of the references typed, else in that of the registry."""
    words = text.replace(",", " ").split()
    if words and all(is_reference(word, "prisoners") for word in words):
        return list(dict.fromkeys(person_numbered(reader, read_reference(word)[1]).id for word in words))
    meant = selection(reader, read_filter(text) if words else EVERYBODY, today)
    sql = f"SELECT people.id FROM people WHERE {meant.sql} ORDER BY people.id"
    return [row["id"] for row in reader.rows(sql, **meant.values)]
