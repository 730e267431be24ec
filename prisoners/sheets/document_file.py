"""Makes a document a file that leaves: with its manifest, in the format of its name, saved whole or not at all."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from prisoners.errors import FileNotSound, UnknownFormat
from prisoners.privacy.withheld import HeldText
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.document import Document, check_texts, on_paper, picture_in
from prisoners.sheets.document_docx import write_docx
from prisoners.sheets.document_html import write_html
from prisoners.sheets.document_markdown import write_markdown
from prisoners.sheets.document_pdf import check_pdf, write_pdf
from prisoners.sheets.manifest import Manifest
from prisoners.sheets.save import Fresh, saved
from prisoners.store.named import Named

DOCUMENTS: dict[str, Callable[[BinaryIO, Document], None]] = {
    ".docx": write_docx,
    ".html": write_html,
    ".md": write_markdown,
    ".pdf": write_pdf,
}
"""Endings of a file name, and who writes them."""


@dataclass(frozen=True)
class PreparedDocument:
    """A document that is ready to be looked at, agreed to and written."""

    manifest: Manifest
    document: Document
    held: list[HeldText]
    """Texts that were held back, for the researcher alone."""
    named: Named = field(default_factory=dict)
    """Whom it is about, and by which rule that person is named."""

    def standing(self, ending: str) -> Named:
        """Who stands in a file of this ending: in each the same."""
        del ending
        return self.named


def check_document(target: Path) -> None:
    """Raise UnknownFormat for a name whose ending says no document, PdfNeedsTypst where no pdf can be made."""
    ending = target.suffix.lower()
    if ending not in DOCUMENTS:
        raise UnknownFormat(target.name, sorted(DOCUMENTS))
    if ending == ".pdf":
        check_pdf()


def sheets_of(document: Document, key: str) -> list[Sheet]:
    """What each page says, as one column: counted in the manifest, and the ground of its digest."""
    picture = picture_in(document)
    shown = [hashlib.sha256(picture.content).hexdigest()] if picture else []
    return [
        Sheet(page.title, key, (Column("text", key),), [(text,) for text in [*page.texts(), *shown]])
        for page in document
    ]


def bytes_of(document: Document, ending: str) -> bytes:
    """The file of this ending."""
    made = io.BytesIO()
    DOCUMENTS[ending.lower()](made, on_paper(document))
    return made.getvalue()


@contextmanager
def document_written(prepared: PreparedDocument, target: Path) -> Iterator[Fresh]:
    """The new file, which takes the place of the old one when the block ends well."""
    check_document(target)
    check_texts(prepared.document)
    write, document = DOCUMENTS[target.suffix.lower()], on_paper(prepared.document)
    with saved(target, lambda file: write(file, document), _whole(target)) as fresh:
        yield fresh


def _whole(target: Path) -> Callable[[Path], None]:
    """What the file must pass before it takes its name: it ends as a file of its format does."""
    ends = {".docx": b"PK\x05\x06", ".html": b"</html>\n", ".pdf": b"%%EOF"}.get(target.suffix.lower(), b"")

    def verify(unfinished: Path) -> None:
        content = unfinished.read_bytes()
        if not content or ends not in content[-64:]:
            raise FileNotSound(target.name)

    return verify
