"""`prisoners export`, as it is typed."""

from __future__ import annotations

import csv
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.commands.menu import app
from prisoners.records.tables import BY_NAME
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import act, make_event, make_prisoner, stopped


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "registry.db"
    create_registry(path, clock=stopped).close()
    (path.parent / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(path.parent))
    with act(path) as unit:
        neda = make_prisoner(unit, "Neda Zarbaf", basis="already_public", summary="Call +98 912 345 6789")
        make_event(unit, neda, "arrest", "1401/06/25", status="detained_investigation")
        make_prisoner(unit, "Kaveh Rostami", basis="already_public")
        make_prisoner(unit, "Roya Sahraei")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)])


def names_in(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["Name"] for row in csv.DictReader(file)]


@pytest.mark.usefixtures("registry")
def test_everybody_who_may_be_shown_is_in_the_file_and_the_manifest_says_who_is_not(tmp_path):
    done = run(tmp_path / "cases.csv", "--to", "A parliament")
    assert done.exit_code == 0
    assert names_in(tmp_path / "cases.csv") == ["Neda Zarbaf", "Kaveh Rostami"]
    assert "2 of 3 people" in done.output
    assert "no publication basis" in done.output
    assert "1 text was held back; `--why` says which." in done.output


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (["status:detained_investigation"], ["Neda Zarbaf"]),
        (["P-0002"], ["Kaveh Rostami"]),
        (["P-0002,", "p-0001"], ["Neda Zarbaf", "Kaveh Rostami"]),
    ],
)
def test_whom_to_take_is_a_filter_or_references(tmp_path, chosen, names):
    assert run(tmp_path / "cases.csv", *chosen, "--audience", "public").exit_code == 0
    assert names_in(tmp_path / "cases.csv") == names


@pytest.mark.usefixtures("registry")
def test_the_manifest_is_there_for_programs_and_the_held_texts_for_the_researcher(tmp_path):
    done = run(tmp_path / "cases.json", "--json", "--why")
    assert json.loads(done.stdout)["shown"] == 2
    assert "P-0001 prisoners.summary: holds a telephone number" in done.stderr
    assert "912 345" not in done.output


def test_more_than_a_hundred_people_need_a_yes(registry, tmp_path):
    with act(registry) as unit:
        for number in range(100):
            make_prisoner(unit, f"Neda Zarbaf{number}", basis="already_public")
    refused = run(tmp_path / "cases.xlsx")
    assert refused.exit_code == 5
    assert "102 people" in refused.output
    assert not (tmp_path / "cases.xlsx").exists()
    assert run(tmp_path / "cases.xlsx", "--yes").exit_code == 0
    with reading(registry) as reader:
        assert reader.value("SELECT count(*) FROM exports") == 1


def test_a_file_that_cannot_be_written_leaves_no_trace_in_the_registry(registry, tmp_path):
    refused = run(tmp_path / "nowhere" / "cases.xlsx")
    assert refused.exit_code == 8
    assert "nowhere: no such file or directory" in refused.stderr
    assert ".part" not in refused.stderr
    with reading(registry) as reader:
        assert reader.value("SELECT count(*) FROM exports") == 0
        assert reader.value("SELECT count(*) FROM updates") == 1


@pytest.mark.usefixtures("registry")
def test_two_exports_of_the_same_update_are_the_same_file(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        assert run(tmp_path / name).exit_code == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.trust
@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json", ".html", ".md"])
def test_twelve_people_anywhere_make_the_same_file(registry, tmp_path, ending):
    """Three time zones, two users, two umasks: a process of its own for each."""
    made = set()
    for zone, user, mask in itertools.product(
        ("Asia/Tehran", "UTC", "America/New_York"), ("Sara", "Kian"), (0o077, 0o000)
    ):
        (registry.parent / "settings.toml").write_text(f'by = "{user}"\n', encoding="utf-8")
        target = tmp_path / user / f"cases{ending}"
        target.parent.mkdir(exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "prisoners", "export", str(target), "--lang", "both"],
            env={**os.environ, "TZ": zone, "USER": user, "LOGNAME": user, "HOME": str(tmp_path / user)},
            umask=mask, check=True, capture_output=True,
        )  # fmt: skip
        assert target.stat().st_mode & 0o777 == 0o600
        made.add(target.read_bytes())
    assert len(made) == 1
    (only,) = made
    assert not any(telling in only for telling in (b"Sara", b"Kian", b"openpyxl", os.fsencode(tmp_path)))


def test_a_file_that_was_sent_is_made_again_byte_for_byte(registry, tmp_path):
    assert run(tmp_path / "sent.xlsx", "--lang", "both", "status:detained_investigation").exit_code == 0
    with act(registry) as unit:
        from prisoners.records.prisoners import Prisoner

        unit.amend(unit.get(Prisoner, 1), occupation="teacher")
        unit.amend(unit.get(Prisoner, 2), naming="initials")
    done = run(tmp_path / "again.xlsx", "--same-as", "EX-0001")
    assert done.exit_code == 0
    assert "again.xlsx: EX-0001 again, byte for byte." in done.stderr
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "sent.xlsx").read_bytes()
    assert run(tmp_path / "other.xlsx", "status:detained_investigation", "--lang", "both").exit_code == 0
    assert (tmp_path / "other.xlsx").read_bytes() != (tmp_path / "sent.xlsx").read_bytes()


@pytest.mark.parametrize(
    "column",
    [{"basis": "none"}, {"naming": "pseudonym"}, {"note": "all in the news that evening, says somebody"}],
)
def test_a_file_is_not_made_again_where_something_in_it_may_no_longer_be_shown(registry, tmp_path, column):
    from prisoners.records.prisoners import Prisoner

    with act(registry) as unit:
        make_event(unit, 1, "other", summary="It was all in the news that evening, says somebody who knows.")
    assert run(tmp_path / "sent.csv").exit_code == 0
    with act(registry) as unit:
        unit.amend(unit.get(Prisoner, 1), **column)
    refused = run(tmp_path / "again.csv", "--same-as", "EX-0001")
    assert refused.exit_code == 5
    assert "EX-0001 is not made again: something in it may no longer be shown." in refused.stderr
    assert "prisoners report changes-since EX-0001" in refused.stderr
    assert not (tmp_path / "again.csv").exists()


def test_only_an_export_of_this_ending_and_this_program_is_made_again(registry, tmp_path):
    assert run(tmp_path / "sent.csv").exit_code == 0
    assert "it was a .csv file" in run(tmp_path / "again.xlsx", "--same-as", "EX-0001").stderr
    assert run(tmp_path / "again.csv", "--same-as", "EX-0009").exit_code == 3
    assert run(tmp_path / "again.csv", "--same-as", "P-0001").exit_code == 2
    assert run(tmp_path / "again.csv", "P-0001", "--same-as", "EX-0001").exit_code == 2
    for option, value in (
        ("--audience", "internal"),
        ("--lang", "fa"),
        ("--to", "Somebody"),
        ("--for", "I-0001"),
    ):
        assert run(tmp_path / "again.csv", "--same-as", "EX-0001", option, value).exit_code == 2
    made = ["working-copy", str(tmp_path / "copy.xlsx"), "--for", "Lida"]
    assert CliRunner().invoke(app, made).exit_code == 0
    assert "it is a working copy" in run(tmp_path / "again.xlsx", "--same-as", "EX-0002").stderr
    with act(registry) as unit:
        from prisoners.records.exports import Export

        unit.amend(unit.get(Export, 1), sha256="0" * 64)
    assert "another version of the program" in run(tmp_path / "again.csv", "--same-as", "EX-0001").stderr
    assert not (tmp_path / "again.csv").exists()


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    ("lang", "said"), [("fa", "۲ از ۳ نفر"), ("both", "2 of 3 people"), ("both", "۲ از ۳ نفر")]
)
def test_the_manifest_speaks_the_language_of_the_file(tmp_path, lang, said):
    done = run(tmp_path / "cases.xlsx", "--lang", lang)
    assert done.exit_code == 0
    assert said in done.stdout


def test_to_whom_it_goes_is_asked_for(registry, tmp_path):
    done = CliRunner().invoke(
        app, ["export", str(tmp_path / "cases.csv"), "--to", "-"], input="A parliament\n"
    )
    assert done.exit_code == 0
    with reading(registry) as reader:
        assert reader.value("SELECT recipient FROM exports") == "A parliament"


@pytest.mark.usefixtures("registry")
def test_nothing_to_export_says_why(tmp_path):
    refused = run(tmp_path / "cases.xlsx", "P-0003", "--audience", "public")
    assert refused.exit_code == 5
    assert "0 of 1 may be published (1: no publication basis)" in refused.output


@pytest.mark.usefixtures("registry")
def test_an_unknown_ending_is_typed_wrongly(tmp_path):
    assert run(tmp_path / "cases.odt").exit_code == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["export", "no/cases.csv"], 8, "no: no such file or directory"),
        (["export", "cases.csv/x.csv"], 8, "cases.csv: not a directory"),
        (["export", "folder.csv"], 8, "folder.csv: is a directory"),
        (["export", "cases.odt"], 2, "names no format"),
        (["export", "x.csv", "--for", "I-9999"], 3, "There is no I-9999"),
        (["export", "x.csv", "--for", "P-0001"], 2, "P-0001 is a prisoner"),
        (["export", "x.csv", "--for", "nonsense"], 2, "is not a reference"),
        (["export", "x.csv", "--because", "S-0099"], 3, "There is no S-0099"),
        (["report", "situation", "-o", "no/x.csv"], 8, "no: no such file or directory"),
        (["report", "situation", "-o", "x.csv", "--for", "I-9999"], 3, "There is no I-9999"),
        (["report", "situation", "--to", "A parliament"], 2, "name one with -o"),
        (["dossier", "P-0001", "folder.md"], 8, "folder.md: is a directory"),
        (["dossier", "P-0001", "x.md", "--for", "I-9999"], 3, "There is no I-9999"),
        (["working-copy", "no/x.xlsx", "--for", "Lida"], 8, "no: no such file or directory"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else "",
)
def test_what_cannot_be_made_is_refused_before_the_manifest_is_shown(
    registry, tmp_path, monkeypatch, words, code, said
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases.csv").write_text("old")
    for name in ("folder.csv", "folder.md"):
        (tmp_path / name).mkdir()
    refused = CliRunner().invoke(app, [*words, "--to", "-"] if words[0] == "export" else words)
    assert (refused.exit_code, refused.stdout) == (code, ""), refused.output
    assert said in refused.stderr
    assert "To whom" not in refused.stderr
    with reading(registry) as reader:
        assert reader.value("SELECT count(*) FROM exports") == 0


def test_without_a_name_nothing_is_shown_either(registry, tmp_path):
    (registry.parent / "settings.toml").write_text("", encoding="utf-8")
    refused = run(tmp_path / "cases.csv")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "nobody has said who is writing" in refused.stderr


def test_more_people_than_in_the_last_such_file_need_a_yes(registry, tmp_path):
    typed = [tmp_path / "cases.csv", "status:in_custody"]
    assert run(*typed).exit_code == 0
    assert run(*typed).exit_code == 0
    with act(registry) as unit:
        make_event(unit, 2, "arrest", "1402", status="detained_investigation")
    refused = run(*typed)
    assert refused.exit_code == 5
    assert "2 people, up to 2 rows a sheet; the last such file, EX-0002 of " in refused.stderr
    assert run(*typed, "--audience", "public").exit_code == 0  # for others it was never made
    assert run(*typed, "--yes").exit_code == 0
    assert run(*typed).exit_code == 0


def test_more_than_a_hundred_rows_need_a_yes_however_few_people_they_are(registry, tmp_path):
    with act(registry) as unit:
        for day in range(1, 29):
            for month in range(1, 5):
                make_event(unit, 1, "other", f"2023-{month:02d}-{day:02d}")
    refused = run(tmp_path / "cases.json")
    assert (refused.exit_code, "2 people, up to 113 rows a sheet" in refused.stderr) == (5, True)
    assert run(tmp_path / "cases.csv").exit_code == 0  # it holds the people alone


@pytest.mark.usefixtures("registry")
def test_a_long_list_of_references_is_kept_whole(tmp_path):
    references = ["P-0001"] * 100
    assert run(tmp_path / "cases.md", *references).exit_code == 0
    assert run(tmp_path / "again.md", "--same-as", "EX-0001").exit_code == 0


@pytest.fixture
def restricted(registry: Path) -> Path:
    """Neda agreed, but not to newspapers; Kaveh speaks of letters alone; Roya said no."""
    with act(registry) as unit:
        yes = {"subject": "person", "scope": "share", "restrictions": "QANARI not to newspapers"}
        unit.add(BY_NAME["consents"], yes | {"prisoner_id": 1})
        unit.add(BY_NAME["consents"], yes | {"prisoner_id": 1, "scope": "receive_letters"})
        unit.add(BY_NAME["consents"], yes | {"prisoner_id": 2, "scope": "receive_letters"})
        unit.add(BY_NAME["consents"], yes | {"prisoner_id": 3, "refused": True})
    return registry


@pytest.mark.parametrize("ending", ["csv", "json", "html"])
def test_who_agreed_with_restrictions_is_counted_for_us_and_for_nobody_else(tmp_path, restricted, ending):
    target = tmp_path / f"cases.{ending}"
    done = run(target)
    assert "1 of them agreed with restrictions" in done.stdout
    assert "1 person agreed with restrictions" in done.stderr
    assert "`prisoners consent list P-0001`." in done.stderr
    with reading(restricted) as reader:
        kept = json.loads(str(reader.value("SELECT manifest FROM exports")))
    assert kept["agreed_with_restrictions"] == 1
    assert "restrict" not in target.read_text(encoding="utf-8")
    assert "QANARI" not in done.output + target.read_text(encoding="utf-8") + json.dumps(kept)


@pytest.mark.usefixtures("restricted")
def test_restrictions_are_said_of_whoever_is_in_the_file_and_not_among_ourselves(tmp_path):
    for words in (["P-0002"], ["--audience", "internal"]):
        done = run(tmp_path / "cases.csv", *words)
        assert done.exit_code == 0, done.output
        assert "restrict" not in done.output
    again = run(tmp_path / "again.csv", "--same-as", "EX-0001")
    assert "restrict" not in again.output


def test_restrictions_of_many_are_counted(tmp_path, restricted):
    with act(restricted) as unit:
        yes = {"subject": "family", "scope": "publish", "restrictions": "not his name"}
        for number in range(12):
            person = make_prisoner(unit, f"Neda Zarbaf{number}", basis="already_public")
            unit.add(BY_NAME["consents"], yes | {"prisoner_id": person})
    done = run(tmp_path / "cases.csv", "--lang", "fa")
    assert "با قید" in done.stdout
    assert "13 people agreed" in done.stderr
    assert "P-0013 and 2 more." in done.stderr


def test_from_an_empty_registry_it_says_how_to_begin(tmp_path, monkeypatch):
    create_registry(tmp_path / "home" / "registry.db", clock=stopped).close()
    (tmp_path / "home" / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for words in (["export", "a.xlsx"], ["report", "situation"], ["working-copy", "a.xlsx", "--for", "Lida"]):
        refused = CliRunner().invoke(app, words)
        assert (refused.exit_code, "Nobody is recorded" in refused.stderr) == (3, True), refused.output
        assert "`prisoners add`" in refused.stderr
