"""Native charts of a workbook: bars and lines that are told apart without colour, drawn from the cells beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.text import RichText
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.drawing.xdr import XDRPositiveSize2D

from prisoners.sheets.speech import Speech
from prisoners.sheets.summary import Drawn, Figure

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

POINTS_A_CENTIMETRE = 28.35
WIDE = 15
"""Centimetres."""
BAR = "44546A"
LINES = (("7F7F7F", "dash", 1.25), ("000000", "solid", 2.25), ("7F7F7F", "sysDot", 1.25))
"""Colour, dashes and points of thickness of each line: least, known, most."""
POINT = 12_700
"""One point in the unit of a drawing."""
SMALL = 800
"""Hundredths of a point of the letters along an axis."""
BESIDE = 18
"""Points between a table and its chart."""
BELOW = 2
"""Points between the top of its row and a chart, whose frame would else lie on the edge of the page before."""


def chart_of(page: Worksheet, figure: Figure, head: int, points: float, speech: Speech) -> Any:
    """The chart of a figure whose headings stand in this row; as many points high as said."""
    chart: Any = _lines(page, figure, head) if figure.drawn is Drawn.LINES else _bars(page, figure, head)
    chart.title = figure.title
    chart.title.overlay = False
    chart.width, chart.height = WIDE, points / POINTS_A_CENTIMETRE
    # Excel hides an axis of which nothing is said; every bar has its number beside it.
    chart.x_axis.delete, chart.y_axis.delete = False, figure.drawn is Drawn.BARS
    chart.x_axis.txPr = _letters()
    chart.y_axis.number_format, chart.y_axis.scaling.min = count_format(speech), 0
    if speech.is_persian and figure.drawn is Drawn.BARS:
        chart.y_axis.scaling.orientation = "maxMin"
    return chart


def _letters() -> RichText:
    """The size of what stands along an axis: the names of all bars have room."""
    look = CharacterProperties(sz=SMALL)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def placed(chart: Any, column: int, row: int) -> Any:
    """The chart with its corner in this cell, apart from the table before it, no part of its frame above the row."""
    wide, high = (round(side * POINTS_A_CENTIMETRE * POINT) for side in (chart.width, chart.height))
    corner = AnchorMarker(col=column - 1, colOff=BESIDE * POINT, row=row - 1, rowOff=BELOW * POINT)
    size = XDRPositiveSize2D(wide, high - 2 * BELOW * POINT)
    chart.anchor = OneCellAnchor(_from=corner, ext=size)
    return chart


def count_format(speech: Speech) -> str:
    """The format of a count; in a Persian file programs show it in Persian digits."""
    return "[$-3000429]0" if speech.is_persian else "0"


def _bars(page: Worksheet, figure: Figure, head: int) -> BarChart:
    """One bar a row, the first one on top, with its number."""
    chart = BarChart()
    chart.type, chart.gapWidth, chart.legend = "bar", 40, None
    last = head + figure.bars
    chart.add_data(Reference(page, min_col=2, min_row=head, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(page, min_col=1, min_row=head + 1, max_row=last))
    chart.x_axis.scaling.orientation, chart.x_axis.tickLblSkip = "maxMin", 1
    chart.series[0].graphicalProperties.solidFill = BAR
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    chart.y_axis.majorGridlines = None
    return chart


def _lines(page: Worksheet, figure: Figure, head: int) -> Any:
    """One line a column of numbers, over the rows."""
    chart: Any = LineChart()
    last, columns = head + len(figure.rows), len(figure.columns)
    chart.add_data(
        Reference(page, min_col=2, max_col=columns, min_row=head, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(page, min_col=1, min_row=head + 1, max_row=last))
    for series, (colour, dashes, thick) in zip(chart.series, LINES, strict=False):
        line = series.graphicalProperties.line
        line.solidFill, line.dashStyle, line.width = colour, dashes, round(thick * POINT)
        series.smooth = False
    chart.legend.position = "b"
    chart.x_axis.tickLblSkip, chart.x_axis.tickLblPos = 3, "low"
    return chart
