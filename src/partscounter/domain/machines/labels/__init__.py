"""Labels with a machine's code: SVG, PNG and PDF sheets. Importing this takes a while; no door does at its start."""

from partscounter.domain.machines.labels.label import Label, Symbol, label_of, symbol_of, symbol_text
from partscounter.domain.machines.labels.render import LabelFormat, render_label, render_sheets
from partscounter.domain.machines.labels.stock import STOCKS, Stock

__all__ = [
    "STOCKS",
    "Label",
    "LabelFormat",
    "Stock",
    "Symbol",
    "label_of",
    "render_label",
    "render_sheets",
    "symbol_of",
    "symbol_text",
]
