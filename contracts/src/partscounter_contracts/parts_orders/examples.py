"""The samples the Parts Orders document prints, as data, and examples in its style for the calls it does not print."""

from typing import Any

Sample = dict[str, Any]

CONTACT: Sample = {
    "name": "Cate ContactPerson",
    "phone": "123-4567890",
    "email": "cate.contactperson@company.com",
    "companyName": "Company Ltd.",
}
ADDRESS: Sample = {"streetName": "Narrow street", "postalCode": 123456, "city": "Smalltown", "countryCode": "GB"}
VEHICLE_REFERENCE: Sample = {"type": "KEYNUMBER", "value": "AO339223X/2926"}
PRICE: Sample = {"netValue": 100, "grossValue": 120, "taxValue": 20, "taxRate": 20, "currencyCode": "EUR"}
UNKNOWN_ID = "00000000-0000-0000-0000-000000000000"

CREATE_REQUEST: Sample = {
    "customerId": "123e4569-e89b-12e3-a452-426655440001",
    "companyId": "345e7890-f23y-12d3-a456-537766551112",
    "orderContact": CONTACT,
    "alternateDeliveryAddress": ADDRESS,
    "orderType": "VOR",
    "orderReference": "Parts for Golf XN06 TTY",
    "parts": [
        {
            "part": {"partId": "S7654321", "brandCode": "S", "partCode": 7654321},
            "quantity": 10,
            "mandatoryVehicleReferences": [VEHICLE_REFERENCE],
        },
    ],
}

ORDER: Sample = {
    "partsOrderId": 123445677,
    "partsOrderDateTime": "2019-07-21T17:32:28.000Z",
    "orderStatus": "CONFIRMED",
    "customer": {
        "customerId": UNKNOWN_ID,
        "familyName": "OrderPerson",
        "givenName": "Ollie",
        "titleCommon": "Mr.",
    },
    "company": {"companyId": UNKNOWN_ID, "name": "Company Ltd."},
    "orderContact": CONTACT,
    "deliveryAddress": ADDRESS,
    "orderType": "VOR",
    "orderReference": "Parts for Golf XN06 TTY",
    "parts": {
        "orderLineId": UNKNOWN_ID,
        "partId": "S7654321",
        "quantity": 10,
        "unitOfMeasure": {"unit": "PIECE", "value": 1},
        "unitOfSale": 1,
        "partsOrderLineStatus": "RESERVED",
        "mandatoryVehicleReference": VEHICLE_REFERENCE,
        "listPrice": PRICE,
        "orderPrice": PRICE,
    },
}
"""Printed for 201 and for 200 alike; `parts` is the bare object of the document."""

ORDER_ACCEPTED: Sample = {"partsOrderId": 123445677}

VALIDATION_ERROR: Sample = {
    "correlationId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "message": "Invalid request",
    "details": [{"field": "Status", "value": "string", "issue": "The value 'XYZ' is not valid."}],
    "links": [{"method": "GET", "rel": "self", "href": "string", "title": "string"}],
}

BRANDS: Sample = {"brands": [{"brandCode": "S", "description": "Sample"}], "totalItems": 1, "totalPages": 1}
PART: Sample = {
    "partId": "S7654321",
    "brandCode": "S",
    "partCode": 7654321,
    "description": "Ignition key",
    "unitOfMeasure": {"unit": "PIECE", "value": 1},
    "unitOfSale": 1,
}
PRICE_AVAILABILITY: Sample = {
    "partId": "S7654321",
    "brandCode": "S",
    "partCode": 7654321,
    "listPrice": PRICE,
    "surcharge": 0,
    "availableStock": 25,
    "salesBlocked": False,
    "salesBlockedDescription": "",
    "isAvailableForBackOrder": True,
    "leadTimeInDays": 3,
    "mandatoryVehicleReferences": [{"type": "KEYNUMBER", "description": "Number of the vehicle's key"}],
    "orderPrices": [{"orderType": "VOR", "orderPrice": PRICE}],
}
