"""Seals: parts that cannot run into each other, nothing that is not an empty text."""

from hypothesis import given
from hypothesis import strategies as st

from prisoners.store.seals import commitment, digest, seal

PARTS = st.lists(st.none() | st.text(), max_size=4)


@given(PARTS, PARTS)
def test_different_parts_have_different_digests(one, other):
    assert (digest(one) == digest(other)) == (one == other)


def test_a_seal_depends_on_all_it_closes():
    line = (1, "prisoners", 1, 1, "father", None, "Rostam", "salt")
    seals = {
        seal(previous, update, [commitment(entry)])
        for previous in (None, "x")
        for update in ((1, "Sara"), (1, "Omid"))
        for entry in (line, (*line[:-2], "Kave", "salt"), (*line[:-1], "pepper"))
    }
    assert len(seals) == 12
