"""A sales document read back ("Looking Up Sales Documents"). HEAD and GET differ in keys, so they are two types.

All amounts are text with two places, all dates YYYY-MM-DD; what is unknown is "".
"""

from enum import StrEnum

from msgspec import Struct

from partscounter_contracts.inventory.values import AmountText, Id


class Adjustment(Struct, frozen=True, kw_only=True):
    """An amount added to or taken off a document or a line."""

    name: str
    description: str
    amount: AmountText
    is_taxable: bool
    is_subtotal_adjustment: bool


class SaleDocumentAddress(Struct, frozen=True, kw_only=True):
    """Whom the document bills or where it ships; `mailing` only where it differs from `street`."""

    contact: str
    company: str
    email: str
    street: str
    mailing: str
    city: str
    state: str
    postal_code: str
    country: str
    phone_number: str


class ChildLineItem(Struct, frozen=True, kw_only=True):
    """A line that belongs to another, such as a core."""

    vendor_id: Id
    vendor_store: Id
    vendor_sku: str
    vendor_inventory_id: Id
    vendor_part_name: str
    year: str
    vehicle_make: str
    vehicle_model: str
    part_manufacturer: str
    part_model: str
    sales_document_lineitem_type: str
    description: str
    vin: str
    price: AmountText
    returnable: bool
    days_to_return: int | str
    adjustments: list[Adjustment]


class SaleDocumentLine(ChildLineItem, frozen=True, kw_only=True):
    """One line of the document."""

    child_line_items: list[ChildLineItem]


class SaleDocumentHead(Struct, frozen=True, kw_only=True):
    """A sales document as HEAD answers it, in the header X-Result; its adjustments are always empty."""

    vendor_id: Id
    vendor_store: Id
    vendor_salesdocument_id: Id
    salesdocument_date: str
    document_is_void: bool
    document_is_closed: bool
    date_created: str
    date_closed: str
    shipping_tracking_number: str
    truck_number: str
    online_transaction_id: int | str
    subtotal: AmountText
    total_tax: AmountText
    comments: str
    adjustments: list[Adjustment]
    user_id: Id
    billing_address: SaleDocumentAddress
    shipping_address: SaleDocumentAddress


class SaleDocument(Struct, frozen=True, kw_only=True):
    """A sales document as GET answers it: with purchase order number, adjustments and lines."""

    vendor_id: Id
    vendor_store: Id
    vendor_salesdocument_id: Id
    salesdocument_date: str
    document_is_void: bool
    document_is_closed: bool
    date_created: str
    date_closed: str
    shipping_tracking_number: str
    purchase_order_number: str
    truck_number: str
    online_transaction_id: int | str
    subtotal: AmountText
    total_tax: AmountText
    comments: str
    adjustments: list[Adjustment]
    user_id: Id
    billing_address: SaleDocumentAddress
    shipping_address: SaleDocumentAddress
    line_items: list[SaleDocumentLine]


class Approval(StrEnum):
    """Whether vendor or customer has agreed to a sale."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class SaleListEntry(Struct, frozen=True, kw_only=True):
    """One sales document in a list (this project's shape)."""

    vendor_id: Id
    vendor_store: Id
    vendor_salesdocument_id: Id
    salesdocument_date: str
    document_is_void: bool
    document_is_closed: bool
    date_created: str
    date_closed: str
    shipping_tracking_number: str
    purchase_order_number: str
    online_transaction_id: int | str
    subtotal: AmountText
    total_tax: AmountText
    user_id: Id
    vendor_status: Approval
    customer_status: Approval
