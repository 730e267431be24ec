"""`prisoners dossier` and `prisoners un-form`, as they are typed."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from prisoners.records.beneficiaries import Beneficiary
from prisoners.records.consents import Consent
from prisoners.records.interventions import Intervention
from prisoners.records.prisoners import Prisoner
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import act, make_event, make_prisoner, stopped
from tests.sheets.pictures import JPEG


@pytest.fixture
def registry(empty_home: Path) -> Path:
    path = empty_home / "registry.db"
    create_registry(path, clock=stopped).close()
    (empty_home / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    with act(path) as unit:
        neda = make_prisoner(
            unit, "Neda Zarbaf", "ندا زرباف", basis="already_public", summary="Call +98 912 345 6789"
        )
        make_event(unit, neda, "arrest", "1401/06/25", status="detained_investigation")
        make_prisoner(unit, "Kaveh Rostami", "کاوه رستمی")
        unit.add(Intervention, {"kind": "letter", "addressee": "A parliament"})
        unit.add(Beneficiary, {"intervention_id": 1, "prisoner_id": neda})
    return path


def agree(registry: Path, *scopes: str, **facts: object) -> None:
    with act(registry) as unit:
        for scope in scopes:
            unit.add(Consent, {"prisoner_id": 1, "subject": "family", "scope": scope, **facts})


def exports(registry: Path) -> list[dict[str, object]]:
    with reading(registry) as reader:
        return [dict(row) for row in reader.rows("SELECT * FROM exports ORDER BY id")]


def test_a_case_sheet_is_made_and_kept_as_sent_to_somebody_for_an_intervention(registry, tmp_path, run):
    target = tmp_path / "neda.html"
    done = run(
        "dossier", "ندا زرباف", str(target), "--to", "A parliament", "--for", "I-0001", "--lang", "both"
    )
    assert done.exit_code == 0, done.output
    assert "Neda Zarbaf" in target.read_text(encoding="utf-8")
    assert "912" not in target.read_text(encoding="utf-8")
    assert "neda.html: 1 person, for advocates." in done.stderr
    assert "1 text was held back" in done.stderr
    (kept,) = exports(registry)
    assert (kept["recipient"], kept["intervention_id"], kept["prisoners"]) == ("A parliament", 1, 1)
    assert kept["selection"] == "P-0001"
    assert "neda.html" in run("intervention", "show", "I-0001").stdout
    assert (
        json.loads(run("intervention", "show", "I-0001", "--json").stdout)["files"][0]["reference"]
        == "EX-0001"
    )
    assert "neda.html" in run("report", "campaign", "--audience", "internal").stdout
    assert "neda.html" not in run("report", "campaign").stdout
    assert kept["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert json.loads(str(kept["manifest"]))["report"] == "dossier"


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_the_same_sheet_is_made_again_byte_for_byte(registry, tmp_path, run, monkeypatch, ending):
    made = [tmp_path / f"{number}{ending}" for number in range(3)]
    for target, zone, mask in zip(
        made, ("UTC", "Asia/Tehran", "America/Lima"), (0o077, 0o022, 0o077), strict=True
    ):
        monkeypatch.setenv("TZ", zone)
        before = os.umask(mask)
        assert run("dossier", "P-0001", str(target), "--lang", "fa").exit_code == 0
        os.umask(before)
        assert target.stat().st_mode & 0o777 == 0o600
    assert len({target.read_bytes() for target in made}) == 1
    with act(registry) as unit:
        make_event(unit, 1, "release", "1402/01/01", status="released_pardon")
    assert run("dossier", "P-0001", str(made[1]), "--lang", "fa").exit_code == 0
    assert run("dossier", "P-0001", str(made[2]), "--lang", "fa", "--as-known-on", "U-0001").exit_code == 0
    assert made[1].read_bytes() != made[0].read_bytes() == made[2].read_bytes()


def test_what_cannot_be_made_leaves_the_old_file_and_no_trace(registry, tmp_path, run):
    old = tmp_path / "kaveh.docx"
    old.write_text("old")
    refused = run("dossier", "P-0002", str(old))
    assert refused.exit_code == 5
    assert "no publication basis" in refused.stderr
    assert run("dossier", "P-0001", str(tmp_path / "neda.odt")).exit_code == 2
    assert run("dossier", "P-0001", str(tmp_path / "no" / "neda.docx")).exit_code == 8
    assert run("dossier", "P-0001", str(tmp_path / "neda.docx"), "--for", "I-0009").exit_code == 3
    assert (old.read_text(), exports(registry)) == ("old", [])
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["kaveh.docx"]


def test_a_photograph_stands_on_the_sheet_unless_it_is_not_wanted(registry, tmp_path, run):
    photo = tmp_path / "neda.jpg"
    photo.write_bytes(JPEG)
    added = run("file", "add", "P-0001", str(photo), "--kind", "photo", "--level", "public", "-b", "a test")
    assert added.exit_code == 0, added.output
    target = tmp_path / "neda.html"
    assert run("dossier", "P-0001", str(target)).exit_code == 0
    assert "data:image/jpeg;base64," in target.read_text(encoding="utf-8")
    assert run("dossier", "P-0001", str(target), "--no-photo").exit_code == 0
    assert "data:image" not in target.read_text(encoding="utf-8")
    next((registry.parent / "files").rglob("*.jpg")).write_bytes(b"other")
    done = run("dossier", "P-0001", str(target), "--json")
    assert json.loads(done.stdout)["report"] == "dossier"
    assert "F-0001: the photograph is not" in done.stderr


@pytest.mark.parametrize("wanted", ["--photo", "--no-photo"])
def test_what_was_sent_is_made_again_by_its_reference_alone(registry, tmp_path, run, wanted):
    (photo := tmp_path / "neda.jpg").write_bytes(JPEG)
    agree(registry, "send_to_un", "use_name")
    run("file", "add", "P-0001", str(photo), "--kind", "photo", "--level", "public", "-b", "a test")
    sheet, form = tmp_path / "sheet.html", tmp_path / "form.md"
    assert run("dossier", "P-0001", str(sheet), wanted, "--lang", "fa", "--audience", "public").exit_code == 0
    assert run("un-form", "wgad", "P-0001", str(form), "--lang", "both").exit_code == 0
    run("amend", "P-0001", "--occupation", "teacher", "-b", "a test")
    for number, made in enumerate((sheet, form), start=1):
        again = made.with_stem("again")
        done = run("export", str(again), "--same-as", f"EX-000{number}")
        assert done.exit_code == 0, done.output
        assert again.read_bytes() == made.read_bytes()
    assert len(exports(registry)) == 2
    agree(registry, "publish", "send_to_un", refused=True)
    for number, ending in ((1, "html"), (2, "md")):
        refused = run("export", str(tmp_path / f"no.{ending}"), "--same-as", f"EX-000{number}")
        assert refused.exit_code == 5
        assert not (tmp_path / f"no.{ending}").exists()


@pytest.mark.usefixtures("registry")
def test_a_sheet_whose_photograph_may_no_longer_be_shown_is_not_made_again(tmp_path, run):
    (photo := tmp_path / "neda.jpg").write_bytes(JPEG)
    run("file", "add", "P-0001", str(photo), "--kind", "photo", "--level", "public", "-b", "a test")
    assert run("dossier", "P-0001", str(tmp_path / "neda.html")).exit_code == 0
    run("file", "amend", "F-0001", "--level", "internal", "-b", "a test")
    refused = run("export", str(tmp_path / "again.html"), "--same-as", "EX-0001")
    assert refused.exit_code == 5
    assert "something in it may no longer be shown" in refused.stderr


@pytest.mark.usefixtures("registry")
def test_without_a_file_a_form_says_what_is_missing_and_what_to_type(run):
    done = run("un-form", "wgad", "P-0001")
    assert done.exit_code == 0
    assert "prisoners amend P-0001 --gender female" in done.stdout
    assert "consent to send to the UN: not asked" in done.stdout
    assert "The form is not taken without II.3" in done.stderr
    told = json.loads(run("un-form", "wgad", "P-0001", "--json").stdout)
    assert told["consents"]["use_name"] == "not asked"
    assert {"number": "VI", "fill": "", "vital": False}.items() <= told["missing"][-1].items()


def test_a_form_is_made_to_be_sent_only_with_the_consents_that_it_needs(registry, tmp_path, run):
    target = tmp_path / "wgad.docx"
    refused = run("un-form", "wgad", "P-0001", str(target))
    assert refused.exit_code == 5
    assert "send_to_un: not asked; use_name: not asked" in refused.stderr
    assert not target.exists()
    draft = run("un-form", "wgad", "P-0001", str(target), "--audience", "internal")
    assert draft.exit_code == 0
    agree(registry, "send_to_un", "use_name", restrictions="not to the embassy")
    sent = run("un-form", "wgad", "P-0001", str(target), "--for", "I-0001", "--to", "The Working Group")
    assert sent.exit_code == 0, sent.output
    assert "does not cover everything" in sent.stderr
    assert "embassy" not in sent.output
    draft_kept, kept = exports(registry)
    assert (draft_kept["audience"], kept["audience"], kept["intervention_id"]) == ("internal", "advocates", 1)
    before = target.read_bytes()
    with act(registry) as unit:
        unit.amend(unit.get(Prisoner, 1), occupation="teacher")
    assert run("un-form", "wgad", "P-0001", str(target)).exit_code == 0
    assert target.read_bytes() != before
    assert run("un-form", "wgad", "P-0001", str(target), "--as-known-on", "U-0001").exit_code == 0
    assert target.read_bytes() == before
    assert run("un-form", "wgeid", "P-0001", str(target), "--json").exit_code == 0


@pytest.mark.usefixtures("registry")
def test_a_form_or_a_format_that_is_not_there_is_named(tmp_path, run):
    refused = run("un-form", "wgied", "P-0001")
    assert refused.exit_code == 3
    assert "Did you mean wgeid?" in refused.stderr
    assert run("un-form", "wgad", "P-0001", str(tmp_path / "a.xlsx")).exit_code == 2
