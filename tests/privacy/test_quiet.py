"""Texts that are read together hold nothing that reading each of them with care finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.privacy import quiet
from prisoners.privacy.glance import Glance
from prisoners.privacy.quiet import Plain, Quiet
from prisoners.privacy.reach import TELEPHONE
from prisoners.privacy.values import Values
from prisoners.privacy.watch import CONFIDENTIAL, NAMES_SOMEBODY, Watch
from prisoners.privacy.ways import END, name_keys, readings
from tests.privacy.test_glance import FAMILIES, HIDDEN, NAMES
from tests.privacy.test_glance import SAID as AROUND_NAMES

VALUES = [
    "Roshan Daneshvar", "@neda_z", "@neda12", "021 1234 5678", "nedazarbaf", "روشن دانشور", "Golnar 14 Sepid",
    "it was her sister who told us of it", "https://t.me/mehri_88", "555-12-34",
]  # fmt: skip
STREETS = ["Tehran, Azadi street 12", "خیابان نسترن"]

SAID = """
    roshan Danesh var daneshvar, roshan‌daneshvar روشن دانشور. Azadi street st. خیابان آزادی نسترن 12 @neda_z neda_z
    nedazarbaf 021 1234 5678 0912 345 6789 (021) 12345678 ۰۹۱۲ ۳۴۵ 912 34 56 +98 98 n.z (at) [at] (AT) example dot
    (dot) org .com @ a n at zero nine one two double صفر نه یک دو نهصد و hundred thirty M e h r i م‌ه‌ر‌ی Z. N,
    t.me/neda wa.me/98 ir golnar sepid golnar-14 14/sepid
    12 x² ② ² Ⅳ «Neda» zarbaf it was her sister who told us of it 1 2 4 22 333 55555 ʼ ́a ـ ﬁ ﬁ
    IR06 9600 0000 - , % 50% n%40z %20 Ⅻ the of and 2022-09-16 16, September U.S. e.g. twenty-one mid-level
    https://x.org/2022/09/16/12345 https://x.org/0912/345/6789 https://example.org/0912/345/6789
    https://example.org/2022/09/16/12345 https://example.org/golnar/1/4/sepid https://example.org/golnar
    https://example.org/14 https://example.org/roshan-daneshvar https://example.org/12/roshan https://example.org/nine
    https://instagram.com/neda12 https://telegram.me/mehri_88 https://example.org/zero-nine-one https://example.org/B/n
"""
"""What people write of numbers, values and ways to reach somebody."""
ORDINARY = """
    was sentenced to three years in Evin prison on September 16, 2022; (the court) said so. برای سال به زندان اوین ۱۶
    شهریور ۱۴۰۱ و می‌گوید «آزاد» است. Her family's lawyer told reporters, mid-level officials: held for 2 months
"""
WORDS = st.sampled_from(SAID.split() + AROUND_NAMES.split() + NAMES)
MANY = st.lists(WORDS | st.text(max_size=4), max_size=9)
MOSTLY_ORDINARY = st.lists(st.sampled_from(ORDINARY.split()) | WORDS, max_size=9)
TEXTS = st.lists((MANY | MOSTLY_ORDINARY).map(" ".join), max_size=6)


def watch(*values: str, names: tuple[str, ...] = HIDDEN) -> Watch:
    return Watch(values=values or VALUES, names=names, families=FAMILIES if names is HIDDEN else ())


Two = tuple[Watch, Watch]


@pytest.fixture(scope="module")
def together() -> Two:
    return watch(), watch(*VALUES, *STREETS)


@pytest.fixture(scope="module")
def alone() -> Two:
    """The same; one that knows of streets is the second."""
    return watch(), watch(*VALUES, *STREETS)


def is_quiet(text: str, among: Watch | None = None) -> bool:
    """Whether certainly nothing is found in a text, so that it need not be read by itself."""
    return text in (among or watch()).read_together(["Neda was here", text, "and there"]).nothing


def overlooked(together, alone, texts):
    """What a careful reading finds in those of some texts that are let through where they are read together."""
    known = together.read_together(texts)
    through = known.nothing.union(known.named).intersection(texts)
    found = {text: alone._found(text) for text in through}
    return {
        text: (why, named)
        for text, (why, named) in found.items()
        if why or not named <= known.named.get(text, frozenset())
    }


@given(TEXTS, st.sampled_from([0, 1]))
def test_texts_that_are_read_together_hold_nothing_that_a_careful_reading_finds(
    together, alone, texts, streets
):
    assert not overlooked(together[streets], alone[streets], texts)


@pytest.mark.trust
@given(TEXTS, st.sampled_from([0, 1]))
def test_very_many_texts_that_are_read_together_hold_nothing_more(together, alone, texts, streets):
    assert not overlooked(together[streets], alone[streets], texts)


@pytest.mark.parametrize(
    "text",
    [
        "Neda was sentenced to three years on 16 Sep 2022; (the court) said so.",
        "Arrested on September 16, 2022, in a mid-level court – held for twenty months…",
        "On 2022-09-16 she was moved to ward 209 of Evin",
        "پس از ۳ سال به خانه بازگشت، و می‌گوید «آزاد» است.",
        "در ۱۶ شهریور ۱۴۰۱ به زندان اوین منتقل شد؛ چرا؟",
        "the U.S. said so, e.g. in May",
        "see https://example.org/news/2022/09/16/neda-is-free and https://example.org/a-page",
        "https://example.org/news?page=12",
        "Roshan was with her sister",
        "three or four people were there",
        "12 of 34",
        "12 3456",
        "1234 12",
        "12345 of 12345",
        "case 123456",
        "case 12345678",
        "case 12345678.",
        "A12 of B 7",
        "from 12 - 1401 on",
        "roshan of Daneshvar",
        "Daneshvar Roshan",
        "golnar roshan",
        "xroshan daneshvar",
        "golnar 15 sepid",
        "her sister who told us of it",
        "it was her sister who told us of them",
        "the street of the court",
        "www.example.org",
        "",
        " ",
    ],
)
def test_most_texts_are_quiet(alone, text):
    assert alone[0]._found(text) == ("", frozenset())
    seen = watch()
    assert is_quiet(text, seen)
    assert is_quiet(text, seen)  # from memory


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0912 345", id="seven digits in two parts"),
        pytest.param("345 0912", id="three digits before four"),
        pytest.param("12 - 34567", id="signs between them"),
        pytest.param("34567 12", id="the longer number before"),
        pytest.param("1 2 3", id="three numbers side by side"),
        pytest.param("1 - 2 , 34", id="three numbers with signs between"),
        pytest.param("call 09123456789 now", id="a telephone in one part"),
        pytest.param("https://example.org/0912/345/6789", id="a telephone in an address"),
        pytest.param("https://example.org/09 12 now", id="a number behind an address"),
        pytest.param("N Z", id="letters apart"),
        pytest.param("N. - Z", id="letters with signs between"),
        pytest.param("U.S.A", id="letters apart in one part"),
        pytest.param("م‌ه‌ر‌ی", id="letters with joiners between"),
        pytest.param("https://example.org/B n", id="a letter behind an address"),
        pytest.param("one of two or three", id="three numbers in words"),
        pytest.param("twenty-one", id="two of them in one part"),
        pytest.param("one-12", id="half in words"),
        pytest.param("n (at) example", id="at"),
        pytest.param("n(AT)example", id="AT"),
        pytest.param("n@z", id="an e-mail address, perhaps"),
        pytest.param("[n]", id="a bracket that stands for something"),
        pytest.param("50%", id="a sign that may stand for another"),
        pytest.param("e\u0301", id="a letter with a mark by itself"),
        pytest.param("t.me/+AbCdEf", id="a private chat"),
        pytest.param("https://t.me/+AbCdEf", id="a private chat in an address"),
    ],
)
def test_what_may_be_a_way_to_reach_somebody_has_to_be_read_by_itself(text):
    assert not is_quiet(text)
    assert not is_quiet(f"so {text} was")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("with roshan daneshvar", id="in two words"),
        pytest.param("with roshan - Daneshvar.", id="with signs between"),
        pytest.param("so-roshan danesh var-said", id="from the end of a part to the beginning of another"),
        pytest.param("roshan-daneshvar", id="in one part"),
        pytest.param("به گفته روشن دانشور بود", id="in Persian"),
        pytest.param("https://example.org/roshan-daneshvar-said", id="in an address"),
        pytest.param("https://example.org/2022/roshan-daneshvar", id="in an address with a number"),
        pytest.param("https://example.org/2022/roshan daneshvar", id="from an address on"),
        pytest.param("https://example.org/roshan daneshvar", id="from an address without a number on"),
        pytest.param("It was her sister, who told us of it", id="a long one"),
        pytest.param("xit was her sister who told us of itx", id="a long one within words"),
        pytest.param(
            "آن it was her sister who told us of it", id="a long one in a text that is not all ASCII"
        ),
        pytest.param("xnedazarbaf nedazarbaf", id="a word"),
        pytest.param("@neda_z", id="a handle"),
        pytest.param("555-12-34", id="a short number"),
        pytest.param("5551234", id="seven digits in one part"),
        pytest.param("no 5551234.", id="and with a dot"),
        pytest.param("https://example.org/5551234", id="seven digits in an address"),
        pytest.param("https://example.org/555-12-34", id="seven digits in three numbers of an address"),
        pytest.param("golnar 14 sepid", id="with a number"),
        pytest.param("https://example.org/golnar/14/sepid", id="with a number in an address"),
        pytest.param("https://example.org/golnar 14 sepid", id="with a number behind an address"),
        pytest.param("https://example.org/golnar/14 sepid", id="with a number at the end of an address"),
    ],
)
def test_a_value_is_found_in_texts_that_are_read_together(alone, together, text):
    assert alone[0].found_in(text) == CONFIDENTIAL
    known = together[0].read_together(["before it", text, "roshan", "14", "Daneshvar"])
    assert text not in known.nothing
    assert text not in known.named
    assert {"before it", "roshan", "14", "Daneshvar"} <= known.nothing


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("https://example.org/golnar/1/4/sepid", CONFIDENTIAL, id="one number told as two"),
        pytest.param("https://instagram.com/neda12", CONFIDENTIAL, id="a handle with a number"),
        pytest.param("https://telegram.me/mehri_88", CONFIDENTIAL, id="the same on another site"),
        pytest.param("https://example.org/nine one 12 3456 two 1", TELEPHONE, id="begun by an address"),
        pytest.param(
            "https://example.org/zero-nine-one two three 12 3456", TELEPHONE, id="begun by three words of it"
        ),
    ],
)
def test_what_an_address_tells_is_found_whatever_its_numbers_are(alone, text, why):
    assert alone[0].found_in(text) == why
    assert not is_quiet(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Siva Zarbaf", "S Ⅳ a Zarbaf"), ("N22 Zarbaf", "N ² ² Zarbaf"), ("Ali Thabeti", "A l i Thabeti")],
)
def test_letters_are_put_together_whichever_signs_they_are(name, text):
    assert watch(names=(name,)).found_in(text) == NAMES_SOMEBODY
    assert not is_quiet(text, watch(names=(name,)))


def test_the_name_of_a_street_is_looked_for_where_streets_are_known(alone, together):
    for text in ("in Nastaran Street", "در خیابان نسترن", "https://example.org/2022/nastaran-street"):
        assert alone[1].found_in(text) == CONFIDENTIAL
        assert not is_quiet(text, together[1])
        assert is_quiet(text, together[0])


def test_where_no_value_is_known_addresses_with_numbers_are_quiet():
    nothing = Watch()
    assert is_quiet("https://example.org/2022/roshan daneshvar", nothing)
    assert is_quiet("https://example.org/news/0012345679", Watch(patterns=False))
    assert not is_quiet("https://example.org/call/09123456789", nothing)


def test_a_text_with_the_sign_that_stands_between_texts_has_to_be_read_by_itself(together):
    known = together[0].read_together(["so\0", "\0", "so \0 it", "roshan \0 daneshvar", "so"])
    assert known.nothing & {"so\0", "\0", "so \0 it", "roshan \0 daneshvar"} == set()
    assert "so" in known.nothing


def test_nothing_goes_on_from_one_text_to_the_next():
    texts = [
        "roshan",
        "daneshvar",
        "0912",
        "345",
        "N",
        "Z",
        "one",
        "two",
        "three",
        "it was her sister",
        "who told us of it",
    ]
    for order in (texts, texts[::-1]):
        assert watch().read_together(order).nothing == set(texts)


def test_each_text_is_told_for_itself_among_many():
    loud = [
        "call 0912 345",
        "roshan daneshvar",
        "it was her sister who told us of it",
        "one two three",
        "x@y",
    ]
    loud += ["به گفته روشن دانشور بود"]
    plain = [f"page {number} was read" for number in range(20)] + ["بازداشت شد"]
    for place in range(len(plain)):
        known = watch().read_together([*plain[:place], *loud, "Ali Thabeti", *plain[place:]])
        assert known.nothing == {*plain}
        assert known.named == {"Ali Thabeti": frozenset([name_keys("Ali Thabeti")])}


def test_a_text_that_names_somebody_is_not_known_where_it_tells_something_else_too(together):
    known = together[0].read_together(["Ali Thabeti 0912 345", "Ali Thabeti"])
    assert "Ali Thabeti 0912 345" not in known.nothing | known.named.keys()
    assert "Ali Thabeti" in known.named


def test_the_letters_and_digits_of_a_text_are_those_of_its_parts():
    plain = Plain()
    assert (
        plain.of("Roshan-e 12, said_so \0 N.", ["Roshan-e", "12,", "said_so", "\0", "N."])
        == "roshane12saidso\0n"
    )
    assert not plain
    assert plain.of("É. Ali%20B \0 ۱۲", ["É.", "Ali%20B", "\0", "۱۲"]) == "ealib\x0012"
    assert len(plain) == 4


def test_a_text_is_told_for_itself_behind_one_without_words():
    for loud in (
        "call 0912 345",
        "roshan daneshvar",
        "it was her sister who told us of it",
        "one two three",
        "A b",
    ):
        seen = watch()._quiet
        seen._read_together(["", loud, "Ali Thabeti", ""])
        assert seen._known.nothing == {""}
        assert seen._known.named.keys() == {"Ali Thabeti"}


def test_texts_in_plain_letters_are_read_apart_from_others(monkeypatch):
    """So that their letters and digits are found at once, without looking at each part."""
    monkeypatch.setattr(quiet, "AT_ONCE", 6)
    seen = watch()
    texts = [f"page {letter}{letter}" for letter in "abcdef"] + [f"برگ {digit}" for digit in "۱۲۳۴۵۶"]
    assert seen.read_together(texts).nothing == set(texts)
    assert not any(part.isascii() for part in seen._quiet._plain if part != "\0")


def test_what_has_few_digits_is_not_asked_for_numbers():
    asked: list[str] = []
    values = Values()

    def tells(part: str) -> bool:
        return bool(asked.append(part))

    seen = Quiet(Glance({}, END, readings), values, tells, tells)
    texts = ["12 of 123456 and 1234567", "https://example.org/2022/09", "https://example.org/202/209/1"]
    assert seen.read(texts).nothing == set(texts)
    numbers = [part for part in asked if any(map(str.isdigit, part))]
    assert sorted(numbers) == ["1234567", "https://example.org/0/0", "https://example.org/0/0/0", texts[2]]


def test_the_patterns_over_forms_take_each_with_and_without_its_sign_of_a_value():
    """They are made once, so that nothing else asks how."""
    assert quiet._any(1, 4) == rb"[\x01\x11\x04\x14]"


@pytest.mark.parametrize("kept", [3, 8])
def test_what_is_remembered_stays_bounded(monkeypatch, kept):
    monkeypatch.setattr(quiet, "KEPT", kept)
    seen = watch()
    texts = [f"word{letter} {letter * 3}" for letter in "abcdefgijklm"]
    for text in texts:
        assert text in seen.read_together([text, "roshan بود"]).nothing
        assert 1 <= len(seen._quiet) <= kept
        assert 1 <= len(seen._quiet._plain) <= kept
        assert 2 <= len(seen._quiet._known.nothing) <= kept + 1


def test_what_was_read_is_remembered():
    seen = watch()
    known = seen.read_together(["one page", "به گفته او", "Ali Thabeti", "another Ali Thabeti"])
    parts, plain = dict(seen._quiet), dict(seen._quiet._plain)
    assert {"one", "page", "Ali"} <= parts.keys()
    assert {"به", "گفته"} <= plain.keys()
    assert seen.read_together(["a third page"]) is known
    assert parts.items() <= seen._quiet.items()
    assert known.nothing == {"one page", "به گفته او", "a third page"}


def test_what_is_known_of_texts_is_still_known_to_whoever_was_told_it(monkeypatch):
    monkeypatch.setattr(quiet, "KEPT", 2)
    seen = watch()
    first = seen.read_together(["one page", "Ali Thabeti", "another page"])
    seen.read_together(["a third page"])
    assert first.nothing == {"one page", "another page"}
    assert first.named.keys() == {"Ali Thabeti"}


def test_more_texts_than_are_read_at_once_are_all_read(monkeypatch):
    monkeypatch.setattr(quiet, "AT_ONCE", 3)
    texts = [f"page {letter}{letter}" for letter in "abcdefgi"]
    loud = ["roshan daneshvar", "call 0912 345", "روشن دانشور"]
    assert watch().read_together([*texts[:4], *loud, *texts[4:]]).nothing == set(texts)
