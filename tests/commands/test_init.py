"""Making a registry: whole or not at all, for its owner alone."""

import stat

from prisoners.actions import seeding


def test_a_registry_is_made_for_its_owner_alone(run, empty_home):
    result = run("init", "--by", "Sara")
    assert result.exit_code == 0
    assert {
        path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in (empty_home, *empty_home.iterdir())
    } == {
        "home": "0o700",
        "registry.db": "0o600",
        "settings.toml": "0o600",
    }
    assert run("verify").exit_code == 0


def test_somebody_must_sign(run, empty_home):
    result = run("init")
    assert result.exit_code == 2
    assert "who is writing" in result.stderr
    assert not empty_home.exists()


def test_the_writer_is_asked_for_at_a_terminal(run, empty_home, monkeypatch):
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    result = run("init", answers="سارا\n")
    assert result.exit_code == 0
    assert "سارا" in (empty_home / "settings.toml").read_text(encoding="utf-8")


def test_a_registry_is_never_made_over_another(run, home):
    before = (home / "registry.db").read_bytes()
    result = run("init", "--by", "Omid")
    assert result.exit_code == 5
    assert "exists already" in result.stderr
    assert (home / "registry.db").read_bytes() == before


def test_what_goes_wrong_in_the_middle_leaves_no_file(run, empty_home, monkeypatch):
    def fail(_name):
        raise OSError(28, "No space left on device", "prisons.csv")

    monkeypatch.setattr(seeding, "reference_list", fail)
    result = run("init", "--by", "Sara")
    assert result.exit_code == 8
    assert list(empty_home.iterdir()) == []


def test_the_reference_lists_are_there_from_the_first_day(run, home):
    assert "PR-0001" in run("prison", "show", "اوین").stdout
    assert "successor_id" in run("prison", "show", "Gohardasht").stdout
    assert "610" in run("offence", "show", "اجتماع و تبانی").stdout
    assert home.exists()
