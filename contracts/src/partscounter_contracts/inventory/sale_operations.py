"""Sales as operations."""

from partscounter_contracts.inventory import sale_examples as examples
from partscounter_contracts.inventory.sale_create import SaleCreate, SaleCreated
from partscounter_contracts.inventory.sale_lookup import SaleDocument, SaleDocumentHead, SaleListEntry
from partscounter_contracts.inventory.shapes import OUR_PAGE, head, read, write
from partscounter_contracts.operation import IDEMPOTENCY_KEY, Parameter

_LOOKUP = "Looking Up Sales Documents"
_BY = (
    Parameter("vendor_id", "The vendor", required=True, example="1"),
    Parameter("online_transaction_id", "What create answered", example="90001"),
    Parameter("vendor_store", "With vendor_salesdocument_id: the document's store", example="1"),
    Parameter("vendor_salesdocument_id", "The vendor's own id of the document", example="70001"),
)

SALE_OPERATIONS = (
    *write(
        ("POST", "PUT"),
        "/sale/create",
        "createSale",
        summary="Sell a cart, over one or several vendors",
        section="Creating Sales Documents",
        request=SaleCreate,
        answer=SaleCreated,
        parameters=(IDEMPOTENCY_KEY,),
        request_examples={"one line": examples.SALE_CREATE},
        example=examples.SALE_CREATED,
        more_errors=(422,),
    ),
    read(
        "/sale/lookup",
        "lookUpSale",
        summary="A sales document with its lines",
        section=_LOOKUP,
        answer=SaleDocument,
        parameters=_BY,
        example=examples.SALE_DOCUMENT,
    ),
    head(
        "/sale/lookup",
        "lookUpSaleHead",
        summary="A sales document without its lines",
        section=_LOOKUP,
        answer=SaleDocumentHead,
        parameters=_BY,
        example=examples.SALE_DOCUMENT_HEAD,
    ),
    read(
        "/sale/list",
        "listSales",
        summary="Sales documents by customer, vendor, date and approval",
        section=OUR_PAGE,
        answer=list[SaleListEntry],
        parameters=(
            Parameter("userid", "The customer; user_id is the same"),
            Parameter("user_id", "The customer; userid is the same"),
            Parameter("vendor_id", "The vendor"),
            Parameter("date_range", "first,last as YYYY-MM-DD, both included", example="2026-08-01,2026-08-31"),
            Parameter("vendor_status", "pending, approved or rejected"),
            Parameter("customer_status", "pending, approved or rejected"),
        ),
        example=[examples.SALE_LIST_ENTRY],
        ours=True,
    ),
)
