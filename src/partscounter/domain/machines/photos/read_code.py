"""Reading a machine's code from a photo."""

import io

import zxingcpp
from PIL import Image, UnidentifiedImageError

from partscounter.domain import assets
from partscounter.domain.assets import MalformedCode
from partscounter.domain.machines.photos.errors import NoCodeInPhoto, UnreadablePhoto

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 2400
"""A code fills a good part of a photo; to look at more dots takes longer and finds nothing more."""


def read_code(photo: bytes) -> str:
    """The code on the label in `photo`, at any angle, dark on light or light on dark.

    Refuses with UnreadablePhoto, and with NoCodeInPhoto where no QR symbol in it says a machine's code.
    """
    image = _open(photo)
    symbols = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    for text in (symbol.text for symbol in symbols):
        try:
            return assets.code_in(text)
        except MalformedCode:
            continue
    raise NoCodeInPhoto("There is no machine's code in the photo.")


def _open(photo: bytes) -> Image.Image:
    """In shades of grey. The size is looked at before the picture is unpacked: some bytes can be a million dots."""
    try:
        with Image.open(io.BytesIO(photo), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UnreadablePhoto(f"The photo has more than {MOST_PIXELS // 1_000_000} million dots.")
            image.draft("L", (_LONGEST_SIDE, _LONGEST_SIDE))
            grey = image.convert("L")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise UnreadablePhoto(f"The file is no picture that can be read; these can: {', '.join(FORMATS)}.") from None
    grey.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return grey
