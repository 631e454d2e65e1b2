"""What the eCat export document prints, and one whole order in this project's fields."""

from typing import Any

Sample = dict[str, Any]

MARK_REQUEST = ["XYZ-123", "XYZ-124"]

_BILL_TO: Sample = {
    "name": "Cate ContactPerson",
    "company": "Company Ltd.",
    "street": "Narrow street 1",
    "street2": "",
    "city": "Smalltown",
    "state": "",
    "postal_code": "123456",
    "country": "GB",
}

ORDER: Sample = {
    "id": 356509,
    "uuid": "631F4C43-361B-4385-A1EC-7D214B5B4EBE",
    "order_number": "6385-031318-392",
    "original_order_number": "6385-031318-392",
    "document_number": "6385-031318-392",
    "revision": 0,
    "status": "submitted",
    "submitted_at": "2018-03-13T15:20:00Z",
    "order_date": "2018-03-13",
    "ship_date": None,
    "cancel_date": None,
    "po_number": "PO-1007",
    "rep": {"code": "6385", "name": "Rita Rep", "email": "rita.rep@demo.example"},
    "customer": {
        "code": "C-100",
        "name": "Company Ltd.",
        "email": "cate.contactperson@company.com",
        "phone": "123-4567890",
    },
    "bill_to": _BILL_TO,
    "ship_to": {"code": "", **_BILL_TO},
    "shipping_method": "Ground",
    "terms": "NET 30",
    "notes": "",
    "items": [
        {
            "line": 1,
            "item_code": "1R-1808",
            "description": "Engine oil filter",
            "quantity": 4,
            "unit_of_measure": "EA",
            "price": 19.99,
            "price_code": "",
            "discount_percent": 0,
            "extended_price": 79.96,
            "notes": "",
        },
    ],
    "subtotal": 79.96,
    "discount": 0,
    "shipping": 12.5,
    "tax": 0,
    "total": 92.46,
    "currency": "USD",
    "channel": "order_entry",
}
"""`id`, `uuid` and `order_number` are printed; the rest is this project's."""

RESUBMITTED_ORDER: Sample = ORDER | {
    "id": 378430,
    "order_number": "6385-031318-392-1",
    "document_number": "6385-031318-392-1",
    "revision": 1,
}

NEW_ORDERS: Sample = {"status": "success", "error": None, "data": [ORDER | {"status": "replaced"}, RESUBMITTED_ORDER]}

MARKED: Sample = {
    "status": "success",
    "error": None,
    "data": {"XYZ-123": {"success": True}, "XYZ-124": {"success": False, "error": "an error message"}},
}

FAILURE: Sample = {"status": "failure", "error": "The body is not a JSON array of order numbers", "data": None}

ENTRY: Sample = {
    "customer": {"code": "C-100"},
    "po_number": "PO-1007",
    "rep": {"code": "6385"},
    "items": [{"item_code": "1R-1808", "quantity": 4, "price": 19.99}],
}

RECEIPT: Sample = {
    "waiting": 2,
    "digest": "1c868b02e8fd13b836ab3859baa4812e8d6e1e1a14a50ac367b2c16ff8964b07",
}
CONSUMER: Sample = {"name": "erp", "created_at": "2026-03-02T09:30:00Z", "waiting": 2}
