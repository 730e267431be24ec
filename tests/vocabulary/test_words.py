"""What codes are called in two languages, and that nothing is missing in either."""

from __future__ import annotations

import pytest

from prisoners.reference import reference_list
from prisoners.vocabulary import ENUM_NAMES, codes, folded, label, offered

ROWS = reference_list("labels")
LISTS = sorted(ENUM_NAMES)


def test_every_code_has_its_words_and_every_word_its_code():
    written = [(row["list"], row["code"]) for row in ROWS]
    known = [(code_list, code) for code_list in ENUM_NAMES for code in codes(code_list)]
    assert sorted(written) == sorted(known)


@pytest.mark.parametrize("code_list", LISTS)
def test_persian_words_are_in_persian_letters_and_english_words_are_not(code_list):
    for row in ROWS:
        if row["list"] == code_list:
            assert any("\u0600" <= letter <= "\u06ff" for letter in row["fa"]), row
            assert not any("\u0600" <= letter <= "\u06ff" for letter in row["en"]), row
            assert row["en"].strip() == row["en"] != ""
            assert row["fa"].strip() == row["fa"]


@pytest.mark.parametrize(
    "letter", ["ي", "ك", "ة", "\u0640", "\u202a", "\u202b", "\u202c", "\u200e", "\u200f", "\ufeff"]
)
def test_persian_words_are_spelled_with_persian_letters_and_nothing_invisible(letter):
    assert not [row["code"] for row in ROWS if letter in row["fa"]]


@pytest.mark.parametrize("code_list", LISTS)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_no_two_codes_of_a_list_are_called_the_same(code_list, language):
    words = [folded(row[language]) for row in ROWS if row["list"] == code_list]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("code_list", LISTS)
def test_no_code_is_called_what_another_code_of_its_list_is(code_list):
    meaning: dict[str, str] = {}
    for row in ROWS:
        if row["list"] == code_list:
            for word in {folded(row["code"]), folded(row["en"]), folded(row["fa"])}:
                assert meaning.setdefault(word, row["code"]) == row["code"], word


def test_parents_and_successors_are_codes_of_the_same_list():
    for row in ROWS:
        for column in ("parent", "deprecated_by"):
            assert row[column] == "" or (row[column] in codes(row["list"]) and row[column] != row["code"])


def test_no_code_is_its_own_ancestor():
    parents = {(row["list"], row["code"]): row["parent"] for row in ROWS}
    for code_list, code in parents:
        seen: list[str] = []
        above = code
        while above := parents[code_list, above]:
            assert above not in seen
            seen.append(above)


def test_the_order_of_a_list_is_the_order_of_its_codes():
    for code_list in LISTS:
        rows = sorted((row for row in ROWS if row["list"] == code_list), key=lambda row: int(row["order"]))
        assert tuple(row["code"] for row in rows) == codes(code_list)


def test_a_label_is_given_in_the_language_asked_for():
    assert label("custody_status", "furlough") == "on furlough"
    assert label("custody_status", "furlough", "fa") == "در مرخصی"


def test_a_code_that_is_no_longer_known_is_shown_as_it_stands():
    assert label("custody_status", "banished", "fa") == "banished"


def test_what_is_offered_is_what_is_visible_and_not_replaced():
    for code_list in LISTS:
        hidden = {
            r["code"] for r in ROWS if r["list"] == code_list and (r["visible"] != "1" or r["deprecated_by"])
        }
        assert set(offered(code_list)) == set(codes(code_list)) - hidden
    assert offered("life_state") == ("alive", "dead", "unknown")
