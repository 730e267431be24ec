"""An entry of a zip archive, as workbooks and documents are made of them: nothing says when, where and by whom."""

from __future__ import annotations

import zipfile

NEUTRAL_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name."""


def neutral_entry(name: str) -> zipfile.ZipInfo:
    """An entry that says nothing about when, where and by whom it was made."""
    entry = zipfile.ZipInfo(name, NEUTRAL_TIME)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0o600 << 16
    return entry
