"""The eCat export: envelopes as printed, exact amounts, and an exported order can be sent back in."""

import msgspec
import pytest

from partscounter_contracts import encode, order_export
from partscounter_contracts.order_export import examples

MARKED = """{
 "status": "success",
 "error": null,
 "data": {"XYZ-123": {"success": true}, "XYZ-124": {"success": false, "error": "an error message"}}
}"""

ORDER_KEYS = (
    "id uuid order_number original_order_number document_number revision status submitted_at order_date ship_date "
    "cancel_date po_number rep customer bill_to ship_to shipping_method terms notes items subtotal discount shipping "
    "tax total currency channel"
)
ITEM_KEYS = "line item_code description quantity unit_of_measure price price_code discount_percent extended_price notes"


def test_the_printed_answer_to_marking_round_trips_byte_for_byte() -> None:
    value = msgspec.json.decode(MARKED, type=order_export.MarkedOrders)

    assert encode(value) == msgspec.json.format(MARKED.encode(), indent=-1)
    assert msgspec.to_builtins(value) == examples.MARKED


def test_new_orders_stand_in_an_envelope_of_three_keys() -> None:
    value = msgspec.convert(examples.NEW_ORDERS, order_export.NewOrders)

    assert msgspec.json.decode(encode(value)) == examples.NEW_ORDERS
    assert encode(order_export.NewOrders(data=[])) == b'{"status":"success","error":null,"data":[]}'


def test_a_failure_has_no_data() -> None:
    failure = order_export.Failure(status=order_export.Status.FAILURE, error="No.")

    assert encode(failure) == b'{"status":"failure","error":"No.","data":null}'


def test_an_order_has_the_decided_fields_in_their_order() -> None:
    order = msgspec.json.decode(encode(msgspec.convert(examples.ORDER, order_export.Order)))

    assert list(order) == ORDER_KEYS.split()
    assert list(order["items"][0]) == ITEM_KEYS.split()
    assert list(order["rep"]) == ["code", "name", "email"]
    assert list(order["customer"]) == ["code", "name", "email", "phone"]


def test_the_printed_pair_of_versions_shares_its_uuid() -> None:
    first, second = examples.ORDER, examples.RESUBMITTED_ORDER

    assert (first["order_number"], first["id"]) == ("6385-031318-392", 356509)
    assert (second["order_number"], second["id"]) == ("6385-031318-392-1", 378430)
    assert first["uuid"] == second["uuid"] == "631F4C43-361B-4385-A1EC-7D214B5B4EBE"


def test_an_exported_order_can_be_sent_back_in() -> None:
    entry = msgspec.convert(examples.ORDER, order_export.OrderEntry)

    assert entry.uuid == examples.ORDER["uuid"]
    assert [(item.item_code, item.quantity) for item in entry.items] == [("1R-1808", 4)]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ('{"customer":{"code":"C"},"items":[]}', "$.items"),
        ('{"customer":{"code":""},"items":[{"item_code":"A","quantity":1}]}', "$.customer.code"),
        ('{"customer":{"code":"C"},"items":[{"item_code":"A","quantity":0}]}', "$.items[0].quantity"),
        ('{"customer":{"code":"C"},"uuid":"x","items":[{"item_code":"A","quantity":1}]}', "$.uuid"),
        ('{"customer":{"code":"C"},"ship_date":"2026-02-30","items":[{"item_code":"A","quantity":1}]}', "$.ship_date"),
    ],
)
def test_a_wrong_entry_names_where_it_is_wrong(body: str, path: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.json.decode(body, type=order_export.OrderEntry)

    assert str(refused.value).endswith(f"at `{path}`")
