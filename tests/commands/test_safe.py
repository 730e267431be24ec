"""What may be printed: no control sequence, no hidden direction, Persian byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.commands import safe
from prisoners.commands.safe import isolated, safe_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛"),
        ("a\x1b]0;title\x07b", "a␛b"),
        ("a\x1b]8;;http://x\x1b\\b", "a␛b"),
        ("\x9b2J", "␛"),
        ("\x1bPq#1\x1b\\x", "␛x"),
        ("\x90q\x9cx", "␛x"),
        ("\x1bc", "␛"),
        ("a\u202eb", "a\\u{202e}b"),
        ("a\x00b\x85c", "a\\u{0}b\\u{85}c"),
        ("a\u2028b\ufffe", "a\\u{2028}b\\u{fffe}"),
        ("a\u2067b", "a\\u{2067}b"),
        ("\u2069a\u2068", "\\u{2069}a\\u{2068}"),
        ("\u2068سال 1401\u2069", "\u2068سال 1401\u2069"),
        ("می‌شود\nnext\tcell", "می‌شود\nnext\tcell"),
    ],
)
def test_sequences_are_taken_whole_and_controls_are_seen(text, shown):
    assert safe_text(text) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text):
    shown = safe_text(text, one_line=True)
    assert not set(shown) & {
        *map(chr, range(32)),
        *map(chr, range(0x7F, 0xA0)),
        *map(chr, range(0x202A, 0x202F)),
    }
    shown.encode()


@given(st.text(alphabet="اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءۀ۰۱۲ \u200c[]/abc"))
def test_persian_text_is_shown_byte_for_byte(text):
    assert safe_text(text) == text


def test_directions_are_set_apart_on_a_screen_and_left_alone_in_a_file(monkeypatch):
    assert isolated("سال 1401") == "سال 1401"
    monkeypatch.setattr(safe.sys.stdout, "isatty", lambda: True)
    assert isolated("سال 1401") == "\u2068سال 1401\u2069"
    assert isolated("1401") == "1401"
