"""Nothing from data is a control sequence, a hidden direction or markup, whichever question shows it."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from prisoners.commands import settings
from prisoners.records.tables import BY_NAME
from tests.queries.world import on_day

HOSTILE = "\x1b]8;;http://x\x07[/b]\x9b31m\u202eevil\u2066 [link=x]\x00"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, told):
    """The little world with something hostile in every text of P-0001."""
    home = tmp_path_factory.mktemp("hostile")
    shutil.copy(told, home / "registry.db")
    (home / "registry.db").chmod(0o600)
    fields = {
        "prisoners": [
            "father",
            "birthplace",
            "residence",
            "occupation",
            "summary",
            "note",
            "import_note",
            "basis_source",
        ],
        "cases": ["file_number", "lawyer", "group_name", "note", "arrested_at"],
        "events": ["ward", "summary", "note", "place"],
        "sources": ["outlet", "title"],
        "judgments": ["branch", "announced_total"],
    }
    with on_day(
        home / "registry.db", "2025-01-01", because=f"because {HOSTILE}", by=f"Sara {HOSTILE}"
    ) as unit:
        for table, names in fields.items():
            unit.amend(unit.get(BY_NAME[table], 1), **dict.fromkeys(names, HOSTILE.replace("\x00", "")))
    return home


@pytest.mark.parametrize(
    "words",
    [
        ["show", "P-0001"],
        ["show", "P-0001", "--sealed"],
        ["list", "--columns", "ref,father,occupation,note,summary,file,lawyer,source,branch,by"],
        ["list", "--columns", "father,note,by", "--csv"],
        ["list", "--by", "father"],
        ["list", "--by", "ward", "--csv"],
        ["history", "P-0001"],
        ["history", "--field", "outlet"],
        ["recent", "--all"],
        ["search", "Neda Zarbaf"],
        ["stats"],
        ["show", "P-0001", "--json"],
        ["list", "--columns", "father,note,by", "--json"],
        ["history", "P-0001", "--json"],
        ["recent", "--all", "--json"],
        ["check"],
        ["list", f"father:{HOSTILE[:8]}"],
        ["show", HOSTILE],
        ["search", HOSTILE],
    ],
    ids=lambda words: " ".join(words)[:40].encode("ascii", "replace").decode(),
)
def test_no_control_leaves(hostile, monkeypatch, run, words):
    monkeypatch.setenv("PRISONERS_HOME", str(hostile))
    monkeypatch.setattr(settings, "_chosen", [])
    ran = run(*words)
    assert not CONTROL.search(ran.stdout)
    assert not CONTROL.search(ran.stderr)
    assert ran.exit_code != 1


def test_programs_read_back_what_was_typed(hostile, monkeypatch, run):
    monkeypatch.setenv("PRISONERS_HOME", str(hostile))
    monkeypatch.setattr(settings, "_chosen", [])
    assert json.loads(run("show", "P-0001", "--json").stdout)["occupation"] == HOSTILE.replace("\x00", "")
