"""The coverage floors bite: a room under its floor is named, with its share."""

from __future__ import annotations

import json

from tests.house.coverage_by_room import main, percentages, room_of, too_low


def file(lines: int, of: int, branches: int = 0, of_branches: int = 0) -> dict[str, dict[str, int]]:
    counts = {"covered_lines": lines, "num_statements": of}
    return {"summary": {**counts, "covered_branches": branches, "num_branches": of_branches}}


def test_a_module_and_a_package_are_rooms():
    assert room_of("prisoners/errors.py") == "errors"
    assert room_of("prisoners/dates/read.py") == "dates"


def test_the_files_of_a_room_are_added_up():
    report = {"files": {"prisoners/law/a.py": file(9, 10, 0, 2), "prisoners/law/b.py": file(8, 8)}}
    assert percentages(report) == {"law": 85.0}


def test_a_room_of_nothing_but_a_sentence_is_whole():
    assert percentages({"files": {"prisoners/law/__init__.py": file(0, 0)}}) == {"law": 100.0}


def test_a_room_under_its_floor_is_named():
    complaints = too_low({"law": 99.9, "sheets": 95.0, "reports": 94.9}, {"law": 100, "elsewhere": 95})
    assert complaints == [
        "law: 99.90 % of its lines and branches are tested, 100 % is the floor",
        "reports: 94.90 % of its lines and branches are tested, 95 % is the floor",
    ]


def test_the_whole_fails_when_one_room_is_too_low(tmp_path, capsys):
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps({"files": {"prisoners/names/key.py": file(9, 10)}}), encoding="utf-8")
    assert main(str(path)) == 1
    assert capsys.readouterr().err.startswith("names: 90.00 %")


def test_the_whole_passes_when_every_room_is_well_tested(tmp_path, capsys):
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps({"files": {"prisoners/names/key.py": file(10, 10)}}), encoding="utf-8")
    assert main(str(path)) == 0
    assert capsys.readouterr().err == ""
