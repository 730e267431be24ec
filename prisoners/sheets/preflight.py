"""What a workbook must be before it is opened: a small honest archive, with nothing in it that runs."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from prisoners.errors import NoSuchFile, SheetUnreadable

LARGEST_FILE = 20 * 1024 * 1024
MOST_ENTRIES = 200
MOST_UNPACKED = 150 * 1024 * 1024
GREATEST_RATIO = 100
SMALL = 1024 * 1024
"""Entries up to this size may pack better than that: a short part is mostly the same words."""

_SAID: dict[str, str] = {
    "vbaProject.bin": "it holds macros, which were not run",
    "xl/externalLinks/": "it has links to other files, which were not followed",
    "xl/embeddings/": "it holds embedded objects, which were not opened",
    "xl/comments": "it has comments on cells, which were not read",
    "xl/threadedComments/": "it has comments on cells, which were not read",
}


_OTHERS = {
    ".xls": "a workbook of Excel 97 to 2003",
    ".xlsb": "a binary workbook of Excel",
    ".ods": "a workbook of LibreOffice",
    ".numbers": "a workbook of Apple Numbers",
    ".pdf": "a PDF",
    ".doc": "a document of Word",
    ".docx": "a document of Word",
    ".html": "a web page",
}
"""What lists come in that is not read here, by the ending of the file."""

_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = {
    _COMPOUND: ".xls",
    b"%pdf": ".pdf",
    b"<!doctype html": ".html",
    b"<html": ".html",
    b"<table": ".html",
}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BEGINNING = 4096
_SAVE_ANEW = "Open it in Excel or LibreOffice, save it as .xlsx, and try again."
_NEW_NAME = "Give it the ending that it should have, and try again."


def check_file(path: Path) -> None:
    """Raise NoSuchFile, or SheetUnreadable for a file that is larger than any list is or no list by its beginning."""
    if not path.is_file():
        raise NoSuchFile(path.name)
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise SheetUnreadable(
            path.name,
            f"it has {size // 1024 // 1024} MB, and {LARGEST_FILE // 1024 // 1024} MB are the most that is read",
            "Split it, or save it anew without pictures.",
        )
    ending = path.suffix.lower()
    if ending in _OTHERS:
        raise SheetUnreadable(path.name, f"it is {_OTHERS[ending]}", _SAVE_ANEW)
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError as error:
        raise SheetUnreadable(path.name, f"the system does not let it be opened: {error.strerror}") from None
    _check_beginning(path, beginning, is_workbook=ending in (".xlsx", ".xlsm"))


def _check_beginning(path: Path, beginning: bytes, *, is_workbook: bool) -> None:
    """Raise SheetUnreadable for a file that is not what its ending says, with what to do about it."""
    if not beginning.strip(b" \t\r\n\0"):
        raise SheetUnreadable(path.name, "it is empty", "Ask its sender for it again.")
    if beginning.startswith(_COMPOUND) and _LOCKED in path.read_bytes():
        raise SheetUnreadable(
            path.name, "it is protected by a password", "Open it, save it without one, and try again."
        )
    for sign, ending in _BEGINNINGS.items():
        if beginning.lstrip().lower().startswith(sign):
            raise SheetUnreadable(path.name, f"it is {_OTHERS[ending]}", _SAVE_ANEW)
    is_archive = beginning.startswith(_ARCHIVE)
    if is_archive and not is_workbook:
        raise SheetUnreadable(path.name, "it is a workbook under the name of a text", _NEW_NAME)
    if is_workbook and not is_archive and _is_text(beginning):
        raise SheetUnreadable(path.name, "it is a text under the name of a workbook", _NEW_NAME)


def _is_text(beginning: bytes) -> bool:
    return not any(byte < ord(" ") and byte not in b"\t\r\n" for byte in beginning)


def check_workbook(path: Path) -> list[str]:
    """What to know about a workbook before it is opened; raises SheetUnreadable for one that must not be."""
    try:
        with zipfile.ZipFile(path) as book:
            entries = book.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise SheetUnreadable(path.name, "it is no workbook, or it is damaged") from error
    if why := _why_not(entries):
        raise SheetUnreadable(path.name, why, "Ask its sender to save the list anew as .xlsx or .csv.")
    names = [entry.filename for entry in entries]
    if not any(name.startswith("xl/") for name in names) and (kind := _kind(names)):
        raise SheetUnreadable(path.name, f"it is {kind}", _SAVE_ANEW)
    return list(dict.fromkeys(said for part, said in _SAID.items() if any(part in name for name in names)))


def _kind(names: list[str]) -> str:
    """What an archive is that is no workbook of Excel."""
    if "content.xml" in names:
        return _OTHERS[".ods"]
    return _OTHERS[".docx"] if "word/document.xml" in names else ""


def _why_not(entries: list[zipfile.ZipInfo]) -> str:
    if len(entries) > MOST_ENTRIES:
        return f"it holds {len(entries):,} parts; a workbook has fewer than {MOST_ENTRIES}"
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        return f"it unpacks to more than {MOST_UNPACKED // 1024 // 1024} MB"
    return next((why for entry in entries if (why := _fault_of(entry))), "")


def _fault_of(entry: zipfile.ZipInfo) -> str:
    path = entry.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path:
        return "a part of it has a path that leads outside"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "a part of it is a link"
    if entry.flag_bits & 1:
        return "it is protected by a password"
    if entry.file_size > SMALL and entry.file_size > GREATEST_RATIO * max(entry.compress_size, 1):
        return "a part of it is packed as no list of people is"
    return ""
