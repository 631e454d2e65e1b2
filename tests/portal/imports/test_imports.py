"""Handing files in: planned, seen, carried out, and what is wrong with them."""

import re
from decimal import Decimal

import httpx
import pytest

from partscounter.asgi import build_asgi
from partscounter.domain import accounts, customers, inventory, mappings
from partscounter.domain.access import Product
from partscounter.domain.accounts import Role
from partscounter.domain.catalog import NameKind, aliases
from partscounter.web.api import MIB
from tests.make.access import make_credential
from tests.make.accounts import Browser, browser, form_key, make_account
from tests.make.counter import TESTER, stock_item
from tests.make.stock_desk import CLERK, OPERATOR, StockDesk
from tests.make.web import BASE_URL

LIST = "/portal/imports"
HEADER = "vendor_id,vendor_store,vendor_inventory_id,part_type,brand_code,part_code,quantity,price\n"
NEW_ITEM = f"{HEADER}100,1,77,Hood,H,4711,2,10.50\n"


def hand_in(
    visitor: Browser, text: str, kind: str = "inventory", name: str = "stock.csv", **fields: str
) -> httpx.Response:
    """Post the form with a file."""
    key = form_key(visitor.get(LIST).text)
    data = {"form_key": key, "kind": kind, **fields}
    return visitor.post(LIST, data=data, files={"file": (name, text.encode())}, headers={"Origin": BASE_URL})


def planned(desk: StockDesk, visitor: Browser, text: str, **fields: str) -> str:
    """The address of the plan, after the worker has been at it."""
    answer = hand_in(visitor, text, **fields)
    assert answer.status_code == 303, answer.text
    desk.work()
    return answer.headers["location"]


def carried_out(desk: StockDesk, visitor: Browser, plan: str, **fields: str) -> str:
    answer = visitor.submit(f"{plan}/apply", on=plan, **fields)
    assert answer.status_code == 303, answer.text
    desk.work()
    return answer.headers["location"]


def has_item(desk: StockDesk, inventory_id: str) -> bool:
    with desk.app.database.read() as tx:
        return inventory.find_item(tx, desk.mine.store.id, inventory_id) is not None


def test_a_file_is_planned_carried_out_and_undone(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    plan = planned(desk, clerk, NEW_ITEM)
    page = clerk.get(plan).text
    assert "Nothing has been changed yet." in page
    assert "<dt>Added</dt><dd>1</dd>" in page
    assert not has_item(desk, "77")

    done = carried_out(desk, clerk, plan)
    page = clerk.get(done).text
    assert "The file was imported." in page
    assert has_item(desk, "77")
    assert "This plan was carried out" in clerk.get(plan).text
    desk.index()
    assert "Called exactly" in clerk.get("/portal/inventory?q=H4711").text

    assert clerk.submit(f"{done}/undo", on=done).status_code == 303
    assert "The import is being undone." in clerk.get(done).text
    desk.work()
    assert f"The import was undone by {CLERK}" in clerk.get(done).text
    desk.index()
    assert "0 items on offer" in clerk.get("/portal/inventory?q=H4711").text


def test_while_the_worker_is_busy_the_page_says_so_and_looks_again(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    address = hand_in(clerk, NEW_ITEM).headers["location"]

    waiting = clerk.get(address).text
    desk.work()
    ended = clerk.get(address).text

    assert ('http-equiv="refresh"' in waiting, 'data-busy="yes"' in waiting) == (True, True)
    assert ('http-equiv="refresh"' in ended, 'data-busy="no"' in ended) == (False, True)


def test_wrong_rows_are_named_and_can_be_fetched(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    plan = planned(desk, clerk, f"{NEW_ITEM}100,1,78,Hood,H,1,many,x\n")

    page = clerk.get(plan).text
    assert "Line 3, column quantity" in page
    assert "is not an amount" in page
    assert "Carry out the import" not in page
    errors = clerk.get(f"{plan}/errors.csv")
    assert errors.headers["content-type"] == "text/csv; charset=utf-8"
    assert errors.text.splitlines()[1].startswith("100,1,78,Hood,H,1,many,x,3,")
    assert clerk.submit(f"{plan}/apply", on=plan).status_code == 409
    assert not has_item(desk, "77")


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("inventory", f"{HEADER}100,1,7,Hood,H,1,many,1\n", "1 value is wrong in mine.csv, so nothing of it was taken"),
        ("inventory", "a,b\n", "mine.csv does not have the columns of a feed"),
        ("inventory", f'{HEADER}100,1,7,"Hood', "mine.csv is not CSV in the row that begins on line 2"),
        ("inventory", "PK\x03\x04", "mine.csv is not a readable workbook"),
        ("stores", "a,b\n", "mine.csv does not fit"),
        ("stores", "vendor_id,vendor_store\n100,\n", "1 value is wrong in mine.csv, so nothing of it was taken"),
        ("customers", "vendor_id,code,email\n100,C1,no\n", "1 value is wrong in mine.csv"),
        ("customers", "code\n\xd0\xcf\n1,2\n", "mine.csv does not fit"),
    ],
)
def test_a_refusal_names_the_file_as_its_giver_does(desk: StockDesk, kind: str, text: str, sentence: str) -> None:
    clerk = desk.signed_in()

    page = clerk.get(planned(desk, clerk, text, kind=kind, name="mine.csv")).text

    assert f'<p class="message bad">{sentence}' in page
    assert ".data" not in page


def test_a_replacement_that_takes_too_much_names_the_file_as_its_giver_does(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    page = clerk.get(planned(desk, clerk, NEW_ITEM, name="mine.csv", replace="1")).text

    assert "mine.csv would take more than 20 % of a vendor&#39;s items off offer, so nothing of it was taken;" in page


def test_a_right_file_has_no_error_file(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    assert clerk.get(f"{planned(desk, clerk, NEW_ITEM)}/errors.csv").status_code == 404


def test_a_plan_is_carried_out_once(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    plan = planned(desk, clerk, NEW_ITEM)
    first = carried_out(desk, clerk, plan)

    again = clerk.submit(f"{plan}/apply", on=plan)

    assert again.headers["location"] == first


def test_a_plan_whose_file_is_gone_says_so(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    plan = planned(desk, clerk, NEW_ITEM)
    for path in desk.app.import_folder.glob("*.data"):
        path.unlink()

    answer = clerk.submit(f"{plan}/apply", on=plan)

    assert (answer.status_code, "Hand it in once more" in answer.text) == (409, True)


def test_a_replacement_beyond_its_limit_asks_first(desk: StockDesk) -> None:
    for number in range(2, 6):
        stock_item(desk.app.database, desk.mine, inventory_id=str(number))
    clerk = desk.signed_in()

    plan = planned(desk, clerk, NEW_ITEM, replace="1")
    page = clerk.get(plan).text
    assert "5 of 5 offered items are missing" in page
    assert clerk.submit(f"{plan}/apply", on=plan).status_code == 400
    assert desk.item().listed

    again = carried_out(desk, clerk, plan, consent="1")
    assert "<dt>Retired</dt><dd>5</dd>" in clerk.get(again).text
    assert desk.item().listed

    carried_out(desk, clerk, again)
    assert (desk.item().listed, has_item(desk, "77")) == (False, True)
    assert desk.item(desk.foreign_id).listed


def test_rows_of_another_dealer_are_refused(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    plan = planned(desk, clerk, NEW_ITEM.replace("\n100,", "\n101,"))

    assert "Refused" in clerk.get(LIST).text
    assert "Carry out" not in clerk.get(plan).text


@pytest.mark.parametrize("action", ["", "/errors.csv"])
def test_the_imports_of_others_are_unknown(desk: StockDesk, action: str) -> None:
    operators = planned(desk, desk.signed_in(OPERATOR), NEW_ITEM)
    clerk = desk.signed_in()

    assert clerk.get(f"{operators}{action}").status_code == 404
    assert clerk.get(f"{LIST}/{10**30}").status_code == 404
    assert "stock.csv" not in clerk.get(LIST).text


@pytest.mark.parametrize("action", ["apply", "undo"])
def test_the_imports_of_others_cannot_be_touched(desk: StockDesk, action: str) -> None:
    operators = planned(desk, desk.signed_in(OPERATOR), NEW_ITEM)

    answer = desk.signed_in().submit(f"{operators}/{action}", on=LIST)

    desk.work()
    assert answer.status_code == 404
    assert not has_item(desk, "77")


def test_an_operator_sees_the_imports_of_all(desk: StockDesk) -> None:
    plan = planned(desk, desk.signed_in(), NEW_ITEM)

    operator = desk.signed_in(OPERATOR)

    assert operator.get(plan).status_code == 200
    assert f'href="{plan}"' in operator.get(LIST).text


def test_a_colleague_of_the_same_dealer_sees_and_carries_out_a_plan(desk: StockDesk) -> None:
    plan = planned(desk, desk.signed_in(), NEW_ITEM)
    make_account(desk.app.database, Role.MANAGER, "max@parts.example", dealer_ids=[desk.mine.dealer.id])

    carried_out(desk, desk.signed_in("max@parts.example"), plan)

    assert has_item(desk, "77")


@pytest.mark.parametrize(
    ("text", "kind", "field"),
    [
        ("", "inventory", "file"),
        (NEW_ITEM, "nothing", "kind"),
        (NEW_ITEM, "aliases", "kind"),
        (NEW_ITEM, "mappings", "kind"),
    ],
)
def test_a_form_that_lacks_something_takes_nothing(desk: StockDesk, text: str, kind: str, field: str) -> None:
    answer = hand_in(desk.signed_in(), text, kind=kind)

    assert answer.status_code == 400
    assert ("is not yours to import" in answer.text) is (field == "kind")
    assert ('id="error-file"' in answer.text) is (field == "file")
    assert desk.work() == 0
    assert not list(desk.app.import_folder.glob("*"))


def test_a_stranger_may_send_no_file(desk: StockDesk) -> None:
    stranger = browser(build_asgi(desk.app))

    answer = stranger.post(LIST, data={"kind": "inventory"}, files={"file": ("a.csv", NEW_ITEM.encode())})

    assert answer.status_code == 403
    assert not desk.app.import_folder.exists()


def test_a_file_from_a_foreign_page_is_refused(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    answer = clerk.post(LIST, data={"kind": "inventory"}, files={"file": ("a.csv", NEW_ITEM.encode())})

    assert answer.status_code == 403
    assert desk.work() == 0


def test_a_file_may_be_larger_than_other_forms(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    words = "word " * 9_000
    rows = (f"100,1,{number},Hood,{words}\n" for number in range(30))
    text = "vendor_id,vendor_store,vendor_inventory_id,part_type,description\n" + "".join(rows)

    assert len(text) > MIB
    assert "Nothing has been changed yet." in clerk.get(planned(desk, clerk, text)).text


def test_whoever_was_disabled_imports_no_more(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    plan = planned(desk, clerk, NEW_ITEM)
    answer = clerk.submit(f"{plan}/apply", on=plan)
    with desk.app.database.read() as tx:
        account = accounts.find_account(tx, CLERK)
    assert account is not None
    desk.app.database.write(TESTER, lambda tx: accounts.disable_account(tx, account.id))

    desk.work()

    assert not has_item(desk, "77")
    page = desk.signed_in(OPERATOR).get(answer.headers["location"]).text
    assert "was switched off" in page


def test_aliases_are_imported_by_an_operator(desk: StockDesk) -> None:
    operator = desk.signed_in(OPERATOR)

    plan = planned(desk, operator, "kind,alias,name\nmake,Kitty,CAT\n", kind="aliases")
    with desk.app.database.read() as tx:
        assert aliases.find_alias(tx, NameKind.MAKE, "kitty") is None
    carried_out(desk, operator, plan)

    with desk.app.database.read() as tx:
        found = aliases.find_alias(tx, NameKind.MAKE, "kitty")
    assert found is not None


def test_a_mapping_is_imported_for_one_user_by_a_manager(desk: StockDesk) -> None:
    make_account(desk.app.database, Role.MANAGER, "max@parts.example", dealer_ids=[desk.mine.dealer.id])
    user = make_credential(desk.app.database, product=Product.INVENTORY, name="mine", dealer_ids=[desk.mine.dealer.id])
    foreign = make_credential(desk.app.database, product=Product.INVENTORY, name="theirs", all_dealers=True)
    manager = desk.signed_in("max@parts.example")
    text = "kind,value,native\npart_type,Filter,Oil Filter\n"

    for wrong in ("", str(foreign.id), "x"):
        answer = hand_in(manager, text, kind="mappings", user=wrong)
        assert (answer.status_code, "Choose whose words these are." in answer.text) == (400, True)
    plan = planned(desk, manager, text, kind="mappings", user=str(user.id))
    assert desk.signed_in().submit(f"{plan}/apply", on=plan).status_code == 403
    carried_out(desk, manager, plan)

    with desk.app.database.read() as tx:
        assert [value.text for value in mappings.list_values(tx, user.id, NameKind.PART_TYPE)] == ["Filter"]
        assert mappings.list_values(tx, foreign.id, NameKind.PART_TYPE) == []


def test_customers_of_the_own_dealer_only_are_imported(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    text = "vendor_id,code,email\n100,C1,one@customer.example\n"

    refused = clerk.get(planned(desk, clerk, text.replace("100,", "101,"), kind="customers")).text
    assert "vendor &#39;101&#39; is not yours" in refused
    carried_out(desk, clerk, planned(desk, clerk, text, kind="customers"))

    with desk.app.database.read() as tx:
        found = customers.find_customer_by_code(tx, desk.mine.dealer.id, "C1")
        foreign = customers.find_customer_by_code(tx, desk.other.dealer.id, "C1")
    assert (found is None, foreign) == (False, None)


def test_an_undo_names_what_it_left_alone(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    done = carried_out(desk, clerk, planned(desk, clerk, NEW_ITEM))
    with desk.app.database.read() as tx:
        item = inventory.find_item(tx, desk.mine.store.id, "77")
    assert item is not None
    edit = f"/portal/inventory/{item.id}/edit"
    clerk.submit(
        edit, version=desk.version(item.id), part_type="Fender", price="10.50", line="heavy_truck", available="1"
    )

    clerk.submit(f"{done}/undo", on=done)
    desk.work()

    page = clerk.get(done).text
    assert "1 had been changed since and was left alone" in page
    assert re.search(rf'href="/portal/inventory/{item.id}"', page)
    assert desk.item(item.id).price.each == Decimal("10.50")


@pytest.mark.parametrize("case", ["plan", "twice"])
def test_what_cannot_be_undone_says_so(desk: StockDesk, case: str) -> None:
    clerk = desk.signed_in()
    address = planned(desk, clerk, NEW_ITEM)
    if case == "twice":
        address = carried_out(desk, clerk, address)
        clerk.submit(f"{address}/undo", on=address)

    answer = clerk.submit(f"{address}/undo", on=address)

    assert answer.status_code == 409
    assert "undone" in answer.text


def test_many_imports_are_paged(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    key = form_key(clerk.get(LIST).text)
    for number in range(31):
        clerk.post(
            LIST,
            data={"form_key": key, "kind": "inventory"},
            files={"file": (f"file-{number}.csv", NEW_ITEM.encode())},
            headers={"Origin": BASE_URL},
        )

    first = clerk.get(LIST).text
    older = first.partition('href="?before=')[2].partition('"')[0]
    second = clerk.get(f"{LIST}?before={older}").text

    assert ("file-30.csv" in first, "file-0.csv" in first) == (True, False)
    assert "file-0.csv" in second
