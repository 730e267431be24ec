"""The photograph of a person, where one may be shown to the audience and is still what was recorded."""

from __future__ import annotations

import hashlib
from pathlib import Path

from prisoners.reports.dossier_words import WORDS
from prisoners.reports.material import Material
from prisoners.sheets.document import Picture
from prisoners.sheets.picture import clean_picture
from prisoners.store.references import write_reference


def photograph(material: Material, person: int, home: Path) -> Picture | None:
    """The newest photograph that left the gate, freed of what the camera wrote into it; raises PictureUnreadable.

    A face tells more than a name: of somebody who is not named in full, none is shown.
    """
    people = material.people
    if people.shown[person].code:
        return None
    rows = [row for row in people.rows("files", person) if row.get("kind") == "photo"]
    for row in sorted(rows, key=lambda row: (str(row.get("captured_on") or ""), row["id"]), reverse=True):
        kept = material.then.row("SELECT path, sha256 FROM files WHERE id = :number", number=row["id"])
        content = _content(home / kept["path"]) if kept else b""
        if kept and hashlib.sha256(content).hexdigest() == kept["sha256"]:
            caption = str(row.get("caption") or material.speech.either(WORDS["photo"]))
            return clean_picture(content, write_reference("files", row["id"]), caption)
        material.remarks.append(
            f"{write_reference('files', row['id'])}: the photograph is not in the registry's folder as it was "
            "recorded, and was left out."
        )
    return None


def _content(file: Path) -> bytes:
    """The bytes of a file; none of one that is not there."""
    return file.read_bytes() if file.is_file() else b""
