"""Whether a text says how somebody is reached is soon known, however long it is."""

from __future__ import annotations

import time

import pytest

from prisoners.privacy.reach import way_to_reach

LONG = 12_000


@pytest.mark.parametrize("sign", ["a", "1", ".", "a.", "a@", "+1-", " "])
def test_a_long_text_without_a_blank_is_read_in_no_time(sign):
    begun = time.process_time()
    way_to_reach((sign * LONG)[:LONG], is_link=False)
    assert time.process_time() - begun < 1


def test_an_address_behind_a_long_word_is_found():
    assert way_to_reach("a" * LONG + "@mail.example.org", is_link=False)
