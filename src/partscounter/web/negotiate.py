"""The Accept header: does it leave room for the type that we would answer with (RFC 9110 §12.5.1)?"""


def accepts(header: str, media_type: str) -> bool:
    """True if `media_type` may be sent. The most specific range decides; no header, or an empty one, takes all."""
    kind = media_type.partition("/")[0]
    qualities = {name: quality for name, quality in map(_read_range, header.split(",")) if name}
    if not qualities:
        return True
    for candidate in (media_type, f"{kind}/*", "*/*"):
        if candidate in qualities:
            return qualities[candidate] > 0
    return False


def _read_range(text: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    name = "*/*" if name == "*" else name
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            return name, _read_quality(value)
    return name, 1.0


def _read_quality(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0
