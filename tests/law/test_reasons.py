"""The sentences in which everything is explained."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter

import pytest

from prisoners.law.articles import ARTICLES, cited
from prisoners.law.judgments import Component, Measure
from prisoners.law.reasons import reason, write_component, write_day, write_fact
from prisoners.law.terms import Term
from prisoners.law.wording import DEADLINES, GAPS, OFFENCES, RELEASE, TERMS, WORDING
from prisoners.vocabulary.justice import SentenceKind


def facts_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", WORDING)
def test_both_languages_say_the_same_facts_and_cite_a_known_article(code: str):
    wording = WORDING[code]
    assert facts_of(wording.en) == facts_of(wording.fa)
    assert not wording.article or wording.article in ARTICLES
    assert not wording.en.endswith(".")


def test_no_code_stands_in_two_tables():
    assert len(WORDING) == sum(map(len, (TERMS, GAPS, RELEASE, DEADLINES, OFFENCES)))


def test_every_article_is_cited_in_two_scripts():
    assert all(
        re.search("[a-z]", english) and re.search("[آ-ی]", persian) for english, persian in ARTICLES.values()
    )
    assert cited("") == ""


def test_a_reason_without_an_article_ends_plainly():
    assert reason("announced_one", part=Term(5)).write() == "Announced: 5 years."
    assert reason("announced_one", part=Term(5)).article == ""


def test_facts_are_written_by_what_they_are():
    assert write_fact((Term(1), Measure(Term(2)))) == "1 year + 2 years"
    assert write_fact(("S-1", "S-2"), "fa") == "S-1، S-2"
    assert write_fact((reason("missing_date"), reason("unclear_date")), "fa").count(" و چون ") == 1
    assert write_fact(74) == "74"
    assert write_fact(74, "fa") == "۷۴"
    assert write_fact("74", "fa") == "74"
    assert write_fact(Measure(life=True), "fa") == "حبس ابد"
    assert write_fact(Measure(), "fa") == "چیزی برای اجرا نیست"


def test_a_component_is_written_with_everything_that_is_counted():
    fine = Component("S-1", SentenceKind.FINE, amount=50_000_000, currency="IRR")
    exile = Component("S-2", SentenceKind.EXILE, Term(2), place="a border town")
    assert write_component(fine) == "fine, 50000000 IRR"
    assert write_component(Component("S-1", SentenceKind.FINE, amount=5)) == "fine, 5"
    assert write_component(exile).endswith("2 years, a border town")
    assert write_component(Component("S-3", SentenceKind.LASHES, lashes=74), "fa") == "شلاق، ۷۴"
    assert write_component(Component("S-4")) == "?"


def test_a_day_is_written_in_the_calendar_of_the_language():
    assert write_day(date(2023, 6, 8)) == "2023-06-08"
    assert write_day(date(2023, 6, 8), "fa") == "۱۴۰۲/۰۳/۱۸"
