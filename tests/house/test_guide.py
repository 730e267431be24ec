"""The guide can be typed as it stands: every example is run, and what it shows is what is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from typer.testing import CliRunner

from prisoners.commands.menu import app

HOUSE = Path(__file__).resolve().parents[2]
GUIDE = HOUSE / "docs" / "guide.md"


def examples() -> list[tuple[str, list[str]]]:
    """Every command of the guide with the lines that the guide shows of its answer."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```\n(.*?)```", GUIDE.read_text(encoding="utf-8"), flags=re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            elif line.strip() and line.strip() != "…":
                found[-1][1].append(line)
    return found


def expected_codes(command: str) -> set[int]:
    """The exit codes that the guide announces after `# exit`; 0 where it announces none."""
    announced = re.search(r"# exit ([\d or]+)$", command)
    return {int(code) for code in announced[1].split(" or ")} if announced else {0}


def shown(line: str) -> re.Pattern[str]:
    """A line of the guide as it may be found: `…` stands for anything, white space for any of it."""
    parts = [r"\s+".join(re.escape(word) for word in part.split()) for part in line.split("…")]
    return re.compile(r"[\s\S]*?".join(parts))


def test_every_example_of_the_guide_runs_and_shows_what_it_says(example_home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(HOUSE / "data")
    last = ""
    for command, lines in examples():
        words = [last if word == "U-…" else word for word in shlex.split(command, comments=True)]
        assert words[0] == "prisoners"
        answer = CliRunner().invoke(app, words[1:], prog_name="prisoners")
        if words[1] == "init":  # the example is loaded once for all tests; here it stands already
            assert answer.exit_code == 5
            continue
        assert answer.exit_code in expected_codes(command), f"{command}: {answer.output}"
        last = next(iter(re.findall(r"U-\d+", answer.output)), last)
        assert [line for line in lines if not shown(line).search(answer.output)] == [], (
            f"{command}: {answer.output}"
        )
    assert example_home.exists()


def test_the_guide_shows_more_than_a_few_examples():
    assert len(examples()) > 20
