"""Commands that write: each does its one thing, says what it wrote, and fails with a sentence and the right code."""

from __future__ import annotations

import json
import os
import sqlite3
import stat

import pytest

NOBODY = 1 << 22
"""No process has this number: the kernel's numbers end before it."""
ADDRESS = "https://example.org/news/17"
ARREST = ("--kind", "arrest", "--on", "25 Shahrivar 1401", "--prison", "Evin 209")


@pytest.fixture
def neda(home, run):
    """A registry with one person in it."""
    assert run("add", "Neda Zarbaf", "ندا زرباف", "--father", "Karim", "-b", "a test").exit_code == 0
    return home


@pytest.fixture
def terminal(monkeypatch):
    """Somebody is there to be asked."""
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)


def rows(home, sql):
    with sqlite3.connect(home / "registry.db") as connection:
        return connection.execute(sql).fetchall()


def ok(result):
    assert result.exit_code == 0, result.stderr
    return result


def test_what_was_written_is_said_to_people_and_to_programs(run, neda):
    told = ok(run("case", "open", "P-0001", "-b", "a test"))
    assert told.stdout == "C-0001\n"
    assert told.stderr == "Recorded C-0001 of P-0001 Neda Zarbaf in U-0003.\n"
    told = ok(run("case", "amend", "C-0001", "--stage", "appeal", "-b", "a test", "--json"))
    assert json.loads(told.stdout) == {"reference": "C-0001", "update": "U-0004"}
    assert told.stderr == ""
    assert rows(neda, "SELECT kind FROM updates WHERE id > 2") == [("entry",), ("amendment",)]


def test_a_person_is_added_with_all_that_options_say(run, home):
    ok(
        run(
            "add",
            "Neda Zarbaf",
            "--number",
            "hrana:5081",
            "--activity",
            "teacher",
            "--activity",
            "روزنامه‌نگار",
            "--gender",
            "female",
            "-b",
            ADDRESS,
        )
    )
    assert rows(home, "SELECT gender FROM prisoners") == [("female",)]
    assert rows(home, "SELECT activity FROM activities ORDER BY id") == [("teacher",), ("journalist",)]
    assert rows(home, "SELECT url FROM sources") == [(ADDRESS,)]
    assert ok(run("amend", "hrana:5081", "--father", "Karim", "-b", "S-0001")).stdout == "P-0001\n"


def test_a_form_on_stdin_holds_a_whole_person(run, home):
    form = """
        names = ["Neda Zarbaf"]
        [[cases]]
        file_number = "1"
        [[cases.charges]]
        offence = "610"
        [[contacts]]
        kind = "email"
        value = "none"
    """
    ok(run("add", "--form", "-", "-b", "a test", answers=form))
    assert rows(home, "SELECT count(*) FROM charges JOIN cases ON cases.id = case_id") == [(1,)]
    assert rows(home, "SELECT value FROM contacts") == [("none",)]


def test_nobody_is_added_without_a_name(run, home):
    assert run("add", "--father", "Karim", "-b", "a test").exit_code == 4
    assert rows(home, "SELECT count(*) FROM prisoners") == [(0,)]


def test_a_person_who_may_be_recorded_already_is_added_only_when_somebody_says_so(run, neda, monkeypatch):
    refused = run("add", "ندا زرباف", "-b", "a test")
    assert (refused.exit_code, "P-0001" in refused.stderr) == (4, True)
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    same_father = ("add", "Nedā Zarbāf", "--father", "کریم", "--gender", "زن", "-b", "a test")
    refused = run(*same_father, answers="n\n")
    assert (refused.exit_code, "father" in refused.stderr) == (4, True)
    ok(run(*same_father, answers="y\n"))
    ok(run("add", "Neda Zarbaf", "--father", "Omid", "-b", "a test", "--new-person"))
    assert rows(neda, "SELECT count(*) FROM prisoners") == [(3,)]


def test_the_number_of_a_foreign_list_says_that_somebody_is_recorded_already(run, neda):
    ok(run("number", "add", "P-0001", "hrana:5081", "-b", "a test"))
    refused = run("add", "Neda Zarafi", "--number", "hrana:5081", "-b", "a test")
    assert (refused.exit_code, "P-0001" in refused.stderr) == (4, True)
    assert rows(neda, "SELECT count(*) FROM prisoners") == [(1,)]


def test_somebody_of_the_name_with_another_father_is_another_person(run, neda):
    ok(run("add", "Neda Zarbaf", "--father", "Bahman", "-b", "a test"))
    assert rows(neda, "SELECT count(*) FROM prisoners") == [(2,)]


def test_people_called_unknown_are_never_doubles(run, home):
    ok(run("add", "ناشناس", "-b", "a test"))
    ok(run("add", "ناشناس", "-b", "a test"))
    assert rows(home, "SELECT count(*) FROM prisoners") == [(2,)]


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_what_is_missing_is_asked_for(run, home):
    answers = "Neda Zarbaf\nندا زرباف\nKarim\nfemal\n?\nfemale\n31 Mehr 1365\n\nKaraj\n\nthe family called\n"
    told = ok(run("add", answers=answers))
    assert rows(home, "SELECT father, gender, born, residence FROM prisoners") == [
        ("Karim", "female", None, "Karaj")
    ]
    assert rows(home, "SELECT because FROM updates WHERE id = 2") == [("the family called",)]
    assert "Did you mean female" in told.stderr
    assert "Mehr 1365 has 30 days" in told.stderr
    assert "زن" in told.stderr


@pytest.mark.usefixtures("terminal")
def test_what_was_typed_is_kept_on_ctrl_c_for_its_owner_alone_and_offered_again(run, home):
    stopped = run("add", answers="Neda Zarbaf\n\nKarim\n")
    assert (stopped.exit_code, rows(home, "SELECT count(*) FROM prisoners")) == (130, [(0,)])
    draft = home / "drafts" / "add.json"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.parent.stat().st_mode) == 0o700
    ok(run("add", answers="y\na test\n"))
    assert rows(home, "SELECT father FROM prisoners") == [("Karim",)]
    assert not draft.exists()


@pytest.mark.usefixtures("terminal")
def test_a_draft_may_be_left_for_later_or_thrown_away(run, home):
    draft = home / "drafts" / "add.json"
    run("add", answers="Neda Zarbaf\n\nKarim\n")
    run("add", answers="n\nn\n")
    assert draft.exists()
    run("add", answers="n\ny\n")
    assert not draft.exists()


@pytest.mark.usefixtures("terminal")
def test_a_draft_left_for_later_outlives_another_and_what_is_written_meanwhile(run, home):
    run("add", answers="Neda Zarbaf\n\nKarim\n")
    run("add", answers="n\nn\nOmid Sangi\n\nRahim\n")
    assert sorted(path.name for path in (home / "drafts").iterdir()) == ["add.json", "add~1.json"]
    ok(run("add", answers="n\nn\ny\na test\n"))
    ok(run("add", answers="y\na test\n"))
    assert rows(home, "SELECT father FROM prisoners ORDER BY id") == [("Rahim",), ("Karim",)]
    assert list((home / "drafts").iterdir()) == []


@pytest.mark.usefixtures("terminal")
def test_a_draft_of_a_killed_process_is_offered_and_that_of_a_running_one_is_not(run, home):
    run("add", answers="Neda Zarbaf\n\nKarim\n")
    draft = home / "drafts" / "add.json"
    draft.rename(draft.with_suffix(f".{os.getppid()}.part"))
    assert "You stopped here" not in run("add", answers="").stderr
    draft.with_suffix(f".{NOBODY}.new").write_text("half a dra")
    draft.with_suffix(f".{os.getppid()}.part").rename(draft.with_suffix(f".{NOBODY}.part"))
    run("add", answers="y\n")
    assert [path.name for path in draft.parent.iterdir()] == ["add.json"]
    ok(run("add", answers="y\na test\n"))
    assert rows(home, "SELECT father FROM prisoners") == [("Karim",)]


@pytest.mark.usefixtures("terminal")
def test_an_update_that_is_refused_is_corrected_where_it_was_wrong_or_kept(run, neda):
    stopped = run("update", "P-0001", "-b", "a test", answers="arrest\n2099-01-01\n\n\n\n")
    assert (stopped.exit_code, "not come yet" in stopped.stderr) == (130, True)
    draft = neda / "drafts" / "update-P-0001.json"
    assert json.loads(draft.read_text())["on"] == "2099-01-01"
    told = ok(
        run(
            "update",
            "P-0001",
            answers="y\n\n\n\non\n1401\n",
        )
    )
    assert "Reported E-" in told.stderr
    assert not draft.exists()


def test_without_a_terminal_no_draft_is_kept(run, home):
    assert run("add", "Neda Zarbaf").exit_code == 4
    assert not (home / "drafts").exists()


@pytest.mark.usefixtures("neda")
def test_a_letter_that_is_not_what_it_looks_like_is_told(run):
    assert "mixes Cyrillic and Latin letters" in ok(run("add", "Bahа Sangi", "-b", "a test")).stderr
    assert "mixes Cyrillic" in ok(run("name", "add", "P-0001", "Nedа Sangi", "-b", "a test")).stderr
    assert "letters" not in ok(run("name", "add", "P-0001", "Neda Sangi", "-b", "a test")).stderr


def test_a_field_given_as_nothing_is_cleared(run, neda):
    ok(run("amend", "P-0001", "--father", "", "-b", "a test"))
    assert rows(neda, "SELECT father FROM prisoners") == [(None,)]


def test_what_the_registry_says_already_is_no_update(run, neda):
    told = run("amend", "P-0001", "--father", "Karim", "-b", "a test")
    assert (told.exit_code, told.stdout) == (0, "")
    assert "Nothing changed" in told.stderr
    assert rows(neda, "SELECT count(*) FROM updates") == [(2,)]


def test_a_person_entered_in_error_is_withdrawn(run, neda):
    ok(run("amend", "P-0001", "--withdraw", "-b", "the same as nobody"))
    assert rows(neda, "SELECT withdrawn FROM prisoners") == [(1,)]
    assert run("case", "open", "P-0001", "-b", "a test").exit_code == 4


def test_an_edit_begun_on_an_older_version_is_refused_with_what_changed(run, neda):
    ok(run("amend", "P-0001", "--father", "Rahim", "-b", "a test"))
    stale = run("amend", "P-0001", "--father", "Salim", "-b", "a test", "--expect", "U-0002")
    assert (stale.exit_code, "Rahim" in stale.stderr) == (4, True)
    assert rows(neda, "SELECT father FROM prisoners") == [("Rahim",)]
    ok(run("amend", "P-0001", "--father", "Salim", "-b", "a test", "--expect", "U-0003"))


def test_every_write_about_a_person_may_name_the_version_it_began_on(run, neda):
    ok(run("consent", "add", "P-0001", "--scope", "publish", "--subject", "family", "-b", "a test"))
    ok(run("case", "open", "P-0001", "-b", "a test"))
    ok(run("intervention", "open", "--kind", "letter", "-b", "a test"))
    for words in (
        ("update", "P-0001", "--kind", "hearing"),
        ("case", "amend", "C-0001", "--stage", "appeal"),
        ("case", "withdraw", "C-0001"),
        ("consent", "withdraw", "CN-0001"),
        ("name", "add", "P-0001", "Jina Zarbaf"),
        ("intervention", "add", "I-0001", "P-0001"),
    ):
        assert run(*words, "-b", "a test", "--expect", "U-0002").exit_code == 4, words
    assert rows(neda, "SELECT max(id) FROM updates") == [(5,)]


def test_what_may_not_stand_on_a_command_line_comes_from_a_form_or_is_asked(run, neda, tmp_path, monkeypatch):
    refused = run("contact", "add", "P-0001", "--kind", "email", "-b", "a test")
    assert (refused.exit_code, "--form" in refused.stderr) == (2, True)
    form = tmp_path / "contact.json"
    form.write_text('{"value": "someone@example.org"}')
    ok(run("contact", "add", "P-0001", "--kind", "email", "--form", str(form), "-b", "a test"))
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    ok(
        run(
            "contact",
            "add",
            "P-0001",
            "--kind",
            "email",
            "--ask",
            "note",
            "-b",
            "a test",
            answers="another\nask first\n",
        )
    )
    ok(run("amend", "P-0001", "--ask", "note", "-b", "a test", answers="ask the lawyer\n"))
    assert rows(neda, "SELECT value, note FROM contacts") == [
        ("someone@example.org", None),
        ("another", "ask first"),
    ]
    assert rows(neda, "SELECT note FROM prisoners") == [("ask the lawyer",)]
    wrong = run("amend", "P-0001", "--ask", "fathr", "-b", "a test")
    assert (wrong.exit_code, "note" in wrong.stderr) == (2, True)
    wrong = run("contact", "add", "P-0001", "--ask", "father", "-b", "a test")
    assert wrong.exit_code == 2


def test_an_empty_reason_is_refused(run, neda):
    for because in (["-b", " "], []):
        assert run("amend", "P-0001", "--father", "Rahim", *because).exit_code == 4
    assert rows(neda, "SELECT count(*) FROM updates") == [(2,)]


@pytest.mark.usefixtures("neda")
def test_a_reference_of_another_kind_is_refused(run):
    told = run("charge", "amend", "P-0001", "--state", "dropped", "-b", "a test")
    assert (told.exit_code, "CH-0007" in told.stderr) == (2, True)
    assert run("charge", "add", "J-0001", "--offence", "610", "-b", "a test").exit_code == 3


def test_what_is_added_to_a_person_goes_to_the_only_case(run, neda):
    assert run("charge", "add", "P-0001", "--offence", "610", "-b", "a test").exit_code == 4
    ok(run("case", "open", "Neda Zarbaf", "-b", "a test"))
    assert ok(run("charge", "add", "Neda Zarbaf", "--offence", "610", "-b", "a test")).stdout == "CH-0001\n"
    ok(run("case", "open", "Neda Zarbaf", "-b", "a test"))
    told = run("charge", "add", "Neda Zarbaf", "--offence", "500", "-b", "a test")
    assert (told.exit_code, "C-0001, C-0002" in told.stderr) == (2, True)
    ok(run("charge", "withdraw", "CH-0001", "-b", "entered twice"))
    assert rows(neda, "SELECT withdrawn FROM charges") == [(1,)]


def test_an_offence_that_the_list_does_not_have_is_kept_as_quoted_and_said_to_be(run, neda):
    ok(run("case", "open", "P-0001", "-b", "a test"))
    told = ok(run("charge", "add", "P-0001", "--offence", "making faces", "-b", "a test"))
    assert "“making faces” is no offence of the list" in told.stderr
    assert rows(neda, "SELECT offence_id, quoted FROM charges") == [(None, "making faces")]


def test_an_edit_that_began_on_no_update_is_refused(run, neda):
    told = run("amend", "P-0001", "--father", "Salim", "-b", "a test", "--expect", "U-0099")
    assert (told.exit_code, "U-0099" in told.stderr) == (3, True)
    assert rows(neda, "SELECT count(*) FROM updates") == [(2,)]


def test_names_numbers_and_activities_are_typed_as_they_are(run, neda):
    assert (
        ok(run("name", "add", "P-0001", "Jina Zarbaf", "--kind", "home", "--primary", "-b", "a test")).stdout
        == "N-0003\n"
    )
    assert ok(run("number", "add", "P-0001", "hrana:5081", "-b", "a test")).stdout == "X-0001\n"
    assert (
        ok(run("activity", "add", "P-0001", "teacher", "--weight", "secondary", "-b", "a test")).stdout
        == "A-0001\n"
    )
    assert run("number", "add", "P-0001", "5081", "-b", "a test").exit_code == 2
    assert rows(neda, "SELECT text FROM names WHERE is_primary = 1 AND script = 'latin'") == [
        ("Jina Zarbaf",)
    ]


def test_a_file_is_kept_in_the_home(run, neda, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("a letter")
    assert (
        ok(run("file", "add", "P-0001", str(letter), "--kind", "letter", "-b", "a test")).stdout == "F-0001\n"
    )
    assert (neda / rows(neda, "SELECT path FROM files")[0][0]).read_text() == "a letter"
    assert (
        run("file", "add", "P-0001", str(tmp_path / "gone"), "--kind", "letter", "-b", "a test").exit_code
        == 3
    )


@pytest.mark.usefixtures("neda")
def test_a_source_is_added_listed_shown_cited_and_withdrawn(run):
    ok(
        run(
            "source",
            "add",
            ADDRESS,
            "--kind",
            "state_media",
            "--outlet",
            "Example",
            "--published",
            "1402/3/1",
            "-b",
            "a test",
        )
    )
    assert ok(run("cite", "S-0001", "P-0001", "--field", "father", "--value", "Rahim")).stdout == "CT-0001\n"
    assert ok(run("cite", "https://example.org/other", "P-0001")).stdout == "CT-0002\n"
    assert "Example" in ok(run("source", "list", "exam")).stdout
    listed = json.loads(ok(run("source", "list", "--json")).stdout)
    assert [(one["reference"], one["statements"], one["published_on"]) for one in listed] == [
        ("S-0002", 1, None),
        ("S-0001", 1, "1402/3/1"),
    ]
    shown = json.loads(ok(run("source", "show", "S-0001", "--json")).stdout)
    assert (
        shown["statements"][0] | {"about": "P-0001", "field": "father", "value": "Rahim"}
        == shown["statements"][0]
    )
    assert "father Rahim" in ok(run("source", "show", "S-0001")).stdout
    assert run("source", "show", "S-0009").exit_code == 3
    assert run("source", "withdraw", "S-0001", "-b", "retracted").exit_code == 4
    ok(run("source", "withdraw", "S-0001", "--with-citations", "-b", "retracted"))
    assert ok(run("source", "list", "nothing")).stdout == ""


@pytest.mark.usefixtures("neda")
def test_a_source_that_was_retracted_tells_what_rested_on_it(run):
    for address in ("one", "other"):
        ok(run("cite", f"https://example.org/{address}", "P-0001"))
    ok(run("source", "withdraw", "S-0001", "--with-citations", "-b", "retracted"))
    gone = ok(run("source", "show", "S-0001"))
    assert "  P-0001 rested on it: another source bears it out" in gone.stdout
    assert "no longer counts" in gone.stderr
    ok(run("source", "withdraw", "S-0002", "--with-citations", "-b", "retracted"))
    assert "nothing else bears it out" in ok(run("source", "show", "S-0001")).stdout
    reach = json.loads(ok(run("source", "show", "S-0002", "--json")).stdout)["rested"]
    assert reach == [{"about": "P-0001", "prisoner": "P-0001", "borne_out": False}]


@pytest.mark.usefixtures("neda")
def test_a_consent_is_given_listed_and_taken_back(run):
    assert run("consent", "add", "P-0001", "--scope", "publish", "-b", "a test").exit_code == 2
    ok(run("consent", "add", "P-0001", "--scope", "publish", "--subject", "family", "-b", "a test"))
    ok(run("consent", "withdraw", "CN-0001", "--on", "1402/12/1", "-b", "the family called"))
    listed = json.loads(ok(run("consent", "list", "P-0001", "--json")).stdout)
    assert (listed[0]["scope"], listed[0]["withdrawn_on"]) == ("publish", "1402/12/1")
    assert "CN-0001" in ok(run("consent", "list", "P-0001")).stdout


@pytest.mark.usefixtures("neda")
def test_a_list_of_consents_tells_what_each_left_out_and_who_gave_it_where_that_is_asked_for(run):
    form = json.dumps({"given_by": "Qanaribcdf", "restrictions": "not to newspapers"})
    facts = ("--scope", "share", "--subject", "family", "--voluntary", "--form", "-")
    ok(run("consent", "add", "P-0001", *facts, "-b", "a call", answers=form))
    listed = ok(run("consent", "list", "P-0001")).stdout
    assert "not to newspapers" in listed
    assert "Qanaribcdf" not in listed
    assert "with restrictions" in " ".join(ok(run("show", "P-0001")).stdout.split())
    assert json.loads(run("consent", "list", "P-0001", "--json").stdout)[0]["given_by"].startswith("Contact ")
    assert "Qanaribcdf" in ok(run("consent", "list", "P-0001", "--sealed")).stdout
    assert "P-0001" in run("history", "--by", "Sara", "--limit", "1").stdout


@pytest.mark.usefixtures("neda")
def test_an_intervention_is_opened_answered_listed_and_shown(run):
    ok(run("add", "Omid Sangi", "-b", "a test"))
    ok(
        run(
            "intervention",
            "open",
            "--kind",
            "letter",
            "--for",
            "P-0001",
            "--addressee",
            "the UN",
            "-b",
            "a test",
        )
    )
    ok(run("intervention", "add", "I-0001", "Omid Sangi", "--answer", "was released", "-b", "a test"))
    ok(run("intervention", "amend", "I-0001", "--response", "denial", "--responded", "1402", "-b", "a test"))
    assert [one["prisoners"] for one in json.loads(ok(run("intervention", "list", "--json")).stdout)] == [2]
    assert json.loads(ok(run("intervention", "list", "P-0001", "--json")).stdout)[0]["reference"] == "I-0001"
    shown = json.loads(ok(run("intervention", "show", "I-0001", "--json")).stdout)
    assert [(one["prisoner"], one["answer"]) for one in shown["for"]] == [
        ("P-0001", None),
        ("P-0002", "was released"),
    ]
    shown = ok(run("intervention", "show", "I-0001"))
    assert "the UN" in shown.stdout
    assert "EX-" not in shown.stdout
    ok(run("intervention", "withdraw", "I-0001", "-b", "a test"))
    assert "I-0001 was entered in error" in ok(run("intervention", "show", "I-0001")).stderr
    assert run("intervention", "show", "I-0009").exit_code == 3


@pytest.mark.usefixtures("neda")
def test_an_intervention_is_answered_again_followed_up_and_for_somebody_less(run):
    ok(run("add", "Omid Sangi", "-b", "a test"))
    ok(run("intervention", "open", "--kind", "letter", "--for", "P-0001", "-b", "a test"))
    ok(run("intervention", "add", "I-0001", "Omid Sangi", "--answer", "was released", "-b", "a test"))
    again = ok(run("intervention", "add", "I-0001", "Omid Sangi", "--answer", "is held", "-b", "a test"))
    assert "The answer before it was “was released”; the history keeps it." in again.stderr
    assert "--kind further_answer --follows I-0001" in again.stderr
    ok(run("intervention", "open", "--kind", "further_answer", "--follows", "I-0001", "-b", "a test"))
    ok(run("intervention", "remove", "I-0002", "Omid Sangi", "-b", "a test"))
    shown = json.loads(ok(run("intervention", "show", "I-0002", "--json")).stdout)
    assert (shown["follows"], [one["prisoner"] for one in shown["for"]]) == ("I-0001", ["P-0001"])
    ok(run("intervention", "remove", "I-0002", "P-0001", "-b", "a test"))
    shown = ok(run("intervention", "show", "I-0002"))
    assert "For nobody yet: `prisoners intervention add I-0002 WHO`." in shown.stderr
    assert "I-0001" in shown.stdout
    run("cite", "https://answers.example/1", "I-0001", "-b", "the letter itself")
    shown = ok(run("intervention", "show", "I-0001")).stdout
    assert "Followed up by:" in shown
    assert "https://answers.example/1" in shown


def test_an_update_is_undone_and_brought_back(run, neda):
    ok(run("amend", "P-0001", "--father", "Rahim", "-b", "a test"))
    assert ok(run("undo", "U-0003", "-b", "a slip")).stdout == "U-0004\n"
    assert rows(neda, "SELECT father FROM prisoners") == [("Karim",)]
    assert run("undo", "U-0003", "-b", "again").exit_code == 4
    told = json.loads(ok(run("undo", "U-0004", "-b", "no slip", "--json")).stdout)
    assert told == {"reference": "U-0004", "update": "U-0005"}
    assert run("undo", "U-0099", "-b", "a test").exit_code == 3


def test_without_a_reference_the_last_update_of_the_writer_is_meant_if_they_agree(run, neda, monkeypatch):
    told = run("undo", "-b", "a slip")
    assert (told.exit_code, "U-0002" in told.stderr) == (2, True)
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    ok(run("undo", "-b", "a slip", answers="y\n"))
    assert rows(neda, "SELECT count(*) FROM prisoners") == [(0,)]
    assert run("undo", "-b", "a slip").exit_code == 3


def test_an_update_reports_what_happened_where_and_the_status_after_it(run, neda):
    told = ok(run("update", "Neda Zarbaf", *ARREST, "-b", ADDRESS))
    assert (told.stdout, told.stderr) == ("E-0001\n", "Reported E-0001 of P-0001 Neda Zarbaf in U-0003.\n")
    assert rows(neda, "SELECT status, ward, authority FROM events") == [
        ("detained_investigation", "209", "MOIS")
    ]
    told = ok(
        run("update", "Neda Zarbaf", "--kind", "transfer", "--prison", "a house in Sari", "-b", "S-0001")
    )
    assert "kept as written" in told.stderr


def test_a_status_that_is_not_clear_is_asked_for_at_a_terminal(run, neda, monkeypatch):
    refused = run("update", "P-0001", "--kind", "release", "-b", "a test")
    assert (refused.exit_code, "--status" in refused.stderr) == (2, True)
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    ok(run("update", "P-0001", "--kind", "release", "-b", "a test", answers="4\n"))
    ok(run("update", "P-0001", "--kind", "release", "-b", "a test", answers="released_pardon\n"))
    assert rows(neda, "SELECT status FROM events") == [("on_bail",), ("released_pardon",)]


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_an_update_asks_what_happened(run, neda):
    ok(run("update", "P-0001", answers="\narrest\n1401\nEvin\n\nat home\na test\n"))
    assert rows(neda, "SELECT kind, prison_id, ward, summary FROM events") == [("arrest", 1, None, "at home")]


def test_a_date_of_two_readings_is_asked_with_both_shown_and_refused_without_a_terminal(
    run, neda, monkeypatch
):
    refused = run("update", "P-0001", "--kind", "hearing", "--on", "05/06/2022", "-b", "a test")
    assert (refused.exit_code, "5 Jun 2022" in refused.stderr, "6 May 2022" in refused.stderr) == (
        4,
        True,
        True,
    )
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    for answer in ("1", "2"):
        told = ok(
            run(
                "update",
                "P-0001",
                "--kind",
                "hearing",
                "--on",
                "05/06/2022",
                "-b",
                "a test",
                answers=f"{answer}\n",
            )
        )
        assert "can be read in more than one way" in told.stderr
    assert {row[0] for row in rows(neda, "SELECT substr(happened_on, 1, 10) FROM events")} == {
        "2022-06-05",
        "2022-05-06",
    }
    assert (
        run("update", "P-0001", "--kind", "hearing", "--on", "05/06/2022", "-b", "x", answers="3\n").exit_code
        == 4
    )


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(["update", "P-0099", "--kind", "arrest"], 3, "P-0099", id="nobody"),
        pytest.param(["update", "P-0001", "--kind", "arest"], 3, "arrest", id="misspelt kind"),
        pytest.param(["update", "P-0001", "--kind", "hearing", "--on", "31 Mehr 1401"], 4, "30 days", id="no such day"),
        pytest.param(["update", "P-0001", "--kind", "arrest", "--on", "2099-01-01"], 4, "not come yet", id="ahead"),
        pytest.param(["update", "P-0001", "--kind", "hearing", "--case", "C-0099"], 3, "C-0099", id="no such case"),
        pytest.param(["case", "open", "Neda Zarbaf", "--stage", "apeal"], 3, "appeal", id="misspelt stage"),
        pytest.param(["source", "add"], 4, "an address, an outlet", id="no source"),
        pytest.param(["name", "add", "Neda Zarbaf", "\u202eevil"], 4, "The name holds", id="hidden direction"),
        pytest.param(["apart", "Neda Zarbaf", "Neda Zarbaf"], 4, "", id="told apart from oneself"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence_and_writes_nothing(run, neda, words, code, told):
    result = run(*words, "-b", "a test")
    assert (result.exit_code, told in result.stderr, result.stdout) == (code, True, "")
    assert rows(neda, "SELECT count(*) FROM updates") == [(2,)]
