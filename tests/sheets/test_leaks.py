"""A canary in every field: none that may not leave is found in any file, on any screen."""

from __future__ import annotations

import base64
import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from prisoners.commands.menu import app
from prisoners.privacy.policy import level_of, may_see
from prisoners.sheets.write import FORMATS
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import act
from tests.sheets.canaries import REFERENCE_LISTS, Canaries
from tests.sheets.conftest import everything_in

OUTSIDE = [Audience.PUBLIC, Audience.ADVOCATES]
ENDINGS = sorted(FORMATS)
IDENTIFYING = {"names", "sources", "citations", "external_ids"}


@pytest.fixture
def home(registry_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRISONERS_HOME", str(registry_file.parent))
    (registry_file.parent / "settings.toml").write_text('by = "Qanariresearcher Qanariwriter"\n')
    return registry_file


def filled(home: Path, **columns: str) -> Canaries:
    with act(home, by="Qanariresearcher Qanariwriter", because="Qanaribecause Qanarireason") as unit:
        return Canaries(unit, **columns)


def run(*words: str) -> str:
    result = CliRunner().invoke(app, ["export", *words])
    assert result.exit_code == 0, result.output
    return result.output


def spread(word: str) -> list[str]:
    """A word in the ways in which it could hide."""
    return [word.lower(), base64.b64encode(word.encode()).decode().lower()[:-4], word.encode().hex().lower()]


def hits(text: str, words: list[str]) -> list[str]:
    lowered = text.lower()
    return [word for word in words if any(form in lowered for form in spread(word))]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("audience", OUTSIDE)
def test_of_a_published_person_only_what_the_audience_may_see_leaves(home, tmp_path, audience, ending):
    canaries = filled(home, basis="already_public", naming="full")
    target = tmp_path / f"cases{ending}"
    output = run(str(target), "--audience", audience, "--to", "Qanarirecipient Qanariaddressee")
    hidden = [part for field, part in canaries.parts() if not may_see(audience, level_of(*field))]
    hidden += ["Qanariresearcher", "Qanariwriter", "Qanaribecause", "Qanarirecipient", "Qanariaddressee"]
    assert len(hidden) > 60
    assert hits(everything_in(target), hidden) == []
    assert hits(output, hidden) == []
    assert hits(everything_in(target), canaries.words["prisoners", "occupation"].split())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("audience", OUTSIDE)
def test_of_a_person_without_a_basis_nothing_leaves(home, tmp_path, audience, ending):
    nobody = filled(home, basis="none", naming="full")
    filled(home, basis="already_public", naming="full")
    target = tmp_path / f"cases{ending}"
    output = run(str(target), "--audience", audience, "--why")
    hidden = [part for field, part in nobody.parts() if field[0] not in REFERENCE_LISTS]
    assert hits(everything_in(target) + output, hidden) == []


@pytest.mark.parametrize("naming", ["initials", "first_name", "pseudonym", "anonymous"])
@pytest.mark.parametrize("audience", OUTSIDE)
def test_of_a_person_under_another_name_nothing_leaves_that_tells_the_name(home, tmp_path, audience, naming):
    masked = filled(home, basis="already_public", naming=naming)
    target = tmp_path / "cases.xlsx"
    output = run(str(target), "--audience", audience, "--why")
    fields = {
        ("prisoners", "father"),
        ("prisoners", "basis_source"),
        ("cases", "file_number"),
        ("cases", "group_name"),
    }
    fields |= {field for field in masked.words if field[0] in IDENTIFYING - {"names"}} | {("names", "family")}
    hidden = [part for field, part in masked.parts() if field in fields]
    hidden.append(masked.words["names", "text"].split()[1])
    assert hits(everything_in(target) + output, hidden) == []
    assert "P-0001" not in everything_in(target) + output


@pytest.mark.parametrize("audience", list(Audience))
def test_nothing_sealed_leaves_for_colleagues_either(home, tmp_path, audience):
    canaries = filled(home, basis="already_public", naming="full")
    target = tmp_path / "cases.json"
    output = run(str(target), "--audience", audience)
    hidden = [part for field, part in canaries.parts() if level_of(*field) == "sealed"]
    assert len(hidden) > 10
    assert hits(everything_in(target) + output, hidden) == []
    if audience is Audience.INTERNAL:
        assert hits(everything_in(target), canaries.words["prisoners", "note"].split())


@pytest.mark.parametrize("audience", OUTSIDE)
def test_a_confidential_value_copied_into_a_public_sentence_does_not_leave(home, tmp_path, audience):
    canaries = filled(home, basis="already_public", naming="full")
    inside = [
        field
        for field in canaries.words
        if level_of(*field) in ("internal", "sealed") and field[0] not in REFERENCE_LISTS
    ]
    copied = [
        f"It is said that {canaries.words[field]} was there."
        for field in inside
        if not field[1].endswith("_on")
    ]
    with act(home) as unit:
        from prisoners.records.events import Event

        person = canaries.rows["prisoners"]
        for sentence in copied:
            unit.add(Event, {"prisoner_id": person, "kind": "other", "summary": sentence})
    target = tmp_path / "cases.jsonl"
    run(str(target), "--audience", audience)
    dates = {("consents", "until"), ("health", "since"), ("health", "until")}
    words = [part for field in inside if field not in dates for part in canaries.words[field].split()]
    leaked = hits(everything_in(target), words)
    assert leaked == []
    assert len(copied) > 30


def test_no_error_repeats_what_is_confidential(home, tmp_path):
    canaries = filled(home, basis="none", naming="full")
    words = [part for _, part in canaries.parts()]
    for asked in (
        [str(tmp_path / "cases.xlsx"), "--audience", "public"],
        [str(tmp_path / "cases.odt")],
        [str(tmp_path / "no" / "folder" / "cases.xlsx"), "--audience", "internal"],
    ):
        result = CliRunner().invoke(app, ["export", *asked])
        assert result.exit_code in {2, 5, 8}
        assert hits(result.output, words) == []
    assert not list(tmp_path.glob("*.part"))


def test_what_was_sent_to_whom_is_kept_in_the_registry(home, tmp_path):
    filled(home, basis="already_public", naming="full")
    run(str(tmp_path / "cases.xlsx"), "--to", "A member of parliament")
    with reading(home) as reader:
        kept = reader.rows("SELECT * FROM exports ORDER BY id")[-1]
    assert (kept["recipient"], kept["audience"], kept["prisoners"]) == (
        "A member of parliament",
        "advocates",
        1,
    )
    assert kept["made_from"] == 1
    assert dt.datetime.fromisoformat(kept["made_at"])
