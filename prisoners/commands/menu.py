"""The table of commands, loaded when called, and the one place where errors become words."""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from prisoners.commands import settings
from prisoners.commands.quick import LITTER
from prisoners.commands.safe import safe_text
from prisoners.commands.say import complain
from prisoners.errors import DATABASE, FAULT, PrisonersError
from prisoners.store.kept import KEPT


class Entry(NamedTuple):
    """One line of the menu."""

    section: str
    name: str
    says: str
    where: str = ""
    """`module` or `module:attribute` in prisoners.commands; the command's own name where it is empty."""


ENTER, ASK, TRUST, DOORS, LISTS = "Enter", "Ask", "Trust", "In and out", "Reference lists"

MENU: tuple[Entry, ...] = (
    Entry(ENTER, "init", "Make a registry, or one with invented people to try things out."),
    Entry(ASK, "show", "One prisoner on one screen, now or as once known."),
    Entry(ASK, "list", "Who is in the registry: all, or those a filter means.", "list_:list_people"),
    Entry(ENTER, "add", "Record a new person."),
    Entry(ENTER, "update", "What happened to a person: one event, one act."),
    Entry(ENTER, "enter", "A morning's news: event after event, person after person."),
    Entry(ENTER, "edit", "Everything about a person as one form in your editor."),
    Entry(ENTER, "amend", "Correct what is recorded about a person."),
    Entry(ENTER, "name", "The names by which a person is known.", "person:name"),
    Entry(ENTER, "number", "A person's numbers in other people's lists.", "person:number"),
    Entry(ENTER, "activity", "Why a person is really targeted.", "person:activity"),
    Entry(ENTER, "case", "Prosecutions: open, amend, group, withdraw.", "case:case"),
    Entry(ENTER, "charge", "Charges: add, amend, withdraw.", "case:charge"),
    Entry(ENTER, "judgment", "Judgments: add, amend, withdraw.", "case:judgment"),
    Entry(ENTER, "sentence", "Components of a sentence: add, amend, withdraw.", "case:sentence"),
    Entry(ENTER, "event", "What was reported: amend, withdraw."),
    Entry(ENTER, "source", "Who says so: add, list, show, amend, withdraw."),
    Entry(ENTER, "cite", "Tie a source to a record or to one field of it.", "source:cite"),
    Entry(ENTER, "consent", "Who agreed to what: add, list, amend, withdraw."),
    Entry(ENTER, "intervention", "What was done for prisoners: open, add, list, show, amend."),
    Entry(ENTER, "estimate", "How many a source says there were: add, list, show, amend."),
    Entry(ENTER, "relation", "Relatives and companions.", "person:relation"),
    Entry(ENTER, "contact", "How family and lawyers are reached; sealed.", "person:contact"),
    Entry(ENTER, "health", "Medical facts.", "person:health"),
    Entry(ENTER, "file", "Photographs, verdicts and letters.", "person:file"),
    Entry(ENTER, "follow-up", "Your own reminders.", "person:follow_up"),
    Entry(ENTER, "undo", "Take an update back."),
    Entry(ASK, "search", "Is this person in the registry: by a name in any spelling."),
    Entry(ASK, "doubles", "Who may stand in the registry twice, and why."),
    Entry(ASK, "history", "What was changed: by whom, when, why, on whose word."),
    Entry(ASK, "recent", "My last updates.", "history:recent"),
    Entry(ASK, "stats", "How many, by status, prison and year."),
    Entry(ASK, "due", "What needs somebody today, the most urgent first."),
    Entry(ASK, "check", "What is doubtful in the data, and what to type about it."),
    Entry(TRUST, "verify", "Prove that the registry is what its history says.", "trust:verify"),
    Entry(TRUST, "backup", "Make an examined copy, or list the copies there are.", "trust:backup"),
    Entry(TRUST, "restore", "Bring back a backup, keeping what stands.", "trust:restore"),
    Entry(ENTER, "merge", "Make two records of one person one; can be undone."),
    Entry(ENTER, "apart", "Remember that two people are not the same.", "merge:apart"),
    Entry(TRUST, "erase", "Forget a value for someone's safety, also in the history."),
    Entry(TRUST, "db", "The file itself: where, schema, migrate, unload, load.", "trust:db"),
    Entry(TRUST, "settings", "Who writes here, and how things are shown.", "settings_:settings"),
    Entry(
        DOORS, "import", "Take in a list or a working copy: a plan first, then one update.", "import_:import_"
    ),
    Entry(DOORS, "working-copy", "A workbook that a colleague corrects, to be taken back."),
    Entry(DOORS, "export", "Make a file for somebody, with nothing in it that they may not see."),
    Entry(DOORS, "exports", "The files that were made, for whom, and which must be recalled."),
    Entry(DOORS, "dossier", "The case sheet of one person: one page, .docx, .pdf, .html or .md."),
    Entry(
        DOORS,
        "un-form",
        "A UN form filled from the record, or what it needs: wgad, wgeid, special-rapporteur.",
    ),
    Entry(DOORS, "report", "A report by its name, on the screen or as a file: situation, urgent, women …"),
    Entry(DOORS, "reports", "The reports there are.", "report:reports"),
    Entry(LISTS, "prison", "Prisons and detention centres: list, show, add, amend.", "catalogue:prison"),
    Entry(LISTS, "court", "Courts and branches: list, show, add, amend.", "catalogue:court"),
    Entry(LISTS, "offence", "Offences by law and article: list, show, add, amend.", "catalogue:offence"),
    Entry(LISTS, "official", "Judges and other officials: list, show, add, amend.", "catalogue:official"),
    Entry(LISTS, "words", "What a field takes: every word, in English and Persian.", "closed_lists:words"),
    Entry(LISTS, "posting", "Who sat in which branch, from when to when: list, add, amend, withdraw."),
)

COMMANDS: dict[str, Entry] = {entry.name: entry for entry in MENU}


class Menu(TyperGroup):
    """Loads a command when it is called, and turns every failure into a sentence and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command; None for a name that is not in the table."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        return load(entry) if entry else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or name the nearest."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            nearest = difflib.get_close_matches(args[0], COMMANDS, n=2)
            ask = f" Did you mean {' or '.join(nearest)}?" if nearest else " `prisoners --help` lists them."
            ctx.fail(f"There is no command “{safe_text(args[0], one_line=True)}”.{ask}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The menu by section, without loading a single command."""
        del ctx
        for section in dict.fromkeys(entry.section for entry in MENU):
            with formatter.section(section):
                formatter.write_dl([(entry.name, entry.says) for entry in MENU if entry.section == section])

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what goes wrong becomes words, here and nowhere else."""
        KEPT.clear()
        try:
            return super().invoke(ctx)
        except PrisonersError as error:
            raise typer.Exit(explain(error)) from None
        except (KeyboardInterrupt, typer.Abort):
            complain("Stopped. Nothing was written that was not already finished.")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except (sqlite3.Error, OSError) as error:
            raise typer.Exit(explain_system(error)) from None
        except Exception as error:  # the last resort: no traceback ever reaches a researcher
            if isinstance(error, typer.Exit) or hasattr(error, "format_message"):  # typer's own ways to stop
                raise
            raise typer.Exit(explain_fault(error)) from None


def load(entry: Entry) -> Any:
    """The command behind one line of the menu."""
    module, _, attribute = (entry.where or entry.name.replace("-", "_")).partition(":")
    found = getattr(import_module(f"prisoners.commands.{module}"), attribute or entry.name.replace("-", "_"))
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = typer.Typer(rich_markup_mode=None, add_completion=False)
    alone.command(entry.name)(found)
    command = typer.main.get_command(alone)
    command.name = entry.name
    return command


def explain(error: PrisonersError) -> int:
    """Say what happened and what to type next, on stderr; returns the exit code."""
    complain(error.sentence)
    if error.hint:
        complain(f"→ {error.hint}")
    return error.exit_code


def explain_system(error: sqlite3.Error | OSError) -> int:
    """Say what the database or the system refused, without the values that were at hand."""
    if isinstance(error, sqlite3.Error):
        from prisoners.store.opening import database_refuses

        return explain(database_refuses(error))
    name = Path(error.filename).name if isinstance(error.filename, str) else "a file"
    complain(f"{name}: {(error.strerror or type(error).__name__).lower()}. {_kept('changed')}")
    complain("→ Check the path, its permissions and the room on the disk.")
    return DATABASE


def _kept(done: str) -> str:
    """What had been written when it failed, so that nobody types it a second time."""
    if not KEPT:
        return f"Nothing was {done}."
    return f"It was written before, in {KEPT[-1]}: do not type it again; `prisoners undo {KEPT[-1]}` takes it back."


def explain_fault(error: Exception) -> int:
    """Say that the program is at fault and where, with no value that could be somebody's secret."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = (
        f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "an unknown place"
    )
    complain(
        f"A fault in the program ({type(error).__name__} in {where}). {_kept('written by this command')}"
    )
    complain("→ Please report it with this line and the command, without anybody's data.")
    return FAULT


app = typer.Typer(cls=Menu, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"prisoners {version('prisoners')}")
        raise typer.Exit


@app.callback()
def top(
    home: Annotated[
        Path | None, typer.Option(help="The registry's folder; else PRISONERS_HOME, else your data folder.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The registry of Iran's political prisoners: what is known, since when, on whose word.

    Wherever a person is meant, type P-0042, a name in either script, or a number of a foreign list (list:5081).
    """
    del version
    os.umask(0o077)
    if home:
        settings.choose_home(home)


def main() -> None:
    """The one door behind `prisoners`, `python -m prisoners` and `cli.py`."""
    gc.set_threshold(LITTER)
    app(prog_name="prisoners")


__all__ = ["MENU", "Menu", "app", "complain", "main"]
