"""Pictures made of a few bytes: a PNG of one point, a small JPEG, and what cameras write into them."""

from __future__ import annotations

import struct
import zlib

SECRET = b"GPS 35.7956 51.3957 taken by Qanari on 2024-03-20"


def chunk(name: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def segment(marker: int, content: bytes) -> bytes:
    """One segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


_HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
_POINT = chunk(b"IDAT", zlib.compress(b"\0\x80"))
PIXEL = b"\x89PNG\r\n\x1a\n" + _HEAD + _POINT + chunk(b"IEND", b"")
TOLD_PIXEL = (
    b"\x89PNG\r\n\x1a\n"
    + _HEAD
    + chunk(b"tEXt", b"Comment\0" + SECRET)
    + chunk(b"eXIf", SECRET)
    + _POINT
    + chunk(b"IEND", b"")
    + SECRET
)

_TABLES = segment(0xDB, b"\0" + bytes(64)) + segment(0xC4, b"\0" + bytes(16))
_SIZE = segment(0xC0, b"\x08" + struct.pack(">HH", 40, 30) + b"\x01\x01\x11\0")
_SCAN = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
JPEG = b"\xff\xd8" + _TABLES + _SIZE + _SCAN + b"\xff\xd9"
TOLD_JPEG = (
    b"\xff\xd8"
    + segment(0xE1, b"Exif\0\0" + SECRET)
    + segment(0xE0, b"JFIF" + SECRET)
    + _TABLES
    + segment(0xFE, SECRET)
    + _SIZE
    + _SCAN
    + segment(0xED, SECRET)
    + b"\xff\xd9"
    + SECRET
)
