"""One name has one set of keys in every spelling, and two names that differ keep theirs apart."""

import pytest

from prisoners.names.key import is_unknown, keys_of, split_aliases


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("محمد کریمی", "Muhammad Kareemi", id="persian and latin"),
        pytest.param("كاظم رضايي", "کاظم رضایی", id="arabic and persian letters"),
        pytest.param("عبد الناصر جلیلی", "Abdonnaser Jalili", id="servant of"),
        pytest.param("Gholamreza Qaderi", "غلامرضا قادری", id="gh and q"),
        pytest.param("Mohammad Ali Navidi", "محمد‌علی نویدی", id="zwnj"),
        pytest.param("Seyed Hossein Musavi", "سید حسین موسوی", id="title"),
    ],
)
def test_one_name_has_one_set_of_keys_in_every_spelling(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


def test_names_with_the_same_consonants_have_different_keys() -> None:
    assert not set(keys_of("محمد")) & set(keys_of("Mahmoud"))


def test_a_name_nobody_knows_has_no_key() -> None:
    assert is_unknown("ناشناس")
    assert keys_of("Unknown") == []


def test_aliases_stand_in_brackets() -> None:
    assert split_aliases("Jina (Mahsa) Azadi") == ("Jina Azadi", ["Mahsa"])
