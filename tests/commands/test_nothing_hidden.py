"""Nothing in a file that leaves is hidden from whoever opens it: every report and every paper, in every language."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from prisoners.commands import settings
from prisoners.reports.catalogue import REPORTS
from prisoners.sheets.document_file import DOCUMENTS
from prisoners.sheets.write import FORMATS
from prisoners.vocabulary import Audience
from tests.commands.conftest import type_command
from tests.commands.leavers import make_registry
from tests.commands.ways_out import NEEDED

PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml"
    r"|xl/(workbook|styles|theme/theme1|worksheets/sheet\d+|drawings/drawing\d+|charts/chart\d+|sharedStrings)\.xml"
    r"|xl/(_rels/workbook|worksheets/_rels/sheet\d+|drawings/_rels/drawing\d+)\.xml\.rels"
    r"|word/(document|styles|numbering|settings|fontTable|footer\d*)\.xml|word/_rels/document\.xml\.rels"
    r"|word/media/[a-z]+\d*\.(png|jpeg)"
)
"""Everything that a workbook or a document may be made of: no comments, no macros, no links to other files."""
HIDING = re.compile(
    rb"<(?!definedName)[^<>]* hidden=\"(1|true)\"|veryHidden|<w:vanish|<w:comment|<w:(ins|del) |<!--"
    rb"|display: *none|visibility: *hidden|<script|\sonload=|<input|externalLink|<oleObject"
    rb"|/EmbeddedFile|/JavaScript|/Launch|/OpenAction|/Annot/Subtype/Text"
    rb"|<legacyDrawing|customXml|thumbnail|<w:rsid|lastModifiedBy>[^<]|<dc:creator>[^<]",
    re.IGNORECASE,
)
NAMES = re.compile(rb"<definedName ([^>]*)>")
SHOWN_NAME = re.compile(rb'name="_xlnm\.(Print_Titles|Print_Area|_FilterDatabase)"')
LANGUAGES = ("en", "fa", "both")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home whose registry has sent one file, so that something can have changed since."""
    home = tmp_path_factory.mktemp("open") / "home"
    make_registry(home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRISONERS_HOME", str(home))
        patch.setattr(settings, "_chosen", [])
        assert type_command("export", str(home.with_name("sent.csv"))).exit_code == 0
    return home


@pytest.fixture
def made(home, tmp_path, monkeypatch):
    """Make a file by a command, and read it."""
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setattr(settings, "_chosen", [])

    def make(ending: str, *words: str) -> bytes:
        """The file; nothing where nobody is meant by what was asked."""
        path = tmp_path / f"made{ending}"
        path.unlink(missing_ok=True)
        done = type_command(*(str(path) if word == "{}" else word for word in words))
        assert (done.exit_code, path.exists()) in {(0, True), (5, False)}, (words, done.output)
        return path.read_bytes() if done.exit_code == 0 else b""

    return make


def hidden(content: bytes) -> list[str]:
    """What is hidden in a file, by name."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [found[0].decode() for found in HIDING.finditer(content)]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {entry.filename: packed.read(entry) for entry in packed.infolist()}
        marks = [entry.filename for entry in packed.infolist() if entry.comment or entry.extra]
        marks += [entry.filename for entry in packed.infolist() if entry.date_time != (1980, 1, 1, 0, 0, 0)]
    unknown = [name for name in parts if not PARTS.fullmatch(name)]
    inside = [
        f"{name}: {found[0].decode()}" for name, part in parts.items() for found in HIDING.finditer(part)
    ]
    names = [
        found[1].decode()
        for part in parts.values()
        for found in NAMES.finditer(part)
        if not SHOWN_NAME.search(found[1])
    ]
    return [*marks, *unknown, *inside, *names, *_other_targets(parts), *_unseen_ink(parts)]


def _other_targets(parts: dict[str, bytes]) -> list[str]:
    """Links that lead to anything but a page of the web."""
    outside = [
        found
        for name, part in parts.items()
        if name.endswith(".rels")
        for found in re.findall(rb'<Relationship [^>]*TargetMode="External"[^>]*>', part)
    ]
    return [found.decode() for found in outside if not re.search(rb'Target="https?://', found)]


def _unseen_ink(parts: dict[str, bytes]) -> list[str]:
    """Columns and rows of no width or height, letters of no size, and letters as white as the paper."""
    unseen = (
        rb'<col [^>]*width="0"|<row [^>]*ht="0"|<sz val="0"|<w:sz w:val="[0-3]"|<color rgb="(FF|00)FFFFFF"'
    )
    always = {
        name: re.sub(rb"<dxf>.*?</dxf>", b"", part) for name, part in parts.items()
    }  # on a ground of its own
    return [
        f"{name}: {found[0].decode()}" for name, part in always.items() for found in re.finditer(unseen, part)
    ]


def reports(ending: str, *, every: bool) -> list[list[str]]:
    """A report in a language, for everybody outside; with `every`, each in all of them."""
    if ending == ".jsonl":
        return []
    audiences = list(Audience)
    ways = [
        [
            "report",
            one.name,
            *NEEDED[one.needs],
            "-o",
            "{}",
            "--lang",
            lang,
            "-a",
            audience,
            "--population",
            "ever",
        ]
        for one in REPORTS
        for lang in LANGUAGES
        for audience in audiences
    ]
    return ways if every else ways[:1]


def papers(*, every: bool) -> list[list[str]]:
    """A case sheet or a form in a language."""
    ways = [
        [*words, "{}", "--lang", lang]
        for words in (["dossier", "P-0001"], *(["un-form", form, "P-0001"] for form in ("wgad", "wgeid")))
        for lang in LANGUAGES
    ]
    return ways if every else ways[:1]


IN_THE_SUITE = (".docx", ".html", ".xlsx")
LENGTHS = [
    *(pytest.param(ending, False, id=f"some {ending}") for ending in IN_THE_SUITE),
    *(
        pytest.param(ending, True, id=f"all {ending}", marks=pytest.mark.trust)
        for ending in sorted({*FORMATS, *DOCUMENTS})
    ),
]


@pytest.mark.parametrize(("ending", "every"), LENGTHS)
def test_nothing_is_hidden_in_any_file_that_leaves(made, ending, every):
    if ending == ".pdf":
        pytest.importorskip("typst")
    exports = [["export", "{}", "--lang", lang] for lang in (LANGUAGES if every else ("both",))]
    ways = [
        *(exports + reports(ending, every=every) if ending in FORMATS else []),
        *(papers(every=every) if ending in DOCUMENTS else []),
    ]
    files = {" ".join(words): made(ending, *words) for words in ways}
    assert sum(map(bool, files.values())) > len(ways) / 2
    assert {asked: found for asked, content in files.items() if content and (found := hidden(content))} == {}


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b'<col min="1" max="1" hidden="1"/>'),
        ("xl/worksheets/sheet1.xml", b'<col min="1" max="1" width="0"/>'),
        ("xl/workbook.xml", b'<sheet state="veryHidden"/>'),
        ("xl/workbook.xml", b'<definedName name="secret">1</definedName>'),
        ("xl/comments1.xml", b""),
        ("xl/externalLinks/externalLink1.xml", b""),
        ("xl/worksheets/_rels/sheet1.xml.rels", b'<Relationship Target="file:///x" TargetMode="External"/>'),
        ("docProps/custom.xml", b""),
        ("docProps/thumbnail.jpeg", b""),
        ("docProps/core.xml", b"<dc:creator>Sara</dc:creator>"),
        ("word/document.xml", b"<w:vanish/>"),
        ("word/comments.xml", b""),
    ],
)
def test_what_is_hidden_is_seen(part: str, content: bytes, tmp_path: Path):
    with zipfile.ZipFile(path := tmp_path / "made.xlsx", "w") as packed:
        packed.writestr(zipfile.ZipInfo(part), content)
    assert hidden(path.read_bytes())
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(zipfile.ZipInfo("xl/workbook.xml"), b"<workbook/>")
    assert hidden(path.read_bytes()) == []
