"""Nothing from data is a control sequence, a hidden direction or markup, whichever question shows it."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import random
import re
import shutil
import subprocess
import sys

import pytest

from prisoners.commands import settings
from prisoners.errors import PrisonersError
from prisoners.records.tables import BY_NAME
from tests.builders import make_event, make_prisoner
from tests.house.tree import HOUSE
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


PIECES = (
    "\x1b[2J", "\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\x1bP$q\x1b\\", "\x1b_G\x1b\\", "\x1bc",
    "\x9b2J", "\x90", "\x9d", "\x85", "\x07", "\x08", "\x0b", "\x0c", "\x7f", "\r", "\n", "\t", "\u2028", "\u2029",
    "\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u061c", "\u200f",
    "\ufffe", "\ufdd0", "[/b]", "[bold]", "[link=http://x]", "[red", "\\[", "{x}", "%s", ":smile:", "</td>",
    "ندا", "زرباف‌ها", "Neda", "e\u0301", "👩🏽‍⚖️", "۱۲", " ",
)  # fmt: skip
STYLE = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e]")
"""An isolate that is closed again is no harm: it keeps what is in it to itself."""
EACH = 4
"""Texts of one person."""


def hostile_texts(number: int) -> list[str]:
    """So many texts that would steer a terminal; the same every time."""
    chance = random.Random(number)  # noqa: S311 -- nothing is kept secret by it
    return [
        "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 8))) + "x" for _ in range(number)
    ]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory, told):
    """The little world with 500 hostile texts in it."""
    home = tmp_path_factory.mktemp("crowded")
    shutil.copy(told, home / "registry.db")
    (home / "registry.db").chmod(0o600)
    (home / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    known = hostile_texts(500)
    with on_day(home / "registry.db", "2025-01-01", because="a test", by="Sara") as unit:
        for place in range(0, len(known), EACH):
            first, second, third, fourth = known[place : place + EACH]
            person = make_prisoner(
                unit, f"Hostile Zarbaf{place}", occupation=first, summary=second, note=third
            )
            make_event(unit, person, "arrest", "2023-01-01", status="detained_investigation", summary=fourth)
    return home


@pytest.mark.trust
def test_no_control_leaves_of_five_hundred_texts(crowded, monkeypatch, run):
    monkeypatch.setenv("PRISONERS_HOME", str(crowded))
    monkeypatch.setattr(settings, "_chosen", [])
    columns = "ref,name,occupation,summary,note,prison"
    asked = [["list", "--columns", columns, *form] for form in ([], ["--csv"], ["--json"])]
    asked += [
        [*words, *form]
        for words in (["recent", "--all"], ["check"], ["due"], ["stats"])
        for form in ([], ["--json"])
    ]
    asked += [
        ["report", "urgent", "--audience", "internal"],
        ["report", "new-since", "2024-01-01", "-a", "internal"],
    ]
    people = [person["ref"] for person in json.loads(run("list", "--json").stdout)]
    assert len(people) >= 500 / EACH
    asked += [[*words, person] for words in (["show"], ["history"]) for person in people]
    asked += [["edit", person, "--print"] for person in people[:40]]
    for words in asked:
        ran = run(*words)
        assert ran.exit_code in {0, 6}, (words, ran.output)
        assert not STEERING.search(ran.output), words


def on_a_terminal(home, *words):
    """What a command writes on a terminal, byte for byte."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "prisoners", *words],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=HOUSE,
        env={**os.environ, "PRISONERS_HOME": str(home), "TERM": "xterm-256color", "COLUMNS": "80"},
    )  # fmt: skip
    os.close(theirs)
    said = bytearray()
    with contextlib.suppress(OSError):  # the terminal is closed with the program
        while some := os.read(ours, 1 << 16):
            said += some
    os.close(ours)
    return child.wait(), said.decode().replace("\r\n", "\n")


@pytest.mark.trust
@pytest.mark.parametrize(
    "words",
    [
        ["list", "--columns", "ref,occupation,note", "--limit", "200"],
        ["recent", "--all"],
        ["show", "P-0020"],
        ["history", "P-0020"],
        ["check"],
        ["due"],
        ["report", "new-since", "2024-01-01", "-a", "internal"],
    ],
    ids=" ".join,
)
def test_a_terminal_is_not_steered_by_five_hundred_texts(crowded, words):
    code, said = on_a_terminal(crowded, *words)
    assert code in {0, 6}
    assert len(said) > 10
    assert not STEERING.search(STYLE.sub("", said))
