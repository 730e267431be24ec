"""Numbers that are known by their check digits: every one of them, and none with one digit changed."""

import pytest

from prisoners.privacy.reach import ACCOUNT, NATIONAL_NUMBER, way_to_reach

ACCOUNTS = ["ir160120000000001234567890", "ir720550000000009876543210", "ir350190000000001111122222"]
CARDS = ["6037991100001233", "5022291987654322", "6219861000000009"]
NATIONAL = ["0012345679", "1234567891", "4000000012"]


def with_another(digits, place):
    return digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_account_is_known_by_its_check_digits(account):
    assert way_to_reach(f"to {account}.", is_link=False) == ACCOUNT
    for place in range(2, len(account)):
        assert way_to_reach(f"to {with_another(account, place)}.", is_link=False) == ""


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_known_by_its_bank_and_its_last_digit(card):
    assert way_to_reach(f"to {card}.", is_link=False) == ACCOUNT
    for place in range(6, len(card)):
        assert way_to_reach(f"to {with_another(card, place)}.", is_link=False) == ""


@pytest.mark.parametrize("number", NATIONAL)
def test_a_national_number_is_known_by_its_last_digit(number):
    assert way_to_reach(f"no. {number}.", is_link=False) == NATIONAL_NUMBER
    assert way_to_reach(f"no. {with_another(number, 9)}.", is_link=False) == ""


def test_a_page_is_numbered_and_reaches_nobody():
    assert way_to_reach("https://example.org/news/0012345679", is_link=True) == ""
    assert way_to_reach("https://example.org/news/6037991100001233", is_link=True) == ""
