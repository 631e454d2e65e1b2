"""Parts Orders: the printed samples go through the types unchanged, and the enumerations are whole."""

import msgspec
import pytest

from partscounter_contracts import encode, parts_orders
from partscounter_contracts.parts_orders import examples

CREATE = """{
  "customerId": "123e4569-e89b-12e3-a452-426655440001",
  "companyId": "345e7890-f23y-12d3-a456-537766551112",
  "orderContact": {
    "name": "Cate ContactPerson", "phone": "123-4567890",
    "email": "cate.contactperson@company.com", "companyName": "Company Ltd."
  },
  "alternateDeliveryAddress": {
    "streetName": "Narrow street", "postalCode": 123456, "city": "Smalltown", "countryCode": "GB"
  },
  "orderType": "VOR",
  "orderReference": "Parts for Golf XN06 TTY",
  "parts": [
    {
      "part": {"partId": "S7654321", "brandCode": "S", "partCode": 7654321},
      "quantity": 10,
      "mandatoryVehicleReferences": [{"type": "KEYNUMBER", "value": "AO339223X/2926"}]
    }
  ]
}"""

ORDER = """{
  "partsOrderId": 123445677,
  "partsOrderDateTime": "2019-07-21T17:32:28.000Z",
  "orderStatus": "CONFIRMED",
  "customer": {
    "customerId": "00000000-0000-0000-0000-000000000000",
    "familyName": "OrderPerson", "givenName": "Ollie", "titleCommon": "Mr."
  },
  "company": {"companyId": "00000000-0000-0000-0000-000000000000", "name": "Company Ltd."},
  "orderContact": {
    "name": "Cate ContactPerson", "phone": "123-4567890",
    "email": "cate.contactperson@company.com", "companyName": "Company Ltd."
  },
  "deliveryAddress": {
    "streetName": "Narrow street", "postalCode": 123456, "city": "Smalltown", "countryCode": "GB"
  },
  "orderType": "VOR",
  "orderReference": "Parts for Golf XN06 TTY",
  "parts": {
    "orderLineId": "00000000-0000-0000-0000-000000000000",
    "partId": "S7654321",
    "quantity": 10,
    "unitOfMeasure": {"unit": "PIECE", "value": 1},
    "unitOfSale": 1,
    "partsOrderLineStatus": "RESERVED",
    "mandatoryVehicleReference": {"type": "KEYNUMBER", "value": "AO339223X/2926"},
    "listPrice": {"netValue": 100, "grossValue": 120, "taxValue": 20, "taxRate": 20, "currencyCode": "EUR"},
    "orderPrice": {"netValue": 100, "grossValue": 120, "taxValue": 20, "taxRate": 20, "currencyCode": "EUR"}
  }
}"""

ERROR = """{
  "correlationId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  "message": "Invalid request",
  "details": [{"field": "Status", "value": "string", "issue": "The value 'XYZ' is not valid."}],
  "links": [{"method": "GET", "rel": "self", "href": "string", "title": "string"}]
}"""


def compact(printed: str) -> bytes:
    """The printed text without its blanks, so that equality means key for key, in order."""
    return msgspec.json.format(printed.encode(), indent=-1)


@pytest.mark.parametrize(
    ("printed", "wire_type", "example"),
    [
        (CREATE, parts_orders.PartsOrderCreateRequest, examples.CREATE_REQUEST),
        (ORDER, parts_orders.PartsOrder, examples.ORDER),
        ('{"partsOrderId": 123445677}', parts_orders.PartsOrder202Response, examples.ORDER_ACCEPTED),
        (ERROR, parts_orders.ValidationError, examples.VALIDATION_ERROR),
    ],
)
def test_a_printed_sample_round_trips_byte_for_byte(
    printed: str, wire_type: type[msgspec.Struct], example: object
) -> None:
    value = msgspec.json.decode(printed, type=wire_type)

    assert encode(value) == compact(printed)
    assert msgspec.json.encode(example) == compact(printed)


def test_parts_may_be_an_array_as_well_as_the_printed_object() -> None:
    one = msgspec.json.decode(ORDER, type=parts_orders.PartsOrder)
    line = one.parts

    many = msgspec.structs.replace(one, parts=[line, line])

    assert msgspec.json.decode(encode(many), type=parts_orders.PartsOrder) == many


def test_customer_company_and_references_are_left_out_where_there_are_none() -> None:
    order = msgspec.json.decode(ORDER)
    for key in ("customer", "company", "orderContact", "orderReference"):
        del order[key]
    del order["parts"]["mandatoryVehicleReference"]

    value = msgspec.convert(order, parts_orders.PartsOrder)

    assert msgspec.json.decode(encode(value)) == order


def test_unknown_request_fields_are_ignored_and_the_order_type_defaults_to_stock() -> None:
    body = b'{"customerId":"c","colour":"red","parts":[{"part":{"partId":"S1","x":1},"quantity":1}]}'

    value = msgspec.json.decode(body, type=parts_orders.PartsOrderCreateRequest)

    assert value.order_type is parts_orders.PartsOrderType.STOCK_ORDER
    assert value.parts[0].part.part_id == "S1"


@pytest.mark.parametrize(("code", "kept"), [("7654321", 7654321), ('"007"', "007"), ('"A-1"', "A-1")])
def test_a_part_code_is_text_or_a_number_and_keeps_its_digits(code: str, kept: int | str) -> None:
    body = f'{{"parts":[{{"part":{{"brandCode":"S","partCode":{code}}},"quantity":1}}]}}'

    value = msgspec.json.decode(body, type=parts_orders.PartsOrderCreateRequest)

    assert value.parts[0].part.part_code == kept


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("{}", "parts"),
        ('{"parts":[]}', "$.parts"),
        ('{"parts":[{"part":{},"quantity":0}]}', "$.parts[0].quantity"),
        ('{"parts":[{"part":{},"quantity":"1"}]}', "$.parts[0].quantity"),
        ('{"parts":[{"part":{},"quantity":1.5}]}', "$.parts[0].quantity"),
        ('{"parts":[{"quantity":1}]}', "$.parts[0]"),
        ('{"orderType":"XYZ","parts":[{"part":{},"quantity":1}]}', "$.orderType"),
    ],
)
def test_a_wrong_request_names_where_it_is_wrong(body: str, path: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.json.decode(body, type=parts_orders.PartsOrderCreateRequest)

    assert path in str(refused.value)


@pytest.mark.parametrize(
    ("address", "blank"),
    [("{}", True), ('{"streetName":" ","postalCode":"","city":null}', True), ('{"postalCode":1}', False)],
)
def test_a_delivery_address_of_blanks_counts_as_none(address: str, blank: bool) -> None:
    assert msgspec.json.decode(address, type=parts_orders.AlternateDeliveryAddress).is_blank() is blank


def test_the_enumerations_are_whole() -> None:
    assert [kind.value for kind in parts_orders.PartsOrderType] == ["EMG", "VOR", "STK", "DPO", "COL"]
    assert [status.value for status in parts_orders.PartsOrderStatus] == [
        "CREATED",
        "CONFIRMED",
        "INPROGRESS",
        "SHIPPED",
        "CLOSED",
    ]
    assert [status.value for status in parts_orders.PartsOrderLineStatus] == [
        "OPEN",
        "RESERVED",
        "ISSUED",
        "BACKORDER",
        "PACKED",
        "INTRANSIT",
        "DELIVERED",
        "CANCELLED",
        "INVOICED",
    ]


def test_a_token_answer_is_text_throughout_and_in_the_gateway_s_order() -> None:
    token = parts_orders.AccessTokenResponse(
        access_token="abc", issued_at="1700000000000", client_id="sample-demo", scope="api.orders/read"
    )

    assert encode(token) == (
        b'{"token_type":"BearerToken","access_token":"abc","expires_in":"3599","issued_at":"1700000000000",'
        b'"client_id":"sample-demo","scope":"api.orders/read","status":"approved"}'
    )


def test_a_price_answer_lists_its_keys_in_the_decided_order() -> None:
    value = msgspec.convert(examples.PRICE_AVAILABILITY, parts_orders.PriceAvailability)

    assert encode(value) == msgspec.json.encode(examples.PRICE_AVAILABILITY)
    assert list(examples.PRICE_AVAILABILITY) == [
        "partId",
        "brandCode",
        "partCode",
        "listPrice",
        "surcharge",
        "availableStock",
        "salesBlocked",
        "salesBlockedDescription",
        "isAvailableForBackOrder",
        "leadTimeInDays",
        "mandatoryVehicleReferences",
        "orderPrices",
    ]
