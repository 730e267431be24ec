"""Nothing from data is a control sequence, a hidden direction or markup, whichever question shows it."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from prisoners.commands import settings
from prisoners.errors import PrisonersError
from prisoners.records.tables import BY_NAME
from tests.queries.world import on_day

HOSTILE = "\x1b]8;;http://x\x07[/b]\x9b31m\u202eevil\u2066 [link=x]\x00"
KEPT = HOSTILE.replace("\x00", "")
"""What of it can be kept: no text holds a NUL."""
MANY = 60
"""Texts of the registry that take whatever is written into them."""

REGISTERS = {
    "prison": "PR",
    "court": "CO",
    "offence": "OF",
    "official": "O",
    "source": "S",
    "intervention": "I",
    "estimate": "ES",
}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, told):
    """The little world with something hostile in every text that takes it, of the first row of every table."""
    home = tmp_path_factory.mktemp("hostile")
    shutil.copy(told, home / "registry.db")
    (home / "registry.db").chmod(0o600)
    settings_text = f"by = {json.dumps('Sara ' + KEPT)}\n"
    (home / "settings.toml").write_text(settings_text, encoding="utf-8")
    with on_day(home / "registry.db", "2025-01-01", because=f"because {KEPT}", by=f"Sara {KEPT}") as unit:
        unit.add(BY_NAME["interventions"], {"kind": "urgent_appeal", "addressee": "x", "made_on": "2024"})
        unit.add(BY_NAME["beneficiaries"], {"intervention_id": 1, "prisoner_id": 1})
        unit.add(BY_NAME["postings"], {"official_id": 1, "court_id": 1})
        unit.add(BY_NAME["estimates"], {"kind": "arrested", "quoted": "hundreds", "place": "x"})
        written = {table: _poisoned(unit, table) for table in BY_NAME}
    assert {"occupation", "summary", "note"} <= set(written["prisoners"])
    assert sum(map(len, written.values())) > MANY
    return home


def _poisoned(unit, table):
    """The fields of the first row of a table that took something hostile."""
    row = unit.session.get(BY_NAME[table], 1)
    fields = type(row).model_fields if row else ()
    return [field for field in fields if _takes(unit, row, field)]


def _takes(unit, row, field):
    try:
        unit.amend(row, **{field: KEPT})
    except PrisonersError:
        return False
    return True


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
        ["check", "--json"],
        ["doubles"],
        ["doubles", "--json"],
        ["due"],
        ["due", "--json"],
        ["settings"],
        ["reports", "--json"],
        *(
            ["report", name, "--audience", "internal", *form]
            for name in ("situation", "list-for-government", "officials", "sources", "campaign")
            for form in ([], ["--json"])
        ),
        *(
            [one, *question, *form]
            for one, prefix in REGISTERS.items()
            for question in (["list"], ["show", f"{prefix}-0001"])
            for form in ([], ["--json"])
        ),
        *([one, "list", *form] for one in ("posting", "consent", "contact") for form in ([], ["--json"])),
        ["edit", "P-0001", "--print"],
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
    assert ran.exit_code != 1, ran.exception


def test_programs_read_back_what_was_typed(hostile, monkeypatch, run):
    monkeypatch.setenv("PRISONERS_HOME", str(hostile))
    monkeypatch.setattr(settings, "_chosen", [])
    assert json.loads(run("show", "P-0001", "--json").stdout)["occupation"] == KEPT
