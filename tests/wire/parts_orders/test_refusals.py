"""Every mistake in an order is named at once, by its JSON path, and nothing is left of a refused one."""

import json

import pytest
from msgspec.json import decode

from partscounter.database import Database, WriteTx
from partscounter.domain import customers, dealers
from partscounter.domain.inventory import PartTerms, Price
from partscounter.kit.clock import FixedClock
from partscounter_contracts.parts_orders import ValidationError, examples
from tests.make.counter import TESTER
from tests.make.parts_orders import ORDERS, Sample, line_of, open_sample, printed_order, put_part

PART = {"partId": "S7654321"}


@pytest.fixture
def sample(sqlite_database: Database, clock: FixedClock) -> Sample:
    return open_sample(sqlite_database, clock)


def refused(sample: Sample, body: object, status: int = 400) -> list[tuple[str, object, str]]:
    """Field, value and issue of each violation of a refused order, which must have left no trace."""
    before = sample.traces()
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = sample.http.post(ORDERS, content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == status, answer.text
    assert sample.traces() == before
    error = decode(answer.content, type=ValidationError)
    assert error.correlation_id == answer.headers["x-request-id"]
    return [(each.field, each.value, each.issue) for each in error.details]


def test_the_error_object_as_documented(sample: Sample) -> None:
    answer = sample.post(printed_order(orderType="XYZ"), X_Request_Id="r-1")

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == {
        "correlationId": "r-1",
        "message": "Invalid request",
        "details": [{"field": "orderType", "value": "XYZ", "issue": "must be EMG, VOR, STK, DPO or COL"}],
        "links": [
            {
                "method": "POST",
                "rel": "self",
                "href": "http://counter.example/sample/sample/v1/parts-orders",
                "title": "The request that was refused",
            }
        ],
    }
    assert list(answer.json()) == list(examples.VALIDATION_ERROR)


@pytest.mark.parametrize(
    ("changes", "violation"),
    [
        ({"customerId": "x"}, ("customerId", "x", "No such customer")),
        ({"companyId": "x"}, ("companyId", "x", "No such company")),
        ({"customerId": None, "companyId": None}, ("customerId", None, "is required unless there is a companyId")),
        ({"customerId": "", "companyId": ""}, ("customerId", None, "is required unless there is a companyId")),
        (
            {"companyId": "other-company"},
            ("companyId", "other-company", "The customer does not belong to this company"),
        ),
        (
            {"customerId": None, "companyId": "other-company"},
            ("companyId", "other-company", "Nobody is known who buys for this company"),
        ),
        ({"customerId": 7}, ("customerId", 7, "must be a string or null, not an integer")),
        ({"orderType": ""}, ("orderType", "", "must be EMG, VOR, STK, DPO or COL")),
        ({"orderReference": 5}, ("orderReference", 5, "must be a string or null, not an integer")),
        ({"parts": None}, ("parts", None, "is required")),
        ({"parts": []}, ("parts", [], "must have at least 1 entries")),
        ({"parts": {}}, ("parts", {}, "must be a list, not an object")),
        ({"alternateDeliveryAddress": {"countryCode": "GBR"}}, (
            "alternateDeliveryAddress.countryCode", "GBR", "must match '^([A-Za-z]{2})?$'")),
    ],
)  # fmt: skip
def test_names_the_wrong_field_of_the_order(
    sample: Sample, changes: dict[str, object], violation: tuple[str, object, str]
) -> None:
    assert refused(sample, printed_order(**changes)) == [violation]


def test_an_order_and_a_basket_have_a_thousand_lines_at_most(sample: Sample) -> None:
    before = sample.traces()
    lines = [line_of(partId="S7654321")] * 1001

    answers = [
        sample.post(printed_order(parts=lines)),
        sample.http.post("/sample/sample/v1/parts/price-availability", json={"parts": lines}),
    ]

    for answer in answers:
        assert answer.status_code == 400
        assert [(each["field"], each["issue"]) for each in answer.json()["details"]] == [
            ("parts", "must have at most 1000 entries")
        ]
    assert sample.traces() == before


@pytest.mark.parametrize("quantity", [0, -1, 100_000, 1.5, "10", True, None])
def test_a_quantity_is_a_whole_number_from_1(sample: Sample, quantity: object) -> None:
    [(field, value, _)] = refused(sample, printed_order(parts=[line_of(quantity, **PART)]))

    assert (field, value) == ("parts[0].quantity", quantity)


@pytest.mark.parametrize(
    ("part", "issue"),
    [
        ({}, "needs a partId, or a brandCode and a partCode"),
        ({"brandCode": "S"}, "needs a partId, or a brandCode and a partCode"),
        ({"partCode": 7654321}, "needs a partId, or a brandCode and a partCode"),
        ({"partId": "", "partCode": 7654321}, "needs a partId, or a brandCode and a partCode"),
        ({"partId": "7654321"}, "No such part"),
        ({"partId": "X1"}, "No such part"),
        ({"partId": "☃"}, "No such part"),
        ({"brandCode": "T", "partCode": 7654321}, "No such part"),
        ({"partId": "S7654321", "brandCode": "T"}, "No such part"),
        ({"partId": "S7654321", "brandCode": "S", "partCode": 1}, "No such part"),
        ({"partId": "SBLOCKED"}, "The part is blocked for sale. Recalled"),
        ({"partId": "SHIDDEN"}, "No such part"),
        ({"partId": "SUNPRICED"}, "The part has no price; ask the store"),
        ({"partId": "S12"}, "More than one part answers to this"),
    ],
)
def test_names_the_part_that_cannot_be_ordered(sample: Sample, part: dict[str, object], issue: str) -> None:
    store = sample.store
    blocked = PartTerms(sales_blocked=True, sales_blocked_reason="Recalled")
    put_part(sample.database, store, part_code="BLOCKED", inventory_id="2", terms=blocked)
    put_part(sample.database, store, part_code="HIDDEN", inventory_id="3", listed=False)
    put_part(sample.database, store, part_code="UNPRICED", inventory_id="4", price=Price())
    put_part(sample.database, store, part_code="12", inventory_id="5")
    put_part(sample.database, store, brand_code="S1", part_code="2", inventory_id="6")

    violations = refused(sample, printed_order(parts=[line_of(**PART), line_of(**part)]))

    assert violations == [("parts[1].part", part, issue)]


def test_the_brand_tells_two_parts_of_one_id_apart(sample: Sample) -> None:
    put_part(sample.database, sample.store, part_code="12", inventory_id="5")
    put_part(sample.database, sample.store, brand_code="S1", part_code="2", inventory_id="6")

    answer = sample.post(printed_order(parts=[line_of(partId="S12", brandCode="S1")]))

    assert answer.status_code == 201


@pytest.mark.parametrize(
    "references", [None, [], [{"type": "VIN", "value": "W0L"}], [{"type": "keynumber", "value": "x"}]]
)
def test_a_part_demands_its_vehicle_references(sample: Sample, references: list[dict[str, str]] | None) -> None:
    line = line_of(**PART) | {"mandatoryVehicleReferences": references}

    [(field, _, issue)] = refused(sample, printed_order(parts=[line]))

    assert (field, issue) == ("parts[0].mandatoryVehicleReferences", "A reference of type KEYNUMBER is required")


def test_every_type_of_reference_that_is_missing_is_named(sample: Sample) -> None:
    terms = PartTerms(vehicle_references=("VIN", "KEYNUMBER", "ENGINE"))
    put_part(sample.database, sample.store, part_code="2", inventory_id="2", terms=terms)

    violations = refused(sample, printed_order(parts=[line_of(partId="S2")]))

    assert [issue for _, _, issue in violations] == [
        "A reference of type VIN is required",
        "A reference of type ENGINE is required",
    ]


def test_a_blank_reference_is_none(sample: Sample) -> None:
    line = line_of(**PART) | {"mandatoryVehicleReferences": [{"type": "KEYNUMBER", "value": " "}]}

    assert refused(sample, printed_order(parts=[line])) == [
        ("parts[0].mandatoryVehicleReferences[0].value", " ", "must not be blank")
    ]


def test_a_part_without_back_order_is_sold_from_the_shelf_only(sample: Sample) -> None:
    terms = PartTerms(back_order_allowed=False)
    put_part(sample.database, sample.store, part_code="2", inventory_id="2", quantity=5, terms=terms)
    lines = [line_of(3, partId="S2"), line_of(3, partId="S2")]

    assert refused(sample, printed_order(parts=lines)) == [
        ("parts[1].quantity", 3, "must be at most 2: the part cannot be put on back order")
    ]


@pytest.mark.parametrize("reference", [None, "", "  "])
def test_a_store_may_demand_a_reference(sqlite_database: Database, clock: FixedClock, reference: str | None) -> None:
    sample = open_sample(sqlite_database, clock, requires_order_reference=True)

    [(field, _, issue)] = refused(sample, printed_order(orderReference=reference))

    assert (field, issue) == ("orderReference", "is required by this store")


def test_all_mistakes_are_named_at_once(sample: Sample) -> None:
    body = printed_order(
        customerId="x",
        orderType="XYZ",
        orderReference=1,
        parts=[
            {"part": {"partId": "X1"}, "quantity": 0},
            {"part": {"partId": 5}, "quantity": 1},
            {"part": PART, "quantity": 1, "mandatoryVehicleReferences": []},
            "line",
            {"quantity": 1},
        ],
    )

    assert [field for field, _, _ in refused(sample, body)] == [
        "orderType",
        "orderReference",
        "parts[0].quantity",
        "parts[1].part.partId",
        "parts[3]",
        "parts[4].part",
        "customerId",
        "parts[0].part",
        "parts[2].mandatoryVehicleReferences",
    ]


def test_references_that_are_right_are_checked_beside_wrong_ones(sample: Sample) -> None:
    references = [{"type": "KEYNUMBER", "value": " "}, {"type": "", "value": "1"}, 5, {"type": "VIN", "value": " "}]
    body = printed_order(parts=[{"part": PART, "quantity": 1, "mandatoryVehicleReferences": references}])

    assert [field.removeprefix("parts[0].mandatoryVehicleReferences") for field, _, _ in refused(sample, body)] == [
        "[1].type",
        "[2]",
        "[0].value",
        "[3].value",
    ]


def test_a_wrong_customer_id_is_not_also_a_missing_one(sample: Sample) -> None:
    for changes in ({"customerId": 7, "companyId": None}, {"customerId": None, "companyId": 7}):
        assert len(refused(sample, printed_order(**changes))) == 1


def test_no_text_holds_a_nul(sample: Sample) -> None:
    [first, second] = refused(sample, printed_order(customerId="a\0b", orderReference="\0"))

    assert [first[0], second[0]] == ["customerId", "orderReference"]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[1", b'{"parts":[],}', b"[" * 100_000])
def test_what_is_no_json_is_one_mistake(sample: Sample, body: bytes) -> None:
    [(field, value, _)] = refused(sample, body)

    assert (field, value) == ("$", None)


@pytest.mark.parametrize("body", [[], "order", 1, None])
def test_an_order_is_an_object(sample: Sample, body: object) -> None:
    [(field, value, issue)] = refused(sample, body)

    assert (field, value, issue[:18]) == ("$", body, "must be an object,")


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5000, "1e400", "1e5", "-1"])
def test_part_codes_of_absurd_size_are_refused(sample: Sample, digits: str) -> None:
    body = json.dumps(printed_order(parts=[line_of(brandCode="S", partCode="@")])).replace('"@"', digits)

    assert [field for field, _, _ in refused(sample, body.encode())] in (
        ["parts[0].part"], ["parts[0].part.partCode"], ["$"],
    )  # fmt: skip


def test_customers_of_another_dealer_are_unknown(sample: Sample) -> None:
    def register(tx: WriteTx) -> None:
        other = dealers.register_dealer(tx, name="Other", enterprise_id="other")
        company = customers.register_company(tx, company_id="foreign", name="Foreign", dealer_id=other.id)
        customers.register_customer(tx, dealer_id=other.id, customer_id="stranger", company=company)

    sample.database.write(TESTER, register)

    assert refused(sample, printed_order(customerId="stranger", companyId="foreign")) == [
        ("customerId", "stranger", "No such customer"),
        ("companyId", "foreign", "No such company"),
    ]
