"""How people are named outside."""

import pytest

from prisoners.privacy.naming import code_name, pseudonym, shown_name
from prisoners.vocabulary import NamingRule


def name(number, text, script="latin", family=None, *, primary=False):
    return {"id": number, "text": text, "script": script, "family": family, "is_primary": int(primary)}


NAMES = [
    name(1, "Neda Zarbaf-Azari", family="Zarbaf-Azari"),
    name(2, "Neda Z. Azari", primary=True),
    name(3, "ندا زرباف آذری", "persian", family="زرباف آذری"),
    name(4, "Nedâ Jon"),
]


def test_a_full_name_shows_every_name_the_primary_first():
    shown = shown_name(NamingRule.FULL, NAMES, "")
    assert shown == ("Neda Z. Azari", "ندا زرباف آذری", "Neda Zarbaf-Azari; Nedâ Jon", "")


@pytest.mark.parametrize(
    ("names", "first", "initials"),
    [
        pytest.param([NAMES[0], NAMES[2]], ("Neda", "ندا"), ("N. Z. A.", "ن. ز. آ."), id="family name known"),
        pytest.param([NAMES[1]], ("Neda", ""), ("N. Z. A.", ""), id="family name not told apart"),
        pytest.param([name(1, "Neda Zarbaf")], ("Neda", ""), ("N. Z.", ""), id="two words"),
        pytest.param([name(1, "Zarbaf")], ("Z.", ""), ("Z.", ""), id="one word may be the family name"),
        pytest.param([name(1, "Zarbaf", family="Zarbaf")], ("", ""), ("Z.", ""), id="only a family name"),
        pytest.param([], ("", ""), ("", ""), id="nobody knows the name"),
    ],
)
def test_first_names_and_initials_tell_no_more(names, first, initials):
    assert shown_name(NamingRule.FIRST_NAME, names, "ABCD-EFGH")[:2] == first
    assert shown_name(NamingRule.INITIALS, names, "ABCD-EFGH")[:2] == initials
    assert shown_name(NamingRule.INITIALS, names, "ABCD-EFGH").others == ""


def test_pseudonyms_and_nameless_people_show_nothing_of_a_name():
    assert shown_name(NamingRule.PSEUDONYM, NAMES, "ABCD-EFGH") == ("Person ABCD-EFGH", "", "", "ABCD-EFGH")
    assert shown_name(NamingRule.ANONYMOUS, NAMES, "Anonymous 1").latin == "Anonymous"


def test_a_pseudonym_is_the_same_for_one_person_and_one_registry_and_no_other():
    assert pseudonym("key", 42) == pseudonym("key", 42)
    assert len({pseudonym(key, number) for key in ("key", "other") for number in range(500)}) == 1000
    assert all(char.isalpha() or char == "-" for char in pseudonym("key", 1))


def test_a_pseudonym_and_a_code_name_are_the_same_in_every_version():
    """A file that was sent last year speaks of the same person by the same word."""
    assert pseudonym("key", 42) == "ZWKJ-ZWBT"
    assert code_name("key", "Source", 42) == "Source RPDHG"
    assert code_name("key", "Contact", 42) != "Contact RPDHG"
