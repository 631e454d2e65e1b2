"""GET and HEAD /enduser/lookup: a customer of a dealer that the user sees."""

import pytest

from partscounter.database import WriteTx
from partscounter.domain import customers
from partscounter.kit.address import PostalAddress
from partscounter.kit.countries import country_of
from tests.make.counter import TESTER
from tests.make.yard import Yard, make_user

CATE = {
    "userid": "00A1",
    "company": "Company Ltd.",
    "name": "Cate ContactPerson",
    "street": "Narrow street 1",
    "city": "Lincoln",
    "state": "NE",
    "zip": "68503",
    "country": "United States",
    "country_code": "US",
    "email": "Cate@Company.example",
    "phone": "123-4567890",
}
UNKNOWN = {"error": {"code": "NOT_FOUND", "message": "There is no such end user."}}


def with_customers(yard: Yard) -> Yard:
    """Cate is a customer of vendor 7001, Sam of 7002; somebody without an end-user id shares Cate's address."""
    address = PostalAddress(
        street="Narrow street 1", city="Lincoln", state="NE", postal_code="68503", country="us", phone="123-4567890"
    )

    def register(tx: WriteTx) -> None:
        company = customers.register_company(tx, company_id="c1", name="Company Ltd.")
        customers.register_customer(tx, dealer_id=yard.north.id, email="cate@company.example")
        customers.register_customer(
            tx,
            dealer_id=yard.north.id,
            company=company,
            userid="00A1",
            email="Cate@Company.example",
            given_name="Cate",
            family_name="ContactPerson",
            invoice_address=address,
        )
        customers.register_customer(tx, dealer_id=yard.west.id, userid="2", email="sam@west.example")

    yard.app.database.write(TESTER, register)
    for name, dealers in (("finder", None), ("west", [yard.west.id])):
        options = {"may_look_up_end_users": True}
        make_user(yard.app.database, name, options=options, dealer_ids=dealers, all_dealers=dealers is None)
    return yard


@pytest.mark.parametrize("query", ["email=cate@company.EXAMPLE", "userid=00A1", "userid=00A1&email="])
def test_tells_of_a_customer(yard: Yard, query: str) -> None:
    answer = with_customers(yard).client("finder").get(f"/enduser/lookup?{query}")

    assert (answer.status_code, answer.json()) == (200, CATE)


def test_head_tells_the_id_alone(sqlite_yard: Yard) -> None:
    client = with_customers(sqlite_yard).client("finder")

    number = client.head("/enduser/lookup?email=sam@west.example")
    text = client.head("/enduser/lookup?userid=00A1")
    unknown = client.head("/enduser/lookup?userid=00A2")

    assert (number.status_code, number.content, number.headers["x-result"]) == (200, b"", '{"userid":2}')
    assert text.headers["x-result"] == '{"userid":"00A1"}'
    assert (unknown.status_code, unknown.content, "x-result" in unknown.headers) == (404, b"", False)


def test_what_is_unknown_of_a_customer_is_empty(sqlite_yard: Yard) -> None:
    found = with_customers(sqlite_yard).client("finder").get("/enduser/lookup?userid=2").json()

    assert found == dict.fromkeys(CATE, "") | {"userid": 2, "email": "sam@west.example"}


@pytest.mark.parametrize("query", ["userid=00A1", "email=cate@company.example", "userid=4711", "email=x@y.example"])
def test_a_customer_of_an_unseen_dealer_is_unknown(sqlite_yard: Yard, query: str) -> None:
    answer = with_customers(sqlite_yard).client("west").get(f"/enduser/lookup?{query}")

    assert (answer.status_code, answer.json()) == (404, UNKNOWN)


@pytest.mark.parametrize("query", ["", "?email=", "?email=a@b.example&userid=1", "?userid=%20"])
def test_exactly_one_name_is_wanted(sqlite_yard: Yard, query: str) -> None:
    answer = with_customers(sqlite_yard).client("finder").get(f"/enduser/lookup{query}")

    message = "email or userid is required, and not both"
    assert (answer.status_code, answer.json()) == (400, {"error": {"code": "INVALID", "message": message}})


def test_only_users_who_may_look_up(sqlite_yard: Yard) -> None:
    answer = with_customers(sqlite_yard).client().get("/enduser/lookup?userid=00A1")

    assert answer.status_code == 403
    assert answer.json() == {"error": {"code": "FORBIDDEN", "message": "You may not look up end users."}}
    assert sqlite_yard.client().head("/enduser/lookup?userid=00A1").status_code == 403


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("US", ("United States", "US")),
        ("usa", ("United States", "US")),
        ("united kingdom", ("United Kingdom", "GB")),
        ("vietnam", ("Vietnam", "VN")),
        ("Nowhere", ("Nowhere", "")),
        ("", ("", "")),
    ],
)
def test_a_country_by_name_or_code(text: str, country: tuple[str, str]) -> None:
    assert country_of(text) == country
