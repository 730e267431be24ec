"""Settings: shown, changed, kept for their owner, and never misunderstood."""

import pytest

from prisoners.commands import settings


def test_settings_are_shown_and_changed(run, home):
    assert "by               Sara" in run("settings").stdout
    result = run(
        "settings", "--by", 'Om"id\\', "--digits", "persian", "--calendar", "gregorian", "--language", "fa"
    )
    assert result.exit_code == 0
    assert settings.load() == settings.Settings(
        by='Om"id\\', calendar="gregorian", digits="persian", language="fa"
    )
    assert (home / "settings.toml").stat().st_mode & 0o077 == 0


def test_settings_can_be_made_before_the_registry(run, empty_home):
    assert "(not set)" in run("settings").stdout
    assert run("settings", "--by", "Sara").exit_code == 0
    assert empty_home.is_dir()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("by = 5", "must be a text"),
        ("colour = 'red'", "there is no setting colour"),
        ("digits = 'roman'", "must be one of latin, persian"),
        ("by = ", "cannot be read"),
    ],
)
def test_a_setting_that_is_not_understood_is_named(run, home, text, said):
    (home / "settings.toml").write_text(text, encoding="utf-8")
    result = run("settings")
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_wrong_choice_is_refused(run, home):
    before = (home / "settings.toml").read_bytes()
    assert run("settings", "--digits", "roman").exit_code == 2
    assert (home / "settings.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"PRISONERS_HOME": "~/here"}, "{user}/here"),
        ({"XDG_DATA_HOME": "/data"}, "/data/prisoners"),
        ({}, "{user}/.local/share/prisoners"),
    ],
)
def test_where_the_registry_lies(monkeypatch, tmp_path, variables, expected):
    monkeypatch.setattr(settings, "_chosen", [])
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("PRISONERS_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert str(settings.home()) == expected.format(user=tmp_path)
