"""A list by somebody else, with every fault that such lists have: half its people are in the example already."""

from __future__ import annotations

import csv
import datetime as dt
import io
from random import Random

from data.example.make.days import MONTHS_FA, in_persian_digits, persian_slashes
from data.example.make.names import Named
from data.example.make.people import Person, invent
from data.example.make.registry import Example
from data.example.make.story import one_in
from data.example.make.world import END
from prisoners.dates.jalali import MONTHS, from_gregorian

HEADINGS = (
    "Card ID",
    "English Name",
    "Persian Name",
    "Age",
    "Location of Death",  # the place of the arrest: the heading lies, as in the lists of others
    "Date",
    "Sentence",
    "Status",
    "Source URLs",
    "Notes",
)
KNOWN, NEW, NAMELESS = 18, 36, 4
"""How many rows are about people of the example, about others, and about people whose name nobody knows."""
SEED = 1404_10_20
NOWHERE = ("nan", "None", "undefined", "-", "0000-00-00", "1900-01-01", "")
MANY_LINKS = 21
STATUSES = (
    "Arrested",
    "arrested",
    "Detained",
    "sentenced",
    "Sentenced to death",
    "Released on bail",
    "?",
    "Prison",
)
NOTES = (
    "arrested on {day} {month}",
    "transferred on {day}th of {month}, family not told",
    "held with his brother; contact +98 900 000 0000",
    "first list had another spelling",
    '=HYPERLINK("https://list.example/card";"card")',
    "@list reported it first",
    "-",
    "سن دقیق معلوم نیست",
    "case 0009912345678901, two lines\nin one cell",
)
LENGTHS = (
    "5 years",
    "5",
    "91 days",
    "1 year and 40 days",
    "two years and 7½ months",
    "۳ سال",
    "life",
    "حبس ابد",
    "?",
)

Cells = tuple[str, ...]


def foreign_list(example: Example) -> str:
    """The text of `foreign-list.csv`: a byte-order mark, Windows line ends, and one row a person, or two."""
    random = Random(SEED)  # noqa: S311 -- a list, no secret
    rows = [*_known(random, example), *_new(random, example), *_nameless(random)]
    random.shuffle(rows)
    rows[0] = (*rows[0][:5], "۱۳۳۹/??/??", *rows[0][6:])
    rows.insert(30, (*rows[3][:6], "3", *rows[3][7:]))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()


def _known(random: Random, example: Example) -> list[Cells]:
    """People of the example under the numbers or the spellings of this list."""
    numbered = [story for story in example.stories if story.number_in_list]
    chosen = random.sample(numbered, KNOWN // 2)
    others = [story for story in example.stories if not story.number_in_list and story.case]
    chosen += random.sample(others, KNOWN - len(chosen))
    return [
        _row(random, story.number_in_list or _number(random), story.person, story.first) for story in chosen
    ]


def _new(random: Random, example: Example) -> list[Cells]:
    found = []
    for _ in range(NEW):
        day = END - dt.timedelta(days=random.randrange(20, 320))
        found.append(_row(random, _number(random), invent(random, example.namer, day), day))
    return found


def _nameless(random: Random) -> list[Cells]:
    names = (
        ("unknown", "ناشناس"),
        ("Unknown", "نامعلوم"),
        ("N.N.", "ن. م"),
        ("unknown (female, about 20)", ""),
    )
    return [
        (_number(random), latin, persian, "", "Karaj", "دی ۱۴۰۴", "", "Arrested", "", "")
        for latin, persian in names[:NAMELESS]
    ]


def _number(random: Random) -> str:
    """A number with leading zeros, as the list has them."""
    return f"0{random.randrange(90_000, 99_999)}"


def _row(random: Random, number: str, person: Person, day: dt.date) -> Cells:
    _, month, of_month = from_gregorian(day)
    note = random.choice(("", "", *NOTES)).format(day=of_month, month=MONTHS[month - 1])
    return (
        number,
        _latin(random, person.named),
        _persian(random, person.named),
        _age(random, (day - person.born).days // 365),
        random.choice(
            (person.home.city, person.home.city.upper(), person.home.city_fa, f"{person.home.city} - Iran")
        ),
        _date(random, day),
        random.choice((*LENGTHS, "", "", "2027-03-01")),
        random.choice(STATUSES),
        _links(random, number),
        note,
    )


def _latin(random: Random, named: Named) -> str:
    ways = (
        named.latin,
        named.latin,
        named.other_latin,
        named.latin.upper(),
        f"{named.family}, {named.given}",
    )
    name = random.choice(ways)
    if one_in(random, 9):
        return f"{name} ({named.given[:3]}i)"
    return name.replace("a", "а", 1) if one_in(random, 18) else name


def _persian(random: Random, named: Named) -> str:
    ways = (
        named.persian,
        named.persian,
        named.persian.replace("ی", "ي").replace("ک", "ك"),
        named.persian.replace("\u200c", " "),
        f" {named.persian} ",
        f"{named.given_fa}  {named.family_fa}",
        named.given_fa,
        "",
    )
    return random.choice(ways)


def _age(random: Random, years: int) -> str:
    as_told = ("{}", "{}", "About {}", "{} years", "", "nan")
    told = random.choice(as_told).format(years)
    return in_persian_digits(told) if one_in(random, 5) else told


def _date(random: Random, day: dt.date) -> str:
    year, month, of_month = from_gregorian(day)
    name = MONTHS_FA[month - 1]
    ways = (
        day.isoformat(),
        day.strftime("%d/%m/%Y"),
        persian_slashes(day),
        persian_slashes(day),
        in_persian_digits(f"{of_month:02}/{month:02}/{year}"),
        in_persian_digits(f"{of_month}{name}{year}"),
        in_persian_digits(f"{name} {year}"),
        in_persian_digits(f"{year}/{month:02}/??"),
        f"{of_month} {MONTHS[month - 1]}",
        "2026-02-29",
        random.choice(NOWHERE),
    )
    return random.choice(ways)


def _links(random: Random, number: str) -> str:
    many = MANY_LINKS if one_in(random, 20) else random.choice((0, 1, 1, 2, 3))
    joint = random.choice(("; ", "; ", ";", "\n"))
    return joint.join(f"https://list.example/card/{number}/{link}" for link in range(1, many + 1))
