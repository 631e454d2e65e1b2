"""The checks of an update, in the order in which the contract's page tells them; the first that fails is answered.

Each is a small predicate, true where something is wrong. The first table needs the body alone, the second also knows
the dealer and the document; the third is all that can be said where neither is known. (Rows 1 and 2 of the page, token
and readable JSON, are judged before.)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from partscounter.database import ReadTx
from partscounter.domain import dealers, orders
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Dealer
from partscounter.wire.order_tracking import check_parts, check_shipment, value
from partscounter.wire.order_tracking.sent import SentUpdate
from partscounter_contracts.order_tracking import (
    DEALER_CODE_LENGTH,
    DOCUMENT_NUMBER_LENGTH,
    ErrorCode,
    FulfillmentType,
)

TYPES = frozenset(FulfillmentType)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """An update with what is known of its dealer and its document; None where it names none that is known."""

    sent: SentUpdate
    caller: Credential
    dealer: Dealer | None = None
    part_keys: frozenset[str] | None = None
    """The names of the document's parts."""


Check = tuple[Callable[[Case], bool], ErrorCode]
BodyCheck = tuple[Callable[[SentUpdate], bool], ErrorCode]


def _in_case(checks: tuple[BodyCheck, ...]) -> tuple[Check, ...]:
    return tuple(((lambda case, is_wrong=is_wrong: is_wrong(case.sent)), code) for is_wrong, code in checks)


WHAT_IS_MISSING: tuple[BodyCheck, ...] = (
    (lambda sent: value.is_blank(sent.body.get("dealerCode")), ErrorCode.MISSING_DEALER_CODE),
    (lambda sent: value.is_blank(sent.body.get("documentNumber")), ErrorCode.MISSING_DOCUMENT_NUMBER),
    (lambda sent: value.is_blank(sent.body.get("documentStatus")), ErrorCode.MISSING_DOCUMENT_STATUS),
    (lambda sent: not value.is_one_of(sent.fulfillment.get("type"), TYPES), ErrorCode.MISSING_FULFILLMENT_DETAILS),
    (lambda sent: sent.fulfillment.get("parts") in (None, []), ErrorCode.MISSING_PARTS),
)
"""Rows 3 to 7."""

_STATUSES: tuple[BodyCheck, ...] = (
    (lambda sent: not value.is_status(sent.body.get("documentStatus")), ErrorCode.INVALID_DOCUMENT_STATUS),
    (lambda sent: value.is_wrong_status(sent.fulfillment.get("status")), ErrorCode.INVALID_FULFILLMENT_STATUS),
    (lambda sent: check_parts.any_wrong_status(sent.parts), ErrorCode.INVALID_PART_STATUS),
)
"""Rows 11 to 13."""

_SHIPMENT: tuple[BodyCheck, ...] = (
    (check_shipment.is_tracking_wrong, ErrorCode.MISSING_TRACKING_ID),
    (check_shipment.is_carrier_wrong, ErrorCode.MISSING_TRACKING_URL_CARRIER),
    (check_shipment.is_date_missing, ErrorCode.MISSING_SHIP_DATE),
    (check_shipment.is_date_wrong, ErrorCode.INVALID_SHIP_DATE),
)
"""Rows 15 to 17."""

WHAT_IS_WRONG: tuple[Check, ...] = (
    (lambda case: case.dealer is None, ErrorCode.INVALID_DEALER_CODE),
    (lambda case: not _may_speak_for_dealer(case), ErrorCode.AUTHENTICATION_ERROR),
    (lambda case: case.part_keys is None, ErrorCode.INVALID_DOCUMENT_NUMBER),
    *_in_case(_STATUSES),
    (lambda case: not _are_parts_of_document(case), ErrorCode.INVALID_PARTS_LIST),
    *_in_case(_SHIPMENT),
)
"""Rows 8 to 17."""

WHAT_THE_BODY_SHOWS: tuple[BodyCheck, ...] = (
    *WHAT_IS_MISSING,
    (lambda sent: _dealer_code(sent) is None, ErrorCode.INVALID_DEALER_CODE),
    (lambda sent: _document_number(sent) is None, ErrorCode.INVALID_DOCUMENT_NUMBER),
    *_STATUSES,
    (lambda sent: not check_parts.are_well_formed(sent.parts), ErrorCode.INVALID_PARTS_LIST),
    *_SHIPMENT,
)
"""Rows 3 to 17, as far as they can be judged without dealer and document."""


def first_fault(checks: Iterable[tuple[Callable[[T], bool], ErrorCode]], judged: T) -> ErrorCode | None:
    """The code of the first check that finds something wrong."""
    for is_wrong, code in checks:
        if is_wrong(judged):
            return code
    return None


def look_up(tx: ReadTx, case: Case) -> Case:
    """`case` with its dealer, and with its document if the caller may know of it."""
    code, number = _dealer_code(case.sent), _document_number(case.sent)
    dealer = None if code is None else dealers.find_dealer_by_code(tx, code)
    if dealer is None or number is None or not case.caller.sees_dealer(dealer.id):
        return Case(case.sent, case.caller, dealer)
    return Case(case.sent, case.caller, dealer, orders.find_part_keys(tx, dealer.id, number))


def _dealer_code(sent: SentUpdate) -> str | None:
    """A code that a dealer may have."""
    code = value.text_within(sent.body.get("dealerCode"), DEALER_CODE_LENGTH)
    return code if code and len(code) == DEALER_CODE_LENGTH else None


def _document_number(sent: SentUpdate) -> str | None:
    """A number that a document may have."""
    return value.text_within(sent.body.get("documentNumber"), DOCUMENT_NUMBER_LENGTH) or None


def _may_speak_for_dealer(case: Case) -> bool:
    return case.dealer is not None and case.caller.sees_dealer(case.dealer.id)


def _are_parts_of_document(case: Case) -> bool:
    return case.part_keys is not None and check_parts.are_parts_of(case.part_keys, case.sent.parts)
