"""Numbers in addresses and forms that no row can have: there is no such page, and lists begin at their first."""

from pathlib import Path
from urllib.parse import quote

import pytest

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from partscounter.web.row_number import LARGEST, number_of
from tests.make.stock_desk import OPERATOR, open_stock_desk

PAGES = [
    "/portal/audit/{}",
    "/portal/credentials/{}",
    "/portal/customers/{}",
    "/portal/deliveries/mails/{}",
    "/portal/imports/{}",
    "/portal/imports/{}/errors.csv",
    "/portal/inventory/{}",
    "/portal/inventory/{}/edit",
    "/portal/leads/{}",
    "/portal/machines/kits/{}",
    "/portal/mappings/{}",
    "/portal/mappings/{}/word",
    "/portal/orders/{}",
    "/portal/orders/{}/events/1",
    "/portal/orders/{}/promise",
    "/portal/orders/{}/review",
    "/portal/orders/{}/ship",
    "/portal/people/{}",
    "/portal/sales/approvals/{}",
    "/portal/sales/cores/{}/1",
    "/portal/sales/orders/{}/return",
    "/portal/sales/quotes/{}",
    "/portal/sales/returns/{}",
    "/shop/items/{}",
    "/shop/lists/{}",
    "/shop/orders/{}",
]
LISTS = [
    "/portal/audit?before={}",
    "/portal/deliveries?before={}",
    "/portal/imports?before={}",
    "/portal/inventory?before={0}&page={0}&store={0}",
    "/portal/machines/new?owner={}",
    "/portal/orders?after={0}&store={0}&customer={0}&older={0}",
    "/portal/sales?after={}",
    "/portal/sales/cores?before={0}&customer={0}",
    "/portal/sales/returns?before={}",
    "/shop/orders?page={}",
]
FORMS = [
    ("/portal/inventory/new", "store", "/portal/inventory/new"),
    ("/shop/returns/{}/withdraw", "number", "/shop"),
]
ODD = ["0", "-1", "1.0", "x", "٣", str(2**63), "9" * 18, "9" * 5000]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20])
def test_an_odd_number_is_not_there_and_opens_no_list(
    sqlite_database: Database, clock: FixedClock, tmp_path: Path, odd: str
) -> None:
    visitor = open_stock_desk(sqlite_database, clock, tmp_path).signed_in(OPERATOR)

    pages = {page: visitor.get(page.format(quote(odd))) for page in PAGES}
    lists = {page: visitor.get(page.format(quote(odd))).status_code for page in LISTS}
    forms = {page: visitor.submit(page.format(quote(odd)), on=on, **{name: odd}) for page, name, on in FORMS}

    assert {
        page: (answer.status_code, "<h1" in answer.text) for page, answer in (pages | forms).items()
    } == dict.fromkeys([*PAGES, *(page for page, *_ in FORMS)], (404, True))
    assert lists == dict.fromkeys(LISTS, 200)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("007", 7),
        (str(LARGEST), LARGEST),
        (str(LARGEST + 1), None),
        ("0", None),
        ("", None),
        (" 1", None),
        ("+1", None),
        ("1_0", None),
        ("٣", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_is_read_if_a_row_can_have_it(text: str, number: int | None) -> None:
    assert number_of(text) == number
