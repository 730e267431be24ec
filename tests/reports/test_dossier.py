"""The case sheet: one person on one page, in each language, with nothing that the audience may not see."""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest

from prisoners.errors import NothingToExport, PictureUnreadable
from prisoners.records.cases import Case
from prisoners.records.consents import Consent
from prisoners.records.files import File
from prisoners.records.judgments import Judgment
from prisoners.records.sentences import Sentence
from prisoners.reports.dossier import dossier, in_short
from prisoners.reports.dossier_unknown import unknown
from prisoners.reports.one_person import about, prepared
from prisoners.reports.photograph import photograph
from prisoners.reports.speech import Lang
from prisoners.sheets.document import Facts, Heading, Page, Table, texts_of
from prisoners.sheets.document_file import DOCUMENTS
from prisoners.store.engine import create_registry
from prisoners.store.reader import Reader, reading
from prisoners.vocabulary import Audience, ConsentScope
from tests.builders import act, make_event, make_prisoner, stopped
from tests.reports.story import TODAY, add
from tests.sheets.pictures import PIXEL, TOLD_PIXEL

NEDA, KAVEH, SILENT, MASKED = 1, 2, 5, 6


def sheet(
    reader: Reader, person: int, audience=Audience.ADVOCATES, lang=Lang.EN, **options
) -> tuple[Page, ...]:
    with about(reader, person, audience=audience, today=TODAY, lang=lang, **options) as material:
        return dossier(material, person)


def all_of(pages: tuple[Page, ...]) -> str:
    return "\n".join(text for page in pages for text in page.texts())


def under(page: Page, heading: str) -> Table:
    """The table under a heading."""
    place = page.blocks.index(Heading(heading))
    found = page.blocks[place + 1]
    assert isinstance(found, Table)
    return found


def test_a_case_sheet_says_who_what_where_since_when_and_on_whose_word(reader):
    (page,) = sheet(reader, NEDA)
    assert page.title == "Neda Zarbaf · ندا زرباف"
    facts = dict(page.blocks[0].lines)
    assert facts["Status"] == "serving a sentence"
    assert facts["Where"] == "Evin, Tehran"
    assert facts["Held since"] == "16 Sep 2022 · 25 Shahrivar 1401"
    assert facts["Reference"] == "P-0001"
    assert under(page, "Charges").rows == (("propaganda against the state", "IPC75 500", "convicted"),)
    ((court, announced, enforceable, projected),) = under(page, "Sentences").rows
    assert "Branch 26" in court
    assert announced == enforceable == "5 years and 6 months"
    assert "projection" in projected
    assert under(page, "Sentences").headings[3] == "Release: a projection"
    assert [row[0] for row in under(page, "Sources").rows] == [
        "S-0001 Bidar News", "S-0002 Sepidar Weekly", "S-0003 Roshan Reports",
    ]  # fmt: skip
    assert {row[2:4] for row in under(page, "Sources").rows} == {("B", "likely")}
    assert page.blocks[-1].text.startswith("As known on 2024-05-20 (U-0003).")


def test_a_persian_sheet_is_persian_throughout(reader):
    (page,) = sheet(reader, NEDA, lang=Lang.FA)
    assert page.rightwards
    assert page.title == "ندا زرباف · Neda Zarbaf"
    facts = dict(page.blocks[0].lines)
    assert facts["محل نگهداری"] == "اوین، تهران"
    assert facts["در حبس از"].startswith("۲۵ شهریور ۱۴۰۱")
    assert "پیش‌بینی" in under(page, "احکام").rows[0][3]
    assert under(page, "رویدادها").headings == ("تاریخ", "رویداد", "محل")


def test_both_languages_are_two_sheets(reader):
    english, persian = sheet(reader, NEDA, lang=Lang.BOTH)
    assert (english,) == sheet(reader, NEDA)
    assert (persian,) == sheet(reader, NEDA, lang=Lang.FA)


def test_what_is_sealed_internal_or_told_in_private_is_on_no_sheet(reader):
    for audience in Audience:
        said = all_of(sheet(reader, NEDA, audience, Lang.BOTH))
        assert "SEALED" not in said
        assert "CANARY" not in said
        assert ("the sister" in said) == (audience is Audience.INTERNAL)


def test_somebody_under_another_name_is_told_by_nothing_on_the_sheet(reader):
    said = all_of(sheet(reader, MASKED))
    assert said.startswith("Person ")
    for secret in ("Babak", "Arjmand", "ارجمند", "MASKED", "P-0006", "S-0"):
        assert secret not in said


def test_nobody_who_may_not_be_shown_gets_a_sheet(reader):
    with pytest.raises(NothingToExport, match="no publication basis"):
        sheet(reader, SILENT)
    assert "Roya Sahraei" in all_of(sheet(reader, SILENT, Audience.INTERNAL))


def test_what_is_not_known_is_said_and_what_is_only_not_told_is_not(reader):
    with about(reader, KAVEH, audience=Audience.PUBLIC, today=TODAY) as material:
        assert list(unknown(material, KAVEH)) == ["an_arrester", "a_court", "an_occupation"]
    with about(reader, KAVEH, audience=Audience.ADVOCATES, today=TODAY) as material:
        assert list(unknown(material, KAVEH))[-1] == "a_verification"
    with about(reader, MASKED, audience=Audience.PUBLIC, today=TODAY) as material:
        assert not {"a_birth", "an_occupation"} & set(unknown(material, MASKED))
    (page,) = sheet(reader, KAVEH)
    gaps = texts_of(page.blocks[page.blocks.index(Heading("What is not known")) + 1])[0]
    assert gaps.startswith("who made the arrest not recorded; court of a judgment not recorded;")


def test_a_sheet_of_an_earlier_day_knows_what_was_known_then(reader):
    then = all_of(sheet(reader, 3, known="U-0002"))
    assert "release" not in then
    assert "As known on 2023-06-01 (U-0002)" in then
    assert "release" in all_of(sheet(reader, 3))


def test_a_long_story_is_told_by_its_beginning_its_turns_and_its_end():
    events = [{"id": number, "status": "furlough" if number in (3, 30) else None} for number in range(40)]
    assert [event["id"] for event in in_short(events, 9)] == [0, 3, 30, 34, 35, 36, 37, 38, 39]
    assert in_short(events[:4], 9) == events[:4]


def test_a_wrong_done_is_told_before_what_is_merely_newer():
    wrongs = {5: "torture", 9: "solitary_confinement"}
    events = [{"id": number, "status": None, "violation": wrongs.get(number)} for number in range(20)]
    assert [event["id"] for event in in_short(events, 4)] == [0, 5, 9, 19]


def test_the_manifest_says_for_whom_and_not_who(reader):
    with about(reader, NEDA, audience=Audience.PUBLIC, today=TODAY) as material:
        ready = prepared(material, NEDA, dossier(material, NEDA), "dossier", ("Case sheet", "برگهٔ پرونده"))
    told = ready.manifest.as_json()
    assert (told["report"], told["asked"], told["shown"], told["made_from"]) == ("dossier", 1, 1, "U-0003")
    assert "P-0001" not in str(told)


# The photograph


@pytest.fixture
def album(tmp_path: Path):
    """A registry of two people with photographs, and a way to keep one."""
    home = tmp_path / "home"
    create_registry(home / "registry.db", clock=stopped).close()
    with act(home / "registry.db") as unit:
        make_prisoner(unit, "Neda Zarbaf", basis="already_public")
        make_prisoner(unit, "Babak Arjmand", basis="already_public", naming="initials")

    def keep(content: bytes, person: int = 1, name: str = "a.png", **facts: object) -> None:
        from hashlib import sha256

        (home / name).write_bytes(content)
        told = {"kind": "photo", "level": "public", "path": name, "sha256": sha256(content).hexdigest()}
        with act(home / "registry.db") as unit:
            add(unit, File, prisoner_id=person, **(told | facts))

    @contextmanager
    def seen(person: int = 1, audience: Audience = Audience.PUBLIC):
        with (
            reading(home / "registry.db") as opened,
            about(opened, person, audience=audience, today=TODAY) as material,
        ):
            yield photograph(material, person, home), material

    return home, keep, seen


def test_the_newest_photograph_stands_on_the_sheet_without_what_the_camera_said(album):
    _, keep, seen = album
    keep(PIXEL, name="old.png", captured_on="1399", caption="before")
    keep(TOLD_PIXEL, name="new.png", captured_on="1401", caption="Neda in 1401")
    with seen() as (picture, material):
        assert (picture.content, picture.caption) == (PIXEL, "Neda in 1401")
        (page,) = dossier(material, 1, picture)
        assert isinstance(page.blocks[0], Facts)
        assert page.blocks[0].picture == picture


@pytest.mark.parametrize(
    ("facts", "person", "audience", "shown"),
    [
        pytest.param({}, 1, Audience.PUBLIC, True, id="public"),
        pytest.param({"level": "advocates"}, 1, Audience.PUBLIC, False, id="for advocates only"),
        pytest.param({"level": "advocates"}, 1, Audience.ADVOCATES, True, id="for advocates"),
        pytest.param({"level": "internal"}, 1, Audience.ADVOCATES, False, id="internal"),
        pytest.param({"level": "sealed"}, 1, Audience.INTERNAL, False, id="sealed"),
        pytest.param({"kind": "identity_document"}, 1, Audience.PUBLIC, False, id="no photograph"),
        pytest.param({"withdrawn": True}, 1, Audience.PUBLIC, False, id="withdrawn"),
        pytest.param({}, 2, Audience.ADVOCATES, False, id="of somebody under initials"),
    ],
)
def test_a_photograph_is_shown_only_where_it_may_be(album, facts, person, audience, shown):
    _, keep, seen = album
    keep(PIXEL, person, **facts)
    with seen(person, audience) as (picture, _):
        assert (picture is not None) == shown


def test_a_photograph_that_is_not_what_was_recorded_is_left_out_and_said(album):
    home, keep, seen = album
    keep(PIXEL)
    (home / "a.png").write_bytes(PIXEL + b"x")
    with seen() as (picture, material):
        assert picture is None
        assert material.remarks[0].startswith("F-0001: the photograph is not in the registry's folder")
    (home / "a.png").unlink()
    with seen() as (picture, _):
        assert picture is None


def test_what_is_no_picture_is_an_error_with_a_next_step(album):
    _, keep, seen = album
    keep(b"GIF89a")
    with pytest.raises(PictureUnreadable, match="F-0001"), seen():
        pass


# The consents

STATES = {
    "none": None,
    "given": {},
    "later": {"given_on": "2030"},
    "expired": {"until": "2023"},
    "refused": {"refused": True},
    "withdrawn": {"withdrawn_on": "2024-01-01"},
}
NOES = {"refused", "withdrawn"}


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[tuple[str, str], int]]:
    """One person for every consent and every state of it, beside a family that agreed to publish and to share."""
    path = tmp_path_factory.mktemp("agreed") / "registry.db"
    create_registry(path, clock=stopped).close()
    people = {}
    with act(path) as unit:
        for scope, state in product(ConsentScope, STATES):
            name = f"Canary{scope.replace('_', '')}{state} Zarrinkub"
            person = make_prisoner(unit, name, basis="consent")
            make_event(unit, person, "arrest", "2022-09-16", status="detained_investigation")
            for given in (ConsentScope.PUBLISH, ConsentScope.SHARE):
                add(unit, Consent, prisoner_id=person, subject="family", scope=given)
            if (facts := STATES[state]) is not None:
                add(unit, Consent, prisoner_id=person, subject="person", scope=scope, **facts)
            people[scope, state] = person
    return path, people


def leaves(scope: ConsentScope, state: str, audience: Audience) -> bool:
    """Whether a person may be shown, said anew and without the gate."""
    no = state in NOES
    asked = ConsentScope.PUBLISH if audience is Audience.PUBLIC else ConsentScope.SHARE
    return not (no and scope in (ConsentScope.STORE, asked))


def content(pages: tuple[Page, ...], ending: str) -> str:
    file = io.BytesIO()
    DOCUMENTS[ending](file, pages)
    if ending != ".docx":
        return file.getvalue().decode()
    with zipfile.ZipFile(file) as parts:
        return parts.read("word/document.xml").decode()


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.ADVOCATES])
def test_whatever_was_agreed_or_not_nobody_is_shown_or_named_against_it(agreed, audience):
    path, people = agreed
    wrong = []
    with reading(path) as reader:
        for (scope, state), person in people.items():
            unnamed = scope is ConsentScope.USE_NAME and state in {*NOES, "expired"}
            name = f"Canary{scope.replace('_', '')}{state}"
            try:
                pages = sheet(reader, person, audience)
            except NothingToExport:
                seen = (False, None)
            else:
                seen = (True, {name in content(pages, ending) for ending in (".docx", ".html", ".md")})
            if seen != ((True, {not unnamed}) if leaves(scope, state, audience) else (False, None)):
                wrong.append((scope, state, seen))
    assert wrong == []
    assert len(people) == 36


def test_a_release_that_was_computed_and_did_not_come_is_said_to_have_passed(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        person = make_prisoner(unit, basis="already_public")
        case = add(unit, Case, prisoner_id=person, stage="enforcement", arrested_on="2010-01-01")
        judgment = add(unit, Judgment, case_id=case, given_on="2010-06-01", outcome="convicted")
        add(unit, Sentence, judgment_id=judgment, kind="prison", years=2)
        make_event(unit, person, "arrest", "2010-01-01", status="imprisoned_serving")
        make_event(unit, person, "enforcement_start", "2010-06-01", status="imprisoned_serving")
    with reading(path) as reader:
        assert "Every computed day has passed" in all_of(sheet(reader, person))


def test_of_a_release_to_come_that_is_not_said(reader):
    assert "has passed" not in all_of(sheet(reader, NEDA))
