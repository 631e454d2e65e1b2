"""Examples of end users and leads in the shapes the inventory document prints; the values are made up."""

from typing import Any

Sample = dict[str, Any]

TEMPLATE: Sample = {"template_name": "Dealer", "template_type": "pricing"}

END_USER: Sample = {
    "userid": 1,
    "company": "Company Ltd.",
    "name": "Cate ContactPerson",
    "street": "Narrow street 1",
    "city": "Lincoln",
    "state": "NE",
    "zip": "68503",
    "country": "United States",
    "country_code": "US",
    "email": "cate.contactperson@company.com",
    "phone": "123-4567890",
}

LISTED_END_USER: Sample = {
    "userid": 1,
    "company": "Company Ltd.",
    "name": "Cate ContactPerson",
    "email": "cate.contactperson@company.com",
    "templatename": "Dealer",
}

LEAD_CONTACT: Sample = {
    "contact": "Cate ContactPerson",
    "company": "Company Ltd.",
    "address": "Narrow street 1",
    "city": "Lincoln",
    "state": "NE",
    "postal_code": "68503",
    "country": "United States",
    "phone_number": "123-4567890",
    "email": "cate.contactperson@company.com",
    "preferred_contact_method": "email",
}

PART_INQUIRY: Sample = {
    "contact": LEAD_CONTACT,
    "vendor_id": "1",
    "vendor_store_id": "1",
    "vendor_sku": "E1001",
    "comments": "Is the turbo included?",
}

PART_REQUEST: Sample = {
    "contact": LEAD_CONTACT,
    "part_type": "Engine Assembly",
    "make": "CUMMINS",
    "model": "ISX",
    "year": "2014",
}

PHONE_CALL: Sample = {"contact": LEAD_CONTACT, "vendor_id": 1, "phone_number": "402-555-0100"}

EMAIL: Sample = {"contact": LEAD_CONTACT, "vendor_id": 1, "subject": "Turbo", "message": "Is it included?"}
