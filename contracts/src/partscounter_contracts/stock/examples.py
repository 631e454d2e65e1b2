"""Samples of the stock API, as data."""

from typing import Any

ITEM: dict[str, Any] = {
    "part_type": "Engine Assembly",
    "year": 2014,
    "make": "PETERBILT",
    "model": "579",
    "price": 9500,
    "quantity": 1,
    "tag_number": "T-1001",
    "part_manufacturer": "CUMMINS",
    "part_model": "ISX",
    "category": "USED",
    "description": "<p>Test run, 90 day warranty</p>",
    "images": ["https://img.example/1001.jpg"],
    "qa": [{"label": "HP", "value": "450"}],
}
CHANGE: dict[str, Any] = {"price": 8900, "condition": None}
STOCK_ITEM: dict[str, Any] = {
    "vendor_id": "7001",
    "vendor_store": "1",
    "vendor_inventory_id": "1001",
    "part_type": "Engine Assembly",
    "year": 2014,
    "make": "PETERBILT",
    "model": "579",
    "price": 9500,
    "available": True,
    "quantity": 1,
    "core_price": None,
    "list_price": None,
    "tag_number": "T-1001",
    "brand_code": "",
    "part_code": "",
    "part_manufacturer": "CUMMINS",
    "part_model": "ISX",
    "vendor_part_name": "",
    "category": "USED",
    "condition": "",
    "side": "",
    "oem_number": "",
    "serial_number": "",
    "alternate_numbers": "",
    "vin": "",
    "vehicle_id": "",
    "description": "<p>Test run, 90 day warranty</p>",
    "images": ["https://img.example/1001.jpg"],
    "qa": [{"label": "HP", "value": "450"}],
    "line": "heavy_truck",
    "reserved": 0,
    "sellable": 1,
    "added_at": "2026-11-22T09:30:00Z",
    "changed_at": "2026-11-22T09:30:00Z",
}
NOT_FOUND: dict[str, Any] = {"error": {"code": "unknown_item", "message": "There is no item 1001 in this store."}}
INVALID: dict[str, Any] = {
    "error": {
        "code": "invalid",
        "message": "1 field is wrong, so nothing was changed.",
        "field": "price",
        "fields": [{"field": "price", "message": "'12,50' is not an amount"}],
    }
}
BATCH_LINE: dict[str, Any] = {
    "op": "patch",
    "vendor_id": "7001",
    "vendor_store": "1",
    "vendor_inventory_id": "1001",
    "item": {"price": 8900},
}
BATCH_RESULT: dict[str, Any] = {
    "line": 1,
    "status": 200,
    "vendor_id": "7001",
    "vendor_store": "1",
    "vendor_inventory_id": "1001",
    "etag": '"5f2c0e6a9d3b41788c1e2f90"',
}
