"""The same update makes the same file, byte for byte: whoever makes it, where, at what hour, on which machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import NamedTuple

import pytest

from prisoners.reports.catalogue import REPORTS
from prisoners.reports.un_questions import FORMS
from prisoners.sheets.document_file import DOCUMENTS
from prisoners.sheets.write import FORMATS
from tests.commands.leavers import make_registry
from tests.commands.ways_out import NEEDED
from tests.house.tree import HOUSE

LANGUAGES = ("en", "fa", "both")


class Place(NamedTuple):
    """Where and when somebody makes files."""

    zone: str
    user: str
    host: str
    mask: str
    locale: str
    seed: str
    moment: str


PLACES = (
    Place("UTC", "Sara", "one", "077", "C", "0", "2026-03-01T12:00:00+00:00"),
    Place("Asia/Tehran", "Kian", "two", "000", "fa_IR.UTF-8", "1", "2026-03-01T08:30:17+00:00"),
    Place("America/New_York", "root", "three", "022", "tr_TR.UTF-8", "2", "2026-03-01T17:00:00+00:00"),
    Place("Pacific/Kiritimati", "Sara", "four", "077", "de_DE", "random", "2026-03-01T09:59:59+00:00"),
)
"""It is the first of March in each of them."""


def commands() -> dict[str, list[str]]:
    """Name of a file → what is typed to make it."""
    asked = {
        f"export-{lang}{ending}": ["export", "{}", "--lang", lang] for ending in FORMATS for lang in LANGUAGES
    }
    for report in REPORTS:
        for ending in sorted(set(FORMATS) - {".jsonl"}):
            for lang in LANGUAGES:
                words = ["report", report.name, *NEEDED[report.needs], "-o", "{}", "--lang", lang]
                asked[f"{report.name}-{lang}{ending}"] = [*words, "--population", "ever"]
    for ending in DOCUMENTS:
        for lang in LANGUAGES:
            asked[f"dossier-{lang}{ending}"] = ["dossier", "P-0001", "{}", "--lang", lang]
            for form in FORMS:
                asked[f"{form}-{lang}{ending}"] = ["un-form", form, "P-0001", "{}", "--lang", lang]
    asked["copy.xlsx"] = ["working-copy", "{}", "--for", "Lida"]
    asked["again.csv"] = ["export", "{}", "--same-as", "EX-0001"]
    return asked


def make_there(place: Place, home, folder, asked):
    """Make the files in a process of its own at a place; what came of each command."""
    (home / "settings.toml").write_text(f'by = "{place.user}"\n', encoding="utf-8")
    folder.mkdir()
    there = {
        "TZ": place.zone, "USER": place.user, "LOGNAME": place.user, "HOSTNAME": place.host, "MASK": place.mask,
        "LC_ALL": place.locale, "LANG": place.locale, "PYTHONHASHSEED": place.seed, "HOME": str(folder),
        "PRISONERS_HOME": str(home), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80",
    }  # fmt: skip
    told = [
        [word.replace("{}", f"{{}}/{name}") if word == "{}" else word for word in words]
        for name, words in asked.items()
    ]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.commands.anywhere", place.moment, str(folder)],
        input=json.dumps(told).encode(), capture_output=True, check=False, cwd=HOUSE, env={**os.environ, **there},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()
    return dict(zip(asked, json.loads(ran.stdout), strict=True))


@pytest.mark.trust
def test_every_file_is_the_same_wherever_it_is_made(tmp_path):
    make_registry(tmp_path / "sent")
    sent = {"sent.csv": ["export", "{}"]}
    assert make_there(PLACES[0], tmp_path / "sent", tmp_path / "first", sent)["sent.csv"][0] == 0
    asked, made = commands(), []
    pytest.importorskip("typst")
    for number, place in enumerate(PLACES):
        home, folder = tmp_path / f"home-{number}", tmp_path / f"made-{number}"
        shutil.copytree(tmp_path / "sent", home)
        told = make_there(place, home, folder, asked)
        assert {name: said for name, said in told.items() if said[0] not in {0, 5}} == {}
        files = {path.name: path for path in folder.iterdir()}
        assert {name: path.stat().st_mode & 0o777 for name, path in files.items()} == dict.fromkeys(
            files, 0o600
        )
        made.append({name: path.read_bytes() for name, path in files.items()})
        telling = (place.user, place.host, place.zone, str(tmp_path), "openpyxl", "prisoners 0", "typst")
        known = made[-1].items()
        found = [(name, word) for name, content in known for word in telling if word.encode() in content]
        assert [one for one in found if one[1] not in {"UTC", "one", "two", "three", "four", "root"}] == []
    assert len(made[0]) > 250
    assert all(one.keys() == made[0].keys() for one in made)
    assert [name for name in made[0] if len({one[name] for one in made}) > 1] == []
