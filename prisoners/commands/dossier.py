"""`prisoners dossier`: one person on one page, for a file or a meeting, through the gate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.leaving import (
    For,
    ForWhom,
    To,
    Why,
    make,
    say_held,
    sending,
    show_manifest,
    with_restrictions,
)
from prisoners.commands.looking import KnownOn
from prisoners.commands.say import complain
from prisoners.reports.speech import Lang
from prisoners.vocabulary.consent import Audience

Paper = Annotated[Path, typer.Argument(metavar="FILE", help="The file to make: .docx, .pdf, .html or .md.")]
Language = Annotated[Lang, typer.Option(help="The language of words and dates.")]


def dossier(
    who: door.Who,
    target: Paper,
    audience: ForWhom = Audience.ADVOCATES,
    lang: Language = Lang.EN,
    photo: Annotated[
        bool, typer.Option("--photo/--no-photo", help="With the photograph that may be shown.")
    ] = True,
    known: KnownOn = None,
    to: To = None,
    intervention: For = None,
    because: door.Because = None,
    why: Why = False,
    as_json: door.Json = False,
) -> None:
    """Make the case sheet of one person: one page, with nothing on it that the audience may not see."""
    from prisoners.reports.dossier import dossier as case_sheet
    from prisoners.reports.dossier_words import WORDS
    from prisoners.reports.one_person import about, prepared
    from prisoners.reports.photograph import photograph
    from prisoners.sheets.document_file import check_document

    check_document(target)
    said = sending(target, to, because, intervention)
    with door.reading() as reader:
        person = door.who(who, reader)
        with about(
            reader, person.id, audience=audience, today=door.today(), lang=lang, known=known
        ) as material:
            picture = photograph(material, person.id, settings.home()) if photo else None
            sheet = case_sheet(material, person.id, picture)
            made = prepared(material, person.id, sheet, "dossier", WORDS["dossier"])
    ready = with_restrictions(made, target)
    show_manifest(ready, as_json=as_json)
    say_held(ready.held, why=why)
    for remark in material.remarks:
        complain(remark)
    make(ready, target, replace(said, selection=person.reference), yes=True)
