"""Forms: what a record could not be is refused, with every field that is wrong and no value of anybody's."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates.partial import PartialDate
from prisoners.dates.read import read_date
from prisoners.errors import FormNotRight, PrisonersError
from prisoners.records.charges import ChargeForm
from prisoners.records.columns import read_when
from prisoners.records.events import EventForm
from prisoners.records.form import Row
from prisoners.records.judgments import JudgmentForm
from prisoners.records.names import NameForm
from prisoners.records.not_the_same import NotTheSameForm
from prisoners.records.prisoners import PrisonerForm
from prisoners.records.sentences import SentenceForm
from prisoners.records.sources import SourceForm
from prisoners.records.tables import BOOKS, BY_NAME, RECORDED
from prisoners.store.unit import form_of

NAME = {"prisoner_id": 1, "text": "Neda Zarbaf", "script": "latin"}


@pytest.mark.parametrize(
    ("form", "facts", "said"),
    [
        pytest.param(
            NameForm, NAME | {"text": "Neda\u202eZarbaf"}, "text", id="a name that turns the line around"
        ),
        pytest.param(
            NameForm, NAME | {"family": "Kuhi"}, "not part of the name", id="a family name of somebody else"
        ),
        pytest.param(
            PrisonerForm, {"summary": "a\0b"}, "summary: the invisible sign NUL", id="a text that ends within"
        ),
        pytest.param(
            PrisonerForm, {"occupation": "x" * 501}, "at most 500 characters", id="a line as long as a story"
        ),
        pytest.param(NameForm, NAME | {"script": "runes"}, "script", id="a script that is not in the list"),
        pytest.param(
            ChargeForm, {"case_id": 1}, "an offence or the quoted wording", id="a charge of nothing"
        ),
        pytest.param(
            JudgmentForm,
            {"case_id": 1, "given_on": "2023-05-02", "notified_on": "2023-05-01"},
            "notified before it was given",
            id="a judgment notified before it was given",
        ),
        pytest.param(
            EventForm,
            {"prisoner_id": 1, "kind": "furlough_start", "happened_on": "1402/2/2", "until": "1402/2/1"},
            "end before it began",
            id="a furlough that ends before it began",
        ),
        pytest.param(SourceForm, {"kind": "other"}, "an address, an outlet", id="a source nobody could find"),
        pytest.param(
            NotTheSameForm, {"prisoner_id": 1, "other_id": 1}, "told apart from itself", id="one person"
        ),
        pytest.param(
            SentenceForm, {"judgment_id": 1, "kind": "prison", "years": -1}, "years", id="less than nothing"
        ),
        pytest.param(
            SentenceForm, {"judgment_id": 1, "kind": "prison", "years": 18.6}, "years", id="a decimal"
        ),
        pytest.param(PrisonerForm, {"id": 5}, "no such field", id="a number is not typed"),
    ],
)
def test_what_cannot_be_is_refused(form, facts, said):
    with pytest.raises(FormNotRight, match=said) as refused:
        form.validated(facts)
    assert refused.value.exit_code == 4


@pytest.mark.parametrize(
    ("form", "facts"),
    [
        (NameForm, NAME | {"family": "Zarbaf"}),
        (ChargeForm, {"case_id": 1, "quoted": "تبلیغ علیه نظام"}),
        (JudgmentForm, {"case_id": 1, "given_on": "spring 1402", "notified_on": "2023-05-01"}),
        (EventForm, {"prisoner_id": 1, "kind": "furlough_start", "happened_on": "1402", "until": "2023-06"}),
        (SourceForm, {"author": "a reader"}),
        (NotTheSameForm, {"prisoner_id": 1, "other_id": 2}),
        (SentenceForm, {"judgment_id": 1, "kind": "prison", "years": 2, "months": 7, "half_month": True}),
    ],
)
def test_what_can_be_is_taken(form, facts):
    assert form.validated(facts)


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text))
def test_what_was_typed_is_kept_byte_for_byte(text):
    assert PrisonerForm.validated({"note": text}).note == text


def test_a_date_in_a_form_may_be_words_a_day_or_a_date():
    words = read_date("25 Shahrivar 1401")
    for value in ("25 Shahrivar 1401", dt.date(2022, 9, 16), words):
        read = read_when(value)
        assert isinstance(read, PartialDate)
        assert read.earliest == dt.date(2022, 9, 16)
    assert read_when("  ") is None


def test_a_date_that_cannot_be_read_stops_the_form():
    with pytest.raises(PrisonersError):
        PrisonerForm.validated({"born": "31 Mehr 1402"})


def test_a_form_in_words_shows_dates_as_they_were_written():
    assert PrisonerForm.validated({"born": "۲۵ شهریور ۱۴۰۱"}).model_dump()["born"] == "۲۵ شهریور ۱۴۰۱"


@pytest.mark.parametrize("record", RECORDED, ids=lambda record: record.__tablename__)
def test_every_record_has_a_form_a_sentence_and_a_way_to_be_withdrawn(record):
    form = form_of(record)
    assert issubclass(record, Row)
    assert form.__doc__
    assert record.__doc__
    assert "withdrawn" in form.model_fields
    assert BY_NAME[record.__tablename__] is record


def test_no_table_stands_in_two_lists():
    names = [str(record.__tablename__) for record in (*RECORDED, *BOOKS)]
    assert len(names) == len(set(names))
