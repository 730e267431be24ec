"""One name, many spellings, one key; and names that must stay apart."""

import pytest

from prisoners.names.key import (
    MOST_KEYS,
    is_unknown,
    keys_meant,
    keys_of,
    names_of,
    split_aliases,
    twin_keys,
)
from prisoners.names.sounds import skeleton
from prisoners.names.words import words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("محمد کریمی", "Muhammad Kareemi", id="persian and latin"),
        pytest.param("كاظم رضايي", "کاظم رضایی", id="arabic and persian letters"),
        pytest.param("عبد الناصر جلیلی", "Abdonnaser Jalili", id="servant of"),
        pytest.param("Abd al-Naser Jalili", "Abdul-Naser Jalili", id="the article"),
        pytest.param("ناصرالدین نوری", "Nasereddin Nouri", id="of the faith"),
        pytest.param("خلیل‌الرحمن", "Khalilorrahman", id="of the merciful"),
        pytest.param("Gholamreza Qaderi", "غلامرضا قادری", id="gh and q"),
        pytest.param("Mohammad Ali Navidi", "محمد‌علی نویدی", id="zwnj"),
        pytest.param("Mohammadali Navidi", "Mohammad Ali Navidi", id="written as one"),
        pytest.param("Seyed Hossein Musavi", "سید حسین موسوی", id="title"),
        pytest.param("Seyedhossein Musavi", "حسین موسوی", id="title written with the name"),
        pytest.param("حبیب الله", "Habibullah", id="of God"),
        pytest.param("آیت‌الله کریمی", "کریمی", id="ayatollah"),
        pytest.param("Mirbagheri", "Mir Bagheri", id="mir"),
        pytest.param("ابوالحسن", "Abolhasan", id="father of"),
        pytest.param("محەممەد", "محمد", id="Kurdish letters"),
        pytest.param("ئاسۆ", "Aso", id="the Kurdish carrier of vowels"),
        pytest.param("Cəfər", "جعفر", id="Azeri letters"),
        pytest.param("Xalid", "Khalid", id="x for kh"),
        pytest.param("Nеdа Zarbafi", "Neda Zarbafi", id="look-alike letters of another alphabet"),
        pytest.param("داود", "داوود", id="one و or two"),
        pytest.param("کورش", "Kourosh", id="an older spelling"),
        pytest.param("زربافی، ندا", "ندا زربافی", id="a comma"),
    ],
)
def test_one_name_shares_its_keys_in_every_spelling(one: str, other: str) -> None:
    words = {key for key in keys_of(other) if len(skeleton(key.removeprefix("="))) <= 6}
    assert words <= set(keys_of(one)) | set(keys_of(other))
    assert set(keys_of(one)) & set(keys_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("محمد کریمی", "Muhammad Kareemi", id="persian and latin"),
        pytest.param("Mohammadali Navidi", "محمد‌علی نویدی", id="a compound"),
        pytest.param("Seyed Hossein Musavi", "حسین موسوی", id="a title"),
        pytest.param("Abdol-Naser Jalili", "عبدالناصر جلیلی", id="servant of"),
    ],
)
def test_all_keys_are_the_same(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


def test_a_compound_name_is_found_by_each_way_of_spacing_it() -> None:
    assert set(keys_of("Zarringhalam")) & set(keys_of("Zarrin Ghalam"))


def test_a_title_alone_is_a_name() -> None:
    assert keys_of("Haji") != []


def test_a_title_at_the_end_is_a_name() -> None:
    assert set(keys_of("Hassan Agha")) > set(keys_of("Hassan"))


def test_a_very_long_name_has_a_bounded_number_of_keys() -> None:
    assert len(keys_of(" ".join(f"b{letter}r" for letter in "abcdefghijklmnopqrstuvwxyz"))) <= MOST_KEYS


@pytest.mark.parametrize(
    "name",
    [
        "Unknown", "unknown woman", "N.N.", "nn", "?", "-", "ناشناس", "مجهول‌الهویه", "نام نامشخص", "بی‌نام", "None",
        "nan", "Name not known", "Unknown 12", "",
    ],
)  # fmt: skip
def test_a_name_nobody_knows_has_no_key(name: str) -> None:
    assert is_unknown(name)
    assert keys_of(name) == []


@pytest.mark.parametrize("name", ["Neda", "Unknown Zarbafi", "Nana", "مریم", "42", "ن. م", "Nan Zarbafi"])
def test_a_name_somebody_wrote_is_known(name: str) -> None:
    assert not is_unknown(name)


@pytest.mark.parametrize(
    ("name", "main", "aliases"),
    [
        ("Jina (Mahsa) Azadi", "Jina Azadi", ["Mahsa"]),
        ("ندا زربافی (هانا)", "ندا زربافی", ["هانا"]),
        ("Neda Zarbafi a.k.a. Hana", "Neda Zarbafi", ["Hana"]),
        ("ندا زربافی معروف به هانا", "ندا زربافی", ["هانا"]),
        ("Neda / Hana", "Neda", ["Hana"]),
        ("(Neda)", "Neda", []),
        ("Neda ()", "Neda", []),
        ("Neda Zarbafi", "Neda Zarbafi", []),
    ],
)
def test_aliases_are_split_off(name: str, main: str, aliases: list[str]) -> None:
    assert split_aliases(name) == (main, aliases)


def test_an_alias_may_stand_for_the_given_name() -> None:
    assert names_of("Jina (Mahsa) Azadi") == ["Jina Azadi", "Mahsa", "Mahsa Azadi"]


def test_the_keys_of_names_that_share_their_consonants() -> None:
    assert {"mhmd", *keys_of("محمد"), *keys_of("محمود")} <= set(twin_keys("mhmd"))


def test_a_name_between_two_is_neither() -> None:
    assert keys_of("Nasir") == ["nsr"]
    assert set(keys_of("ناصر")) | set(keys_of("نصیر")) <= set(twin_keys("nsr"))


@pytest.mark.parametrize(
    ("meant", "recorded", "found"),
    [
        ("Nasir", "ناصر", True),
        ("Nasir", "نصیر", True),
        ("Nasir", "نصری", False),
        ("ناصر", "Nasir", True),
        ("ناصر", "نصیر", False),
        ("Mohammad", "محمود", False),
        ("Mohammad", "محمد", True),
    ],
)
def test_a_name_between_two_may_be_either_and_no_other(meant: str, recorded: str, found: bool) -> None:
    (word,) = words_of(meant)
    assert bool(set(keys_meant(word)) & set(keys_of(recorded))) == found


def test_a_rare_name_is_not_taken_for_a_common_one_of_the_same_consonants() -> None:
    assert keys_of("موحومود") == ["mhmd"]
    assert keys_of("Moohooomeed") == ["mhmd"]
