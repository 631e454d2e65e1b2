"""Labels, read back by a decoder that shares no code with what drew them; as printed, and damaged."""

import io
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from partscounter.domain import assets
from partscounter.domain.assets import Asset, FreeCode
from partscounter.domain.machines.labels import (
    STOCKS,
    Label,
    LabelFormat,
    label_of,
    render_label,
    render_sheets,
    symbol_of,
    symbol_text,
)

CODE = "CMDZ18G9RYCCW8Y"
BASE = "https://counter.example"
ADDRESS = f"HTTPS://COUNTER.EXAMPLE/{CODE}"
LABEL = Label(ADDRESS, (CODE, "CAT 926M", "S/N F2600123"))
DOTS = 300


def texts_in(image: Image.Image) -> list[str]:
    return [
        each.text
        for each in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    ]


def png_of(label: Label, stock: str) -> Image.Image:
    return Image.open(io.BytesIO(render_label(label, STOCKS[stock], LabelFormat.PNG)))


def pages_of(pdf: bytes) -> list[Image.Image]:
    """Rastered as a printer of 300 dots an inch does."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def numbered(count: int) -> list[Label]:
    codes = [f"{number:015d}" for number in range(count)]
    return [Label(symbol_text(BASE, code), (code,)) for code in codes]


@pytest.mark.parametrize("stock", STOCKS)
def test_a_png_of_every_size_says_the_address(stock: str) -> None:
    image = png_of(LABEL, stock)

    assert texts_in(image) == [ADDRESS]
    width, height = (round(side / 25.4 * DOTS) for side in STOCKS[stock].label)
    assert image.size == (width, height)


@pytest.mark.parametrize("stock", STOCKS)
@pytest.mark.parametrize("degrees", [7, 90, 180])
def test_it_is_read_turned_and_small_and_grey(stock: str, degrees: int) -> None:
    image = png_of(LABEL, stock).point(lambda value: 60 + value // 2).rotate(degrees, expand=True, fillcolor=187)
    image.thumbnail((image.width // 2, image.height // 2))

    assert texts_in(image) == [ADDRESS]


@pytest.mark.parametrize("corner", [(19, 19), (10, 10), (19, 9), (9, 19)])
def test_it_is_read_with_a_piece_torn_out(corner: tuple[int, int]) -> None:
    image = png_of(LABEL, "single-50x50")
    symbol = image.crop((0, 0, image.width, image.height * 7 // 10)).point(lambda value: 255 - value).getbbox()
    assert symbol is not None
    module = (symbol[2] - symbol[0]) / 29
    x, y = (edge + place * module for edge, place in zip(symbol, corner, strict=False))
    ImageDraw.Draw(image).rectangle((x, y, x + 10 * module, y + 10 * module), fill=255)

    assert texts_in(image) == [ADDRESS]


def test_the_symbol_has_its_quiet_zone_and_can_lose_a_quarter() -> None:
    symbol = symbol_of(ADDRESS)

    assert symbol.modules == 29 + 2 * 4
    border = [*symbol.rows[:4], *symbol.rows[-4:], *(row[:4] + row[-4:] for row in symbol.rows)]
    assert not any(any(row) for row in border)
    assert sum(length for _, _, length in symbol.runs()) == sum(sum(row) for row in symbol.rows)


@pytest.mark.parametrize("stock", STOCKS)
@pytest.mark.parametrize("model", ["926M", "W" * 40, "M" * 500])
def test_nothing_is_drawn_at_the_rim_however_long_the_names_are(stock: str, model: str) -> None:
    image = png_of(Label(ADDRESS, (CODE, model, "S/N F2600123")), stock)

    width, height = image.size
    edges = [(0, 0, width, 6), (0, height - 6, width, height), (0, 0, 6, height), (width - 6, 0, width, height)]
    assert [image.crop(edge).getextrema() for edge in edges] == [(255, 255)] * 4
    assert texts_in(image) == [ADDRESS]


def test_the_svg_says_the_code_for_people_and_is_as_large_as_the_label() -> None:
    label = Label(ADDRESS, (CODE, "A & B <1>", "S/N 7"))
    root = ET.fromstring(render_label(label, STOCKS["a4-24"], LabelFormat.SVG))  # noqa: S314 - our own text

    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("63.5mm", "33.9mm", "0 0 63.5 33.9")
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == [CODE, "A & B <1>", "S/N 7"]


@pytest.mark.parametrize("stock", ["a4-24", "letter-30"])
def test_every_label_of_a_sheet_is_read_where_it_belongs(stock: str) -> None:
    given = STOCKS[stock]
    labels = numbered(given.places)
    (page,) = pages_of(render_sheets(labels, given))

    dots = DOTS / 25.4
    found = []
    for x, y in given.corners():
        box = (x, y, x + given.label[0], y + given.label[1])
        found += texts_in(page.crop(tuple(round(edge * dots) for edge in box)))  # type: ignore[arg-type]  # four of them
    assert found == [label.text for label in labels]


def test_labels_that_were_used_are_left_out_and_the_rest_goes_to_the_next_sheet() -> None:
    stock = STOCKS["a4-14"]
    labels = numbered(3)
    first, second = pages_of(render_sheets(labels, stock, skip=12))

    assert sorted(texts_in(first)) == [label.text for label in labels[:2]]
    assert texts_in(second) == [labels[2].text]


@pytest.mark.parametrize(
    ("base", "text"),
    [
        (BASE, ADDRESS),
        (BASE + "/", ADDRESS),
        ("http://127.0.0.1:8080", f"HTTP://127.0.0.1:8080/{CODE}"),
        (BASE + "/parts", f"{BASE}/parts/{CODE}"),
    ],
)
def test_the_symbol_says_where_this_counter_is_reached(base: str, text: str) -> None:
    assert symbol_text(base, CODE) == text
    assert assets.code_in(text) == CODE


def test_a_label_names_the_machine_if_there_is_one() -> None:
    made_at = datetime(2026, 3, 2, tzinfo=UTC)
    machine = Asset(1, CODE, "F2600123", "CAT", "926M", "", None, "", "", "TD00", made_at, "PENDING", None, None)

    assert label_of(machine, BASE) == LABEL
    assert label_of(FreeCode(CODE, made_at, "cli"), BASE) == Label(ADDRESS, (CODE,))


def test_letters_that_a_pdf_has_no_font_for_do_not_stop_it() -> None:
    pdf = render_label(Label(ADDRESS, (CODE, "Škoda 車 é")), STOCKS["single-62x29"], LabelFormat.PDF)

    assert [texts_in(page) for page in pages_of(pdf)] == [[ADDRESS]]
