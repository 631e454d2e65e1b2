"""Examples in the shapes the inventory document prints. It prints descriptions, so the values are made up."""

from typing import Any

Sample = dict[str, Any]

SEARCH_VENDOR: Sample = {
    "company": "Lincoln Truck Parts",
    "contact": "Pat Parts",
    "city": "Lincoln",
    "state": "NE",
    "postal_code": "68503",
    "phone_number": "402-555-0100",
    "fax_number": "402-555-0101",
    "email": "parts@lincoln-truck.example",
    "vendor_id": 1,
    "vendor_store": 1,
}

SEARCH_ITEM: Sample = {
    "type": "USED",
    "vendor": SEARCH_VENDOR,
    "part_name": "Engine Assembly",
    "make_model": "CUMMINS ISX",
    "year": "2014",
    "oem_number": "",
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "description": "CUMMINS ISX15 engine, test run, 90 day warranty",
    "price": "12500.00",
    "coreprice": "1500.00",
    "condition": "A",
    "details_uri": "http://127.0.0.1:8080/inventory/details/1/1/003896",
    "images": ["http://127.0.0.1:8080/images/003896-1.jpg"],
    "distance": 0,
    "page_number": 1,
}

SEARCH_RESULTS: Sample = {"total_results": 1, "total_pages": 1, "results": [SEARCH_ITEM]}

SUGGESTED: Sample = SEARCH_RESULTS | {
    "suggested_part_types": [
        {
            "part_name": "Engine Assembly",
            "part_type_id": 300,
            "uri": "http://127.0.0.1:8080/inventory/search/Engine%20Assembly/CUMMINS/ISX",
        },
    ],
}

DETAILS: Sample = {
    "part_name": "Engine Assembly",
    "vendor_part_name": "ENGINE",
    "year": "2014",
    "vehicle_make": "PETERBILT",
    "vehicle_model": "579",
    "part_manufacturer": "CUMMINS",
    "part_model": "ISX",
    "oem_number": "",
    "serial_number": "79612345",
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "vendor_vehicle_id": "W77",
    "vin": "",
    "core_price": "1500.00",
    "price": "12500.00",
    "description": "CUMMINS ISX15 engine, test run, 90 day warranty",
    "html_description": "<p>CUMMINS ISX15 engine, test run, 90 day warranty</p>",
    "condition": "A",
    "category": "USED",
    "available_quantity": 1,
    "side": "",
    "qa": {"HP": "450", "Color": "Red"},
    "vendor": SEARCH_VENDOR,
    "images": ["http://127.0.0.1:8080/images/003896-1.jpg"],
}

WHOLE_UNIT_PART: Sample = {
    "part_name": "Engine Assembly",
    "vendor_part_name": "ENGINE",
    "make_model": "CUMMINS ISX",
    "vendor_sku": "E1001",
    "details_uri": "http://127.0.0.1:8080/inventory/details/1/1/003896",
    "price": "12500.00",
}

AVAILABLE_VENDOR: Sample = {
    "vendor": {
        "company": "Lincoln Truck Parts",
        "address": "1 Depot Road",
        "state": "NE",
        "postal_code": "68503",
        "country": "United States",
        "phone_number": "402-555-0100",
        "email": "parts@lincoln-truck.example",
        "vendor_id": 1,
        "vendor_store_id": 1,
    },
}

FUNCTION_GROUP: Sample = {"function_group_id": 210, "function_grup_name": "Engine", "function_group_name": "Engine"}

FEED: Sample = {
    "total_results": 1,
    "results": [
        {
            "type": "USED",
            "vendor": SEARCH_VENDOR,
            "part_name": "Engine Assembly",
            "make_model": "CUMMINS ISX",
            "year": "2014",
            "vendor_sku": "E1001",
            "vendor_inventory_id": "003896",
            "description": "CUMMINS ISX15 engine, test run, 90 day warranty",
            "price": "12500.00",
            "coreprice": "1500.00",
            "condition": "A",
            "details_uri": "http://127.0.0.1:8080/inventory/details/1/1/003896",
            "images": "http://127.0.0.1:8080/images/003896-1.jpg",
            "item_hash": "5f1d7a84db00d2fce00b31a7fc73224f",
        },
    ],
}

NOT_FOUND: Sample = {"error": {"code": "NOT_FOUND", "message": "There is no such item"}}
