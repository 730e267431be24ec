"""`prisoners un-form`: what the United Nations ask about one person, filled from the record, and what is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door
from prisoners.commands.leaving import (
    For,
    To,
    Why,
    make,
    say_held,
    sending,
    show_manifest,
    with_restrictions,
)
from prisoners.commands.looking import KnownOn
from prisoners.commands.safe import safe_text
from prisoners.commands.say import complain
from prisoners.commands.tables import show_table
from prisoners.reports.speech import Lang
from prisoners.vocabulary.consent import Audience
from prisoners.vocabulary.words import label

if TYPE_CHECKING:
    from prisoners.reports.un_form import Filled

FormName = Annotated[str, typer.Argument(metavar="FORM", help="wgad, wgeid or special-rapporteur.")]
Paper = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]", help="The file to make: .docx, .html, .md or .pdf; without it, what is missing."
    ),
]
Sent = Annotated[
    Audience,
    typer.Option("--audience", "-a", help="For whom; internal makes a draft that is not to be sent."),
]
Language = Annotated[Lang, typer.Option(help="The language of questions, words and dates.")]


def un_form(
    form: FormName,
    who: door.Who,
    target: Paper = None,
    audience: Sent = Audience.ADVOCATES,
    lang: Language = Lang.EN,
    known: KnownOn = None,
    to: To = None,
    intervention: For = None,
    because: door.Because = None,
    why: Why = False,
    as_json: door.Json = False,
) -> None:
    """Fill a form of the United Nations from the record, and say what is missing and which consents stand.

    A form that is to be sent is made only where every consent that it needs stands today.
    """
    from prisoners.reports.un_form import filled
    from prisoners.sheets.document_file import check_document

    if target:
        check_document(target)
        said = sending(target, to, because, intervention)
    asking = audience if target else Audience.INTERNAL  # what is missing is asked for by a researcher
    with door.reading() as reader:
        person = door.who(who, reader)
        made = filled(reader, form, person.id, audience=asking, today=door.today(), lang=lang, known=known)
    _show(made, as_json=as_json)
    if target:
        ready = with_restrictions(made.prepared, target)
        if not as_json:
            show_manifest(ready, as_json=False)
        say_held(ready.held, why=why)
        make(ready, target, replace(said, selection=person.reference), yes=True)


def _show(made: Filled, *, as_json: bool) -> None:
    """What is missing, what to type, and where the consents stand."""
    from prisoners.reports.un_consents import told_of

    missing, consents = made.missing, made.consents

    if as_json:
        told = {"missing": [gap.__dict__ for gap in missing], "consents": told_of(consents)}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        rows = [[gap.number, gap.asks, gap.fill or "write it in by hand"] for gap in missing]
        if rows:
            show_table(["question", "missing", "what to type"], rows)
        for scope, state in told_of(consents).items():
            code, by, whom = scope.partition(" by ")
            typer.echo(safe_text(f"consent to {label('consent_scope', code)}{by}{whom}: {state}"))
    if vital := [gap.number for gap in missing if gap.vital]:
        complain(f"The form is not taken without {', '.join(vital)}.")
    for scope in consents.restricted:
        complain(
            f"The consent “{scope}” does not cover everything: read what it leaves out before anything is sent."
        )
