"""What may not be seen has no part in what leaves: every report, every audience, two languages."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from prisoners.errors import NothingToExport
from prisoners.privacy.policy import level_of, may_see
from prisoners.records.columns import Flag
from prisoners.records.consents import Consent
from prisoners.records.events import Event
from prisoners.records.prisoners import Prisoner
from prisoners.records.sources import Source
from prisoners.reports.catalogue import DAY, REPORTS, SENT, Entry
from prisoners.reports.material import Options
from prisoners.reports.population import Population
from prisoners.reports.run import make
from prisoners.reports.speech import Lang
from prisoners.sheets.gather import everybody
from prisoners.sheets.write import prepare
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import STOPPED, act, stopped
from tests.queries.world import on_day
from tests.reports.conftest import rows_of
from tests.sheets.canaries import COLUMNS, FIXED, REFERENCE_LISTS, SPARED, Canaries
from tests.sheets.hunter import hunted

OUTSIDE = [Audience.PUBLIC, Audience.ADVOCATES]
ARGUMENTS = {"": "", DAY: "2020-01-01", SENT: "U-0001"}


def filled(path: Path, **columns: Any) -> Path:
    """A registry of one person with something in every field, held, of whom something was amended later."""
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        person = Canaries(unit, **columns).rows["prisoners"]
        held = {"prisoner_id": person, "kind": "arrest", "happened_on": "2023-01-01", "status": "furlough"}
        unit.add(Event, held)
        unit.add(Consent, {"prisoner_id": person, "subject": "family", "scope": "receive_letters"})
    with act(path) as unit:
        unit.amend(unit.get(Prisoner, person), occupation="a baker")
    return path


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, tuple[Path, Path]]:
    """For each audience two registries that are the same as far as it may see, and nowhere else."""
    folder = tmp_path_factory.mktemp("pairs")
    one = filled(folder / "one.db", gender="female", born="2010-01-01")
    return {
        audience: (
            one,
            filled(folder / f"{audience}.db", gender="female", born="2010-01-01", unlike=audience),
        )
        for audience in OUTSIDE
    }


def everything_told(path: Path, report: Entry, audience: Audience, lang: Lang) -> str:
    """The report as programs get it, with its manifest."""
    options = Options(
        argument=ARGUMENTS[report.needs],
        by=("status", "gender"),
        population=Population.EVER,
        since=dt.date(2022, 1, 1),
    )
    with reading(path) as reader:
        made = make(reader, report.name, audience=audience, today=STOPPED.date(), options=options, lang=lang)
    return json.dumps([made.as_json(), made.remarks, made.prepared.manifest.lines()], ensure_ascii=False)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("audience", OUTSIDE)
def test_what_an_audience_may_not_see_changes_nothing_in_a_report(pairs, report, audience):
    one, other = pairs[audience]
    assert one.read_bytes() != other.read_bytes()
    for lang in (Lang.EN, Lang.FA):
        told = everything_told(one, report, audience, lang)
        assert told == everything_told(other, report, audience, lang)
        assert '"shown": 1' in told


@pytest.mark.parametrize("audience", OUTSIDE)
def test_what_an_audience_may_not_see_changes_nothing_in_an_export(pairs, audience):
    made = []
    for path in pairs[audience]:
        with reading(path) as reader:
            prepared = prepare(reader, everybody(reader), audience=audience, today=STOPPED.date())
        made.append(
            (prepared.manifest.lines(), [(sheet.columns, list(sheet.rows)) for sheet in prepared.sheets])
        )
    assert made[0] == made[1]
    assert made[0][1][0][1]


def test_a_pair_differs_in_everything_that_is_hidden(pairs):
    for audience, (one, other) in pairs.items():
        with reading(one) as first, reading(other) as second:
            same = {
                (table, column)
                for table, column in COLUMNS
                if not may_see(audience, level_of(table, column))
                and table not in REFERENCE_LISTS
                and first.rows(f"SELECT {column} FROM {table}")
                == second.rows(f"SELECT {column} FROM {table}")
            }
        assert {column for column in same if not is_the_gates_own(*column)} == set()


def is_the_gates_own(table: str, column: str) -> bool:
    """What the gate asks about or what only ties rows together: in both registries of a pair the same."""
    declared = COLUMNS[table, column]
    ties = declared.foreign_keys or isinstance(declared.type, Flag) or column == "about_row"
    return bool(ties) or (table, column) in FIXED or column in SPARED


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_where_nobody_may_be_shown_a_report_says_why_and_how_to_change_it(tmp_path_factory, report):
    folder = tmp_path_factory.getbasetemp() / "nobody"
    if not folder.exists():
        folder.mkdir()
        filled(folder / "registry.db", basis="none")
    with pytest.raises(NothingToExport) as refused:
        everything_told(folder / "registry.db", report, Audience.PUBLIC, Lang.EN)
    said = f"{refused.value.sentence} {refused.value.hint}"
    assert "no publication basis" in said
    assert "--basis" in said
    assert "consent add" in said
    assert hunted(said) == frozenset()


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_a_withdrawn_consent_holds_for_the_next_report(ask, audience, report):
    argument = {"a day": "2022-01-01", "an export or an update": "U-0002"}.get(report.needs, "")
    made = ask(report.name, audience, argument=argument, by=("status",))
    assert "Roya" not in str(made.as_json())
    assert "MASKEDPLACE" not in str(made.as_json())
    assert "Babak" not in str(made.as_json())


def test_an_earlier_day_is_judged_by_the_consents_of_today(story, tmp_path):
    path = tmp_path / "registry.db"
    shutil.copy(story, path)
    with on_day(path, "2024-05-25") as unit:
        unit.amend(unit.get(Consent, 1), withdrawn_on="2024-05-24")
        unit.amend(unit.get(Source, 1), confidentiality="sealed")
    with reading(path) as reader:
        asked = {"audience": Audience.ADVOCATES, "today": dt.date(2024, 6, 1), "known": "2024-05-21"}
        women = make(reader, "women", options=Options(), **asked)
        sources = make(reader, "sources", options=Options(), **asked)
    assert "Parvin" not in str(women.as_json())
    assert women.prepared.manifest.withheld["people"] == {
        "no publication basis": 1,
        "the consent to share was withdrawn": 1,
    }
    assert "Bidar" not in str(sources.as_json())
    assert [row["outlet"] for row in rows_of(sources, "sources")] == ["Sepidar Weekly", "Roshan Reports"]


@pytest.mark.parametrize(
    ("reasons", "hint"),
    [
        ([], "`prisoners list`"),
        (["no publication basis"], "prisoners consent add P-0042"),
        (["the basis is consent, and the consent is expired"], "prisoners consent add P-0042"),
        (
            ["the consent ended with the death, and the family has not agreed"],
            "--scope publish --subject family",
        ),
        (["the consent to share was withdrawn"], "prisoners consent list P-0042"),
        (["not named in full, and standing in this list would tell who it is"], "by reference alone"),
        (["withdrawn or merged into another record"], "Colleagues inside the house: `--audience internal`."),
    ],
)
def test_what_can_be_done_about_it_depends_on_why(reasons, hint):
    refused = NothingToExport(len(reasons), "public", [(why, 1) for why in reasons])
    assert hint in refused.hint
    assert ("consent list" in refused.hint) == any("the consent to" in why for why in reasons)
    assert ("--basis" in refused.hint) == any("basis" in why for why in reasons)
