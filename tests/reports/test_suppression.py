"""Small counts stay inside, and nothing gives them away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prisoners.reports.suppression import HIDDEN, suppressed
from tests.reports.conftest import rows_of


def test_a_single_gap_would_be_computed_so_a_second_count_goes_with_it():
    rows = [("Evin", 12), ("Qarchak", 3), ("Urmia", 9), ("All", 24)]
    assert suppressed(rows, 5) == [("Evin", 12), ("Qarchak", "<5"), ("Urmia", HIDDEN), ("All", 24)]


def test_without_a_bound_nothing_is_kept_back():
    rows = [("Evin", 1), ("All", 1)]
    assert suppressed(rows, 0) == suppressed(rows, 1) == rows
    assert suppressed([], 5) == []


def test_a_count_of_nobody_is_no_secret():
    assert suppressed([("Evin", 0), ("All", 12)], 5) == [("Evin", 0), ("All", 12)]


@given(
    st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=1, max_size=6),
    st.integers(2, 10),
)
def test_no_line_has_a_single_gap_and_no_small_count_is_left(body, least):
    rows = [(str(number), *line, sum(line)) for number, line in enumerate(body)]
    rows.append(("All", *map(sum, zip(*body, strict=True)), sum(map(sum, body))))
    kept = [row[1:] for row in suppressed(rows, least)]
    assert not [cell for line in kept for cell in line if isinstance(cell, int) and 0 < cell < least]
    for line in (*kept, *zip(*kept, strict=True)):
        gaps = sum(isinstance(cell, str) for cell in line)
        assert gaps != 1


def test_a_report_keeps_small_counts_back_in_every_table(ask):
    made = ask("situation", suppress=5)
    for table in made.tables:
        if table.key != "over_time":
            assert not [
                cell for row in table.rows for cell in row[1:] if isinstance(cell, int) and 0 < cell < 5
            ], table.key
    assert {row["held"] for row in rows_of(made, "over_time")} & {"<5"}
