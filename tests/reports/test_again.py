"""A file that was sent is made again byte for byte, and not where something in it may no longer be shown."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.actions.erasure import erase
from prisoners.commands import settings
from prisoners.commands.menu import app
from prisoners.dates.partial import Calendar
from prisoners.records.citations import Citation
from prisoners.records.consents import Consent
from prisoners.records.prisoners import Prisoner
from prisoners.records.sources import Source
from prisoners.reports.again import again
from prisoners.reports.again import sent as sent_file
from prisoners.reports.catalogue import REPORTS, SENT
from prisoners.reports.kept import Asked, read_asked
from prisoners.reports.material import Options
from prisoners.reports.population import Population
from prisoners.store.engine import writing
from prisoners.store.named import read_named
from prisoners.store.reader import reading
from prisoners.store.unit import Unit, unit_of_work
from prisoners.vocabulary import NamingRule, UpdateKind
from tests.builders import make_event, make_prisoner
from tests.queries.world import on_day

ENDINGS = (".xlsx", ".csv", ".html", ".md", ".json")
AFTER, LATER = "2124-06-02", "2124-06-03"
"""Days after every file was made: updates are in the order of their time."""
LANGUAGES = ("en", "fa", "both")
WAYS = (
    ["--suppress-below", "2", "--audience", "public"],
    ["--on", "2024-01-01", "--audience", "internal"],
    ["--as-known-on", "U-0002", "--population", "control"],
    ["status:on_bail OR gender:female", "--from", "2023-01-01", "--until", "1403/01/01"],
)
"""Options, one of which each report is asked for with, in turn."""


def run(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)), prog_name="prisoners")


def words_for(name: str, needs: str) -> list[str]:
    """What a report is asked for with, beside its options."""
    by = ["--by", "status", "--by", "gender"] if name == "figures" else []
    needed = {"": [], SENT: ["EX-0001"]}.get(needs, ["2023-02-01"])
    return ["report", name, *needed, *by]


def many_ways() -> list[tuple[str, list[str]]]:
    """Every report once, the formats, languages and options in turn: its ending, and what is typed."""
    turns = zip(
        REPORTS, itertools.cycle(ENDINGS), itertools.cycle(LANGUAGES), itertools.cycle(WAYS), strict=False
    )
    return [
        (ending, [*words_for(entry.name, entry.needs), *_fit(entry.name, way), "--lang", lang])
        for entry, ending, lang, way in turns
    ]


def all_ways() -> list[tuple[str, list[str]]]:
    """Every report in every format and language, and with all options in turn."""
    turns = zip(itertools.product(REPORTS, ENDINGS, LANGUAGES), itertools.cycle(WAYS), strict=False)
    return [
        (ending, [*words_for(entry.name, entry.needs), *_fit(entry.name, way), "--lang", lang])
        for (entry, ending, lang), way in turns
    ]


def _fit(name: str, way: list[str]) -> list[str]:
    """Who may be written to were not asked yet at first, and are named in full or not at all."""
    return ["--audience", "internal"] if name == "letters" else way


@pytest.fixture
def at_home(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The story in a home in which Sara writes; returns the registry."""
    return _home(story, tmp_path, monkeypatch)


def _home(story: Path, folder: Path, patch: pytest.MonkeyPatch) -> Path:
    home = folder / "home"
    home.mkdir()
    shutil.copy(story, home / "registry.db")
    (home / "settings.toml").write_text('by = "Sara"\ncalendar = "gregorian"\n', encoding="utf-8")
    patch.setenv("PRISONERS_HOME", str(home))
    patch.setattr(settings, "_chosen", [])
    patch.chdir(folder)
    return home / "registry.db"


def moved_on(path: Path) -> None:
    """New facts, corrections, people and consents; none of them forbids anything that was sent."""
    with on_day(path, AFTER) as unit:
        unit.amend(unit.get(Prisoner, 1), birthplace="Sanandaj", occupation="nurse")
        make_event(unit, 2, "release", "2024-06-01", status="released_pardon")
        make_prisoner(unit, "Golnar Behrouzi", gender="female", basis="already_public")
        unit.amend(unit.get(Prisoner, 5), basis="already_public")
        unwanted = unit.add(Source, {"kind": "other", "outlet": "Nobody's Page"})
    with on_day(path, LATER) as unit:
        unit.amend(unit.get(Source, int(unwanted.id)), withdrawn=True)


def sent(ways: list[tuple[str, list[str]]]) -> dict[str, Path]:
    """The files of an export and of each way, by their references; a file is made where anybody may be shown."""
    assert run("export", "first.json", "--audience", "public").exit_code == 0
    files = {}
    for place, (ending, typed) in enumerate(ways):
        target = Path(f"{place}{ending}")
        done = run(*typed, "-o", target, "--yes")
        assert done.exit_code == 0, (typed, done.output)
        files[done.stderr.split("Kept as ")[1].split(".")[0]] = target
    return files


def check_again(files: dict[str, Path]) -> None:
    for reference, target in files.items():
        again = target.with_stem("again")
        done = run("export", again, "--same-as", reference)
        assert done.exit_code == 0, (reference, done.output)
        assert again.read_bytes() == target.read_bytes(), reference


def test_every_report_is_made_again_after_the_registry_moved_on(at_home):
    files = sent(many_ways())
    assert len(files) == len(REPORTS)
    moved_on(at_home)
    settings.save(settings.Settings(by="Lida", calendar="jalali"))
    check_again(files)


@pytest.mark.trust
def test_every_report_is_made_again_in_every_format_and_language(at_home):
    files = sent(all_ways())
    moved_on(at_home)
    check_again(files)


def _taken_back(unit: Unit) -> None:
    unit.amend(unit.get(Consent, 1), withdrawn_on="2024-06-01")


def _letters_taken_back(unit: Unit) -> None:
    unit.amend(unit.get(Consent, 3), withdrawn_on="2024-06-01")


def _named_less(unit: Unit) -> None:
    unit.amend(unit.get(Prisoner, 1), naming="initials")


def _without_basis(unit: Unit) -> None:
    unit.amend(unit.get(Prisoner, 2), basis="none")


def _source_raised(unit: Unit) -> None:
    unit.amend(unit.get(Source, 3), confidentiality="internal")


def _source_retracted(unit: Unit) -> None:
    unit.amend(unit.get(Source, 3), withdrawn=True)


def _sources_of_a_judge_gone(unit: Unit) -> None:
    unit.amend(unit.get(Citation, 3), withdrawn=True)


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        (["women"], _taken_back),
        (["situation"], _taken_back),
        (["letters", "--audience", "internal"], _letters_taken_back),
        (["women"], _named_less),
        (["by-charge"], _without_basis),
        (["sources"], _source_raised),
        (["sources"], _source_retracted),
        (["officials"], _sources_of_a_judge_gone),
        (["changes-since", "U-0002"], _taken_back),
        (["new-since", "2023-02-01"], _named_less),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else part.__name__.strip("_"),
)
def test_a_report_is_not_made_again_where_something_in_it_may_no_longer_be_shown(at_home, typed, since):
    assert run("report", *typed, "-o", "sent.md").exit_code == 0
    with on_day(at_home, AFTER) as unit:
        since(unit)
    refused = run("export", "again.md", "--same-as", "EX-0001")
    assert (refused.exit_code, "may no longer be shown" in refused.stderr) == (5, True), refused.output
    assert not Path("again.md").exists()


@pytest.mark.parametrize("since", [_without_basis, _named_less])
def test_who_does_not_stand_in_a_report_does_not_keep_it_from_being_made_again(at_home, since):
    assert run("report", "minors", "-o", "sent.md").exit_code == 0
    with on_day(at_home, AFTER) as unit:
        since(unit)
    assert run("export", "again.md", "--same-as", "EX-0001").exit_code == 0
    assert Path("again.md").read_bytes() == Path("sent.md").read_bytes()


def test_an_export_whose_judge_too_few_sources_name_now_is_not_made_again(at_home):
    assert run("export", "sent.json").exit_code == 0
    with on_day(at_home, AFTER) as unit:
        _sources_of_a_judge_gone(unit)
    assert "may no longer be shown" in run("export", "again.json", "--same-as", "EX-0001").stderr


def test_what_was_erased_since_is_said_to_be_the_reason(at_home):
    assert run("report", "sources", "-o", "sent.md").exit_code == 0
    later = dt.datetime(2124, 6, 2, tzinfo=dt.UTC)
    with (
        writing(at_home) as session,
        unit_of_work(
            session, by="Sara", because="safety", kind=UpdateKind.ERASURE, clock=lambda: later
        ) as unit,
    ):
        erase(unit, "sources", 1, ["outlet"])
    assert "something was erased since" in run("export", "again.md", "--same-as", "EX-0001").stderr


def test_who_stands_in_a_file_is_kept_as_the_file_has_it(at_home):
    with on_day(at_home, "2024-06-01") as unit:
        unit.amend(unit.get(Prisoner, 2), naming="anonymous")
    typed = {
        "all.json": ["export"],
        "women.csv": ["report", "women", "-o"],
        "counted.csv": ["report", "women", "--table", "prison", "-o"],
        "neda.md": ["dossier", "P-0001"],
    }
    for name, words in typed.items():
        assert run(*words, name).exit_code == 0
    with reading(at_home) as reader:
        kept = [read_named(row["people"]) for row in reader.rows("SELECT people FROM exports ORDER BY id")]
        made = again(reader, sent_file(reader, "EX-0001"), dt.datetime.now(dt.UTC).date())
    full = dict.fromkeys((1, 3, 4, 7, 8, 9, 10, 11), NamingRule.FULL)
    assert kept[0] == full | {2: NamingRule.ANONYMOUS, 6: NamingRule.PSEUDONYM} == made.standing(".json")
    assert [sorted(people) for people in kept[1:]] == [[1, 4, 7, 11], [], [1]]


def test_how_a_report_was_asked_for_is_kept_and_read_back():
    options = Options(
        argument="EX-0001", selection="status:held", population=Population.PERIOD, since=dt.date(2023, 1, 1),
        until=dt.date(2024, 1, 1), by=("status", "gender"), unit="charges", suppress=5, calendar=Calendar.GREGORIAN,
    )  # fmt: skip
    asked = Asked(dt.date(2024, 6, 1), 7, options, "U-0003", dt.date(2024, 5, 1), "women")
    row = {"options": asked.written(), "selection": "status:held", "made_at": "2024-06-02T01:00:00Z"}
    assert read_asked(row | {"made_from": 3}) == asked
    plain = Asked(dt.date(2024, 6, 1), 7)
    assert plain.written() == '{"today": "2024-06-01", "after": "U-0007"}'
    nothing = {"options": None, "selection": None, "made_at": "2024-06-02T01:00:00Z", "made_from": 3}
    assert read_asked(nothing) == Asked(dt.date(2024, 6, 2), 3)
