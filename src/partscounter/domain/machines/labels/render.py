"""Labels in the format that is asked for."""

from collections.abc import Sequence
from enum import StrEnum

from partscounter.domain.machines.labels.label import Label
from partscounter.domain.machines.labels.layout import lay_out
from partscounter.domain.machines.labels.pdf import draw_pdf
from partscounter.domain.machines.labels.png import draw_png
from partscounter.domain.machines.labels.stock import Stock
from partscounter.domain.machines.labels.svg import draw_svg


class LabelFormat(StrEnum):
    """What a label can be rendered to."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


def render_label(label: Label, stock: Stock, form: LabelFormat) -> bytes:
    """One label of this stock: by itself, or for PDF on the first place of its sheet."""
    layout = lay_out(label, stock.label)
    if form is LabelFormat.PDF:
        return draw_pdf([layout], stock)
    return draw_svg(layout) if form is LabelFormat.SVG else draw_png(layout)


def render_sheets(labels: Sequence[Label], stock: Stock, *, skip: int = 0) -> bytes:
    """PDF sheets of labels, leaving the first `skip` places of the first sheet free."""
    return draw_pdf([lay_out(label, stock.label) for label in labels], stock, skip)
