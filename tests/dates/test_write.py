"""Dates in both calendars, as people read them; and every one of them read back as the same days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates import jalali
from prisoners.dates.edtf import parse_edtf
from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.read import read_date
from prisoners.dates.write import write_date, write_ends
from tests.dates import readings

WRITTEN = {
    "2022-09-16": "25 Shahrivar 1401 · 16 Sep 2022",
    "25 Shahrivar 1401": "25 Shahrivar 1401 · 16 Sep 2022",
    "2022-09-16T00:00:00Z": "25 Shahrivar 1401 · 16 Sep 2022",
    "2022-09-16T14:30:00Z": "25 Shahrivar 1401 · EDTF 2022-09-16T14:30:00Z",
    "Mehr 1402": "Mehr 1402 · 23 Sep – 22 Oct 2023",
    "Dey 1404": "Dey 1404 · 22 Dec 2025 – 20 Jan 2026",
    "Sep 2022": "10 Shahrivar – 8 Mehr 1401 · Sep 2022",
    "spring 1401": "spring 1401 · 21 Mar – 21 Jun 2022",
    "summer 2019": "11 Khordad – 9 Shahrivar 1398 · summer 2019",
    "winter 2022/23": "10 Azar – 9 Esfand 1401 · winter 2022/23",
    "summer 2018 – autumn 2019": "11 Khordad 1397 – 9 Azar 1398 · summer 2018 – autumn 2019",
    "1402": "1402 · 2023/24",
    "about 1402": "about 1402 · 2023/24",
    "1371-1374": "1371–1374 · 21 Mar 1992 – 19 Mar 1996",
    "1285 SH": "1285 SH · 1906/07",
    "1285 SH to 1287 SH": "1285 SH – 1287 SH · 22 Mar 1906 – 20 Mar 1909",
    "2019": "11 Dey 1397 – 10 Dey 1398 · 2019",
    "2018–2019": "11 Dey 1396 – 10 Dey 1398 · 2018–2019",
    "1850 CE": "1850 CE",
    "1850 CE – 1852 CE": "1850 CE – 1852 CE",
    "winter 1850/51 CE": "winter 1850/51 CE",
    "spring 1285 SH": "spring 1285 SH (uncertain) · 22 Mar – 22 Jun 1906 (uncertain)",
    "[2019,2021..2021]": "11 Dey 1397 – 10 Dey 1398 or 12 Dey 1399 – 10 Dey 1400 · EDTF [2019,2021..2021]",
    "16 Sep 1910": "16 Sep 1910",
    "25 Mehr 1302": "25 Mehr 1302 (uncertain) · 18 Oct 1923 (uncertain)",
    "دهه ۶۰": "1360s · 21 Mar 1981 – 20 Mar 1991",
    "the 1980s": "11 Dey 1358 – 10 Dey 1368 · 1980s",
    "early Mehr 1402": "1–10 Mehr 1402 · 23 Sep – 2 Oct 2023",
    "18 Tir – 5 Mordad 1378": "18 Tir – 5 Mordad 1378 · 9–27 Jul 1999",
    "Mordad – Shahrivar 1404": "Mordad – Shahrivar 1404 · 23 Jul – 22 Sep 2025",
    "Bahman 1357 – Farvardin 1358": "Bahman 1357 – Farvardin 1358 · 21 Jan – 20 Apr 1979",
    "1 Feb 2004 – 2005": "12 Bahman 1382 – 10 Dey 1384 · 1 Feb 2004 – 2005",
    "before 25 Aban 1398": "before 25 Aban 1398 · before 16 Nov 2019",
    "before 1398": "before 1398 · before 21 Mar 2019",
    "until Aban 1398": "before Azar 1398 · before 22 Nov 2019",
    "until 2019": "before 11 Dey 1398 · until 2019",
    "before about 2019": "before about 11 Dey 1397 · before about 2019",
    "since 1397": "since 1397 · since 21 Mar 2018",
    "از پاییز ۱۳۶۷ (مستمر)": "since Mehr 1367 · since 23 Sep 1988",
    "since 2019": "since 11 Dey 1397 · since 2019",
    "2019 – unknown": "11 Dey 1397 – unknown · 2019 – unknown",
    "unknown – 2019": "unknown – 10 Dey 1398 · unknown – 2019",
    "12 or 13 Aban 1398": "12 or 13 Aban 1398 · 3 or 4 Nov 2019",
    "12, 13 and 14 Aban 1398": "12, 13 and 14 Aban 1398 · 3, 4 and 5 Nov 2019",
    "5 Mehr or 9 Aban 1402": "5 Mehr 1402 or 9 Aban 1402 · 27 Sep 2023 or 31 Oct 2023",
    "1398 or 1400": "1398 or 1400 · 21 Mar 2019 – 19 Mar 2020 or 21 Mar 2021 – 20 Mar 2022",
    "[2019~,2021]": "about 11 Dey 1397 – 10 Dey 1398 or 12 Dey 1399 – 10 Dey 1400 · about 2019 or 2021",
    "circa 2019": "about 11 Dey 1397 – 10 Dey 1398 · about 2019",
    "Mehr 1402 (uncertain)": "Mehr 1402 (uncertain) · 23 Sep – 22 Oct 2023 (uncertain)",
    "1984~/2004-06?": "11 Dey 1362 (about) – probably 10 Tir 1383 · 1984 (about) – probably Jun 2004",
    "1984?/2004%": "11 Dey 1362 (uncertain) – probably about 11 Dey 1383 · 1984 (uncertain) – probably about 2004",
    "2023-09-23~/2023-10-22": "1 Mehr 1402 (about) – 30 Mehr 1402 · 23 Sep 2023 (about) – 22 Oct 2023",
    "2004-XX": "11 Dey 1382 – 11 Dey 1383 · EDTF 2004-XX",
    "2019/2019": "11 Dey 1397 – 10 Dey 1398 · EDTF 2019/2019",
    "[..2019]": "EDTF [..2019]",
    "[2019]": "EDTF [2019]",
    "[2004-XX,2005]": "11 Dey 1382 – 11 Dey 1383 or 12 Dey 1383 – 10 Dey 1384 · EDTF [2004-XX,2005]",
    "../..": "EDTF ../..",
    "Y170000002": "EDTF Y170000002",
    "0000": "EDTF 0000",
    "1111-01-01/1111": "EDTF 1111-01-01/1111",
    "2200/2201": "EDTF 2200/2201",
}  # fmt: skip

IN_PERSIAN = {
    "25 Shahrivar 1401": "۲۵ شهریور ۱۴۰۱ · ۱۶ سپتامبر ۲۰۲۲",
    "early Mehr 1402": "۱ تا ۱۰ مهر ۱۴۰۲ · ۲۳ سپتامبر تا ۲ اکتبر ۲۰۲۳",
    "1402": "۱۴۰۲ · ۲۰۲۳/۲۴",
    "دهه ۶۰": "دهه ۱۳۶۰ · ۲۱ مارس ۱۹۸۱ تا ۲۰ مارس ۱۹۹۱",
    "about Mehr 1402": "حدود مهر ۱۴۰۲ · حدود ۲۳ سپتامبر تا ۲۲ اکتبر ۲۰۲۳",
    "Mehr 1402?": "مهر ۱۴۰۲ (نامطمئن) · ۲۳ سپتامبر تا ۲۲ اکتبر ۲۰۲۳ (نامطمئن)",
    "before 25 Aban 1398": "پیش از ۲۵ آبان ۱۳۹۸ · پیش از ۱۶ نوامبر ۲۰۱۹",
    "since 1397": "از ۱۳۹۷ · از ۲۱ مارس ۲۰۱۸",
    "12 or 13 Aban 1398": "۱۲ یا ۱۳ آبان ۱۳۹۸ · ۳ یا ۴ نوامبر ۲۰۱۹",
    "[1980,199X]": ("۱۱ دی ۱۳۵۸ تا ۱۰ دی ۱۳۵۹ یا ۱۱ دی ۱۳۶۸ تا ۱۰ دی ۱۳۷۸ · سال ۱۹۸۰ یا دهه ۱۹۹۰"),
    "2004-XX": "۱۱ دی ۱۳۸۲ تا ۱۱ دی ۱۳۸۳ · EDTF 2004-XX",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_date_is_written_in_both_calendars_and_no_more_precisely_than_it_is(text):
    assert write_date(read_date(text)) == WRITTEN[text]


@pytest.mark.parametrize("text", IN_PERSIAN)
def test_a_date_is_written_in_persian(text):
    assert write_date(read_date(text), digits="persian", language="fa") == IN_PERSIAN[text]


def test_the_order_of_the_calendars_is_the_reader_s():
    date = read_date("1402")
    gregorian = Calendar.GREGORIAN
    assert write_date(date, first=gregorian) == "2023/24 · 1402"
    assert write_date(date, first=gregorian, both=False) == "21 Mar 2023 – 19 Mar 2024"
    assert write_date(date, both=False) == "1402"
    assert write_date(date, digits="persian") == "۱۴۰۲ · ۲۰۲۳/۲۴"


def test_words_that_were_not_read_are_written_as_they_are():
    assert write_date(readings.unread("after the rains")) == "“after the rains” (not read)"
    assert (
        write_date(readings.unread("پس از باران"), language="fa", digits="persian")
        == "«پس از باران» (خوانده نشد)"
    )


WAYS = st.fixed_dictionaries({
    "first": st.sampled_from([Calendar.JALALI, Calendar.GREGORIAN]),
    "digits": st.sampled_from(["latin", "persian"]),
    "language": st.sampled_from(["en", "fa"]),
})  # fmt: skip

MARKS = st.sampled_from(["", "", "~", "?", "%"])
NUMBERS = st.integers(1880, 2130)


def jalali_month(year, month):
    last = jalali.to_gregorian(year, month, jalali.days_in_month(year, month))
    return jalali.to_gregorian(year, month, 1), last


def parts():
    months = st.builds("{:04}-{:02}".format, NUMBERS, st.integers(1, 12))
    days = st.dates(dt.date(1880, 1, 1), dt.date(2130, 12, 31)).map(str)
    seasons = st.builds("{:04}-{}".format, NUMBERS, st.integers(21, 24))
    decades = st.builds("{}X".format, st.integers(188, 212))
    return st.one_of(
        NUMBERS.map(str), months, days, seasons, decades, months.map(lambda month: month[:4] + "-XX")
    )


def marked():
    return st.builds(str.__add__, parts(), MARKS)


def edtf_texts():
    ends = marked() | st.sampled_from(["..", ""])
    members = parts() | st.builds("{}..{}".format, parts(), parts())
    listed = st.lists(members, min_size=1, max_size=4).map(",".join)
    texts = st.one_of(
        marked(),
        st.builds("{}/{}".format, ends, ends),
        listed.map("[{}]".format),
        listed.map("{{{}}}".format),
        st.builds(
            "{}T{:02}:30:00Z".format, st.dates(dt.date(1880, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 23)
        ),
    )
    return texts.filter(lambda text: parse_edtf(text) is not None)


def jalali_spans():
    """EDTF intervals whose ends are those of Jalali months, so of seasons, years and decades too."""
    month = st.builds(jalali_month, st.integers(1304, 1490), st.sampled_from([1, 3, 4, 6, 9, 10, 12]))
    later = st.integers(0, 12) | st.just(120)
    spans = st.builds(lambda days, more: (days[0], _months_on(days[0], more)), month, later)
    return st.builds(lambda span, mark: f"{span[0]}{mark}/{span[1]}{mark}", spans, MARKS)


def _months_on(first, months):
    year, month, _ = jalali.from_gregorian(first)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return jalali_month(min(year, 1496), month + 1)[1]


def as_written_by(calendar, text):
    edtf = parse_edtf(text)
    return PartialDate(edtf.earliest, edtf.latest, text, calendar, "")


@given(edtf_texts() | jalali_spans(), WAYS)
def test_what_is_written_in_both_calendars_is_read_back_as_the_same_date(text, ways):
    date = as_written_by(Calendar.GREGORIAN, text)
    assert readings.same_days(read_date(write_date(date, **ways)), date)


@given(edtf_texts() | jalali_spans(), WAYS)
def test_what_is_written_in_one_calendar_is_read_back_as_the_same_days(text, ways):
    date = as_written_by(Calendar.GREGORIAN, text)
    again = read_date(write_date(date, both=False, **ways))
    assert (again.earliest, again.latest) == (date.earliest, date.latest)
    assert (again.about, again.uncertain) == (date.about, date.uncertain)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2022-09-16", ("2022-09-16", "2022-09-16")),
        ("about 3 January 2023", ("2023-01-03~", "2023-01-03~")),
        ("3 January 2023?", ("2023-01-03?", "2023-01-03?")),
        ("since about 2020", ("2020-01-01~", "")),
        ("before 1398", ("", "2019-03-20")),
        ("2023-01%", ("2023-01-01%", "2023-01-31%")),
    ],
)
def test_the_ends_of_a_date_are_marked_as_the_date_is(text, ends):
    assert write_ends(read_date(text)) == ends


def test_words_that_were_not_read_have_no_ends():
    assert write_ends(readings.unread("some day")) == ("", "")


@given(st.dates(dt.date(1930, 1, 1), dt.date(2090, 1, 1)), MARKS, st.sampled_from(["", "..", "2101"]))
def test_an_end_is_read_back_as_near_or_as_doubtful_as_its_date(day, mark, until):
    date = as_written_by(Calendar.GREGORIAN, f"{day}{mark}/{until}" if until else f"{day}{mark}")
    again = read_date(write_ends(date)[0])
    assert (again.earliest, again.about, again.uncertain) == (day, date.about, date.uncertain)


@given(st.sampled_from([*readings.DAYS, *readings.SPANS, *readings.EDTF]), WAYS)
def test_what_was_read_from_words_is_written_and_read_back(text, ways):
    date = read_date(text)
    again = read_date(write_date(date, **ways))
    assert readings.same_days(again, date)
    if ways["first"] is date.calendar:
        assert again.calendar is date.calendar
        assert write_date(again, **ways) == write_date(date, **ways)
