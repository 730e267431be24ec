"""A form of the United Nations about one person: filled from the record, with what is missing and what was agreed."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass
from itertools import groupby

from prisoners.errors import ConsentsMissing, NoSuchForm, NotNamedInFull
from prisoners.privacy.consents import Standing
from prisoners.reports.material import Material
from prisoners.reports.one_person import about, in_each, prepared
from prisoners.reports.speech import Lang
from prisoners.reports.un_answers import Answers
from prisoners.reports.un_consents import ASKED, Consents, consents_of
from prisoners.reports.un_questions import BY_HAND, FORMS, Form, Question
from prisoners.sheets.document import Block, Document, Facts, Heading, Page, Paragraph, Table
from prisoners.sheets.document_file import PreparedDocument
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import Audience, NamingRule


@dataclass(frozen=True)
class Gap:
    """A question that the record does not answer."""

    number: str
    asks: str
    fill: str
    """What to type to answer it; empty for what is written in by hand."""
    vital: bool


@dataclass(frozen=True)
class Filled:
    """A form that is ready to leave, and what a researcher must know of it."""

    prepared: PreparedDocument
    missing: list[Gap]
    consents: Consents


def filled(
    reader: Reader,
    name: str,
    person: int,
    *,
    audience: Audience,
    today: dt.date,
    lang: Lang = Lang.EN,
    known: str | None = None,
) -> Filled:
    """The form of this name about a person; raises NoSuchForm, NothingToExport.

    For anybody but our own people it is there to be sent: raises NotNamedInFull or ConsentsMissing where it may not be.
    """
    form, consents = form_named(name), consents_of(reader, person, today)
    with about(reader, person, audience=audience, today=today, lang=lang, known=known) as material:
        if audience is not Audience.INTERNAL:
            check_may_be_sent(form, material, person, consents)
        document = un_form(form, material, person, consents)
        missing = gaps(form, material, person, consents)
        return Filled(prepared(material, person, document, name, form.title), missing, consents)


def form_named(name: str) -> Form:
    """The form of this name; raises NoSuchForm, with the nearest."""
    if name not in FORMS:
        raise NoSuchForm(name, difflib.get_close_matches(name, FORMS, n=1), list(FORMS))
    return FORMS[name]


def check_may_be_sent(form: Form, material: Material, person: int, consents: Consents) -> None:
    """Raise NotNamedInFull or ConsentsMissing for a form that may not be sent."""
    reference = write_reference("prisoners", person)
    code = material.people.shown[person].code
    rule = next(iter(material.leaving.withheld.names), "")
    if code and (form.in_full or rule != NamingRule.INITIALS):
        raise NotNamedInFull(reference, str(rule), in_full=form.in_full)
    missing = consents.missing(form, named=not code)
    if missing:
        raise ConsentsMissing(
            reference,
            [(str(scope), state) for scope, state in missing],
            family=form.by_family or consents.perhaps_dead,
        )


def gaps(form: Form, material: Material, person: int, consents: Consents) -> list[Gap]:
    """Every question that the record does not answer, and what to type."""
    answers = Answers(material, person, consents.of_anybody)
    return [
        Gap(question.number, answers.speech.either(question.asks), _fill(question, answers), question.vital)
        for question in form.questions()
        if _open(question, answers, consents)
    ]


def _open(question: Question, answers: Answers, consents: Consents) -> bool:
    asked = {"may_send": ASKED[0], "may_name": ASKED[1], "may_publish": ASKED[2]}.get(question.answer)
    if asked:
        return consents.of_anybody[asked] is Standing.NONE
    return not answers.answer(question.answer)


def _fill(question: Question, answers: Answers) -> str:
    """The command that answers a question, for this person and the newest case."""
    who = write_reference("prisoners", answers.person)
    case = write_reference("cases", answers.case["id"]) if answers.case else who
    return question.fill.format(who=who, case=case)


def un_form(form: Form, material: Material, person: int, consents: Consents) -> Document:
    """The form, a page in each language; a draft for our own people says so, and ends with what is missing."""
    return tuple(_page(form, spoken, person, consents) for spoken in in_each(material))


def _page(form: Form, material: Material, person: int, consents: Consents) -> Page:
    answers = Answers(material, person, consents.of_anybody)
    draft = material.audience is Audience.INTERNAL
    blocks: list[Block] = [Paragraph(answers.said("draft"))] if draft else []
    for part, questions in groupby(form.questions(), key=lambda question: question.part):
        blocks.append(Heading(answers.speech.either(part)))
        blocks.append(Facts(tuple(_line(question, answers) for question in questions)))
    if draft:
        blocks += [*_missing(form, material, person, consents, answers), *_standing(form, consents, answers)]
    return Page(answers.speech.either(form.title), tuple(blocks), rightwards=answers.speech.is_persian)


def _line(question: Question, answers: Answers) -> tuple[str, str]:
    unanswered = "by_hand" if question.fill == BY_HAND else "unknown"
    asked = f"{answers.numbered(question.number)}. {answers.speech.either(question.asks)}"
    return asked, answers.answer(question.answer) or answers.said(unanswered)


def _missing(
    form: Form, material: Material, person: int, consents: Consents, answers: Answers
) -> list[Block]:
    """What is missing, and whether the form is taken without it; what to type is for the screen alone."""
    rows = tuple(
        (
            answers.numbered(gap.number),
            gap.asks,
            answers.said("vital" if gap.vital else "may_lack") if gap.fill else answers.said("by_hand"),
        )
        for gap in gaps(form, material, person, consents)
    )
    headings = tuple(map(answers.said, ("question", "asks", "needed")))
    return [Heading(answers.said("missing")), Table(headings, rows)] if rows else []


def _standing(form: Form, consents: Consents, answers: Answers) -> list[Block]:
    """Where each consent stands today, that of the family apart where the form asks for it."""
    rows = [
        (answers.speech.code("consent_scope", scope), answers.said(str(consents.of_anybody[scope])))
        for scope in ASKED
    ]
    if form.by_family:
        sent = answers.speech.code("consent_scope", ASKED[0])
        rows.append((answers.said("by_family", scope=sent), answers.said(str(consents.of_family))))
    headings = (answers.said("scope"), answers.said("standing"))
    return [Heading(answers.said("consents")), Table(headings, tuple(rows))]
