"""Examples of sales in the shapes the inventory document prints; the values are made up."""

from typing import Any

Sample = dict[str, Any]

_CREATE_ADDRESS: Sample = {
    "contact": "Cate ContactPerson",
    "company": "Company Ltd.",
    "email": "cate.contactperson@company.com",
    "street": "Narrow street 1",
    "city": "Lincoln",
    "state": "NE",
    "postal_code": "68503",
    "country": "United States",
    "phone_number": "123-4567890",
}

SALE_CREATE: Sample = {
    "sale_date": "2026-08-14 10:30:00",
    "sale_total": 14100,
    "user_id": 1,
    "shipping_method": "Pick-Up",
    "comments": "Call before loading",
    "po_number": "PO-1007",
    "line_items": [
        {
            "vendor_id": 1,
            "vendor_store": 1,
            "vendor_inventory_id": "003896",
            "quantity": 1,
            "price": 12500,
            "core_price": 1500,
            "shipping_price": 100,
            "tax_price": 0,
        },
    ],
    "billing_address": _CREATE_ADDRESS | {"fax_number": "123-4567891"},
    "shipping_address": _CREATE_ADDRESS,
}

SALE_CREATED: Sample = {"online_transaction_id": 90001, "created": "2026-08-14 10:30:05", "errors": []}

SALE_REFUSED: Sample = {
    "online_transaction_id": None,
    "created": "2026-08-14 10:30:05",
    "errors": [
        {
            "item": {"vendor_id": 1, "vendor_store": 1, "vendor_inventory_id": "003896"},
            "error": {"code": "ERR_NOT_AVAILABLE", "message": "The item is no longer available"},
        },
    ],
}

_DOCUMENT_ADDRESS: Sample = {
    "contact": "Cate ContactPerson",
    "company": "Company Ltd.",
    "email": "cate.contactperson@company.com",
    "street": "Narrow street 1",
    "mailing": "",
    "city": "Lincoln",
    "state": "NE",
    "postal_code": "68503",
    "country": "United States",
    "phone_number": "123-4567890",
}

ADJUSTMENT: Sample = {
    "name": "Shipping",
    "description": "",
    "amount": "100.00",
    "is_taxable": False,
    "is_subtotal_adjustment": False,
}

CHILD_LINE: Sample = {
    "vendor_id": 1,
    "vendor_store": 1,
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "vendor_part_name": "ENGINE",
    "year": "2014",
    "vehicle_make": "PETERBILT",
    "vehicle_model": "579",
    "part_manufacturer": "CUMMINS",
    "part_model": "ISX",
    "sales_document_lineitem_type": "core",
    "description": "Core charge",
    "vin": "",
    "price": "1500.00",
    "returnable": True,
    "days_to_return": 90,
    "adjustments": [],
}

LINE: Sample = CHILD_LINE | {
    "sales_document_lineitem_type": "inventory",
    "description": "CUMMINS ISX15 engine",
    "price": "12500.00",
    "days_to_return": "",
    "adjustments": [ADJUSTMENT],
    "child_line_items": [CHILD_LINE],
}

SALE_DOCUMENT: Sample = {
    "vendor_id": 1,
    "vendor_store": 1,
    "vendor_salesdocument_id": 70001,
    "salesdocument_date": "2026-08-14",
    "document_is_void": False,
    "document_is_closed": False,
    "date_created": "2026-08-14",
    "date_closed": "",
    "shipping_tracking_number": "",
    "purchase_order_number": "PO-1007",
    "truck_number": "",
    "online_transaction_id": 90001,
    "subtotal": "14000.00",
    "total_tax": "0.00",
    "comments": "",
    "adjustments": [ADJUSTMENT],
    "user_id": 1,
    "billing_address": _DOCUMENT_ADDRESS,
    "shipping_address": _DOCUMENT_ADDRESS,
    "line_items": [LINE],
}

SALE_DOCUMENT_HEAD: Sample = {
    key: value for key, value in SALE_DOCUMENT.items() if key not in {"purchase_order_number", "line_items"}
} | {"adjustments": []}

SALE_LIST_ENTRY: Sample = {
    "vendor_id": 1,
    "vendor_store": 1,
    "vendor_salesdocument_id": 70001,
    "salesdocument_date": "2026-08-14",
    "document_is_void": False,
    "document_is_closed": False,
    "date_created": "2026-08-14",
    "date_closed": "",
    "shipping_tracking_number": "",
    "purchase_order_number": "PO-1007",
    "online_transaction_id": 90001,
    "subtotal": "14000.00",
    "total_tax": "0.00",
    "user_id": 1,
    "vendor_status": "pending",
    "customer_status": "approved",
}
