"""Refusals about assets and their QR codes."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class MalformedCode(Invalid):
    """A QR code association id is 15 characters of 0-9 and A-Z."""

    code = "malformed_qr_code"


class UnknownCode(NotFound):
    """No asset bears this QR code."""

    code = "unknown_qr_code"


class CodeTaken(Conflict):
    """The QR code, or the machine, is associated already."""

    code = "qr_code_taken"


class TooManyCodes(Invalid):
    """So many codes are not made at once."""

    code = "too_many_qr_codes"
