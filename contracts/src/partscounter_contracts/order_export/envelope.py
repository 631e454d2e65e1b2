"""The envelope of every answer but the single order: always `status`, `error` and `data` ("Downloading Orders")."""

from enum import StrEnum
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from partscounter_contracts.order_export.order import Order


class Status(StrEnum):
    """`failure` says the request was wrong, `error` that the server was; a client may treat them alike."""

    SUCCESS = "success"
    FAILURE = "failure"
    ERROR = "error"


class MarkResult(Struct, frozen=True, kw_only=True):
    """Whether one order number was marked received; `error` is there only when it was not."""

    success: bool
    error: str | UnsetType = UNSET


class NewOrders(Struct, frozen=True, kw_only=True):
    """Every order not yet marked received, ascending by id. Also the body of a push, with one order."""

    status: Literal["success"] = "success"
    error: None = None
    data: list[Order]


class MarkedOrders(Struct, frozen=True, kw_only=True):
    """One entry per distinct order number sent."""

    status: Literal["success"] = "success"
    error: None = None
    data: dict[str, MarkResult]


class TakenOrder(Struct, frozen=True, kw_only=True):
    """The order as it was taken, with the numbers it was given."""

    status: Literal["success"] = "success"
    error: None = None
    data: Order


class Failure(Struct, frozen=True, kw_only=True):
    """Nothing was done; `error` says why in a sentence."""

    status: Status
    error: str
    data: None = None
