"""What changed since a file was sent: field by field, and nothing of those who may no longer be shown."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from prisoners.errors import NoSuchRow, WrongKindOfReference
from prisoners.records.consents import Consent
from prisoners.records.exports import Export
from prisoners.records.prisoners import Prisoner
from prisoners.reports.material import Options
from prisoners.reports.run import make
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import make_event, make_prisoner
from tests.queries.world import on_day
from tests.reports.conftest import rows_of


@pytest.fixture
def sent(story: Path, tmp_path: Path) -> Path:
    """The story after a file was sent (EX-0001, women), and something changed."""
    path = tmp_path / "registry.db"
    shutil.copy(story, path)
    with on_day(path, "2024-05-21", because="an export") as unit:
        manifest = json.dumps({"report": "women"})
        facts = {"audience": "advocates", "file_name": "women.xlsx", "made_from": 3, "prisoners": 5}
        unit.add(
            Export, facts | {"made_at": "2024-05-21T12:00:00Z", "sha256": "0" * 64, "manifest": manifest}
        )
    with on_day(path, "2024-05-25") as unit:
        unit.amend(unit.get(Prisoner, 1), birthplace="Sanandaj", gender="other")
        make_event(unit, 4, "hunger_strike_end", "2024-05-24")
        unit.amend(unit.get(Consent, 1), withdrawn_on="2024-05-24")
        unit.amend(unit.get(Prisoner, 8), naming="pseudonym")
        make_prisoner(unit, "Golnar Behrouzi", "گلنار بهروزی", gender="female", basis="already_public")
    return path


def changes(path: Path, argument: str, audience: Audience | None = None):
    with reading(path) as reader:
        return make(
            reader,
            "changes-since",
            audience=audience,
            today=dt.date(2024, 6, 1),
            options=Options(argument=argument),
        )


def test_every_field_that_changed_is_told(sent):
    rows = rows_of(changes(sent, "EX-0001"), "changed")
    told = {(row["reference"], row["field"]): (row.get("then"), row.get("now")) for row in rows}
    assert told["P-0001", "Birthplace"] == (None, "Sanandaj")
    assert told["P-0001", "Gender"] == ("female", "other")
    (event,) = [row for row in rows if row["record"].startswith("E-")]
    assert event["field"] == "newly recorded"
    assert event["now"].startswith("What happened: hunger strike ends; Date: 24 May 2024 · 4 Khordad 1403")
    assert ("P-0012", "newly recorded") in told


def test_what_was_not_in_the_file_is_not_told_of_it(sent):
    assert "P-0002" not in {row["reference"] for row in rows_of(changes(sent, "EX-0001"), "changed")}


def test_who_may_no_longer_be_shown_is_counted_for_them_and_named_for_us(sent):
    made = changes(sent, "EX-0001")
    assert "Parvin" not in json.dumps(made.as_json(), ensure_ascii=False)
    assert "Persons who stood in it and may no longer be shown: 1." in made.tables[0].notes[0]
    assert made.remarks == (
        "EX-0001 (women.xlsx, made on 2024-05-21) must be recalled; `prisoners exports --recall` tells names:",
        "P-0007 stood in it and may no longer be shown: the consent to share was withdrawn.",
        "P-0008 was named in it otherwise than is allowed today.",
    )


def test_who_is_now_under_another_name_is_not_given_away(sent):
    said = json.dumps(changes(sent, "U-0003").as_json(), ensure_ascii=False)
    assert "Shirin" not in said
    assert "شیرین" not in said
    assert "P-0008" not in said


def test_since_an_update_everybody_is_compared(sent):
    rows = rows_of(changes(sent, "U-0002"), "changed")
    assert {"P-0003", "P-0011"} <= {row["reference"] for row in rows}
    released = [row for row in rows if row["reference"] == "P-0003" and "now" in row]
    assert any("Status after it: free on bail" in row["now"] for row in released)


def test_since_the_last_update_nothing_changed(sent):
    assert changes(sent, "U-0005").tables[0].rows == ()


@pytest.mark.parametrize(
    ("argument", "fault"), [("EX-0099", NoSuchRow), ("P-0001", WrongKindOfReference), ("U-0099", NoSuchRow)]
)
def test_what_was_never_sent_is_refused(sent, argument, fault):
    with pytest.raises(fault):
        changes(sent, argument)


def test_nobody_said_for_whom_so_it_is_for_those_who_got_the_file(sent):
    with on_day(sent, "2024-05-26") as unit:
        unit.amend(unit.get(Export, 1), audience="public")
    assert changes(sent, "EX-0001").prepared.manifest.audience is Audience.PUBLIC
    assert changes(sent, "U-0003").prepared.manifest.audience is Audience.ADVOCATES
    assert changes(sent, "EX-0001", Audience.INTERNAL).prepared.manifest.audience is Audience.INTERNAL
