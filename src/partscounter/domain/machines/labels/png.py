"""A label as PNG: every module a whole number of dots, so that none is grey."""

import io

from PIL import Image, ImageDraw, ImageFont

from partscounter.domain.machines.labels.layout import Layout
from partscounter.domain.machines.labels.stock import MILLIMETRES_OF_INCH

DOTS_PER_INCH = 300


def draw_png(layout: Layout, dots_per_inch: int = DOTS_PER_INCH) -> bytes:
    """The label by itself, for a printer of that many dots."""
    dots = dots_per_inch / MILLIMETRES_OF_INCH
    image = Image.new("L", (round(layout.width * dots), round(layout.height * dots)), 255)
    draw = ImageDraw.Draw(image)
    module = max(1, int(layout.symbol_side * dots) // layout.symbol.modules)
    spare = (layout.symbol_side * dots - module * layout.symbol.modules) / 2
    left, top = (round(edge * dots + spare) for edge in layout.symbol_corner)
    for column, row, length in layout.symbol.runs():
        x, y = left + column * module, top + row * module
        draw.rectangle((x, y, x + length * module - 1, y + module - 1), fill=0)
    for line in layout.lines:
        font = ImageFont.load_default(line.size * dots)
        draw.text((line.x * dots, line.baseline * dots), line.text, fill=0, font=font, anchor="ls")
    written = io.BytesIO()
    image.save(written, "PNG", dpi=(dots_per_inch, dots_per_inch), optimize=True)
    return written.getvalue()
