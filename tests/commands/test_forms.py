"""Forms as files: what is written is read back the same, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from prisoners.commands.forms import LARGEST, FormWriter, parse_form, read_form
from prisoners.errors import FormUnreadable

words = some.text(some.characters(exclude_categories=("Cs",)))
values = some.one_of(words, some.booleans(), some.integers(0, 10**16))
names = some.text("abcdefgh_", min_size=1, max_size=6)
blocks = some.dictionaries(names, values, max_size=4)
forms = some.builds(
    lambda facts, cases: (
        facts
        | {f"{name}s": [one | {"charges": [inner]} for one, inner in many] for name, many in cases.items()}
    ),
    some.dictionaries(names.map(lambda name: f"x{name}"), values, max_size=4),
    some.dictionaries(
        names.map(lambda name: f"y{name}"),
        some.lists(some.tuples(blocks, blocks), min_size=1, max_size=3),
        max_size=2,
    ),
)


@given(forms)
def test_a_form_that_was_written_is_read_back_the_same(form):
    assert parse_form(FormWriter({}).write(form), "a form") == form


def test_what_is_empty_stands_in_comments_explained_once():
    writer = FormWriter(
        {"prisoners": {"father": "father's name"}, "events": {"kind": "what", "ward": "the ward"}}
    )
    text = writer.write({"events": [{"kind": "arrest"}, {"kind": "release"}, {"kind": "death", "ward": "4"}]})
    assert text == (
        "# father =   father's name\n"
        '\n[[events]]\nkind = "arrest"\n# ward =   the ward\n'
        '\n[[events]]\nkind = "release"\n# also: ward\n'
        '\n[[events]]\nkind = "death"\nward = "4"\n'
    )


def test_what_a_reference_stands_for_is_written_beside_it():
    text = FormWriter({}, {"PR-0001": "Evin\nof \x1b Tehran"}).write({"prison": "PR-0001"})
    assert text == 'prison = "PR-0001"  # Evin\\nof \\u001b Tehran\n'
    assert parse_form(text, "a form") == {"prison": "PR-0001"}


@pytest.mark.parametrize("text", ["father = ", "[[a]]\n[a]", "{", "{]"])
def test_what_is_no_form_is_refused_with_its_line_and_without_its_words(text):
    with pytest.raises(FormUnreadable, match=r"line|end of document"):
        parse_form(text, "secret.toml")


def test_a_json_object_is_a_form_too():
    assert parse_form(' {"father": "Karim"}', "a form") == {"father": "Karim"}


def test_a_form_is_utf_8_with_or_without_a_mark_and_never_huge(tmp_path):
    path = tmp_path / "form.toml"
    path.write_bytes('\ufefffather = "کریم"'.encode())
    assert read_form(str(path)) == {"father": "کریم"}
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(FormUnreadable, match="UTF-8"):
        read_form(str(path))
    path.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(FormUnreadable, match="too large"):
        read_form(str(path))
