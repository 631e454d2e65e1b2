"""How this API says no: one shape for every refusal, with all that is wrong at once."""

from msgspec import UNSET, Struct, UnsetType


class FieldError(Struct, frozen=True, kw_only=True):
    """One wrong field: its JSON path, such as `images[1]`, and what is wrong with it."""

    field: str
    message: str


class Error(Struct, frozen=True, kw_only=True):
    """`code` is for programs, `message` for people; `field` is the first of `fields`, which names every wrong one."""

    code: str
    message: str
    field: str | UnsetType = UNSET
    fields: list[FieldError] | UnsetType = UNSET


class ErrorBody(Struct, frozen=True, kw_only=True):
    """The body of every answer of 400 and above."""

    error: Error
