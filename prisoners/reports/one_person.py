"""A document about one person, ready to leave: asked about, let through the gate, with its manifest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from prisoners.errors import NothingToExport
from prisoners.reports.material import Material, Options, gather, situation
from prisoners.reports.people import People
from prisoners.reports.speech import Lang, Speech
from prisoners.sheets.asked import told
from prisoners.sheets.document import Document
from prisoners.sheets.document_file import PreparedDocument, sheets_of
from prisoners.sheets.manifest import TITLE, manifest_of
from prisoners.sheets.speech import Both
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import Audience

UNIT: Both = ("One person.", "یک نفر.")


@contextmanager
def about(
    reader: Reader,
    person: int,
    *,
    audience: Audience,
    today: dt.date,
    lang: Lang = Lang.EN,
    known: str | None = None,
) -> Iterator[Material]:
    """Everything about one person that may leave, as known now or then; raises NothingToExport."""
    with situation(reader, known, None, today) as (then, day):
        material = gather(
            reader, then, audience=audience, today=today, on=day, options=Options(), speech=Speech(lang),
            whom=lambda _then, _on: [person],
        )  # fmt: skip
        if person not in material.people.shown:
            raise NothingToExport(1, audience, material.leaving.withheld.people.most_common())
        yield material


def in_each(material: Material) -> list[Material]:
    """The same in each language that was asked for."""
    if material.speech.lang is not Lang.BOTH:
        return [material]
    spoken = [Speech(lang) for lang in (Lang.EN, Lang.FA)]
    return [
        replace(material, speech=speech, people=People(material.leaving, speech, material.on))
        for speech in spoken
    ]


def prepared(
    material: Material, person: int, document: Document, name: str, called: Both
) -> PreparedDocument:
    """The document with its manifest; `name` is that of the report or form that it is, for programs."""
    reference = write_reference("prisoners", person)
    manifest = manifest_of(
        sheets_of(document, name),
        audience=material.audience,
        known=material.known,
        selection=told(reference, frozenset(), material.audience, material.watch),
        asked=material.asked,
        statuses=[material.people.status(person)],
        withheld=material.leaving.withheld,
        lang=material.speech.lang,
    )
    title = f"{material.speech.words(TITLE)}: {material.speech.either(called)}"
    # Of one person there is nothing to count, and the status stands in the document.
    manifest = replace(
        manifest, title=title, unit=material.speech.either(UNIT), report=name, population=(), sheets=()
    )
    named = {person: material.leaving.rules[person]}
    return PreparedDocument(manifest, document, material.leaving.withheld.texts, named)
