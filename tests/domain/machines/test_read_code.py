"""Codes in photos."""

import io

import pytest
from PIL import Image, ImageFilter

from partscounter.domain.machines.labels import STOCKS, Label, LabelFormat, render_label
from partscounter.domain.machines.photos import NoCodeInPhoto, UnreadablePhoto, read_code

CODE = "CMDZ18G9RYCCW8Y"


def photo_of(text: str, form: str = "JPEG", *, blur: float = 2.0) -> bytes:
    """A label on a machine, somewhat out of focus and not straight."""
    png = render_label(Label(text, (CODE,)), STOCKS["single-50x50"], LabelFormat.PNG)
    label = Image.open(io.BytesIO(png)).convert("RGB").rotate(12, expand=True, fillcolor=(200, 170, 40))
    scene = Image.new("RGB", (1200, 900), (200, 170, 40))
    scene.paste(label, (280, 80))
    written = io.BytesIO()
    scene.filter(ImageFilter.GaussianBlur(blur)).save(written, form)
    return written.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("text", [f"HTTPS://COUNTER.EXAMPLE/{CODE}", f"HTTPS://QR.CAT.COM/{CODE}", CODE])
def test_the_code_is_read(form: str, text: str) -> None:
    assert read_code(photo_of(text, form)) == CODE


@pytest.mark.parametrize("text", ["https://elsewhere.example/", "WIFI:S:yard;;"])
def test_another_symbol_is_no_code(text: str) -> None:
    with pytest.raises(NoCodeInPhoto):
        read_code(photo_of(text))


def test_a_picture_without_a_symbol_has_no_code() -> None:
    with pytest.raises(NoCodeInPhoto):
        read_code(photo_of(CODE, blur=40))


def bomb() -> bytes:
    written = io.BytesIO()
    Image.new("1", (10_000, 7_000)).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize("photo", [b"", b"no picture", photo_of(CODE, "PNG")[:2000], photo_of(CODE, "GIF"), bomb()])
def test_what_is_no_picture_is_refused(photo: bytes) -> None:
    with pytest.raises(UnreadablePhoto):
        read_code(photo)
