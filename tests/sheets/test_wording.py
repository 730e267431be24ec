"""How codes, terms and amounts are put into words, in each language of a file."""

from __future__ import annotations

from itertools import chain

import pytest

from prisoners.privacy import reach, verdict, watch
from prisoners.privacy.consents import Standing
from prisoners.records.tables import BY_NAME, RECORDED
from prisoners.sheets import columns
from prisoners.sheets.field_names import field_name, record_name
from prisoners.sheets.judges import TOO_FEW
from prisoners.sheets.manifest import (
    INSIDE,
    METHOD,
    NOT_COUNTED,
    POPULATION,
    RESTRICTED,
    RULES,
    SHOWN_ALONE,
    TITLE,
    UNIT,
    reason,
)
from prisoners.sheets.marks import GRADES, MARKS, NEAR
from prisoners.sheets.persian import PERSIAN
from prisoners.sheets.speech import BETWEEN, Lang, Speech
from prisoners.sheets.wording import (
    amount,
    article,
    ends,
    law_named,
    legislation,
    persian_name,
    presumed,
    sentence,
    suspended,
    term,
    yes_or_no,
)

ENGLISH, PERSIAN_SPEECH, BOTH = (Speech(lang) for lang in (Lang.EN, Lang.FA, Lang.BOTH))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"years": 1, "months": 1, "days": 1}, "1 year, 1 month and 1 day"),
        ({"years": 2, "half_month": 1}, "2 years and half a month"),
        ({"months": 1, "half_month": 1}, "1½ months"),
        ({}, ""),
    ],
)
def test_a_term_is_said_as_it_was_pronounced(row, words):
    assert term(ENGLISH, row) == words


def test_a_term_in_persian_and_in_both():
    row = {"years": 3, "months": 6}
    assert term(PERSIAN_SPEECH, row) == "۳ سال و ۶ ماه"
    assert term(BOTH, row) == "3 years and 6 months · ۳ سال و ۶ ماه"


def test_a_part_that_is_suspended_is_said_beside_the_whole():
    row = {"kind": "prison", "state": "issued", "years": 5, "suspended_years": 2, "suspended_months": 6}
    assert suspended(ENGLISH, row) == "2 years and 6 months"
    assert sentence(ENGLISH, {"kind": "exile", "place": "Zahedan", "years": 2}).endswith("2 years Zahedan")


def test_punishments_in_persian_have_persian_digits():
    row = {"kind": "lashes", "state": "issued", "lashes": 74, "suspended": 1}
    assert sentence(PERSIAN_SPEECH, row) == "شلاق ۷۴ ضربه (تعلیقی)"
    assert amount(PERSIAN_SPEECH, {"amount": 5_000, "currency": "IRR"}) == "۵,۰۰۰ IRR"
    offence = {"law": "IPC75", "article": "500", "bis": "1"}
    assert article(PERSIAN_SPEECH, offence) == "IPC75 500 مکرر 1"


def test_half_a_month_of_a_suspension_is_never_lost():
    row = {"kind": "prison", "years": 5, "suspended_years": 2, "suspended_half_month": 1, "state": "issued"}
    assert suspended(ENGLISH, row) == "2 years and half a month"
    assert sentence(ENGLISH, row) == "imprisonment 5 years (suspended: 2 years and half a month)"
    assert sentence(PERSIAN_SPEECH, row) == "حبس ۵ سال (تعلیقی: ۲ سال و نیم ماه)"
    assert term(ENGLISH, row | {"half_month": 1}, "suspended_") == "2 years and half a month"
    assert term(ENGLISH, row | {"suspended_half_month": 0, "half_month": 1}, "suspended_") == "2 years"


def test_nothing_is_said_of_nothing():
    assert ENGLISH.date(None) == amount(ENGLISH, {}) == article(ENGLISH, {}) == yes_or_no(ENGLISH, None) == ""
    assert presumed(ENGLISH, "ethnicity", {}) == ""
    assert ends(None) == ("", "")
    assert persian_name({}) == persian_name({"name_fa": None}) == ""
    assert amount(ENGLISH, {"amount": 5}) == "5"


def test_a_day_has_the_jalali_calendar_first_where_persian_is_read():
    stored = "2022-09-16 2022-09-16 2022-09-16|gregorian|"
    assert PERSIAN_SPEECH.date(stored) == "۲۵ شهریور ۱۴۰۱ · ۱۶ سپتامبر ۲۰۲۲"
    assert BOTH.date(stored) == "16 Sep 2022 · ۲۵ شهریور ۱۴۰۱"


def test_every_heading_and_every_reason_has_its_persian():
    sheets = (columns.PRISONERS, columns.CASES, columns.SENTENCES, columns.TIMELINE, columns.SOURCES)
    said = {column.heading for column in chain(*sheets) if column.key not in columns.TRANSLATED}
    said |= {
        TITLE,
        UNIT,
        METHOD,
        TOO_FEW,
        GRADES,
        INSIDE,
        NOT_COUNTED,
        POPULATION,
        SHOWN_ALONE,
        *RULES.values(),
        *(mark.legend for mark in MARKS),
        NEAR,
        RESTRICTED,
    }
    said |= {verdict.CONSENT_NOT_CURRENT.format(one) for one in (Standing.NONE, Standing.EXPIRED)}
    for no in (verdict.MUST_NOT_STORE, verdict.MUST_NOT_PUBLISH, verdict.MUST_NOT_SHARE):
        said |= {no.format(one) for one in Standing if one.forbids}
    constants = chain(vars(verdict).items(), vars(watch).items(), vars(reach).items())
    said |= {
        words
        for name, words in constants
        if isinstance(words, str) and name[0].isupper() and "{}" not in words and " " in words
    }
    assert said <= set(PERSIAN)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("no publication basis", "بدون مبنای انتشار"),
        ("health: sealed", "سلامت: مهر و موم"),
        ("internal", "داخلی"),
        ("pseudonym", "نام مستعار"),
    ],
)
def test_why_something_was_withheld_is_said_in_the_language_of_the_file(why, said):
    assert reason(PERSIAN_SPEECH, why) == said
    assert reason(ENGLISH, why) == why


def test_a_text_in_both_languages_takes_each_fact_in_its_language():
    day = BOTH.day("2022-09-16")
    assert BOTH.words("{words} (presumed)", words=day) == "16 Sep 2022 (presumed) · ۲۵ شهریور ۱۴۰۱ (احتمالی)"
    assert BOTH.words("{words} (presumed)", words="P-1") == "P-1 (presumed) · P-1 (احتمالی)"
    assert ENGLISH.words("Sheet {name}", name="x") == "Sheet x"


def test_a_field_is_called_as_its_column_is():
    assert field_name(ENGLISH, "cases", "file_number") == "File number"
    assert field_name(PERSIAN_SPEECH, "events", "happened_on") == "تاریخ"
    assert field_name(BOTH, "cases", "abroad") == "Prosecuted abroad · پیگرد در خارج از کشور"
    assert field_name(ENGLISH, "cases", None) == ""


def test_every_kind_of_record_is_called_something():
    tables = [str(record.__tablename__) for record in RECORDED]
    assert not any(record_name(PERSIAN_SPEECH, table).isascii() for table in tables)
    assert all(record_name(ENGLISH, table).isascii() for table in tables)


def test_every_field_that_a_source_can_bear_out_has_words_in_both_languages():
    raw = [
        f"{table}.{column}"
        for table in (
            "prisoners",
            "names",
            "activities",
            "cases",
            "charges",
            "judgments",
            "sentences",
            "events",
        )
        for column in BY_NAME[table].model_fields
        if column not in {"id", "prisoner_id", "judgment_id", "withdrawn"}
        and field_name(PERSIAN_SPEECH, table, column).isascii()
    ]
    assert raw == []


def test_a_language_is_called_by_its_name():
    assert ENGLISH.language("fa") == "Persian"
    assert PERSIAN_SPEECH.language("EN") == "انگلیسی"
    assert ENGLISH.language("xx") == "xx"
    assert ENGLISH.language(None) == ""


def test_an_english_file_tells_the_gregorian_day_first_and_a_persian_one_the_jalali():
    day = "2023-06-17 2023-06-17 2023-06-17|jalali|"
    assert ENGLISH.date(day) == "17 Jun 2023 · 27 Khordad 1402"
    assert PERSIAN_SPEECH.date(day) == "۲۷ خرداد ۱۴۰۲ · ۱۷ ژوئن ۲۰۲۳"
    assert BOTH.date(day) == "17 Jun 2023 · ۲۷ خرداد ۱۴۰۲"


def test_a_law_is_named_in_full_with_its_articles():
    offences = [{"law": "IPC92", "article": "286"}, {"law": "IPC92", "article": "279", "bis": "1"}, {}]
    assert legislation(ENGLISH, offences) == ["Islamic Penal Code 1392: 286, 279 bis 1"]
    assert legislation(PERSIAN_SPEECH, offences) == ["قانون مجازات اسلامی مصوب ۱۳۹۲: ۲۸۶، ۲۷۹ مکرر ۱"]
    assert law_named(ENGLISH, "Some law") == "Some law"


def test_several_answers_are_parted_as_each_language_does():
    assert ENGLISH.several(["a", "", "b"]) == "a; b"
    assert PERSIAN_SPEECH.several(["الف", None, "ب"]) == "الف؛ ب"
    fine, prison = BOTH.code("sentence_kind", "fine"), BOTH.code("sentence_kind", "lashes")
    english, _, persian = BOTH.several([fine, prison]).partition(BETWEEN)
    assert english == ENGLISH.several([ENGLISH.code("sentence_kind", kind) for kind in ("fine", "lashes")])
    assert "؛ " in persian
    assert BOTH.several(["S-0001", "S-0002"]) == "S-0001; S-0002"
