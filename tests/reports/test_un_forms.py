"""The forms of the United Nations: filled from the record, with what is missing, sent only where it was agreed to."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from prisoners.commands.menu import COMMANDS, load
from prisoners.errors import ConsentsMissing, NoSuchForm, NotNamedInFull
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.consents import Consent
from prisoners.reports.one_person import about
from prisoners.reports.speech import Lang
from prisoners.reports.un_answers import ANSWERS
from prisoners.reports.un_consents import consents_of, told_of
from prisoners.reports.un_form import check_may_be_sent, form_named, gaps, un_form
from prisoners.reports.un_questions import FORMS
from prisoners.sheets.document import Facts, Table
from prisoners.store.engine import create_registry
from prisoners.store.reader import Reader, reading
from prisoners.vocabulary import Audience
from tests.builders import act, make_event, make_prisoner, stopped
from tests.reports.story import TODAY, add

NEDA, KAVEH, ZHALEH, SILENT, MASKED = 1, 2, 4, 5, 6


def filled(reader: Reader, name: str, person: int, audience=Audience.INTERNAL, lang=Lang.EN):
    """The pages of a form, its answers by the number of the question, and what is missing."""
    form, consents = form_named(name), consents_of(reader, person, TODAY)
    with about(reader, person, audience=audience, today=TODAY, lang=lang) as material:
        pages = un_form(form, material, person, consents)
        missing = {gap.number: gap for gap in gaps(form, material, person, consents)}
    lines = [line for block in pages[0].blocks if isinstance(block, Facts) for line in block.lines]
    return pages, {asked.partition(". ")[0]: answer for asked, answer in lines}, missing


def test_the_questionnaire_on_detention_is_filled_question_by_question(reader):
    _, answers, missing = filled(reader, "wgad", NEDA)
    assert answers["I.1–2"] == "Neda Zarbaf\nندا زرباف"
    assert answers["I.3"] == "female"
    assert "aged 33 when arrested" in answers["I.4"]
    assert answers["II.1"] == "16 Sep 2022 · 25 Shahrivar 1401"
    assert (answers["II.6"], answers["II.7"]) == (
        "propaganda against the state",
        "Islamic Penal Code, Book Five: ta'zirat and deterrent punishments: 500",
    )
    assert "announced: 5 years and 6 months; enforceable: 5 years and 6 months" in answers["III.2"]
    assert answers["III.4"].splitlines()[0].endswith("arrest · Evin")
    assert "Branch 26 of Tehran" in answers["III.5"]
    assert answers["IV"] == "A teacher of the valley."
    assert answers["VI"] == "(to be written in by hand)"
    assert missing["I.5"].fill == "prisoners amend P-0001 --nationality Iran"
    assert missing["II.3"].fill == "prisoners case amend C-0001 --arrested-by MOIS"
    assert missing["II.3"].vital
    assert missing["VI"].fill == ""
    assert not {"I.3", "II.1", "III.1"} & set(missing)


def test_a_form_in_persian_asks_and_answers_in_persian(reader):
    (page,), answers, _ = filled(reader, "wgad", NEDA, lang=Lang.FA)
    assert page.rightwards
    assert answers["۲.۱"].startswith("۲۵ شهریور ۱۴۰۱")
    assert answers["۱.۵"] == "نامعلوم"
    assert answers["۱.۱–۲"].startswith("ندا")
    assert all(one.isascii() or not re.search("[A-Za-z]", one) for one in answers["۱.۷"].splitlines())
    assert ";" not in "".join(answers.values())
    pages, _, _ = filled(reader, "wgad", NEDA, lang=Lang.BOTH)
    assert [page.rightwards for page in pages] == [False, True]


def test_a_disappearance_needs_at_least_month_and_year(reader):
    _, answers, missing = filled(reader, "wgeid", KAVEH)
    assert answers["2"] == "not known"  # 1401: a year alone
    assert missing["2"].vital
    _, answers, _ = filled(reader, "wgeid", NEDA)
    assert answers["2"] == "16 Sep 2022 · 25 Shahrivar 1401"
    assert "the Foreign Office, She is well, they say." in answers["5"]


def test_a_submission_says_what_was_agreed_to(reader):
    _, answers, missing = filled(reader, "special-rapporteur", 7)
    assert [answers[number] for number in ("4.1", "4.2", "4.3")] == ["no", "yes", "no"]
    assert {"4.1", "4.3"} <= set(missing)
    assert "4.2" not in missing


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("lang", [Lang.EN, Lang.FA])
def test_what_is_missing_is_told_on_paper_without_a_command(reader, name, lang):
    (page,), _, missing = filled(reader, name, KAVEH, lang=lang)
    assert any(gap.fill.startswith("prisoners ") for gap in missing.values())
    assert not [text for text in page.texts() if "prisoners " in text or "--" in text]


def test_the_consent_of_the_family_stands_apart_where_it_is_asked(reader):
    (page,), _, _ = filled(reader, "wgeid", NEDA)
    assert "send to the UN, by the family" in page.texts()
    (page,), _, _ = filled(reader, "wgad", NEDA)
    assert "send to the UN, by the family" not in page.texts()


def test_a_draft_says_that_it_is_one_and_ends_with_what_is_missing_and_agreed(reader):
    (page,), _, missing = filled(reader, "wgad", NEDA)
    assert page.blocks[0].text.startswith("DRAFT")
    tables = [block for block in page.blocks if isinstance(block, Table)]
    assert len(tables[0].rows) == len(missing)
    assert tables[1].rows == (
        ("send to the UN", "not asked"),
        ("use the name", "not asked"),
        ("publish", "not asked"),
    )
    (page,), _, _ = filled(reader, "wgad", NEDA, Audience.ADVOCATES)
    assert not [block for block in page.blocks if isinstance(block, Table)]
    assert "prisoners " not in " ".join(page.texts())


def test_what_is_internal_stands_in_no_form_that_is_sent(reader):
    for name in FORMS:
        pages, _, _ = filled(reader, name, NEDA, Audience.ADVOCATES, Lang.BOTH)
        said = " ".join(text for page in pages for text in page.texts())
        assert "CANARY" not in said
        assert "SEALED" not in said


def test_a_form_that_nobody_knows_names_the_nearest():
    with pytest.raises(NoSuchForm, match=r"wgeid\?"):
        form_named("wgied")
    assert set(FORMS) == {"wgad", "wgeid", "special-rapporteur"}


def test_every_question_has_an_answer_and_every_answer_a_question():
    asked = {question.answer for form in FORMS.values() for question in form.questions()}
    assert asked == set(ANSWERS)
    for form in FORMS.values():
        numbers = [question.number for question in form.questions()]
        assert len(numbers) == len(set(numbers)) >= 11
        assert all(all(question.asks) and all(question.part) for question in form.questions())


@pytest.mark.parametrize(
    "fill", sorted({question.fill for form in FORMS.values() for question in form.questions()} - {""})
)
def test_what_is_to_be_typed_is_a_command_with_options_that_it_has(fill):
    _, name, *words = fill.split()
    command = load(COMMANDS[name])
    if words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    known = {opt for param in command.params for opt in (*param.opts, *param.secondary_opts)}
    assert {word for word in words if word.startswith("--")} <= known


# Who may be written about to whom

STATES = {
    "none": None,
    "given": {},
    "later": {"given_on": "2030"},
    "expired": {"until": "2023"},
    "refused": {"refused": True},
    "withdrawn": {"withdrawn_on": "2024-01-01"},
}
SUBJECTS = ("family", "person")


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[tuple[str, str, str], int]]:
    """One person for every state of the consents to send and to use the name, by the family and by the person."""
    path = tmp_path_factory.mktemp("agreed") / "registry.db"
    create_registry(path, clock=stopped).close()
    people = {}
    with act(path) as unit:
        for subject, sending, naming in product(SUBJECTS, STATES, STATES):
            person = make_prisoner(unit, basis="already_public")
            for scope, state in (("send_to_un", sending), ("use_name", naming)):
                if (facts := STATES[state]) is not None:
                    add(unit, Consent, prisoner_id=person, subject=subject, scope=scope, **facts)
            people[subject, sending, naming] = person
    return path, people


def refused(name: str, material, person: int, consents) -> bool:
    try:
        check_may_be_sent(form_named(name), material, person, consents)
    except (ConsentsMissing, NotNamedInFull):
        return True
    return False


def may_be_sent(reader: Reader, name: str, person: int) -> bool:
    with about(reader, person, audience=Audience.ADVOCATES, today=TODAY) as material:
        return not refused(name, material, person, consents_of(reader, person, TODAY))


def test_a_form_is_sent_only_where_sending_and_naming_were_agreed_to_and_still_are(agreed):
    path, people = agreed
    named = people["family", "given", "given"]
    with reading(path) as reader, about(reader, named, audience=Audience.ADVOCATES, today=TODAY) as material:
        sent = {
            (name, *states)
            for (states, person), name in product(people.items(), FORMS)
            if not refused(name, material, named, consents_of(reader, person, TODAY))
        }
    assert sent == {
        ("wgad", "family", "given", "given"),
        ("wgad", "person", "given", "given"),
        ("wgeid", "family", "given", "given"),
        ("special-rapporteur", "family", "given", "given"),
        ("special-rapporteur", "person", "given", "given"),
    }
    assert len(people) == 72


def test_what_is_sent_about_the_dead_goes_through_the_family(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        for subject, facts in (("person", {}), ("person", {"after_death": True}), ("family", {})):
            person = make_prisoner(unit, basis="official_announcement")
            make_event(unit, person, "execution_carried_out", "2023", status="executed")
            for scope in ("send_to_un", "use_name"):
                add(unit, Consent, prisoner_id=person, subject=subject, scope=scope, **facts)
    form = form_named("special-rapporteur")
    with reading(path) as reader:
        asked = [consents_of(reader, person, TODAY).missing(form, named=True) for person in (1, 2, 3)]
        assert asked == [
            [("send_to_un", "ended by the death"), ("use_name", "ended by the death")],
            [("send_to_un", "not asked by the family")],
            [],
        ]
        with (
            about(reader, 2, audience=Audience.ADVOCATES, today=TODAY) as material,
            pytest.raises(ConsentsMissing, match="not asked by the family") as missing,
        ):
            check_may_be_sent(form, material, 2, consents_of(reader, 2, TODAY))
        assert "--scope send_to_un --subject family" in missing.value.hint


@pytest.mark.parametrize("state", STATES)
def test_the_gate_itself_takes_the_name_from_a_form_that_may_not_bear_it(agreed, state):
    path, people = agreed
    with reading(path) as reader:
        assert may_be_sent(reader, "wgad", people["family", "given", state]) == (state == "given")


def test_the_refusal_says_what_stands_and_what_to_type(agreed):
    path, people = agreed
    person = people["person", "withdrawn", "given"]
    with reading(path) as reader, about(reader, person, audience=Audience.ADVOCATES, today=TODAY) as material:
        consents = consents_of(reader, person, TODAY)
        with pytest.raises(ConsentsMissing, match="send_to_un: withdrawn") as raised:
            check_may_be_sent(form_named("wgeid"), material, person, consents)
        assert "--scope send_to_un --subject family" in raised.value.hint
        assert told_of(consents)["send_to_un"] == "withdrawn"


def test_where_the_name_is_not_told_only_initials_are_taken_and_only_by_a_rapporteur(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        for naming in ("initials", "pseudonym"):
            person = make_prisoner(unit, "Neda Zarbaf", basis="already_public", naming=naming)
            add(
                unit,
                Consent,
                prisoner_id=person,
                subject="family",
                scope="send_to_un",
                restrictions="not that",
            )
    with reading(path) as reader:
        assert may_be_sent(reader, "special-rapporteur", 1)
        assert not may_be_sent(reader, "special-rapporteur", 2)
        assert not may_be_sent(reader, "wgad", 1)
        pages, answers, _ = filled(reader, "special-rapporteur", 1, Audience.ADVOCATES)
        assert answers["1.1"] == "N. Z."
        assert "Zarbaf" not in " ".join(pages[0].texts())
        assert consents_of(reader, 1, TODAY).restricted == ("send_to_un",)


def test_the_newest_case_is_asked_and_events_answer_where_it_is_silent(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        person = make_prisoner(unit, basis="already_public", residence="Sanandaj", religion="bahai")
        old = add(unit, Case, prisoner_id=person, stage="closed", arrested_on="2010", arrested_by="MOIS")
        add(unit, Charge, case_id=old, quoted="an old charge", state="convicted")
        add(
            unit,
            Case,
            prisoner_id=person,
            stage="investigation",
            arrested_on="2022-09-16",
            warrant_shown=False,
        )
        make_event(
            unit,
            person,
            "arrest",
            "2022-09-16",
            place="a street",
            authority="IRGC_IO",
            violation="no_warrant",
        )
        make_event(unit, person, "appeal_filed", "2023-01-01", summary="An appeal was lodged.")
        make_event(unit, person, "disappearance", "2022-09", place="the bazaar", authority="MOIS")
    with reading(path) as reader:
        _, answers, missing = filled(reader, "wgad", person, Audience.ADVOCATES)
        assert (answers["I.8"], answers["II.4"]) == ("Sanandaj", "no")
        assert (answers["II.2"], answers["II.3"]) == ("a street", "IRGC Intelligence Organization")
        assert "II.6" in missing
        assert "(arrested without a warrant)" in answers["IV"] or "warrant" in answers["IV"]
        assert answers["V"].endswith("An appeal was lodged.")
        _, answers, _ = filled(reader, "wgeid", person)
        assert (answers["3"], answers["4"]) == ("the bazaar", "Ministry of Intelligence")
        _, answers, _ = filled(reader, "special-rapporteur", person)
        assert answers["1.6"] == "Baha'i"


def test_of_somebody_who_is_not_held_no_further_arrest_is_asked_for(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        free = make_prisoner(unit, basis="already_public")
        make_event(unit, free, "arrest", "2022-09-16", status="detained_investigation")
        make_event(unit, free, "bail_paid", "2022-10-16", status="on_bail")
        unknown = make_prisoner(unit, "Kaveh Rostami", basis="already_public")
    with reading(path) as reader:
        _, answers, missing = filled(reader, "wgad", free)
        assert answers["III.1"].startswith("not held as known on ")
        assert "III.1" not in missing
        assert "III.1" in filled(reader, "wgad", unknown)[2]
