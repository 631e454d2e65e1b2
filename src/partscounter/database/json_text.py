"""JSON as SQLite keeps it: text that this program wrote, read without the search for blanks around it."""

import json
from typing import Any

_begin_reading = json.JSONDecoder().raw_decode


def read_json(text: str) -> Any:  # noqa: ANN401 - whatever was written
    """What `json.loads` makes of `text`, sooner: most are some letters long. Raises JSONDecodeError as that does."""
    if text == "[]":  # of order lines nearly every text is this
        return []
    if text[:1].isspace():
        return json.loads(text)
    value, end = _begin_reading(text)
    return value if end == len(text) else json.loads(text)
