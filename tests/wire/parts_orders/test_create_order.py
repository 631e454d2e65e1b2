"""Placing an order as the document prints it, and everything that the answer owes to the request."""

from decimal import Decimal
from uuid import UUID

import msgspec
import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import customers, orders
from partscounter.domain.inventory import PartTerms, Price
from partscounter.kit.clock import FixedClock
from partscounter_contracts.parts_orders import PartsOrder, examples
from tests.make.counter import TESTER
from tests.make.parts_orders import ASYNC_ORDERS, ORDERS, line_of, open_sample, printed_order, put_part


def test_places_the_order_as_printed(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)

    answer = sample.post(printed_order())

    body = answer.json()
    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["location"] == f"http://counter.example{ORDERS}/{body['partsOrderId']}"
    line = body["parts"][0]
    UUID(line.pop("orderLineId"))
    expected = examples.ORDER | {
        "partsOrderId": body["partsOrderId"],
        "partsOrderDateTime": "2026-03-02T09:30:00.000Z",
        "customer": examples.ORDER["customer"] | {"customerId": "123e4569-e89b-12e3-a452-426655440001"},
        "company": {"companyId": "345e7890-f23y-12d3-a456-537766551112", "name": "Company Ltd."},
    }
    printed_line = {key: value for key, value in examples.ORDER["parts"].items() if key != "orderLineId"}
    expected["parts"] = [printed_line | {"mandatoryVehicleReferences": [examples.VEHICLE_REFERENCE]}]
    assert body == expected
    assert list(body) == list(examples.ORDER)
    assert msgspec.json.decode(answer.content, type=PartsOrder).parts_order_id == body["partsOrderId"]
    assert sample.traces()[2] == [(25, 10)]


def test_reads_back_what_was_placed(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    placed = sample.post(printed_order())

    read = sample.http.get(placed.headers["location"])

    assert (read.status_code, read.content) == (200, placed.content)
    assert sample.http.head(placed.headers["location"]).status_code == 200


def test_the_core_knows_the_order(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)

    order_id = sample.post(printed_order()).json()["partsOrderId"]

    with sqlite_database.read() as tx:
        order = orders.get_order(tx, order_id)
        buyer = customers.get_customer(tx, order.customer_id)
    assert (order.number, order.channel.value) == ("6385-030226-1", "parts_orders")
    assert (order.terms.reference, order.terms.order_type) == ("Parts for Golf XN06 TTY", "VOR")
    assert buyer is not None
    assert (order.bill_to, buyer.given_name) == (buyer.invoice_address, "Ollie")
    assert (order.ship_to.street, order.ship_to.contact) == ("Narrow street", "Cate ContactPerson")
    assert [(line.code, line.allocated) for line in order.lines] == [("S7654321", 10)]


def test_an_asynchronous_store_accepts_and_reserves_later(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock, store_id="async", takes_orders_asynchronously=True)

    answer = sample.post(printed_order(), ASYNC_ORDERS)
    order_id = answer.json()["partsOrderId"]
    at_once = sample.http.get(answer.headers["location"])
    reserved_before = sample.traces()[2]
    database.write(TESTER, lambda tx: orders.reserve_order(tx, order_id))
    later = sample.http.get(answer.headers["location"]).json()

    assert (answer.status_code, answer.json()) == (202, {"partsOrderId": order_id})
    assert answer.headers["location"] == f"http://counter.example{ASYNC_ORDERS}/{order_id}"
    assert (at_once.status_code, at_once.json()["orderStatus"]) == (200, "CREATED")
    assert at_once.json()["parts"][0]["partsOrderLineStatus"] == "OPEN"
    assert reserved_before == [(25, 0)]
    assert (later["orderStatus"], later["parts"][0]["partsOrderLineStatus"]) == ("CONFIRMED", "RESERVED")


def test_what_is_not_in_stock_goes_on_back_order(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, quantity=9)

    body = sample.post(printed_order()).json()

    assert (body["orderStatus"], body["parts"][0]["partsOrderLineStatus"]) == ("INPROGRESS", "BACKORDER")


def test_the_smallest_order(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)
    lines = [line_of(partId="S7654321")]

    body = sample.post({"customerId": "123e4569-e89b-12e3-a452-426655440001", "parts": lines}).json()

    assert body["orderType"] == "STK"
    assert body["company"]["name"] == "Company Ltd."
    assert body["deliveryAddress"] == {
        "streetName": "Invoice road 1",
        "postalCode": "04109",
        "city": "Billtown",
        "countryCode": "DE",
    }
    assert not {"orderContact", "orderReference"} & set(body)


@pytest.mark.parametrize("blank", [{}, {"streetName": "", "postalCode": "", "city": " ", "countryCode": ""}])
def test_a_blank_delivery_address_means_the_invoice_address(
    sqlite_database: Database, clock: FixedClock, blank: dict[str, str]
) -> None:
    sample = open_sample(sqlite_database, clock)

    body = sample.post(printed_order(alternateDeliveryAddress=blank)).json()

    assert body["deliveryAddress"]["streetName"] == "Invoice road 1"


def test_a_company_alone_stands_for_its_customer(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)

    def register(tx: WriteTx) -> None:
        company = customers.find_company(tx, "345e7890-f23y-12d3-a456-537766551112", sample.dealer.id)
        customers.register_customer(tx, company=company, customer_id="cate", email="Cate.ContactPerson@company.com")

    database.write(TESTER, register)

    by_mail = sample.post(printed_order(customerId=None)).json()
    oldest = sample.post(printed_order(customerId=None, orderContact=None)).json()

    assert by_mail["customer"]["customerId"] == "cate"
    assert oldest["customer"]["customerId"] == "123e4569-e89b-12e3-a452-426655440001"


@pytest.mark.parametrize(
    "part",
    [
        {"partId": "S7654321"},
        {"brandCode": "S", "partCode": 7654321},
        {"brandCode": "S", "partCode": "7654321"},
        {"brandCode": "s", "partCode": "765-4321"},
        {"partId": "", "brandCode": "S", "partCode": 7654321},
        {"partId": "S7654321", "brandCode": None, "partCode": 7654321},
    ],
)
def test_finds_the_part(sqlite_database: Database, clock: FixedClock, part: dict[str, object]) -> None:
    sample = open_sample(sqlite_database, clock)

    answer = sample.post(printed_order(parts=[line_of(**part)]))

    assert (answer.status_code, answer.json()["parts"][0]["partId"]) == (201, "S7654321")


def test_leading_zeros_count(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)
    put_part(sqlite_database, sample.store, part_code="0123", inventory_id="2")
    address = {"streetName": "A", "postalCode": "01067", "city": "B", "countryCode": "DE"}

    with_zero = sample.post(
        printed_order(parts=[line_of(brandCode="S", partCode="0123")], alternateDeliveryAddress=address)
    )
    without = sample.post(printed_order(parts=[line_of(brandCode="S", partCode=123)]))

    assert with_zero.json()["parts"][0]["partId"] == "S0123"
    assert with_zero.json()["deliveryAddress"]["postalCode"] == "01067"
    assert without.status_code == 400


def test_prices_are_exact_numbers(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, tax_rate=Decimal("7.7"))
    price = Price(each=Decimal("19.90"), list=Decimal("24.99"))
    put_part(
        sqlite_database, sample.store, part_code="2", inventory_id="2", price=price, terms=PartTerms(unit_of_sale=4)
    )

    answer = sample.post(printed_order(parts=[line_of(3, partId="S2")]))

    assert b'"listPrice":{"netValue":24.99,"grossValue":26.91,"taxValue":1.92,"taxRate":7.7,' in answer.content
    assert b'"orderPrice":{"netValue":19.9,"grossValue":21.43,"taxValue":1.53,"taxRate":7.7,' in answer.content
    assert b'"quantity":3,' in answer.content
    assert answer.json()["parts"][0]["unitOfSale"] == 4


def test_the_first_reference_stands_alone_and_all_of_them_together(
    sqlite_database: Database, clock: FixedClock
) -> None:
    sample = open_sample(sqlite_database, clock)
    references = [{"type": "VIN", "value": "W0L000"}, {"type": "KEYNUMBER", "value": "AO339223X/2926"}]
    line = line_of(partId="S7654321") | {"mandatoryVehicleReferences": references}

    [answered] = sample.post(printed_order(parts=[line])).json()["parts"]

    assert answered["mandatoryVehicleReference"] == references[0]
    assert answered["mandatoryVehicleReferences"] == references


def test_a_client_may_have_a_single_part_as_an_object(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, options={"single_part_as_object": True})
    two = [line_of(partId="S7654321"), line_of(partId="S7654321")]

    single = sample.post(printed_order())
    several = sample.post(printed_order(parts=two)).json()

    assert single.json()["parts"]["partId"] == "S7654321"
    assert sample.http.get(single.headers["location"]).content == single.content
    assert [line["quantity"] for line in several["parts"]] == [1, 1]


def test_unknown_fields_are_ignored(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)

    assert sample.post(printed_order(colour="red", OrderType="EMG")).json()["orderType"] == "VOR"


def test_null_is_the_same_as_left_out(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)
    optional = ("companyId", "orderContact", "alternateDeliveryAddress", "orderType", "orderReference")

    left_out = printed_order(**dict.fromkeys(optional))
    nulls = left_out | dict.fromkeys(optional)

    answers = [sample.post(body).json() for body in (left_out, nulls)]

    assert [answer["orderType"] for answer in answers] == ["STK", "STK"]
    assert answers[0].keys() == answers[1].keys()


@pytest.mark.parametrize("order_type", ["EMG", "VOR", "STK", "DPO", "COL"])
def test_takes_every_order_type(sqlite_database: Database, clock: FixedClock, order_type: str) -> None:
    sample = open_sample(sqlite_database, clock)

    assert sample.post(printed_order(orderType=order_type)).json()["orderType"] == order_type


def test_without_a_key_two_requests_are_two_orders(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)

    first, second = (sample.post(printed_order()).json()["partsOrderId"] for _ in range(2))

    assert first != second
    assert sample.traces()[2] == [(25, 20)]
