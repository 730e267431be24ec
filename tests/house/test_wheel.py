"""What is installed elsewhere: the package with its lists, and nothing that could collide."""

from __future__ import annotations

import zipfile

from hatchling.builders.wheel import WheelBuilder

from tests.house.tree import HOUSE


def packed(folder) -> set[str]:
    (wheel,) = WheelBuilder(str(HOUSE)).build(directory=str(folder), versions=["standard"])
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_package_travels_with_its_lists_and_without_the_front_door(tmp_path):
    names = packed(tmp_path)
    lists = {f"prisoners/data/reference/{path.name}" for path in (HOUSE / "data" / "reference").glob("*.csv")}
    assert lists <= names
    assert "prisoners/errors.py" in names
    assert "prisoners/data/example/registry.jsonl" in names
    assert {"prisoners/data/fonts/OFL.txt", "prisoners/sheets/document.typ"} <= names
    assert not [name for name in names if "/example/make/" in name]
    assert {name.split("/")[0] for name in names} == {"prisoners", "prisoners-0.1.0.dist-info"}
