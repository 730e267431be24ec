"""Who stands in a file is kept in few characters, and read again as it was."""

from __future__ import annotations

import pytest

from prisoners.store.named import packed, read_named, unpacked, write_named
from prisoners.vocabulary import NamingRule


@pytest.mark.parametrize("numbers", [[], [1], [1, 2, 3, 7], [5, 6, 1 << 40, (1 << 40) + 1]])
def test_numbers_are_packed_and_unpacked(numbers):
    assert list(unpacked(packed(numbers))) == numbers


def test_everybody_is_read_again_by_the_rule_that_named_them():
    named = dict.fromkeys(range(1, 500), NamingRule.FULL) | {7: NamingRule.INITIALS}
    kept = write_named(named)
    assert read_named(kept) == named
    assert len(kept) < 50
