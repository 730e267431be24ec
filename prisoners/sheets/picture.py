"""Takes out of a photograph all but the picture: where, when, by whom and with what it was taken stays inside."""

from __future__ import annotations

from prisoners.errors import PictureUnreadable
from prisoners.sheets.document import Picture

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_JPEG = b"\xff\xd8"
_MARK, _SCAN, _END = 0xFF, 0xDA, 0xD9
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Segments that say how large a picture is."""
_JPEG_KEPT = {*_SIZES, 0xC4, 0xDB, 0xDD, 0xEE}
"""Tables, sizes, restarts, and how colours are coded; comments, thumbnails and the camera's notes are left out."""
_FIXED = 4
"""Bytes of a chunk's length, of its name, and of its check sum."""


def clean_picture(content: bytes, name: str, caption: str) -> Picture:
    """The picture alone; raises PictureUnreadable for what is no whole JPEG or PNG."""
    try:
        if content.startswith(_PNG):
            return Picture(_clean_png(content), "png", _png_size(content), caption)
        if content.startswith(_JPEG):
            cleaned, size = _clean_jpeg(content)
            return Picture(cleaned, "jpeg", size, caption)
    except IndexError:
        raise PictureUnreadable(name) from None
    raise PictureUnreadable(name)


def _number(content: bytes, place: int, length: int) -> int:
    """A number that stands in the file; IndexError where the file ends before."""
    if place + length > len(content):
        raise IndexError
    return int.from_bytes(content[place : place + length])


def _png_size(content: bytes) -> tuple[int, int]:
    start = len(_PNG) + 2 * _FIXED
    return _number(content, start, _FIXED), _number(content, start + _FIXED, _FIXED)


def _clean_png(content: bytes) -> bytes:
    kept, place = [_PNG], len(_PNG)
    while True:
        length, name = _number(content, place, _FIXED), content[place + _FIXED : place + 2 * _FIXED]
        end = place + length + 3 * _FIXED
        _number(content, end - 1, 1)
        if name in _PNG_KEPT:
            kept.append(content[place:end])
        if name == b"IEND":
            return b"".join(kept)
        place = end


def _clean_jpeg(content: bytes) -> tuple[bytes, tuple[int, int]]:
    kept, place, size = [_JPEG], len(_JPEG), (0, 0)
    while True:
        if _number(content, place, 1) != _MARK:
            raise IndexError
        marker = _number(content, place + 1, 1)
        if marker == _END:
            return b"".join([*kept, b"\xff\xd9"]), size
        end = place + 2 + _number(content, place + 2, 2)
        _number(content, end - 1, 1)
        if marker in _SIZES:
            size = _number(content, place + 7, 2), _number(content, place + 5, 2)
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        if marker in _JPEG_KEPT or marker == _SCAN:
            kept.append(content[place:end])
        place = end


def _end_of_scan(content: bytes, place: int) -> int:
    """Where the next segment begins: the first mark that is neither a byte of the picture nor a restart."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0:
            raise IndexError
        after = _number(content, place + 1, 1)
        if after not in (0x00, 0xFF) and not 0xD0 <= after <= 0xD7:  # noqa: PLR2004 -- the marks of JPEG
            return place
        place += 1
