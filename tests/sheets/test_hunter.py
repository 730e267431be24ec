"""The hunter finds a canary wherever one could hide, so that finding none says something."""

import base64
import io
import json
import shutil
import zipfile
import zlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.sheets.document import Page, Paragraph
from prisoners.sheets.document_pdf import write_pdf
from tests.sheets.canaries import CANARIES, canary
from tests.sheets.hunter import hunted

CANARY = canary(1234)


def zipped(text: str | bytes, name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, text)
    return file.getvalue()


HIDING = {
    "in UTF-8": str.encode,
    "in UTF-16, little end first": lambda text: b"x" + text.encode("utf-16-le"),
    "in UTF-16, big end first": lambda text: text.encode("utf-16-be"),
    "in UTF-32": lambda text: b"xyz" + text.encode("utf-32-le"),
    "in the code page of Windows": lambda text: text.replace("ی", "ي").encode("cp1256"),
    "in base64": lambda text: base64.b64encode(text.encode()),
    "in base64, one byte on": lambda text: base64.b64encode(b"x" + text.encode()),
    "in base64, two bytes on": lambda text: base64.b64encode(b"xy" + text.encode()),
    "in base64 behind other letters": lambda text: b"abc" + base64.urlsafe_b64encode(text.encode()),
    "in base64 in lines": lambda text: base64.encodebytes(b"-" * 50 + text.encode()),
    "in base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16")),
    "in hexadecimal": lambda text: text.encode().hex().upper().encode(),
    "in an address": lambda text: quote(text).encode(),
    "in an address in an address": lambda text: quote(quote(text)).encode(),
    "in XML": lambda text: "".join(f"&#{ord(char)};" for char in text).encode(),
    "in HTML": lambda text: "".join(f"&#x{ord(char):X};" for char in text).encode(),
    "in JSON": lambda text: json.dumps(text).encode(),
    "in JSON in JSON": lambda text: json.dumps(json.dumps(text)).encode(),
    "in a cell of a workbook": lambda text: "".join(f"_x{ord(char):04X}_" for char in text).encode(),
    "behind backslashes": lambda text: "".join(f"\\{char}" for char in text).encode(),
    "in capitals": lambda text: text.upper().encode(),
    "in letters of another width": lambda text: "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text
    ).encode(),
    "in Persian digits": lambda text: text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")).encode(),
    "in Arabic digits": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")).encode(),
    "between joiners": lambda text: "\u200c".join(text).encode(),
    "in a part of a package": zipped,
    "in a package in a package": lambda text: zipped(zipped(text)),
    "in runs of a document": lambda text: zipped("</w:t></w:r><w:r><w:t>".join(text)),
    "in the name of a part": lambda text: zipped("", f"{text}.xml"),
    "in a stream of a paper": lambda text: b"stream\r\n" + zlib.compress(text.encode()) + b"\nendstream",
}


@pytest.mark.parametrize("hide", [pytest.param(hide, id=where) for where, hide in HIDING.items()])
def test_a_canary_is_found(hide):
    assert hunted(b"Nothing else. " + hide(f" {CANARY} ")) == set(CANARY)


@given(st.sampled_from(sorted(CANARIES)), st.text(max_size=40), st.sampled_from(sorted(HIDING)))
def test_every_canary_is_found_between_any_texts(column, around, where):
    one = CANARIES[column]
    assert hunted(around.encode("utf-8", "replace") + b"\n" + HIDING[where](f" {one} ")) >= set(one)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_a_canary_is_found_on_paper():
    pytest.importorskip("typst")
    (file := io.BytesIO()), (page := Page("A page", (Paragraph(f"It is {CANARY}."),)))
    write_pdf(file, (page,))
    assert hunted(file.getvalue()) >= {CANARY.latin, CANARY.number}
    assert hunted(file.getvalue().replace(b"%PDF", b"%pdf")) == frozenset()


def test_where_there_is_none_none_is_found():
    assert hunted("Neda Zarbaf, ندا زرباف, 731000", zipped("Qanari, قناری")) == frozenset()


def test_every_field_has_a_canary_of_its_own():
    parts = [part for one in CANARIES.values() for part in one]
    assert len(set(parts)) == len(parts) > 300
