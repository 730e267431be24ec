"""Names that must not be merged: their keys differ, and neither alone nor in a full name are they taken for one."""

import pytest

from prisoners.names.key import keys_of
from prisoners.names.likeness import ALIKE, likeness
from tests.names.apart import LATIN, PERSIAN
from tests.names.invented import FAMILY, GIVEN

PAIRS = PERSIAN + LATIN
LATIN_SPELLING = {row[0]: row[1] for row in GIVEN + FAMILY}
ACROSS = tuple((one, LATIN_SPELLING[other]) for one, other in PERSIAN if other in LATIN_SPELLING) + tuple(
    (LATIN_SPELLING[one], other) for one, other in PERSIAN if one in LATIN_SPELLING
)


def test_there_are_enough_pairs_to_trust() -> None:
    assert len(set(PAIRS)) >= 200
    assert len(set(ACROSS)) >= 100


@pytest.mark.parametrize(("one", "other"), PAIRS + ACROSS)
def test_they_share_no_key(one: str, other: str) -> None:
    assert not set(keys_of(one)) & set(keys_of(other))


@pytest.mark.parametrize(("one", "other"), PAIRS + ACROSS)
def test_they_are_not_alike_as_part_of_a_full_name(one: str, other: str) -> None:
    assert likeness(f"{one} Zarbafi", f"{other} Zarbafi").score < ALIKE
    assert likeness(f"Peyman {one}", f"Peyman {other}").score < ALIKE
