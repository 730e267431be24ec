"""The language of filters: what is read, and what is said when nothing can be."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.errors import FilterUnreadable
from prisoners.queries.language import EVERYBODY, Both, Either, Not, Term, Words, read_filter


def test_the_example_of_the_handbook_is_read():
    assert read_filter("status:serving born<1990 -charge:610 missing:source") == Both(
        (
            Term("status", ":", ("serving",)),
            Term("born", "<", ("1990",)),
            Not(Term("charge", ":", ("610",))),
            Term("missing", ":", ("source",)),
        )
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("", EVERYBODY, id="nothing means everybody"),
        pytest.param("born<~1990", Term("born", "<", ("1990",), possibly=True), id="possibly before"),
        pytest.param("born:~1990", Term("born", ":", ("1990",), possibly=True), id="possibly in"),
        pytest.param("years>=5", Term("years", ">=", ("5",)), id="at least"),
        pytest.param(
            "Prison=Evin", Term("prison", "=", ("Evin",)), id="exactly; a field is read in any case"
        ),
        pytest.param("prison:Evin,Qom", Term("prison", ":", ("Evin", "Qom")), id="alternatives"),
        pytest.param("prison:اوین،قم", Term("prison", ":", ("اوین", "قم")), id="a Persian comma"),
        pytest.param('ward:"ward 8"', Term("ward", ":", ("ward 8",)), id="quoted"),
        pytest.param("ward:«بند ۸»", Term("ward", ":", ("بند ۸",)), id="quoted as in Persian"),
        pytest.param("مهسا", Words("مهسا"), id="a name"),
        pytest.param('"Neda Zarbaf"', Words("Neda Zarbaf"), id="a name of two words"),
        pytest.param("O'Neil", Words("O'Neil"), id="an apostrophe is no quotation mark"),
        pytest.param("a OR b", Either((Words("a"), Words("b"))), id="or"),
        pytest.param("a:1|b:2", Either((Term("a", ":", ("1",)), Term("b", ":", ("2",)))), id="a bar is or"),
        pytest.param("a AND b", Both((Words("a"), Words("b"))), id="and may be written"),
        pytest.param("NOT a", Not(Words("a")), id="not in a word"),
        pytest.param("-(a OR b)", Not(Either((Words("a"), Words("b")))), id="nobody of a group"),
        pytest.param(
            "a b OR c", Either((Both((Words("a"), Words("b"))), Words("c"))), id="and binds closer than or"
        ),
        pytest.param("order:1", Term("order", ":", ("1",)), id="a field that begins like OR"),
    ],
)
def test_a_filter_is_read(text, tree):
    assert read_filter(text) == tree


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(a", "not closed"),
        ("a)", "not opened"),
        ("born<", "born is compared with nothing"),
        ("prison:Evin,", "prison is compared with nothing"),
        ("a OR", "missing at its end"),
        ("OR a", "a field or a name was expected"),
        ("-" * 60 + "a", "nested deeper"),
        ("(" * 5000, "nested deeper"),
        ("a " * 9000, "longer than"),
    ],
)
def test_a_filter_that_makes_no_sense_says_why(text, why):
    with pytest.raises(FilterUnreadable, match=why):
        read_filter(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(text):
    with suppress(FilterUnreadable):
        assert isinstance(read_filter(text), Term | Words | Not | Both | Either)
