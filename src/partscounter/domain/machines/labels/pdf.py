"""Sheets of labels as PDF, to be printed at 100 %."""

import io
from collections.abc import Sequence
from itertools import cycle, islice

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from partscounter.domain.machines.labels.layout import Layout
from partscounter.domain.machines.labels.stock import Stock

_FONT = "Helvetica"
_LETTERS = "cp1252"
"""What the built-in fonts of PDF can show; other letters are printed as question marks."""


def draw_pdf(layouts: Sequence[Layout], stock: Stock, skip: int = 0) -> bytes:
    """As many sheets as it takes; the first `skip` labels of the first sheet were used before."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=tuple(side * mm for side in stock.page), invariant=1, pageCompression=1)
    canvas.setTitle("Labels")
    place = skip % stock.places
    corners = islice(cycle(tuple(stock.corners())), place, None)
    for layout, corner in zip(layouts, corners, strict=False):
        if place == stock.places:
            canvas.showPage()
            place = 0
        _draw(canvas, layout, corner, stock)
        place += 1
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def _draw(canvas: Canvas, layout: Layout, corner: tuple[float, float], stock: Stock) -> None:
    """PDF counts from below."""
    canvas.saveState()
    canvas.translate(corner[0] * mm, (stock.page[1] - corner[1]) * mm)
    canvas.scale(mm, mm)
    module = layout.symbol_side / layout.symbol.modules
    left, top = layout.symbol_corner
    path = canvas.beginPath()
    for column, row, length in layout.symbol.runs():
        path.rect(left + column * module, -top - (row + 1) * module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)
    for line in layout.lines:
        canvas.setFont(_FONT, line.size)
        canvas.drawString(line.x, -line.baseline, line.text.encode(_LETTERS, "replace").decode(_LETTERS))
    canvas.restoreState()
