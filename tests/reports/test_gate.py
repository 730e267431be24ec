"""Nothing leaves through a report that may not: every report, every format, every audience."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from prisoners.errors import NothingToExport
from prisoners.privacy.policy import leads_to, level_of, may_see
from prisoners.records.consents import Consent
from prisoners.records.events import Event
from prisoners.records.prisoners import Prisoner
from prisoners.records.sources import Source
from prisoners.reports.catalogue import DAY, REPORTS, SENT, Entry
from prisoners.reports.lists import TELLS
from prisoners.reports.material import Options
from prisoners.reports.population import Population
from prisoners.reports.run import make
from prisoners.sheets.write import written
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience, NamingRule
from tests.builders import STOPPED, act, stopped
from tests.queries.world import on_day
from tests.reports.conftest import rows_of
from tests.sheets.canaries import Canaries
from tests.sheets.conftest import everything_in

Filled = Callable[..., tuple[Path, Canaries]]
OUTSIDE = [Audience.PUBLIC, Audience.ADVOCATES]
FORMATS = [".xlsx", ".csv", ".html", ".md", ".json"]
ARGUMENTS = {DAY: "1990-01-01", SENT: "U-0001"}


@pytest.fixture(scope="session")
def registries(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A registry of one person for each way of naming and basis, made when it is first asked for."""
    made: dict[tuple[str, str], tuple[Path, Canaries]] = {}

    def of(naming: str = "full", basis: str = "already_public") -> tuple[Path, Canaries]:
        if (naming, basis) not in made:
            path = tmp_path_factory.mktemp("filled") / "registry.db"
            create_registry(path, clock=stopped).close()
            made[naming, basis] = (
                path,
                filled(path, naming=naming, basis=basis, gender="female", born="2010-01-01"),
            )
        return made[naming, basis]

    return of


def filled(path: Path, **columns: str) -> Canaries:
    """A person with a word of its own in every field, held, with an act of advocacy; then something is amended."""
    with act(path) as unit:
        canaries = Canaries(unit, **columns)
        person = canaries.rows["prisoners"]
        held = {"prisoner_id": person, "kind": "arrest", "happened_on": "2023-01-01", "status": "furlough"}
        unit.add(Event, held)
    with act(path) as unit:
        unit.amend(unit.get(Prisoner, person), occupation=None, note="Qanaribis Qanariter")
    return canaries


def hits(text: str, words: list[str]) -> list[str]:
    return [word for word in words if word in text]


def every_output(path: Path, folder: Path, report: Entry, audience: Audience) -> dict[str, str]:
    """The report as JSON, as people read it, and as a file in every format."""
    options = Options(
        argument=ARGUMENTS.get(report.needs, ""), by=("status", "gender"), population=Population.EVER
    )
    with reading(path) as reader:
        made = make(reader, report.name, audience=audience, today=STOPPED.date(), options=options)
    said = {"json": json.dumps(made.as_json(), ensure_ascii=False), "remarks": " ".join(made.remarks)}
    for ending in FORMATS:
        target = folder / f"report{ending}"
        with written(made.prepared, target):
            pass
        said[ending] = everything_in(target)
    return said


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("audience", list(Audience))
def test_no_confidential_field_is_in_any_report(registries, tmp_path, report, audience):
    path, canaries = registries()
    hidden = [part for field, part in canaries.parts() if not may_see(audience, level_of(*field))]
    if audience is not Audience.INTERNAL:
        hidden += ["Qanaribis", "Qanariter"]
    assert len(hidden) > 10
    for where, text in every_output(path, tmp_path, report, audience).items():
        assert hits(text, hidden) == [], where


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("audience", OUTSIDE)
def test_who_has_no_basis_is_in_no_report(registries, tmp_path, report, audience):
    path, canaries = registries(basis="none")
    with pytest.raises(NothingToExport, match="no publication basis") as refused:
        every_output(path, tmp_path, report, audience)
    assert (
        hits(f"{refused.value.sentence} {refused.value.hint}", [part for _, part in canaries.parts()]) == []
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("naming", ["first_name", "initials", "pseudonym", "anonymous"])
def test_who_is_named_otherwise_is_not_given_away(registries, tmp_path, report, naming):
    path, canaries = registries(naming=naming)
    if TELLS.get(report.name, frozenset()) & leads_to(NamingRule(naming)):
        with pytest.raises(NothingToExport, match="standing in this list would tell who it is"):
            every_output(path, tmp_path, report, Audience.ADVOCATES)
        return
    hidden = [canaries.words["names", "text"].split()[1], "P-0001"]
    hidden += [part for field, part in canaries.parts() if field in _IDENTIFYING]
    for where, text in every_output(path, tmp_path, report, Audience.ADVOCATES).items():
        if where != "remarks":
            assert hits(text, hidden) == [], where


_IDENTIFYING = {
    ("prisoners", "father"),
    ("cases", "file_number"),
    ("cases", "group_name"),
    ("judgments", "number"),
    ("interventions", "title"),
    ("interventions", "addressee"),
    ("interventions", "response_words"),
    ("beneficiaries", "answer"),
    ("sources", "url"),
    ("sources", "outlet"),
    ("names", "family"),
}


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
