"""The options of a command that writes: one for each field of a record that may stand on a command line."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer

from prisoners.commands.fields import FIELDS, Field
from prisoners.commands.guarded import GUARDED

Command = TypeVar("Command", bound=Callable[..., None])

Form = Annotated[
    str | None,
    typer.Option(
        "--form", metavar="FILE", help="Read the fields from a TOML or JSON file; - reads it from stdin."
    ),
]


def takes(table: str, *but: str) -> Callable[[Command], Command]:
    """Give a command whose last parameter is `**facts` an option for every field of a table that is not private."""

    def with_options(command: Command) -> Command:
        signature = inspect.signature(command, eval_str=True)
        plain = [
            one for one in signature.parameters.values() if one.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        taken = {one.name for one in plain} | set(but)
        options = [
            _option(name, field)
            for name, field in FIELDS[table].items()
            if not field.private and name not in taken
        ]
        private = [name for name, field in FIELDS[table].items() if field.private]
        private += GUARDED[table].fields if table in GUARDED else ()
        if private:
            options.append(_asked(private))
        setattr(command, "__signature__", signature.replace(parameters=[*plain, *options]))  # noqa: B010 - as inspect asks
        return command

    return with_options


def _option(name: str, field: Field) -> inspect.Parameter:
    words = name.removeprefix("is_").replace("_", "-")
    says = field.says[:1].upper() + field.says[1:] + "."
    if field.flag:
        kind: Any = Annotated[bool | None, typer.Option(f"--{words}/--no-{words}", help=says)]
    else:
        complete = (lambda incomplete: _codes(field.codes, incomplete)) if field.codes else None
        kind = Annotated[str | None, typer.Option(f"--{words}", help=says, autocompletion=complete)]
    return _keyword(name, kind)


def _asked(private: list[str]) -> inspect.Parameter:
    says = f"Ask for what may not stand on a command line: {', '.join(private)}."
    return _keyword("asked", Annotated[list[str] | None, typer.Option("--ask", metavar="FIELD", help=says)])


def _keyword(name: str, kind: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)


def _codes(code_list: str, incomplete: str) -> list[tuple[str, str]]:
    """The codes that begin like this, with what they are called."""
    from prisoners.vocabulary import label, offered

    return [
        (code, label(code_list, code))
        for code in offered(code_list)
        if code.startswith(incomplete.casefold())
    ]
