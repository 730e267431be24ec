"""The parts of a Word document that are the same in each: its styles, its footer, and how the parts hang together."""

from __future__ import annotations

import html

from prisoners.sheets.document import Document, Picture, picture_in

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = "http://schemas.openxmlformats.org"
_WORD = f'xmlns:w="{_SPACES}/wordprocessingml/2006/main"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TIES = f"{_SPACES}/officeDocument/2006/relationships"

CONTENTS = "[Content_Types].xml"
"""Stands first in the archive, as readers that stream expect."""

_PROPERTIES = f"{_SPACES}/package/2006/metadata/core-properties"
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_SPACES}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_TIES}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_SPACES}/package/2006/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_RIGHTWARDS = '<w:rPr><w:rtl/><w:lang w:bidi="fa-IR"/></w:rPr>'
"""A number that Word writes in Persian digits where it follows the script around it."""


def _core(title: str) -> str:
    """What a program shows as the title of the file, and nothing else about it."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{html.escape(title, quote=False)}</dc:title></cp:coreProperties>"
    )


def _footer(*, rightwards: bool) -> str:
    """The number of a page, below every page but the first."""
    way, look = ("<w:bidi/>", _RIGHTWARDS) if rightwards else ("", "")
    field = "".join(
        f"<w:r>{look}{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f'{_HEAD}<w:ftr {_WORD}><w:p><w:pPr>{way}<w:jc w:val="center"/></w:pPr>{field}</w:p></w:ftr>'


_SETTINGS = (
    f'{_HEAD}<w:settings {_WORD}><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_STYLES = (
    f"{_HEAD}<w:styles {_WORD}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
    '<w:lang w:val="en-GB" w:bidi="fa-IR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0"'
    ' w:after="20"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:spacing w:after="100"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next'
    ' w:val="Normal"/><w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="666666"/>'
    '</w:pBdr><w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="Normal"/><w:rPr>'
    '<w:color w:val="444444"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    "</w:styles>"
)
_OVERRIDES = {
    "word/document.xml": "document.main",
    "word/styles.xml": "styles",
    "word/settings.xml": "settings",
    "word/footer.xml": "footer",
}


def media_name(picture: Picture) -> str:
    """Where a picture stands in the archive."""
    return f"word/media/picture.{picture.kind}"


def parts(document: Document) -> dict[str, str]:
    """Every part but the body and the picture."""
    picture, first = picture_in(document), document[0]
    return {
        CONTENTS: _types(picture),
        "_rels/.rels": _ROOT,
        "docProps/core.xml": _core(first.title),
        "word/_rels/document.xml.rels": _ties(picture),
        "word/footer.xml": _footer(rightwards=first.rightwards),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": _STYLES,
    }


def _types(picture: Picture | None) -> str:
    """What each part is."""
    image = f'<Default Extension="{picture.kind}" ContentType="image/{picture.kind}"/>' if picture else ""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in _OVERRIDES.items()
    )
    overrides += (
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    )
    return (
        f'{_HEAD}<Types xmlns="{_SPACES}/package/2006/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{image}{overrides}</Types>'
    )


def _ties(picture: Picture | None) -> str:
    """What the body leans on: rId1 styles, rId2 settings, rId3 the footer, rId4 the picture."""
    leaned = [("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer.xml")]
    leaned += [("image", f"media/picture.{picture.kind}")] if picture else []
    ties = "".join(
        f'<Relationship Id="rId{number}" Type="{_TIES}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(leaned, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_SPACES}/package/2006/relationships">{ties}</Relationships>'
