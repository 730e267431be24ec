"""What is installed is what was chosen: every version pinned, every file of it known by its hash."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house.tree import HOUSE

PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = {
    "run": [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]],
    "dev": [
        *PROJECT["project"]["dependencies"],
        *(wanted for extra in PROJECT["project"]["optional-dependencies"].values() for wanted in extra),
    ],
    "bench": ["sqlite-utils", "openpyxl", "lxml"],
}


def pins(lock: str) -> dict[str, tuple[Version, int]]:
    """What a lock file pins: the version of each library for this Python, and how many hashes it knows."""
    text = (HOUSE / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", "")
    found = {}
    for line in text.splitlines():
        requirement = Requirement(line.partition("--hash")[0])
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        if requirement.marker is None or requirement.marker.evaluate():
            found[canonicalize_name(requirement.name)] = (Version(pin.version), line.count("--hash=sha256:"))
    return found


@pytest.mark.parametrize("lock", WANTED)
def test_every_library_is_pinned_at_a_version_that_was_asked_for(lock: str):
    pinned = pins(lock)
    for wanted in map(Requirement, WANTED[lock]):
        assert pinned[canonicalize_name(wanted.name)][0] in wanted.specifier


@pytest.mark.parametrize("lock", WANTED)
def test_every_pin_knows_the_hash_of_its_files(lock: str):
    assert [name for name, (_, hashes) in pins(lock).items() if hashes == 0] == []


def test_a_compiled_library_knows_the_files_of_every_platform():
    compiled = ("numpy", "pandas", "pydantic-core", "sqlalchemy")
    assert [name for name in compiled if pins("run")[name][1] < 20] == []


def test_developers_run_what_users_run():
    developers = pins("dev")
    assert {name: developers[name] for name in pins("run")} == pins("run")


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_file_names_no_host_and_no_folder(lock: str):
    text = (HOUSE / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert re.findall(r"https?:|file:|--index|--find-links|^[./]", text, re.MULTILINE) == []
