"""A long run of one letter or of blanks takes as long again when it is twice as long, and not four times."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from prisoners.actions.cases import ARTICLE
from prisoners.names.key import split_aliases
from prisoners.queries.language import MOST, read_filter

RUNS: list[tuple[str, Callable[[str], object], Callable[[int], str]]] = [
    ("blanks in a name", split_aliases, lambda length: "Neda" + " " * length + "Zarbaf"),
    ("quotes in a name", split_aliases, '"'.__mul__),
    ("brackets in a name", split_aliases, "(".__mul__),
    ("words before another name", split_aliases, lambda length: "known " * (length // 6)),
    ("blanks in an article", ARTICLE.fullmatch, lambda length: "art " + " " * length + "610 x"),
    ("digits in an article", ARTICLE.fullmatch, lambda length: "art" + "6" * length + "x"),
    ("digits in a Persian article", ARTICLE.fullmatch, lambda length: "ماده" + "۶" * length + "x"),
]


def seconds(read: Callable[[str], object], text: str) -> float:
    """The time of the processor that a reading takes, the shortest of three."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        read(text)
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.parametrize(("read", "text"), [run[1:] for run in RUNS], ids=[run[0] for run in RUNS])
def test_a_run_that_is_twice_as_long_takes_twice_as_long(read, text):
    assert seconds(read, text(8_000)) < 3 * seconds(read, text(4_000)) + 0.05
    read(text(100_000))


def test_a_filter_is_as_long_as_can_be_read_at_once():
    run = "name:" + "a, " * (MOST // 6) + " " * (MOST // 2 - 5)
    assert seconds(read_filter, "a" + " " * (MOST - 2) + "b") < 0.05
    assert seconds(read_filter, run.rstrip(", ")) < 0.2


def test_blanks_around_what_parts_two_names_belong_to_neither():
    assert split_aliases("Neda  Zarbaf   known as   Mina /  Roya") == ("Neda Zarbaf", ["Mina", "Roya"])
