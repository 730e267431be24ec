"""Canaries are hunted in whatever leaves: every command, report, format, language and screen, for everybody outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prisoners.commands import settings
from prisoners.privacy.policy import leads_to, level_of, may_see
from prisoners.records.columns import Day, Line
from prisoners.records.consents import Consent
from prisoners.records.events import Event
from prisoners.records.prisoners import Prisoner
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience, NamingRule
from tests.builders import act, stopped
from tests.commands.conftest import type_command
from tests.commands.ways_out import Outcome, doors, outcomes
from tests.sheets.canaries import CANARIES, COLUMNS, FIXED, LATIN, REFERENCE_LISTS, SPARED, Canaries, canary
from tests.sheets.hunter import hunted
from tests.sheets.pictures import PIXEL, chunk

WRITER, REASON, RECIPIENT, OLD, LYING, PICTURED = (canary(90_000 + number) for number in range(6))
ABOUT_NOBODY = REFERENCE_LISTS | {"estimates"}
"""Tables whose public columns leave to everybody, whoever else was recorded with them."""
TOLD_OF_THE_NAMELESS = {
    "names",
    "sources",
    "citations",
    "external_ids",
    "interventions",
    "beneficiaries",
    "relations",
}
"""Tables of which nothing may leave about somebody who is not named in full."""


class Filled:
    """A registry of three people with a canary in every field: one published, one under another name, one hidden."""

    def __init__(self, home: Path, naming: NamingRule) -> None:
        self.home, self.naming = home, naming
        path = home / "registry.db"
        create_registry(path, clock=stopped).close()
        settings.save(settings.Settings(by=str(WRITER)))
        with act(path, by=str(WRITER), because=str(REASON)) as unit:
            self.open = Canaries(unit, gender="female")
            self.masked = Canaries(unit, again=1, naming=naming)
            self.closed = Canaries(unit, again=2, basis="none")
            for scope in ("send_to_un", "use_name", "publish", "receive_letters"):
                agreed = {"prisoner_id": self.open.rows["prisoners"], "subject": "family", "scope": scope}
                unit.add(Consent, agreed)
            for one in (self.open, self.masked, self.closed):
                unit.add(
                    Event, {"prisoner_id": one.rows["prisoners"], "kind": "arrest", "status": "furlough"}
                )
        with act(path, by=str(WRITER), because=str(REASON)) as unit:
            for one in (self.open, self.masked):
                unit.amend(unit.get(Prisoner, one.rows["prisoners"]), note=str(OLD))
        with act(path, by=str(WRITER), because=str(REASON)) as unit:
            unit.amend(unit.get(Prisoner, self.open.rows["prisoners"]), note="a note")
        self._leave_lying_about()
        with reading(path) as reader:
            self.key = str(reader.value("SELECT pseudonym_key FROM registry"))

    def _leave_lying_about(self) -> None:
        """What is in a house that is worked in: photographs, letters, a draft, a backup."""
        taken = PIXEL[:33] + chunk(b"tEXt", f"Comment\0{PICTURED}".encode()) + PIXEL[33:]
        papers = self.home.with_name(f"{self.home.name}-{LYING.latin}")
        papers.mkdir()
        (papers / f"{LYING}.png").write_bytes(taken)
        (papers / f"{LYING}.txt").write_text(f"A letter that says {LYING}.", encoding="utf-8")
        for name, kind, level in (("png", "photo", "public"), ("txt", "letter", "internal")):
            words = [
                "file",
                "add",
                "P-0001",
                str(papers / f"{LYING}.{name}"),
                "--kind",
                kind,
                "--level",
                level,
            ]
            added = type_command(*words, "-b", str(REASON))
            assert added.exit_code == 0, added.output
        (self.home / "drafts").mkdir(exist_ok=True)
        (self.home / "drafts" / "add.json").write_text(json.dumps({"note": str(LYING)}), encoding="utf-8")
        assert type_command("backup").exit_code == 0

    def hidden_from(self, audience: Audience) -> dict[str, str]:
        """Every word that must not leave to an audience, and where it stands."""
        books = (
            *WRITER,
            *RECIPIENT,
            *LYING,
            *PICTURED,
            *([] if audience is Audience.INTERNAL else (*REASON, *OLD)),
        )
        hidden = dict.fromkeys(books, "the books")
        for whose, one in (
            ("the published", self.open),
            ("the masked", self.masked),
            ("the hidden", self.closed),
        ):
            for (table, column), word in one.parts():
                secret = audience is not Audience.INTERNAL and self._is_secret(one, table, column)
                if secret or not may_see(audience, level_of(table, column)):
                    hidden[word] = f"{table}.{column} of {whose}"
        return hidden

    def _is_secret(self, one: Canaries, table: str, column: str) -> bool:
        """Whether the public column of a person stays inside because of who it is."""
        if one is self.open or table in ABOUT_NOBODY:
            return False
        if one is self.closed or (table, column) in leads_to(self.naming):
            return True
        first_name = self.naming is NamingRule.FIRST_NAME and (table, column) == ("names", "text")
        return table in TOLD_OF_THE_NAMELESS and not first_name

    def leaks(self, outcome: Outcome) -> list[str]:
        """What leaked in one outcome."""
        hidden = self.hidden_from(outcome.audience)
        found = [hidden[word] for word in hunted(outcome.said, *outcome.made) if word in hidden]
        if self.key in outcome.said or any(self.key.encode() in made for made in outcome.made):
            found.append("the key of the pseudonyms")
        return sorted(found)


@pytest.fixture(scope="module")
def filled() -> dict[NamingRule, Filled]:
    """The registries by naming rule, each made when it is first asked for."""
    return {}


@pytest.fixture
def at_home(filled, tmp_path_factory, monkeypatch):
    """Go home to the registry in which the masked person is named by a rule."""

    def go(naming: NamingRule) -> Filled:
        home = tmp_path_factory.getbasetemp() / f"canaries-{naming}"
        monkeypatch.setenv("PRISONERS_HOME", str(home))
        monkeypatch.setattr(settings, "_chosen", [])
        if naming not in filled:
            home.mkdir(mode=0o700)
            filled[naming] = Filled(home, naming)
        return filled[naming]

    return go


def everything_in(*places: Path) -> dict[Path, int]:
    """Every file in these folders, and how large it is."""
    return {path: path.stat().st_size for place in places for path in place.rglob("*") if path.is_file()}


def hunt(door, registry, folder, audiences, *, all_of_them):
    """Ask in every way; what leaked where, and which words that may leave were seen."""
    leaks, seen, formats = {}, set(), set()
    visible = {part for field, part in registry.open.parts() if may_see(Audience.PUBLIC, level_of(*field))}
    for outcome in outcomes(door, folder, audiences, all_of_them=all_of_them):
        if found := registry.leaks(outcome):
            leaks[outcome.asked] = found
        seen |= hunted(*outcome.made) & visible
        formats |= {path.suffix for path in folder.iterdir()}
    return leaks, seen, formats


@pytest.mark.parametrize("door", doors(), ids=lambda door: door.name)
def test_no_canary_leaves_and_nothing_is_left_lying_about(door, at_home, tmp_path, monkeypatch):
    registry, made = at_home(NamingRule.PSEUDONYM), tmp_path / "made"
    for place in (made, own := tmp_path / "own", temp := tmp_path / "temp"):
        place.mkdir()
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.chdir(own)
    before = everything_in(registry.home)
    leaks, seen, formats = hunt(door, registry, made, list(Audience), all_of_them=False)
    assert leaks == {}
    assert seen
    assert formats
    assert everything_in(own, temp) == {}
    assert everything_in(registry.home).keys() == before.keys()


@pytest.mark.trust
@pytest.mark.parametrize("naming", [rule for rule in NamingRule if rule is not NamingRule.FULL])
@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("door", doors(), ids=lambda door: door.name)
def test_no_canary_leaves_in_any_way_at_all(door, at_home, tmp_path, audience, naming):
    leaks, seen, _ = hunt(door, at_home(naming), tmp_path, [audience], all_of_them=True)
    assert leaks == {}
    assert seen


def test_a_calendar_holds_nothing_but_the_names_of_those_who_may_be_shown(at_home, tmp_path):
    registry, path = at_home(NamingRule.PSEUDONYM), tmp_path / "due.ics"
    assert type_command("due", "--ics", str(path)).exit_code == 0
    told = Outcome("a calendar", Audience.PUBLIC, "", (path.read_bytes(),))
    assert registry.leaks(told) == []
    shown = {part for part in hunted(path.read_bytes()) if part.startswith(LATIN)}
    assert shown == {registry.open.words["names", part][0] for part in ("text", "family")}


def test_the_lists_of_what_there_is_and_what_was_sent_hold_nothing_sealed(at_home):
    registry = at_home(NamingRule.PSEUDONYM)
    sealed = {
        word
        for one in (registry.open, registry.masked, registry.closed)
        for field, word in one.parts()
        if level_of(*field) == "sealed"
    }
    for words in (
        ["exports"],
        ["words"],
        ["reports"],
        ["recent", "--all"],
        ["history", "P-0001"],
        ["list"],
        ["due"],
    ):
        for form in ([], ["--json"]):
            said = type_command(*words, *form)
            assert hunted(said.output) & {*sealed, *LYING, *PICTURED} == set(), words


def test_a_working_copy_for_a_colleague_holds_nothing_that_is_sealed(at_home, tmp_path):
    registry, path = at_home(NamingRule.PSEUDONYM), tmp_path / "copy.xlsx"
    done = type_command("working-copy", str(path), "--for", "Sara", "--yes")
    assert done.exit_code == 0, done.output
    assert registry.leaks(Outcome("a copy", Audience.INTERNAL, done.output, (path.read_bytes(),))) == []
    assert set(registry.open.words["cases", "note"]) <= hunted(path.read_bytes())


def test_every_confidential_field_that_takes_words_has_a_canary(at_home):
    registry = at_home(NamingRule.PSEUDONYM)
    texts = {column for column, declared in COLUMNS.items() if isinstance(declared.type, Line | Day)}
    for one in (registry.open, registry.masked, registry.closed):
        said_otherwise = {
            column for column in texts if column in FIXED or column[1] in {*SPARED, *one.columns}
        }
        assert texts - set(one.words) == said_otherwise
    assert len(texts) > 100
    assert set(CANARIES) == set(COLUMNS)


def test_the_hunt_finds_what_a_door_lets_out(at_home):
    registry = at_home(NamingRule.PSEUDONYM)
    secret = registry.open.words["contacts", "value"][1]
    leaking = Outcome("a door", Audience.ADVOCATES, "", (f"<p>{secret}</p>".encode("utf-16"),))
    assert registry.leaks(leaking) == ["contacts.value of the published"]
    told = Outcome("a door", Audience.PUBLIC, registry.key, ())
    assert registry.leaks(told) == ["the key of the pseudonyms"]
