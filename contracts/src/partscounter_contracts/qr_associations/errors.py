"""What QR Code Associations answers when it says no (the document shows no error; the shape is order tracking's)."""

from msgspec import Struct


class ErrorBody(Struct, frozen=True, kw_only=True):
    """`code` is the HTTP status as text, `error` its name, such as NOT_FOUND."""

    code: str
    error: str
    description: str
