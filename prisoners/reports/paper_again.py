"""A case sheet or a form that was sent, made again byte for byte: where the gate of today lets all of it out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

from prisoners.errors import NotMadeAgain
from prisoners.reports.again import Row
from prisoners.reports.dossier import dossier
from prisoners.reports.dossier_words import WORDS
from prisoners.reports.one_person import about, prepared
from prisoners.reports.photograph import photograph
from prisoners.reports.un_form import filled
from prisoners.reports.un_questions import FORMS
from prisoners.sheets.document_file import PreparedDocument, bytes_of
from prisoners.sheets.speech import Lang
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference
from prisoners.vocabulary import Audience

DOSSIER = "dossier"


def is_paper(export: Row) -> bool:
    """Whether what was sent is a case sheet or a form."""
    return export["about"].get("report") in {DOSSIER, *FORMS}


def paper_again(reader: Reader, export: Row, today: dt.date, home: Path) -> PreparedDocument:
    """The document that was sent, as the registry knew things then; raises NotMadeAgain where it would be another."""
    ending = Path(export["file_name"]).suffix
    for ready in _made(reader, export, today, home):
        if hashlib.sha256(bytes_of(ready.document, ending)).hexdigest() == export["sha256"]:
            return ready
    why = "something in it may no longer be shown, or another version of the program wrote it"
    raise NotMadeAgain(write_reference("exports", export["id"]), why)


def _made(reader: Reader, export: Row, today: dt.date, home: Path) -> Iterator[PreparedDocument]:
    """What it may have been: a case sheet was made with a photograph or without."""
    told = export["about"]
    audience, lang = Audience(told["audience"]), Lang(told.get("language", Lang.EN))
    person, known = read_reference(export["selection"])[1], write_reference("updates", export["made_from"])
    if told["report"] != DOSSIER:
        form = told["report"]
        yield filled(reader, form, person, audience=audience, today=today, lang=lang, known=known).prepared
        return
    with about(reader, person, audience=audience, today=today, lang=lang, known=known) as material:
        for picture in dict.fromkeys((photograph(material, person, home), None)):
            yield prepared(material, person, dossier(material, person, picture), DOSSIER, WORDS[DOSSIER])
