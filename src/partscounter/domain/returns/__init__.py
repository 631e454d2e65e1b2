"""Returns: goods that customers send back, from the request to the credit."""

from partscounter.domain.returns.authorise import authorise_return, refuse_return, withdraw_return
from partscounter.domain.returns.credit import credit_return
from partscounter.domain.returns.errors import (
    InvalidReturn,
    NotReturnable,
    TooManyReturned,
    UnknownReturn,
    WrongReturnState,
)
from partscounter.domain.returns.events import ReturnChanged, ReturnTermsSet
from partscounter.domain.returns.goods_return import (
    GoodsReturn,
    Requester,
    ReturnedLine,
    ReturnState,
    ReturnTerms,
    returnable_units,
)
from partscounter.domain.returns.lookup import (
    count_returns,
    find_differences,
    get_return,
    list_newest_returns,
    list_returns,
    list_returns_of_orders,
)
from partscounter.domain.returns.rebuild import ReturnDifference, find_unlike_history
from partscounter.domain.returns.receive import Inspected, receive_return
from partscounter.domain.returns.request import request_return
from partscounter.domain.returns.terms import get_return_terms, set_return_terms

__all__ = [
    "GoodsReturn",
    "Inspected",
    "InvalidReturn",
    "NotReturnable",
    "Requester",
    "ReturnChanged",
    "ReturnDifference",
    "ReturnState",
    "ReturnTerms",
    "ReturnTermsSet",
    "ReturnedLine",
    "TooManyReturned",
    "UnknownReturn",
    "WrongReturnState",
    "authorise_return",
    "count_returns",
    "credit_return",
    "find_differences",
    "find_unlike_history",
    "get_return",
    "get_return_terms",
    "list_newest_returns",
    "list_returns",
    "list_returns_of_orders",
    "receive_return",
    "refuse_return",
    "request_return",
    "returnable_units",
    "set_return_terms",
    "withdraw_return",
]
