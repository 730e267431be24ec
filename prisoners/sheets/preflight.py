"""What a workbook must be before it is opened: a small honest archive, with nothing in it that runs."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from prisoners.errors import SheetUnreadable

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


def check_size(path: Path) -> None:
    """Raise SheetUnreadable for a file larger than any list is."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise SheetUnreadable(
            path.name,
            f"it has {size // 1024 // 1024} MB, and {LARGEST_FILE // 1024 // 1024} is the most that is read",
        )


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
    return list(dict.fromkeys(said for part, said in _SAID.items() if any(part in name for name in names)))


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
