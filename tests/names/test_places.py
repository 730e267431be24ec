"""Places as lists and people write them: a town and its province, in both scripts."""

import pytest

from prisoners.names.places import provinces_in, towns_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sanandaj", "سنندج"),
        ("Kermanshah", "کرمانشاه"),
        ("شهر شیراز", "Shiraz"),
        ("Zahedan, Iran", "زاهدان"),
    ],
)
def test_a_town_is_one_in_both_scripts(one: str, other: str) -> None:
    assert towns_in(one) == towns_in(other) != frozenset()


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Sanandaj", "kurdistan"),
        ("استان کردستان", "kurdistan"),
        ("Kurdistan Province", "kurdistan"),
        ("ارومیه، آذربایجان غربی", "west_azerbaijan"),
        ("Zahedan (Sistan and Baluchestan)", "sistan_baluchestan"),
    ],
)
def test_a_place_lies_in_its_province(text: str, province: str) -> None:
    assert provinces_in(text) == {province}


@pytest.mark.parametrize("text", ["", "Iran", "somewhere near the border"])
def test_a_place_nobody_knows_lies_nowhere(text: str) -> None:
    assert provinces_in(text) == frozenset()
