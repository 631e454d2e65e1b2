"""Any answer as XML (*ours*): keys are elements under `<response>`, the members of a list its name in the singular.

Not every Q&A label can name an element; one that cannot becomes `<entry label="…">`.
"""

import html
import re
from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT = "response"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(value: object, member: str) -> bytes:
    """`value`, made of plain dicts, lists, texts and numbers. `member` names the members of a list at the top."""
    return f"{DECLARATION}<{ROOT}>{_content(value, member)}</{ROOT}>".encode()


def element(name: str, value: object) -> str:
    """One element with all that is in it."""
    content = _content(value, singular(name))
    if _NAME.fullmatch(name):
        return f"<{name}>{content}</{name}>"
    return f'<entry label="{escape(name)}">{content}</entry>'


def singular(name: str) -> str:
    """What one member of a list of this name is called: `results` has `result`, `categories` has `category`."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name.removesuffix("s")


def escape(text: str) -> str:
    """`text` as it may stand in XML; characters that XML has no place for are left out.

    A carriage return that stood there as it is would be read as a line feed (XML 1.0, section 2.11).
    """
    return html.escape(_NOT_XML.sub("", text)).replace("\r", "&#13;")


def _content(value: object, member: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Mapping():
            return "".join(element(str(key), inner) for key, inner in value.items())
        case list() | tuple():
            return "".join(element(member, inner) for inner in value)
        case _:
            return escape(str(value))
