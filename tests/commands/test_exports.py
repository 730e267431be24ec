"""Every sort of file that was made is kept under a reference, and what changed since is one command."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from prisoners.commands import settings
from prisoners.records.consents import Consent
from prisoners.records.exports import Export
from prisoners.records.interventions import Intervention
from prisoners.records.names import Name
from prisoners.records.prisoners import Prisoner
from prisoners.store.engine import create_registry
from tests.builders import act, make_event, make_prisoner, stopped
from tests.commands.conftest import type_command

MADE = {
    "EX-0001": (["export", "cases.xlsx", "-a", "public"], "public"),
    "EX-0002": (["report", "women", "-o", "women.html"], "advocates"),
    "EX-0003": (["dossier", "P-0001", "neda.html"], "advocates"),
    "EX-0004": (["un-form", "wgad", "P-0001", "form.docx", "-a", "internal"], "internal"),
    "EX-0005": (["working-copy", "copy.xlsx", "--for", "Lida"], "internal"),
}
"""The reference of each file, how it is made, and for whom it is."""


@contextmanager
def settled(folder: Path) -> Iterator[Path]:
    """A new registry in this folder, at home in which commands are typed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRISONERS_HOME", str(folder))
        patch.setattr(settings, "_chosen", [])
        create_registry(folder / "registry.db", clock=stopped).close()
        settings.save(settings.Settings(by="Sara"))
        patch.chdir(folder)
        yield folder


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A registry of one woman, of whom a file of every sort was made before something was amended."""
    with settled(tmp_path_factory.mktemp("exports") / "home") as folder:
        with act(folder / "registry.db") as unit:
            neda = make_prisoner(unit, "Neda Zarbaf", basis="already_public", gender="female")
            make_event(unit, neda, "arrest", "2023-01-01", status="detained_investigation")
        said = {reference: type_command(*words) for reference, (words, _) in MADE.items()}
        with act(folder / "registry.db") as unit:
            unit.amend(unit.get(Prisoner, neda), birthplace="Marivan")
        yield said


def test_the_reference_of_every_file_is_told_when_it_is_made(home):
    for reference, done in home.items():
        assert done.exit_code == 0, done.output
        assert reference in done.output


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("reference", MADE)
def test_what_changed_since_a_file_is_told_to_those_who_got_it(reference):
    done = type_command("report", "changes-since", reference, "--json")
    assert done.exit_code == 0, done.output
    made = json.loads(done.stdout)
    assert made["about"]["audience"] == MADE[reference][1]
    changed = {(row["reference"], row["field"], row["now"]) for row in made["tables"][0]["rows"]}
    assert ("P-0001", "Birthplace", "Marivan") in changed


@pytest.mark.usefixtures("home")
def test_the_files_that_were_made_are_listed_newest_first():
    listed = json.loads(type_command("exports", "--json").stdout)
    assert [row["reference"] for row in listed] == sorted(MADE, reverse=True)
    assert [row["audience"] for row in reversed(listed)] == [audience for _, audience in MADE.values()]
    assert "women.html" in type_command("exports").stdout


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("P-0001", "This command takes a reference such as EX-0001 or U-0001."),
        ("EX-0099", "There is no EX-0099"),
        ("cases.xlsx", "is not a reference"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_is_no_file_of_ours_is_refused(argument, said):
    refused = type_command("report", "changes-since", argument)
    assert refused.exit_code in (2, 3)
    assert said in refused.stderr


@pytest.fixture(scope="module")
def sent_once(tmp_path_factory):
    """Three people of whom files were sent to a parliament, to nobody who is named, and to the public."""
    with settled(tmp_path_factory.mktemp("sent") / "home") as folder:
        with act(folder / "registry.db") as unit:
            for name, basis in (("Neda Zarbaf", "already_public"), ("Kaveh Rostami", "consent")):
                woman = make_prisoner(unit, name, basis=basis, gender="female")
                make_event(unit, woman, "arrest", "2023-01-01", status="detained_investigation")
            make_prisoner(unit, "Roya Sahraei", basis="already_public", gender="male")
            for scope in ("share", "publish"):
                unit.add(Consent, {"prisoner_id": 2, "subject": "family", "scope": scope})
            unit.add(Intervention, {"kind": "letter", "addressee": "A parliament"})
        type_command("export", "all.xlsx", "--to", "پارلمان", "--for", "I-0001")
        type_command("report", "women", "-o", "women.md", "--audience", "public")
        type_command("report", "women", "-o", "women.csv", "--table", "prison")
    return folder


@pytest.fixture
def sent(sent_once, tmp_path, monkeypatch):
    """The same in a home of one's own; returns the registry."""
    folder = tmp_path / "home"
    shutil.copytree(sent_once, folder)
    monkeypatch.setenv("PRISONERS_HOME", str(folder))
    monkeypatch.setattr(settings, "_chosen", [])
    monkeypatch.chdir(tmp_path)
    return folder / "registry.db"


def recalls() -> dict[str, list[tuple[str, str]]]:
    """What `--recall` tells for programs: file → person and why."""
    told = json.loads(type_command("exports", "--recall", "--json").stdout)
    return {file["reference"]: [(one["reference"], one["why"]) for one in file["people"]] for file in told}


@pytest.mark.usefixtures("sent")
def test_a_consent_that_is_taken_back_tells_at_once_where_the_person_stands_already():
    done = type_command("consent", "withdraw", "CN-0001", "-b", "the family asked")
    assert "P-0002 Kaveh Rostami stands in EX-0001 (" in done.stderr
    assert "may no longer be shown: the consent to share was withdrawn." in done.stderr
    assert "`prisoners exports --recall` lists what must be recalled." in done.stderr
    assert recalls() == {"EX-0001": [("P-0002", "the consent to share was withdrawn")]}
    shown = type_command("exports", "--recall")
    assert "EX-0001  all.xlsx, for advocates, sent to" in shown.stdout
    assert "P-0002 Kaveh Rostami may no longer be shown" in shown.stdout
    assert "prisoners exports recalled EX-0001" in shown.stderr


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    ("typed", "files"),
    [
        (["consent", "add", "P-0001", "--scope", "publish", "--subject", "family", "--refused"], [1, 2]),
        (["consent", "amend", "CN-0002", "--until", "2020"], [2]),
        (["amend", "P-0001", "--naming", "initials"], [1, 2]),
        (["amend", "P-0001", "--basis", "none"], [1, 2]),
        (["amend", "P-0002", "--withdraw"], [1, 2]),
        (["undo", "U-0001"], []),
        (["amend", "P-0003", "--basis", "none"], [1]),
        (["amend", "P-0001", "--occupation", "teacher"], []),
    ],
    ids=lambda part: " ".join(map(str, part)),
)
def test_whatever_forbids_what_was_sent_names_the_files(typed, files):
    done = type_command(*typed, "-b", "a test")
    assert list(recalls()) == [f"EX-000{number}" for number in files], done.output
    assert ("stands in EX-" in done.stderr) == bool(files)


@pytest.mark.usefixtures("sent")
def test_who_is_made_one_with_somebody_else_is_judged_as_that_one():
    assert type_command("merge", "P-0001", "P-0002", "--stands", "all=P-0001", "-b", "one").exit_code == 0
    assert recalls() == {}
    done = type_command("amend", "P-0001", "--naming", "pseudonym", "-b", "a test")
    assert "must be named less: pseudonym instead of full name" in done.stderr
    assert [person for person, _ in recalls()["EX-0001"]] == ["P-0001", "P-0002"]


def test_who_is_not_recorded_any_more_must_be_recalled_too(sent):
    with act(sent) as unit:
        unit.remove(unit.get(Name, 3))
        unit.remove(unit.get(Prisoner, 3))
    assert recalls() == {"EX-0001": [("P-0003", "not recorded any more")]}
    assert "P-0003 may no longer be shown" in type_command("exports", "--recall").stdout


@pytest.mark.usefixtures("sent")
def test_a_file_that_was_recalled_or_never_sent_is_settled():
    assert "No file must be recalled" in type_command("exports", "--recall").stderr
    type_command("amend", "P-0001", "--basis", "none", "-b", "a test")
    assert list(recalls()) == ["EX-0001", "EX-0002"]
    assert (
        type_command("exports", "recalled", "EX-0001", "--on", "1403/01/02", "-b", "told them").exit_code == 0
    )
    assert type_command("exports", "withdraw", "EX-0002", "-b", "never sent").exit_code == 0
    assert recalls() == {}
    shown = type_command("exports", "show", "EX-0001")
    assert "recalled on  1403/01/02" in shown.stdout
    assert (
        json.loads(type_command("exports", "show", "EX-0001", "--json").stdout)["recalled_on"] == "1403/01/02"
    )
    assert "entered in error" in type_command("exports", "show", "EX-0002").stderr


@pytest.mark.usefixtures("sent")
def test_several_files_are_recalled_at_once_or_none():
    type_command("amend", "P-0001", "--basis", "none", "-b", "a test")
    assert "several at once: EX-0001 EX-0002" in type_command("exports", "--recall").stderr
    refused = type_command("exports", "recalled", "EX-0001", "EX-0009", "-b", "told them")
    assert (refused.exit_code, "EX-0009" in refused.stderr) == (3, True)
    assert list(recalls()) == ["EX-0001", "EX-0002"]
    done = type_command("exports", "recalled", "EX-0001", "ex-0002", "EX-0001", "-b", "told them", "--json")
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["reference"], second["reference"]) == ("EX-0001", "EX-0002")
    assert first["update"] == second["update"]
    assert recalls() == {}


@pytest.mark.usefixtures("sent")
def test_to_whom_a_file_was_sent_is_told_where_it_is_asked_for_and_can_be_said_later():
    assert "پارلمان" not in type_command("exports").stdout
    assert "پارلمان" in type_command("exports", "--to", "").stdout
    assert "sent to" in type_command("exports", "show", "EX-0001").stdout
    assert (
        type_command("exports", "amend", "EX-0002", "--to", "A newspaper", "-b", "sent today").exit_code == 0
    )
    (found,) = json.loads(type_command("exports", "--to", "news", "--json").stdout)
    assert (found["reference"], found["recipient"], found["what"]) == ("EX-0002", "A newspaper", "women")
    (made,) = json.loads(type_command("exports", "--for", "I-0001", "--json").stdout)
    assert (made["reference"], made["what"]) == ("EX-0001", "export")
    assert type_command("exports", "amend", "EX-0001", "--for", "", "-b", "for nobody").exit_code == 0
    assert json.loads(type_command("exports", "--for", "I-0001", "--json").stdout) == []
    assert "says this already" in type_command("exports", "amend", "EX-0001", "-b", "x").stderr
    assert type_command("exports", "show", "EX-0099").exit_code == 3
    assert type_command("exports", "show", "I-0001").exit_code == 2


@pytest.mark.usefixtures("sent")
def test_what_is_kept_of_a_file_is_shown_with_who_stands_in_it():
    shown = type_command("exports", "show", "EX-0002").stdout
    assert "what         women" in shown
    assert "people       2; 2 have a row of their own\n    P-0001 Neda Zarbaf\n" in shown
    kept = json.loads(type_command("exports", "show", "EX-0003", "--json").stdout)
    assert kept["people"] == []  # a table of counts
    assert kept["options"]["table"] == "prison"
    assert kept["made_from"] == "U-0001"


@pytest.mark.usefixtures("sent")
def test_a_file_of_which_everybody_must_be_recalled_is_told_of_on_the_screen_and_in_no_file():
    type_command("export", "one.md", "P-0001", "--to", "A newspaper")
    type_command("amend", "P-0001", "--basis", "none", "-b", "a test")
    shown = type_command("report", "changes-since", "EX-0004")
    assert shown.exit_code == 0
    assert "Persons who stood in it and may no longer be shown: 1." in shown.stdout
    assert "EX-0004 (one.md, sent to A newspaper on " in shown.stderr
    assert "P-0001 stood in it and may no longer be shown: no publication basis." in shown.stderr
    assert "Neda" not in shown.output
    refused = type_command("report", "changes-since", "EX-0004", "-o", "since.md")
    assert (refused.exit_code, "Nobody may be shown in" in refused.stderr) == (5, True)
    type_command("exports", "recalled", "EX-0004", "-b", "told them")
    assert "must be recalled" not in type_command("report", "changes-since", "EX-0004").stderr


@pytest.mark.usefixtures("sent")
def test_erasing_names_the_files_that_may_remember_it():
    done = type_command("erase", "E-0001", "happened_on", "--yes", "-b", "for her safety")
    assert done.exit_code == 0, done.output
    assert [line.split(" stands in ")[1][:7] for line in done.stderr.splitlines() if "stands in" in line] == [
        "EX-0001",
        "EX-0002",
    ]


@pytest.mark.usefixtures("sent")
def test_whoever_corrects_a_fact_sees_who_has_the_old_one():
    assert "EX-0001 (" in (page := type_command("show", "P-0003").stdout)
    assert "all.xlsx" in page
    assert "پارلمان" not in page
    assert "Contact " in page
    type_command("merge", "P-0002", "P-0001", "--stands", "all=P-0002", "-b", "one")
    kept = json.loads(type_command("show", "P-0002", "--sealed", "--json").stdout)["sent"]
    assert [(row["reference"], row["recipient"], row["naming"]) for row in kept] == [
        ("EX-0001", "پارلمان", "full"),
        ("EX-0002", None, "full"),
    ]


@pytest.mark.usefixtures("sent")
def test_a_consent_that_ended_by_itself_is_told_with_what_is_due():
    assert "be recalled" not in type_command("due").stderr
    type_command("consent", "amend", "CN-0002", "--until", "2020", "-b", "a test")
    said = "1 file must be recalled: `prisoners exports --recall` says which"
    assert said in type_command("due").stderr
    assert said in type_command("due", "name:kaveh").stderr
    assert "be recalled" not in type_command("due", "name:neda").stderr
    assert "be recalled" not in type_command("due", "--kind", "furlough").stderr


def test_of_many_files_in_which_somebody_stands_the_last_ones_are_told(sent):
    with act(sent) as unit:
        row = unit.get(Export, 1)
        facts = {column: getattr(row, column) for column in type(row).model_fields if column != "id"}
        for _ in range(5):
            unit.add(Export, facts)
    told = " ".join(type_command("show", "P-0003").stdout.split())
    assert "In files 1 earlier, EX-0004 (" in told
