"""A canary copied into a public sentence does not leave with it, nor in the words of an error."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from prisoners.commands.menu import app
from prisoners.privacy.policy import level_of
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import act
from tests.sheets.canaries import REFERENCE_LISTS, Canaries
from tests.sheets.hunter import hunted

OUTSIDE = [Audience.PUBLIC, Audience.ADVOCATES]


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


@pytest.mark.parametrize("audience", OUTSIDE)
def test_a_confidential_value_copied_into_a_public_sentence_does_not_leave(home, tmp_path, audience):
    canaries = filled(home, basis="already_public", naming="full")
    inside = [
        field
        for field in canaries.words
        if level_of(*field) in ("internal", "sealed") and field[0] not in REFERENCE_LISTS
    ]
    copied = [
        f"It is said that {' '.join(canaries.words[field])} was there."
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
    hidden = {part for field in inside if field not in dates for part in canaries.words[field]}
    assert hunted(target.read_bytes()) & hidden == set()
    assert len(copied) > 30


def test_no_error_repeats_what_is_confidential(home, tmp_path):
    canaries = filled(home, basis="none", naming="full")
    words = {part for _, part in canaries.parts()}
    for asked in (
        [str(tmp_path / "cases.xlsx"), "--audience", "public"],
        [str(tmp_path / "cases.odt")],
        [str(tmp_path / "no" / "folder" / "cases.xlsx"), "--audience", "internal"],
    ):
        result = CliRunner().invoke(app, ["export", *asked])
        assert result.exit_code in {2, 5, 8}
        assert hunted(result.output) & words == set()
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
