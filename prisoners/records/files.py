"""Photographs, verdicts and letters, kept in the registry's folder."""

from __future__ import annotations

from prisoners.records.columns import When, choice, day, flag, link, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Confidentiality, Credibility, FileKind


class FileForm(Form):
    """One file, found again by its path and known by its SHA-256."""

    prisoner_id: int | None = link("prisoners", "whom it is about")
    source_id: int | None = link("sources", "the source it is a copy of")
    kind: FileKind = choice(FileKind, "what it is", default=...)
    path: str = short_text("path in the registry's folder", default=...)
    sha256: str = short_text("SHA-256 of its bytes, in hexadecimal", default=...)
    caption: str | None = short_text("what it shows")
    captured_on: When | None = day("when it was made or captured")
    captured_by: str | None = short_text("who captured it; never leaves")
    verification: Credibility = choice(Credibility, "how well it is verified", default=Credibility.UNKNOWN)
    level: Confidentiality = choice(Confidentiality, "who may see it", default=Confidentiality.INTERNAL)
    withdrawn: bool = flag("entered in error")


class File(FileForm, Row, table=True):
    """One file."""

    __tablename__ = "files"
    __table_args__ = STRICT
