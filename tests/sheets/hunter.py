"""The hunter: finds canaries in the bytes of anything that left, however they were packed, encoded or escaped."""

from __future__ import annotations

import base64
import html
import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from tests.sheets.canaries import LATIN, NUMBER, PERSIAN

DEEPEST = 4
"""So many packings, one within the other, are looked through."""
_MARKS = re.compile(f"{LATIN}[a-z]{{4}}|{PERSIAN}[\u0600-\u06ff]{{4}}|{NUMBER}[0-9]{{8}}", re.IGNORECASE)
_PACKED = re.compile(rb"[A-Za-z0-9+/_\-]{12,}")
_OTHER_BASE64 = bytes.maketrans(b"-_", b"+/")
_IN_HEXADECIMAL = re.compile(rb"(?:[0-9A-Fa-f]{2}){6,}")
_DEFLATED = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_TAGS = re.compile("<[^<>]*>")
_ESCAPES = re.compile(r"\\+u([0-9A-Fa-f]{4})|_x([0-9A-Fa-f]{4})_|\\'([0-9A-Fa-f]{2})")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_SAME_LETTERS = str.maketrans("يكى", "یکی", "\u200c\u200d\u00ad\u2060\ufeff\\")


def hunted(*outputs: bytes | str) -> frozenset[str]:
    """Every canary in these outputs, as it was written into the registry."""
    found: set[str] = set()
    for output in outputs:
        for text in _texts(output.encode("utf-8", "replace") if isinstance(output, str) else output, DEEPEST):
            found |= {mark.lower().replace(LATIN.lower(), LATIN) for mark in _MARKS.findall(text)}
    return frozenset(found)


def _texts(data: bytes, deep: int) -> Iterator[str]:
    """Everything that these bytes can be read as."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield _plain(f"{packed.comment!r} {packed.namelist()}")
            for part in packed.infolist():
                yield from _texts(packed.read(part) + part.comment + part.extra, deep - 1)
        return
    if data.startswith(b"%PDF"):
        yield _plain(_read_on_paper(data))
    for encoding in ("utf-8", "cp1256"):
        yield (text := _plain(data.decode(encoding, "replace")))
        yield _TAGS.sub("", text)
    for encoding in _WIDE:
        width = 2 if "16" in encoding else 4
        if any(mark.encode(encoding) in data for mark in (LATIN, PERSIAN, NUMBER)):
            yield from (_plain(data[start:].decode(encoding, "replace")) for start in range(width))
    if deep:
        for inner in _unpacked(data):
            yield from _texts(inner, deep - 1)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What is packed in these bytes: base64 in every alignment, hexadecimal, deflated streams."""
    for run in {*_PACKED.findall(data), *_PACKED.findall(data.translate(None, b"\r\n"))}:
        plain = run.translate(_OTHER_BASE64)
        yield from (_from_base64(plain[start:]) for start in range(4))
    yield from (bytes.fromhex(run.decode()) for run in _IN_HEXADECIMAL.findall(data))
    for stream in _DEFLATED.findall(data):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue


def _read_on_paper(data: bytes) -> str:
    """What a person reads on the pages of a pdf, whose letters a font may have numbered; "" without pdftotext."""
    if shutil.which("pdftotext") is None:
        return ""
    words = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(words, input=data, capture_output=True, check=True).stdout.decode()


def _from_base64(run: bytes) -> bytes:
    whole = run[:-1] if len(run) % 4 == 1 else run
    return base64.b64decode(whole + b"=" * (-len(whole) % 4))


def _plain(text: str) -> str:
    """The text without escapes, with one form of every letter and digit."""
    for _ in range(3):
        text = _ESCAPES.sub(_unescaped, unquote(html.unescape(text)))
    text = unicodedata.normalize("NFKC", text).translate(_SAME_LETTERS)
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _unescaped(found: re.Match[str]) -> str:
    if found[3]:
        return bytes.fromhex(found[3]).decode("cp1256", "replace")
    return chr(int(found[1] or found[2], 16))
