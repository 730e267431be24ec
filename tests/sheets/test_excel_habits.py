"""What a spreadsheet program does by itself is no correction; what a person changed always is."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from prisoners.sheets.excel_habits import same_but_for_excel, unescaped
from prisoners.sheets.safe import guarded

DONE_BY_A_PROGRAM = [
    pytest.param("=1+1", "'=1+1", id="the sign that guards a formula"),
    pytest.param("'=1+1", "=1+1", id="the sign taken for the prefix of a text"),
    pytest.param("+98 912 000 0000", "'+98 912 000 0000", id="a guarded telephone number"),
    pytest.param("-", "'-", id="a guarded dash"),
    pytest.param("@neda", "'@neda", id="a guarded handle"),
    pytest.param("0912", "'0912", id="digits kept as a text by their owner"),
    pytest.param("+98-912", "=+98-912", id="taken for a sum"),
    pytest.param("@neda", "=@neda", id="taken for a name"),
    pytest.param("+98-912", "-814", id="a sum that was done"),
    pytest.param("=1+1", "2", id="a sum in a csv file"),
    pytest.param("50%", "50.00%", id="a percentage with noughts"),
    pytest.param("March 2022", "03/01/22", id="a month as LibreOffice shows it"),
    pytest.param("10/5", "10/05/26", id="two numbers as LibreOffice shows them"),
    pytest.param("=neda", "#NAME?", id="taken for a formula without meaning"),
    pytest.param("- ill", "#NAME?", id="a note taken for a formula"),
    pytest.param("+989120000000", "989120000000", id="a plus lost"),
    pytest.param("+989120000000", "9.8912E+11", id="a telephone number rounded to be shown"),
    pytest.param("9909980012345678", "9.90998E+15", id="sixteen digits rounded to be shown"),
    pytest.param("9909980012345678", "9,90998E+15", id="the same in German"),
    pytest.param("9909980012345678", "9.90998001234567E+15", id="fifteen of sixteen digits"),
    pytest.param("9909980012345678", "9.909980012345678e+15", id="as a library writes a float"),
    pytest.param("9909980012345678", "9909980012345670", id="the sixteenth digit made a nought"),
    pytest.param("9909980012345678", "9909980012345680", id="the sixteenth digit rounded"),
    pytest.param("99099800123456789", "99099800123456784", id="as near as a float comes"),
    pytest.param("۹۹۰۹۹۸۰۰۱۲۳۴۵۶۷۸", "9.90998E+15", id="Persian digits taken for a number"),
    pytest.param("0012", "12", id="noughts lost"),
    pytest.param("007", "7.0", id="noughts lost in a library's hands"),
    pytest.param("1.50", "1.5", id="a nought behind the point lost"),
    pytest.param("1,000", "1000", id="thousands without their comma"),
    pytest.param("50%", "0.5", id="a percentage"),
    pytest.param("12E3", "12000", id="a cell block taken for a power of ten"),
    pytest.param("12E3", "1.20E+04", id="and shown as one"),
    pytest.param("(123)", "-123", id="brackets taken for a minus"),
    pytest.param("true", "TRUE", id="a truth value"),
    pytest.param("False", "FAUX", id="a truth value in French"),
    pytest.param("2022-09-16", "2022-09-16 00:00:00", id="midnight added"),
    pytest.param("2022-09-16", "2022-09-16T00:00:00.000Z", id="midnight added by Google"),
    pytest.param("2022-09-16", "9/16/2022", id="American"),
    pytest.param("2022-09-16", "16/09/2022", id="British"),
    pytest.param("2022-09-16", "16.09.2022", id="German"),
    pytest.param("2022-09-16", "9/16/22", id="American, short"),
    pytest.param("2022-09-16", "9/16/2022 0:00", id="American, with midnight"),
    pytest.param("2022-09-16", "16-Sep-22", id="as Excel shows days"),
    pytest.param("2022-09-16", "16-Sep-2022", id="with the whole year"),
    pytest.param("2022-09-16", "Friday, September 16, 2022", id="a long date"),
    pytest.param("2022-09-16", "16 September 2022", id="a long British date"),
    pytest.param("2022-09-16", "44820", id="days since 1900"),
    pytest.param("2022-09-16", "43358", id="days since 1904"),
    pytest.param("16 September 2022", "2022-09-16", id="words taken for a day"),
    pytest.param("1401/06/25", "1401-06-25", id="a Jalali day taken for one of the year 1401"),
    pytest.param("25/6/1401", "1401-06-25", id="a Jalali day, day first"),
    pytest.param("1401-06-25", "1401-07-04", id="a Jalali day counted in the Julian calendar"),
    pytest.param("1401-06-25", "-182070", id="a Jalali day as a number of days"),
    pytest.param("1401/06/25", "6/25/1401", id="a Jalali day in American order"),
    pytest.param("۱۴۰۱/۰۶/۲۵", "1401-06-25", id="a Jalali day in Persian digits"),
    pytest.param("98/8/25", "1998-08-25", id="a short Jalali year taken for a Gregorian one"),
    pytest.param("04/03/2022", "2022-03-04", id="an unclear day read one way"),
    pytest.param("04/03/2022", "2022-04-03", id="an unclear day read the other way"),
    pytest.param("March 2022", "Mar-22", id="a month"),
    pytest.param("2022-03", "Mar-22", id="a month in figures"),
    pytest.param("5-98", "May-98", id="two numbers taken for a month"),
    pytest.param("10/5", "5-Oct", id="two numbers taken for a day"),
    pytest.param("10/5", "10-May", id="two numbers taken for a day in Britain"),
    pytest.param("8:30", "08:30:00", id="an hour"),
    pytest.param("20:30", "8:30:00 PM", id="an American hour"),
    pytest.param("Neda", " Neda ", id="spaces at the ends"),
    pytest.param("Neda Zarbaf", "Neda\u00a0Zarbaf\ufeff", id="spaces that do not break"),
    pytest.param("one\ntwo", "one\r\ntwo", id="ends of lines"),
    pytest.param("one\r\ntwo", "one\rtwo\n", id="ends of lines of old Macs"),
    pytest.param("", "  ", id="nothing but a space"),
    pytest.param('He said "no"', "He said “no”", id="curly quotes"),
    pytest.param('He said "no"', "He said «no»", id="Persian quotes"),
    pytest.param("mother's", "mother’s", id="a curly apostrophe"),
    pytest.param("held - ill", "held – ill", id="a dash"),
    pytest.param("held -- ill...", "held — ill…", id="a long dash and an ellipsis"),
    pytest.param("آبان", "ا\u0653بان", id="a letter written in two characters"),
    pytest.param("e\u0301t\u00e9", "été", id="a letter written in one"),
]  # fmt: skip

DONE_BY_A_PERSON = [
    pytest.param("Neda", "", id="emptied"),
    pytest.param("", "Neda", id="filled"),
    pytest.param("Neda", "Nedaa", id="a letter more"),
    pytest.param("Neda", "neda", id="a small letter"),
    pytest.param("علي", "علی", id="a Persian yeh for an Arabic one"),
    pytest.param("كاوه", "کاوه", id="a Persian kaf for an Arabic one"),
    pytest.param("نامهای", "نامه‌ای", id="a joiner put in"),
    pytest.param("نامه‌ای", "نامه ای", id="a joiner made a space"),
    pytest.param("اسماعیل", "إسماعیل", id="a hamza"),
    pytest.param("Neda  Zarbaf", "Neda Zarbaf", id="a space taken out"),
    pytest.param("NedaZarbaf", "Neda Zarbaf", id="a space put in"),
    pytest.param("one two", "one\ntwo", id="a line broken"),
    pytest.param("held “ill”", 'held "ill"', id="quotes made straight"),
    pytest.param("1398-99", "1398–99", id="a dash between years"),
    pytest.param("'Ali", "Ali", id="an apostrophe of a name taken away"),
    pytest.param("Ali", "'Ali", id="an apostrophe of a name put in"),
    pytest.param("held", "“held”", id="quotes put around"),
    pytest.param("7", "007", id="noughts put before"),
    pytest.param("7", "8", id="another number"),
    pytest.param("12", "۱۲", id="Persian digits"),
    pytest.param("1000", "1,000", id="a comma put in"),
    pytest.param("1.000", "1000", id="a point taken out"),
    pytest.param("9909980012345678", "9909980012345677", id="another sixteenth digit"),
    pytest.param("9909980012345678", "9909980012345070", id="another fourteenth digit"),
    pytest.param("9909980012345678", "9.90997E+15", id="another sixth digit"),
    pytest.param("9909980012345678", "9.90998E+14", id="a digit less"),
    pytest.param("990998001234567", "990998001234560", id="a fifteenth digit that Excel would have kept"),
    pytest.param("2022-09-16", "2022-09-17", id="another day"),
    pytest.param("2022-09-16", "9/17/2022", id="another day, American"),
    pytest.param("2022-09-16", "9/16/2021", id="another year"),
    pytest.param("2022-09-16", "17-Sep-22", id="another day as Excel shows it"),
    pytest.param("2022-09-16", "44821", id="another day as a number"),
    pytest.param("2022-09-16", "-999999", id="a number before every day"),
    pytest.param("2022-09-16", "999999", id="a number after every day"),
    pytest.param("2022-09-16", "0000-09-16", id="a year that no calendar has"),
    pytest.param("2022-09-16", "2022-09-16 08:30:00", id="an hour added"),
    pytest.param("2022-09-16", "2022-09", id="a day made a month"),
    pytest.param("2022-09", "2022-09-01", id="a month made its first day"),
    pytest.param("2022-09", "Oct-22", id="another month"),
    pytest.param("2022", "2022-01-01", id="a year made its first day"),
    pytest.param("about 2022-09-16", "2022-09-16", id="a doubt taken away"),
    pytest.param("2022-09-16?", "2022-09-16", id="a question mark taken away"),
    pytest.param("2022-09-16", "2022-09-16~", id="a doubt put in"),
    pytest.param("1401/06/25", "1401-06-26", id="another Jalali day"),
    pytest.param("1401/06/25", "1402-06-25", id="another Jalali year"),
    pytest.param("1401-06-31", "1401-07-04", id="a Jalali day that no program takes for one"),
    pytest.param("04/03/2022", "03/04/2022", id="day and month exchanged"),
    pytest.param("2022-03-04", "2022-04-03", id="day and month exchanged in a clear day"),
    pytest.param("10/5", "10/6", id="another number behind the stroke"),
    pytest.param("10/5", "5-Nov", id="another month of two numbers"),
    pytest.param("10/5", "2022-10-05", id="a year put to a day without one"),
    pytest.param("8:30", "09:30:00", id="another hour"),
    pytest.param("8:30", "8:30:00 PM", id="the evening"),
    pytest.param("true", "FALSE", id="the other truth value"),
    pytest.param("yes", "TRUE", id="a word that no program takes for a truth value"),
    pytest.param("Neda", "#NAME?", id="an error that no text makes"),
    pytest.param("=neda", "neda", id="a sign taken away"),
    pytest.param("- 5 children", "5", id="a number taken out of a note"),
    pytest.param("+98912", "98913", id="another digit behind a plus"),
    pytest.param("50%", "55%", id="another percentage"),
    pytest.param("50", "50%", id="a number made a percentage"),
    pytest.param("March 2022", "04/01/22", id="another month as LibreOffice shows it"),
    pytest.param("+98 912", "98 912", id="a plus taken from a text"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "theirs"), DONE_BY_A_PROGRAM)
def test_what_a_program_does_by_itself_is_no_correction(base, theirs):
    assert same_but_for_excel(base, theirs)


@pytest.mark.parametrize(("base", "theirs"), DONE_BY_A_PERSON)
def test_what_a_person_changed_is_a_correction(base, theirs):
    assert not same_but_for_excel(base, theirs)


@pytest.mark.parametrize(
    ("base", "theirs"),
    [
        ("2022-03", "2022-03-01"),
        ("March 2022", "2022-03-01"),
        ("5-98", "1998-05-01"),
        ("10/5", "2026-10-05"),
        ("10/5", "2026-05-10"),
    ],
)
def test_a_cell_that_holds_a_date_may_say_more_than_the_text_it_was_made_of(base, theirs):
    assert same_but_for_excel(base, theirs, typed=True)
    assert not same_but_for_excel(base, theirs)


@pytest.mark.parametrize(
    ("base", "theirs"), [("007", "7"), ("2022-09-16", "9/16/2022"), ("true", "TRUE"), ("10/5", "2026-10-05")]
)
def test_in_a_cell_that_still_holds_a_text_a_person_has_written(base, theirs):
    assert not same_but_for_excel(base, theirs, typed=False)
    assert same_but_for_excel(f"{base}…", f" {base}… ", typed=False)


ANY = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'\"0123456789/۱ یي\u200c")
)
FIGURES = st.from_regex(r"\A[0-9+(=']?[0-9۰-۹]{1,14}[-/.:,E][0-9]{1,4}([-/.][0-9]{1,4})?[)%]?\Z")


@given(ANY | FIGURES)
def test_a_cell_that_nobody_touched_is_the_same(text):
    assert same_but_for_excel(text, text)
    assert same_but_for_excel(text, guarded(text))
    assert same_but_for_excel(guarded(text), text)


@given(ANY | FIGURES | st.dates().map(str), st.data())
@example("1401/06/25", None)
def test_a_letter_or_digit_that_is_another_is_a_correction(text, data):
    places = [place for place, sign in enumerate(text) if sign.isalnum()]
    assume(places)
    place = data.draw(st.sampled_from(places)) if data else places[0]
    other = data.draw(st.characters(categories=["L", "Nd"])) if data else "2"
    changed = f"{text[:place]}{other}{text[place + 1 :]}"
    assume(not same_letter(text[place], other))
    assert not same_but_for_excel(text, changed)


@given(
    FIGURES | st.dates().map(str) | st.sampled_from(["10/5", "March 2022", "9909980012345678", "=1+1"]),
    ANY | FIGURES,
)
def test_no_two_texts_are_too_strange_to_compare(base, theirs):
    for typed in (None, True, False):
        assert same_but_for_excel(base, theirs, typed=typed) in (True, False)


def same_letter(one: str, other: str) -> bool:
    """Whether two signs are one letter, or one digit of two scripts."""
    import unicodedata

    if one.isdecimal() and other.isdecimal():
        return int(one) == int(other)
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("'=x", "=x"),
        ("'+98", "+98"),
        ("'0912", "0912"),
        ("''=x", "'=x"),
        ("'Ali", "'Ali"),
        ("", ""),
        ("x'", "x'"),
    ],
)
def test_an_escape_is_taken_off_once_and_an_apostrophe_stays(text, plain):
    assert unescaped(text) == plain
