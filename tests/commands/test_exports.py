"""Every sort of file that was made is kept under a reference, and what changed since is one command."""

from __future__ import annotations

import json

import pytest

from prisoners.commands import settings
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


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A registry of one woman, of whom a file of every sort was made before something was amended."""
    folder = tmp_path_factory.mktemp("exports") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRISONERS_HOME", str(folder))
        patch.setattr(settings, "_chosen", [])
        create_registry(folder / "registry.db", clock=stopped).close()
        settings.save(settings.Settings(by="Sara"))
        patch.chdir(folder)
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
    assert ("P-0001", "birthplace", "Marivan") in changed


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
