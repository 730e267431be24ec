"""Every way out, found in the menu: each command that asks for whom, each report, each format, each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, cycle, product
from pathlib import Path
from typing import Any, NamedTuple

from prisoners.commands.menu import COMMANDS, load
from prisoners.reports.catalogue import DAY, REPORTS, SENT
from prisoners.vocabulary import Audience
from tests.commands.conftest import type_command

ENDINGS = (
    ".xlsx",
    ".csv",
    ".json",
    ".jsonl",
    ".html",
    ".md",
    ".docx",
    ".pdf",
    ".odt",
    ".tsv",
    ".txt",
    ".ics",
    ".zip",
)
"""Every kind of file that somebody could ask for; a command refuses those that it does not make."""
REFUSED = "names no format known here"
ANSWERS = {0, 5}
"""Made, or not made because nobody may be shown."""
NEEDED = {"": [], DAY: ["2020-01-01"], SENT: ["U-0001"]}
TYPED: dict[str, list[list[str]]] = {
    "name": [[report.name, *NEEDED[report.needs]] for report in REPORTS],
    "who": [["P-0001"], ["P-0003"]],
    "form": [["wgad"], ["wgeid"], ["special-rapporteur"]],
}
"""What is typed for an argument that must be given."""
ALWAYS = {"--population": ["ever"], "--because": ["a test of what leaves"], "--yes": [], "--why": []}
"""Options that let more out, or let nothing be asked."""


class Door(NamedTuple):
    """A command with which something leaves."""

    words: tuple[str, ...]
    params: dict[str, Any]

    @property
    def name(self) -> str:
        """The command as it is typed."""
        return " ".join(self.words)

    def typed(self) -> list[list[str]]:
        """Everything that can be asked of it, without audience, language and file."""
        needed = [
            name for name, one in self.params.items() if one.param_type_name == "argument" and one.required
        ]
        ways = [TYPED[name] for name in needed if name != self.target]
        return [list(chain.from_iterable(words)) for words in product(*ways)]

    @property
    def target(self) -> str:
        """The parameter that is the file to be made."""
        return next((name for name in ("target", "folder", "file") if name in self.params), "")

    def options(self) -> list[str]:
        """The options of `ALWAYS` that it has."""
        known = {opt for one in self.params.values() for opt in one.opts}
        return [word for opt, values in ALWAYS.items() if opt in known for word in (opt, *values)]

    def languages(self) -> list[list[str]]:
        """The languages in which it speaks, as options."""
        return [["--lang", lang] for lang in ("en", "fa")] if "lang" in self.params else [[]]

    def files(self, folder: Path) -> list[list[str]]:
        """The screen, where it can be that, and the files that could be asked for, as words of the command."""
        target = self.params[self.target]
        paths = [str(folder / f"made{ending}") for ending in ENDINGS]
        if target.param_type_name == "argument":
            return [[path] for path in paths]
        return [["--json"], [], *([target.opts[0], path] for path in paths)]


def doors() -> list[Door]:
    """Every command of the menu that asks for whom it is done."""
    found = []
    for name, entry in COMMANDS.items():
        command = load(entry)
        for sub, one in (getattr(command, "commands", None) or {"": command}).items():
            params = {param.name: param for param in one.params}
            if "audience" in params:
                found.append(Door((name, *filter(None, [sub])), params))
    return found


class Outcome(NamedTuple):
    """What came of one asking."""

    asked: str
    audience: Audience
    said: str
    """On the screen, on stdout and on stderr."""
    made: tuple[bytes, ...]
    """The files that are there now."""


def outcomes(
    door: Door, folder: Path, audiences: Sequence[Audience], *, all_of_them: bool
) -> Iterator[Outcome]:
    """Ask a command in every way; or for everything in one format, and for something in every other.

    The audiences take turns where not all ways are asked for.
    """
    files, languages, typed = door.files(folder), door.languages(), door.typed()
    every = product(product(typed, files, languages), audiences)
    some = zip(_some(typed, files, languages), cycle(audiences), strict=False)
    for (words, file, language), audience in every if all_of_them else some:
        asked = [*door.words, *words, *file, *language, "--audience", audience, *door.options()]
        for old in folder.iterdir():
            old.unlink()
        result = type_command(*asked)
        if REFUSED in result.output:
            continue
        assert result.exit_code in ANSWERS, (asked, result.output)
        made = tuple(path.read_bytes() for path in folder.iterdir())
        yield Outcome(" ".join(asked), audience, result.output, made)


Words = list[str]


def _some(
    typed: list[Words], files: list[Words], languages: list[Words]
) -> Iterable[tuple[Words, Words, Words]]:
    first, *others = files
    ways = [*((words, first) for words in typed), *zip(cycle(typed), others, strict=False)]
    return ((words, file, languages[place % len(languages)]) for place, (words, file) in enumerate(ways))
