"""A label as SVG, in millimetres."""

from xml.sax.saxutils import escape

from partscounter.domain.machines.labels.layout import Layout, Line

_SVG = "http://www.w3.org/2000/svg"
_FONT = "Helvetica, Arial, sans-serif"


def draw_svg(layout: Layout) -> bytes:
    """The label by itself; it is as large as it is printed."""
    x, y = layout.symbol_corner
    scale = layout.symbol_side / layout.symbol.modules
    path = "".join(f"M{column} {row}h{length}v1h-{length}z" for column, row, length in layout.symbol.runs())
    width, height = f"{layout.width:g}", f"{layout.height:g}"
    parts = [
        f'<svg xmlns="{_SVG}" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<path transform="translate({x:.3f} {y:.3f}) scale({scale:.5f})" shape-rendering="crispEdges" d="{path}"/>',
        *(_text(line) for line in layout.lines),
        "</svg>",
    ]
    return "\n".join(parts).encode()


def _text(line: Line) -> str:
    place = f'x="{line.x:.2f}" y="{line.baseline:.2f}" font-size="{line.size:.2f}"'
    return f'<text {place} font-family="{_FONT}">{escape(line.text)}</text>'
