"""What became of a cart, in the contract's words."""

from partscounter.domain.orders import LineFault, SoldCart
from partscounter.wire.inventory.read_sale import store_of
from partscounter_contracts.inventory import (
    UNKNOWN,
    SaleCreate,
    SaleCreated,
    SaleError,
    SaleErrorCode,
    SaleErrorItem,
    SaleErrorReason,
    SaleLineItem,
)
from partscounter_contracts.moment import seconds
from partscounter_contracts.number import number_or_text

_REASONS = {
    LineFault.FORBIDDEN_VENDOR: SaleErrorReason(
        code=SaleErrorCode.FORBIDDEN_VENDOR, message="You may not create sales documents for this vendor"
    ),
    LineFault.NOT_FOUND: SaleErrorReason(code=SaleErrorCode.NOT_FOUND, message="There is no such item"),
    LineFault.NOT_UNIQUE: SaleErrorReason(
        code=SaleErrorCode.NOT_UNIQUE,
        message="More than one item matches; name vendor_id, vendor_store and vendor_inventory_id",
    ),
    LineFault.NOT_AVAILABLE: SaleErrorReason(
        code=SaleErrorCode.NOT_AVAILABLE, message="The item is no longer available"
    ),
}


def render_created(sold: SoldCart, sale: SaleCreate) -> SaleCreated:
    """The answer to `sale`, with an error for each line that was not sold."""
    return SaleCreated(
        online_transaction_id=sold.transaction_id,
        created=seconds(sold.created_at),
        errors=[
            SaleError(item=_item(sale.line_items[index]), error=_REASONS[fault])
            for index, fault in sorted(sold.faults.items())
        ],
    )


def _item(line: SaleLineItem) -> SaleErrorItem:
    """The line as the cart named it."""
    named = line.vendor_inventory_id
    return SaleErrorItem(
        vendor_id=line.vendor_id,
        vendor_store=number_or_text(store_of(line)),
        vendor_inventory_id=UNKNOWN if named is None else named,
    )
