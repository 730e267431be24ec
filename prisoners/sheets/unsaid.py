"""What no text that leaves may say: every value that stays inside, but for those that tell nobody anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from prisoners.names.key import word_key
from prisoners.names.script import fold
from prisoners.names.words import names_in, words_of
from prisoners.privacy.policy import PUBLIC_OFFICE, Columns, hidden_columns, level_of, may_see, row_level
from prisoners.privacy.verdict import Verdict
from prisoners.privacy.watch import Watch
from prisoners.reference import reference_list
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience, Confidentiality, NamingRule

PUBLIC = Confidentiality.PUBLIC
A_SENTENCE = 6
"""Words from which on even everyday ones say something of somebody."""
OF_ONE = 5
"""Consonants from which on a family that one person alone bears is told by itself, in any spelling."""
OF_MANY = 3
"""People of whom a place must be recorded before it is one that everybody knows."""

_WORDS = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"https?://\S+", re.ASCII)
_PARTS = re.compile(r"[,،;؛|\n]")

NAMES_OF_THE_HIDDEN: frozenset[Columns] = frozenset(
    {
        ("relations", "name"),
        ("contacts", "name"),
        ("consents", "given_by"),
        ("consents", "obtained_by"),
        ("files", "captured_by"),
        ("cases", "lawyer"),
    }
)
"""Columns in which somebody is named who stays inside: in whichever script, however it is spelled."""

# What the public may know anyway, and a note may repeat: names of places, of who acts in office and of who publishes.
_KNOWN_TO_ALL = (
    "SELECT name_en FROM prisons UNION SELECT name_fa FROM prisons UNION SELECT city FROM prisons"
    " UNION SELECT name_en FROM courts UNION SELECT name_fa FROM courts UNION SELECT city FROM courts"
    " UNION SELECT name_en FROM offences UNION SELECT name_fa FROM offences"
)
_OFFICIALS = "SELECT name_en FROM officials UNION SELECT name_fa FROM officials"
_SOURCES = "SELECT kind, url, confidentiality, outlet, title, author FROM sources"
_TOWNS = (
    "SELECT town FROM (SELECT birthplace AS town FROM prisoners UNION ALL SELECT residence FROM prisoners) AS towns"
    " WHERE town IS NOT NULL GROUP BY town HAVING count(*) >= :many"
)
_MOST_IN_A_TOWN = 3
_BETWEEN = (
    "a an the and or of in at on by to from for with as is was are were be has had he she they it his her their not no"
    " and near about home house town city village province prison family people"
    " و در به از با را که این آن او آنها است بود شد تا برای نزد خانه منزل شهر روستا استان زندان خانواده"
)
"""Words between words, which tell nothing by themselves."""


def watch_for(reader: Reader, audience: Audience, verdicts: Mapping[int, Verdict]) -> Watch:
    """What no text that leaves to this audience may hold, of anybody in the registry, now or at any time before."""
    everyday = _everyday(reader)
    others, masked = _called(reader, verdicts)
    published = frozenset(map(fold, others))
    in_a_note = everyday | _words_of(row[0] for row in reader.each(_OFFICIALS) if row[0])
    values: list[str] = []
    names = [*masked, *_once_called(reader, verdicts, published)]
    for column, value in _hidden(reader, audience):
        # A sister who is called by the names of two judges is named by them all the same.
        known = everyday if column in NAMES_OF_THE_HIDDEN else in_a_note
        kept = [part for part in _parts(column, value) if not _says_nothing(part, known, published)]
        values += kept
        if column in NAMES_OF_THE_HIDDEN:
            names += kept
    families = _families_of_one(reader, verdicts, in_a_note)
    patterns = audience is not Audience.INTERNAL
    return Watch(values=values, names=names, families=families, others=others, patterns=patterns)


def _parts(column: Columns, value: str) -> list[str]:
    """The value; of what is sealed, as the address of a family, every part of it, too."""
    if level_of(*column) is not Confidentiality.SEALED:
        return [value]
    return list(dict.fromkeys((value, *map(str.strip, _PARTS.split(value)))))


def _everyday(reader: Reader) -> frozenset[str]:
    """Words that tell nothing about anybody: of the closed lists, of places, of offices, of who publishes."""
    known = [_BETWEEN, *(row[0] for row in reader.each(_KNOWN_TO_ALL) if row[0])]
    sources = (dict(row) for row in reader.each(_SOURCES))
    known += [row["outlet"] for row in sources if row["outlet"] and row_level("sources", row) == PUBLIC]
    for row in reference_list("labels"):
        known += [row["en"], row["fa"], row["code"].replace("_", " ")]
    for row in reference_list("provinces"):
        known += [row["name_en"], row["name_fa"], row["capital_en"], row["capital_fa"]]
    for listed in ("activities", "authorities"):
        known += [text for row in reference_list(listed) for text in (row["name_en"], row["name_fa"])]
    known += [row["town"] for row in reader.each(_TOWNS, many=OF_MANY) if _is_a_town(row["town"])]
    return _words_of(known)


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORDS.findall(fold(text)))


def _is_a_town(text: str) -> bool:
    """Whether a place where several live can be a town: a few words without a number, so never a door."""
    return len(text.split()) <= _MOST_IN_A_TOWN and not any(char.isdecimal() for char in text)


def _says_nothing(value: str, everyday: frozenset[str], published: frozenset[str]) -> bool:
    """Whether a value is a code, a few everyday words, as "sentenced to death" in a note, or a name in the files."""
    folded = fold(value.replace("_", " "))
    words = _WORDS.findall(folded)
    return folded in published or (len(words) < A_SENTENCE and everyday.issuperset(words))


def _hidden(reader: Reader, audience: Audience) -> Iterator[tuple[Columns, str]]:
    """Every text ever recorded that stays in the house, who did it, and what a confidential source is called.

    What advocates may see and the public may not is left out in its own column; it is no secret in a sentence.
    """
    inside = hidden_columns(Audience.INTERNAL if audience is Audience.INTERNAL else Audience.ADVOCATES)
    private = sorted(field for field in inside if field[0] not in PUBLIC_OFFICE)
    fields = ", ".join(f"'{table}.{column}'" for table, column in private)
    for line in reader.each(
        f"SELECT table_name, field, old, new FROM changes WHERE table_name || '.' || field IN ({fields})"
    ):
        column = line["table_name"], line["field"]
        for value in (line["old"], line["new"]):
            if value and (level_of(*column) is Confidentiality.SEALED or not _ADDRESS.fullmatch(value)):
                yield column, str(value)
    for row in reader.each("SELECT DISTINCT by_whom FROM updates"):
        yield ("updates", "by_whom"), str(row[0])
    for source in reader.each(_SOURCES):
        if not may_see(audience, row_level("sources", dict(source))):
            for field in ("outlet", "title", "author", "url"):
                if source[field]:
                    yield ("sources", field), str(source[field])


_NAMES = (
    "SELECT coalesce(prisoners.merged_into, prisoners.id) AS person, names.text FROM names"
    " JOIN prisoners ON prisoners.id = names.prisoner_id WHERE names.withdrawn = 0"
)
"""A record that was merged away bears the name of the person whom it stands for."""


def _called(reader: Reader, verdicts: Mapping[int, Verdict]) -> tuple[list[str], list[str]]:
    """The names of everybody who leaves under the full name, and of everybody who does not."""
    others: list[str] = []
    masked: list[str] = []
    for name in reader.each(_NAMES):
        (others if _in_full(verdicts[name["person"]]) else masked).append(str(name["text"]))
    return others, masked


def _families_of_one(
    reader: Reader, verdicts: Mapping[int, Verdict], everyday: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """The families that nobody bears but one person who is not named in full, each with a name of that person.

    A family that others bear, a common name, and one that sounds like a town or any everyday word tell nobody.
    """
    bearers: dict[str, set[int]] = defaultdict(set)
    families = []
    for name in reader.each(_NAMES):
        words = names_in(words_of(name["text"]))
        for word in words:
            bearers[word_key(word)].add(name["person"])
        if len(words) > 1 and len(words[-1].bones) >= OF_ONE and not _in_full(verdicts[name["person"]]):
            families.append((words[-1], str(name["text"])))
    known = {word_key(word) for text in everyday if len(text) >= OF_ONE for word in words_of(text)}
    for family, called in families:
        key = word_key(family)
        if len(bearers[key]) == 1 and key not in known and not key.startswith("="):
            yield family.text, called


_ONCE = (
    "SELECT coalesce(prisoners.merged_into, prisoners.id) AS person, changes.old AS text FROM changes"
    " JOIN prisoners ON prisoners.id = changes.prisoner_id"
    " WHERE changes.table_name = 'names' AND changes.field = 'text' AND changes.old IS NOT NULL"
    " UNION SELECT coalesce(prisoners.merged_into, prisoners.id), names.text FROM names"
    " JOIN prisoners ON prisoners.id = names.prisoner_id WHERE names.withdrawn = 1"
)
"""What people were called before a name was corrected or withdrawn; the sentences written then still say it."""


def _once_called(reader: Reader, verdicts: Mapping[int, Verdict], published: frozenset[str]) -> Iterator[str]:
    """The former names of whoever is not named in full, but for those that are somebody else's."""
    for name in reader.each(_ONCE):
        if not _in_full(verdicts[name["person"]]) and fold(name["text"]) not in published:
            yield str(name["text"])


def _in_full(judged: Verdict) -> bool:
    return judged.leaves and judged.naming is NamingRule.FULL
