"""Who is writing, where the registry lies, and how dates are shown: a few lines in the registry's own folder."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from prisoners.errors import SettingWrong

_chosen: list[Path] = []


def choose_home(folder: Path) -> None:
    """Use this folder for the rest of the command (`--home`)."""
    _chosen[:] = [folder.expanduser()]


def home() -> Path:
    """The registry's folder: `--home`, else PRISONERS_HOME, else the user's own data folder."""
    if _chosen:
        return _chosen[0]
    if named := os.environ.get("PRISONERS_HOME"):
        return Path(named).expanduser()
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "prisoners"


def registry_file() -> Path:
    """The one SQLite file."""
    return home() / "registry.db"


def backups() -> Path:
    """Where backups are kept."""
    return home() / "backups"


CHOICES: dict[str, tuple[str, ...]] = {
    "calendar": ("jalali", "gregorian"),
    "digits": ("latin", "persian"),
    "language": ("en", "fa"),
}
"""What a setting may be, where it is not free text."""

DAYS = re.compile(r"[1-9][0-9]{0,3}")
"""What a number of days may be."""


@dataclass(frozen=True)
class Settings:
    """What is set in `settings.toml`."""

    by: str = ""
    """Who is writing: the name that signs every update."""
    calendar: str = "jalali"
    """Which calendar a date is shown in first."""
    digits: str = "latin"
    language: str = "en"
    verify_death_row: str = "7"
    """After how many days somebody under a death sentence is to be verified again."""
    verify_detained: str = "30"
    verify_serving: str = "90"

    def verify_every(self) -> dict[str, int]:
        """Group of statuses → days after which they are to be verified again."""
        groups = ("death_row", "detained", "serving")
        return {group: int(getattr(self, f"verify_{group}")) for group in groups}


def load() -> Settings:
    """The settings of this registry; raises SettingWrong for one that is not understood."""
    try:
        written = (home() / "settings.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingWrong(f"settings.toml cannot be read: {error}") from None
    return _read(written)


def _read(written: str) -> Settings:
    import tomllib  # most questions never ask for a setting

    try:
        said = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise SettingWrong(f"settings.toml cannot be read: {error}") from None
    known = {field.name for field in fields(Settings)}
    for name, value in said.items():
        check(name, value, known)
    return Settings(**said)


def check(name: str, value: object, known: set[str]) -> None:
    """Raise SettingWrong for a setting that does not exist or cannot be this."""
    if name not in known:
        raise SettingWrong(f"there is no setting {name}; there are {', '.join(sorted(known))}")
    if not isinstance(value, str):
        raise SettingWrong(f"{name} must be a text")
    if name.startswith("verify_") and not DAYS.fullmatch(value):
        raise SettingWrong(f"{name} must be a number of days, 1 to 9999")
    if name in CHOICES and value not in CHOICES[name]:
        raise SettingWrong(f"{name} must be one of {', '.join(CHOICES[name])}")


def save(settings: Settings) -> None:
    """Keep the settings, readable by their owner alone."""
    lines = [f"{name} = {_quoted(value)}\n" for name, value in asdict(settings).items()]
    target = home() / "settings.toml"
    unfinished = target.with_name(".settings.toml.part")
    handle = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(lines)
    unfinished.replace(target)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
