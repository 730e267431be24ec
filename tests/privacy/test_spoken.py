"""Numbers as people say them."""

import pytest

from prisoners.privacy.spoken import spoken_numbers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one two three", ["123"]),
        ("one two", []),
        ("zero nine hundred twelve", ["0912"]),
        ("one hundred two three", ["1023"]),
        ("nine hundred and ninety nine", ["999"]),
        ("hundred one two three", ["123"]),
        ("ten hundred one two", ["1012"]),
        ("ten one two", ["1012"]),
        ("eleven one two", ["1112"]),
        ("twenty one two", ["212"]),
        ("twenty zero one", ["2001"]),
        ("twenty ten one", ["20101"]),
        ("thirty-one forty", ["3140"]),
        ("double zero triple one two", ["001112"]),
        ("twenty double one two", ["20112"]),
        ("double one triple two twenty", ["1122220"]),
        ("345 one two nine", ["345129"]),
        ("twenty 5 one two", ["20512"]),
        ("one two three years and four five six months", ["123", "456"]),
        ("صد و بیست و یک، سه", ["1213"]),
        ("صد و یک، دویست و سه", ["101203"]),
        ("نهصد و دوازده، ده", ["91210"]),
        ("نود و نه، نه", ["999"]),
        ("somebodyone twofold three four", []),
    ],
)
def test_the_digits_of_a_number_that_is_told_in_words(text, said):
    assert spoken_numbers(text) == said
