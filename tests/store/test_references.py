"""References: derived from numbers, the same way back, in every copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.errors import NotAReference
from prisoners.store.references import (
    PER_COPY,
    PREFIXES,
    TABLES,
    is_reference,
    read_reference,
    write_reference,
)


@given(st.sampled_from(sorted(PREFIXES)), st.integers(0, 1000), st.integers(1, PER_COPY))
def test_a_reference_leads_back_to_its_row(table, copy, number):
    assert read_reference(write_reference(table, copy * PER_COPY + number)) == (
        table,
        copy * PER_COPY + number,
    )


@pytest.mark.parametrize(
    ("table", "number", "written"),
    [
        pytest.param("prisoners", 42, "P-0042", id="the first copy is not named"),
        pytest.param("prisoners", 3 * PER_COPY + 42, "P-3-0042", id="another copy is"),
        pytest.param("sources", 12345, "S-12345", id="numbers outgrow four digits"),
    ],
)
def test_references_look_as_people_know_them(table, number, written):
    assert write_reference(table, number) == written
    assert read_reference(f" {written.lower()} ") == (table, number)


@pytest.mark.parametrize("text", ["", "P-", "P-0", "42", "Q-0001", "P-0042x", "P-۴۲", "P-1-2-3", "narges"])
def test_what_is_no_reference_is_refused(text):
    assert not is_reference(text)
    with pytest.raises(NotAReference, match="is not a reference"):
        read_reference(text)


def test_a_row_without_references_is_told_by_its_table():
    assert write_reference("counters", 3) == "counters 3"


def test_a_reference_can_be_asked_for_by_table():
    assert is_reference("S-0012", "sources")
    assert not is_reference("S-0012", "prisoners")
    assert is_reference("S-0012")


def test_no_two_tables_share_a_prefix():
    assert len(TABLES) == len(PREFIXES)
