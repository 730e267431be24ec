"""Which person is meant: a reference, a number of a foreign list, or a name in either script."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prisoners.errors import AmbiguousName, NobodyFound, NoSuchRow, OnlyNear
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference, write_reference

MOST_NAMES = 1_000
"""Names compared for one question; a word that more people share says nobody."""

PEOPLE = (
    "SELECT id, name_latin, name_persian, father, born, status, prison, place, merged_into, withdrawn, version"
    " FROM people"
)


@dataclass(frozen=True)
class Person:
    """One prisoner, as far as needed to tell who is meant."""

    id: int
    reference: str
    name_latin: str | None
    name_persian: str | None
    father: str | None
    born: str | None
    """As stored; `PartialDate.from_stored` reads it."""
    status: str | None
    place: str | None
    version: int
    """The last update that touched anything about the person."""
    withdrawn: bool = False

    @property
    def name(self) -> str:
        """The names shown, Latin first; the reference for somebody without a name."""
        return " · ".join(name for name in (self.name_latin, self.name_persian) if name) or self.reference


Choose = Callable[[list[Person]], Person | None]


def person_meant(reader: Reader, text: str, *, choose: Choose | None = None) -> Person:
    """The one person meant; `choose` is asked where there are several, or one whose name is only near.

    Raises NobodyFound, NoSuchRow for a reference that stands for nobody, or where nobody is there to choose
    AmbiguousName for several and OnlyNear for one whose whole name was not typed.
    """
    if is_reference(text, "prisoners"):
        return person_numbered(reader, read_reference(text)[1])
    called = people_listed(reader, text) or people_called(reader, text)
    if len(called) == 1:
        return called[0]
    found = called or people_near(reader, text)
    if not found:
        raise NobodyFound(text)
    chosen = choose(found) if choose is not None else None
    if chosen is not None:
        return chosen
    if len(found) == 1:
        raise OnlyNear(text, found[0].reference, describe(found[0]))
    raise AmbiguousName(text, [describe(person) for person in found])


def person_numbered(reader: Reader, number: int) -> Person:
    """The person with this number, or the one into whom the record was merged; raises NoSuchRow."""
    asked, seen = number, {number}
    while True:
        row = reader.row(f"{PEOPLE} WHERE id = :number", number=number)
        if row is None:
            raise NoSuchRow(write_reference("prisoners", asked))
        if row["merged_into"] is None or row["merged_into"] in seen:
            return person_of(row)
        number = row["merged_into"]
        seen.add(number)


def people_listed(reader: Reader, text: str) -> list[Person]:
    """Those who have this number in a foreign list: `hrana:5081`."""
    list_name, colon, number = (part.strip() for part in text.partition(":"))
    if not colon or not number:
        return []
    found = reader.rows(
        "SELECT DISTINCT prisoner_id FROM external_ids"
        " WHERE withdrawn = 0 AND lower(list_name) = lower(:list_name) AND number = :number",
        list_name=list_name,
        number=number,
    )
    return _numbered(reader, (row["prisoner_id"] for row in found))


def people_called(reader: Reader, text: str) -> list[Person]:
    """Those of this very name, the whole of it, in any spelling and either script."""
    from prisoners.names.likeness import SAME, likeness

    named = names_with_words(reader, text)
    return _numbered(
        reader, (name["prisoner_id"] for name in named if likeness(name["text"], text).score >= SAME)
    )


def people_near(reader: Reader, text: str) -> list[Person]:
    """Those whose name has all these words or sounds like them; who of them is meant, only a person can say."""
    return _numbered(reader, (name["prisoner_id"] for name in names_with_words(reader, text)))


def names_with_words(reader: Reader, text: str) -> list[sqlite3.Row]:
    """The names (prisoner_id, text) that have every word of this text, in any spelling and either script."""
    words = word_keys(text)
    if not words:
        return []
    values: dict[str, str] = {}
    conditions = []
    for word in words:
        marks = [f"key{len(values) + place}" for place in range(len(word))]
        values |= dict(zip(marks, word, strict=True))
        listed = ", ".join(f":{mark}" for mark in marks)
        conditions.append(f"id IN (SELECT name_id FROM name_keys WHERE key IN ({listed}))")
    having = " AND ".join(conditions)
    return reader.rows(
        f"SELECT prisoner_id, text FROM names WHERE withdrawn = 0 AND {having} ORDER BY id LIMIT {MOST_NAMES}",
        **values,
    )


def word_keys(text: str) -> list[list[str]]:
    """For every word of a name the search keys of which one must stand there: one of its own, or with a neighbour."""
    from prisoners.names.key import keys_meant, names_of, word_key
    from prisoners.names.words import joined, names_in, words_of

    words = names_in(words_of(names_of(text)[0]))
    glued = [word_key(joined(*words[place : place + 2])) for place in range(len(words) - 1)]
    beside = [None, *glued, None]
    return [
        [key for key in dict.fromkeys((*keys_meant(word), beside[place], beside[place + 1])) if key]
        for place, word in enumerate(words)
    ]


def _numbered(reader: Reader, numbers: Iterable[int]) -> list[Person]:
    """Each person once, merged records followed, those entered in error left out."""
    found = {
        person.id: person for person in (person_numbered(reader, number) for number in dict.fromkeys(numbers))
    }
    return [person for person in found.values() if not person.withdrawn]


def person_of(row: sqlite3.Row) -> Person:
    """The person of a row that `PEOPLE` selects."""
    return Person(
        id=row["id"],
        reference=write_reference("prisoners", row["id"]),
        name_latin=row["name_latin"],
        name_persian=row["name_persian"],
        father=row["father"],
        born=row["born"],
        status=row["status"],
        place=row["prison"] or row["place"],
        version=row["version"],
        withdrawn=bool(row["withdrawn"]),
    )


def describe(person: Person) -> str:
    """One line that tells a person from others of the name."""
    from prisoners.vocabulary.words import label

    facts = (
        f"{person.reference} {person.name}",
        person.father and f"father {person.father}",
        person.born and f"born {person.born.split('|', 2)[2]}",
        person.status and label("custody_status", person.status),
        person.place,
    )
    return ", ".join(fact for fact in facts if fact)
