"""The checks of an update, in the order in which the contract's page tells them; the first that fails is answered.

Each is a small predicate, true where something is wrong. The first table needs the body alone, the second also knows
the dealer and the document. (Rows 1 and 2 of the page, token and readable JSON, are judged before.)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Case:
    """An update with what is known of its dealer and its document; None where it names none that is known."""

    sent: SentUpdate
    caller: Credential
    dealer: Dealer | None = None
    part_keys: frozenset[str] | None = None
    """The names of the document's parts."""


Check = tuple[Callable[[Case], bool], ErrorCode]

WHAT_IS_MISSING: tuple[Check, ...] = (
    (lambda case: value.is_blank(case.sent.body.get("dealerCode")), ErrorCode.MISSING_DEALER_CODE),
    (lambda case: value.is_blank(case.sent.body.get("documentNumber")), ErrorCode.MISSING_DOCUMENT_NUMBER),
    (lambda case: value.is_blank(case.sent.body.get("documentStatus")), ErrorCode.MISSING_DOCUMENT_STATUS),
    (lambda case: not value.is_one_of(case.sent.fulfillment.get("type"), TYPES), ErrorCode.MISSING_FULFILLMENT_DETAILS),
    (lambda case: case.sent.fulfillment.get("parts") in (None, []), ErrorCode.MISSING_PARTS),
)
"""Rows 3 to 7."""

WHAT_IS_WRONG: tuple[Check, ...] = (
    (lambda case: case.dealer is None, ErrorCode.INVALID_DEALER_CODE),
    (lambda case: not _may_speak_for_dealer(case), ErrorCode.AUTHENTICATION_ERROR),
    (lambda case: case.part_keys is None, ErrorCode.INVALID_DOCUMENT_NUMBER),
    (lambda case: not value.is_status(case.sent.body.get("documentStatus")), ErrorCode.INVALID_DOCUMENT_STATUS),
    (lambda case: value.is_wrong_status(case.sent.fulfillment.get("status")), ErrorCode.INVALID_FULFILLMENT_STATUS),
    (lambda case: check_parts.any_wrong_status(case.sent.parts), ErrorCode.INVALID_PART_STATUS),
    (lambda case: not _are_parts_of_document(case), ErrorCode.INVALID_PARTS_LIST),
    (lambda case: check_shipment.is_tracking_wrong(case.sent), ErrorCode.MISSING_TRACKING_ID),
    (lambda case: check_shipment.is_carrier_wrong(case.sent), ErrorCode.MISSING_TRACKING_URL_CARRIER),
    (lambda case: check_shipment.is_date_missing(case.sent), ErrorCode.MISSING_SHIP_DATE),
    (lambda case: check_shipment.is_date_wrong(case.sent), ErrorCode.INVALID_SHIP_DATE),
)
"""Rows 8 to 17."""


def first_fault(checks: Iterable[Check], case: Case) -> ErrorCode | None:
    """The code of the first check that finds something wrong."""
    return next((code for is_wrong, code in checks if is_wrong(case)), None)


def look_up(tx: ReadTx, case: Case) -> Case:
    """`case` with its dealer, and with its document if the caller may know of it."""
    code = value.text_within(case.sent.body.get("dealerCode"), DEALER_CODE_LENGTH)
    dealer = dealers.find_dealer_by_code(tx, code) if code and len(code) == DEALER_CODE_LENGTH else None
    number = value.text_within(case.sent.body.get("documentNumber"), DOCUMENT_NUMBER_LENGTH)
    if dealer is None or not number or not case.caller.sees_dealer(dealer.id):
        return replace(case, dealer=dealer)
    return replace(case, dealer=dealer, part_keys=orders.find_part_keys(tx, dealer.id, number))


def _may_speak_for_dealer(case: Case) -> bool:
    return case.dealer is not None and case.caller.sees_dealer(case.dealer.id)


def _are_parts_of_document(case: Case) -> bool:
    return case.part_keys is not None and check_parts.are_parts_of(case.part_keys, case.sent.parts)
