"""Machines in the portal: found, made known, corrected, given another code; each dealer's staff sees its own."""

import pytest

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain import assets, orders
from partscounter.domain.assets import Asset
from tests.make.access import emitted
from tests.make.counter import TESTER, draft_order, place
from tests.make.desk import Staffed, plain, staffed

CODE, OTHER_CODE = "CMDZ18G9RYCCW8Y", "CMDZ18G9RYCCW8Z"
GIVEN = {
    "serial_number": "F2600123",
    "make": "CAT",
    "model": "926M",
    "product_family": "WHEEL LOADER",
    "build_year": "2019",
    "smcs_code": "1000",
    "owner": "user-TD00",
    "qr_code": CODE.lower(),
    "work_code": "W1",
    "work_description": "Loading",
    "work_type": "Engine",
    "work_assigned_at": "2022-06-28",
    "segment_code": "GC",
    "segment_description": "FARMING",
    "sub_segment_code": "LGRB",
    "sub_segment_description": "LIVESTOCK",
}


@pytest.fixture
def desk(app: App) -> Staffed:
    return staffed(app)


@pytest.fixture
def foreign(desk: Staffed) -> Asset:
    """A machine of the other dealer's customer."""
    return desk.app.database.write(
        TESTER,
        lambda tx: assets.associate_asset(
            tx, qr_code=OTHER_CODE, serial_number="X1", originator="TD01", customer_id=desk.other.customer.id
        ),
    )


def add(desk: Staffed, **given: str) -> None:
    assert desk.clerk.submit("/portal/machines/new", **(GIVEN | given)).status_code == 303


def machine_of(database: Database, code: str = CODE) -> Asset:
    with database.read() as tx:
        return assets.get_asset(tx, code)


def version_in(page: str) -> str:
    return page.partition('name="version" value="')[2].partition('"')[0]


def test_a_clerk_makes_a_machine_known_with_every_fact(desk: Staffed) -> None:
    answer = desk.clerk.submit("/portal/machines/new", **GIVEN)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/portal/machines/{CODE}?done=added")
    machine = machine_of(desk.app.database)
    assert (machine.serial_number, machine.name, machine.originator) == ("F2600123", "CAT 926M", "TD00")
    assert (machine.customer_id, machine.build_year, machine.smcs_code) == (desk.own.customer.id, 2019, "1000")
    page = plain(desk.clerk.get(answer.headers["location"]).text)
    assert "The machine is known now." in page
    assert "W1 Loading (Engine), since Jun 28, 2022" in page
    assert "GC FARMING; LGRB LIVESTOCK" in page
    assert "Owner Bea Buyer" in page


def test_the_list_finds_by_words(desk: Staffed, foreign: Asset) -> None:
    add(desk)
    for search in ("", "926m loader", "buyer", CODE.lower(), "f260"):
        assert "F2600123" in desk.clerk.get("/portal/machines", params={"q": search}).text
    nothing = desk.clerk.get("/portal/machines", params={"q": "926% x"}).text
    assert "No machine fits “926% x”." in plain(nothing)
    assert foreign.qr_code not in desk.clerk.get("/portal/machines").text
    assert foreign.qr_code in desk.operator.get("/portal/machines").text


def test_what_is_wrong_stands_at_its_field_and_nothing_is_saved(desk: Staffed) -> None:
    wrong = {"serial_number": "", "build_year": "19", "smcs_code": "1", "work_code": "", "owner": "nobody"}
    answer = desk.clerk.submit("/portal/machines/new", **(GIVEN | wrong))
    assert answer.status_code == 400
    assert "there is no such customer" in answer.text

    answer = desk.clerk.submit("/portal/machines/new", **(GIVEN | wrong | {"owner": ""}))

    assert answer.status_code == 400
    assert answer.text.count('aria-invalid="true"') == 4
    assert "4 fields are not right" in answer.text
    assert 'value="926M"' in answer.text
    with desk.app.database.read() as tx:
        assert assets.list_assets(tx) == []


def test_a_code_or_serial_number_is_not_given_twice(desk: Staffed) -> None:
    add(desk)

    again = desk.clerk.submit("/portal/machines/new", **(GIVEN | {"qr_code": ""}))

    assert again.status_code == 409
    with desk.app.database.read() as tx:
        assert len(assets.list_assets(tx)) == 1


def test_facts_are_corrected_down_to_the_serial_number(desk: Staffed) -> None:
    add(desk)
    page = desk.clerk.get(f"/portal/machines/{CODE}/edit").text
    changed = GIVEN | {"serial_number": "F2600124", "build_year": "", "owner": "", "segment_code": "XX"}

    answer = desk.clerk.submit(f"/portal/machines/{CODE}/edit", version=version_in(page), **changed)

    assert answer.headers["location"] == f"/portal/machines/{CODE}?done=saved"
    machine = machine_of(desk.app.database)
    assert (machine.serial_number, machine.build_year, machine.customer_id) == ("F2600124", None, None)
    kind, _, data = emitted(desk.app.database)[-1]
    assert (kind, data) == (
        "asset.changed",
        {"changed": ["build_year", "customer_id", "market_segment", "serial_number"]},
    )


def test_nobody_saves_over_what_they_have_not_seen(desk: Staffed) -> None:
    add(desk)
    stale = version_in(desk.clerk.get(f"/portal/machines/{CODE}/edit").text)
    desk.operator.submit(f"/portal/machines/{CODE}/edit", version=stale, **(GIVEN | {"model": "930"}))

    answer = desk.clerk.submit(f"/portal/machines/{CODE}/edit", version=stale, **(GIVEN | {"model": "950"}))

    assert answer.status_code == 409
    assert "Somebody else has changed this machine meanwhile. Nothing was saved." in plain(answer.text)
    assert machine_of(desk.app.database).model == "930"


def test_a_lost_label_is_replaced_and_leads_nowhere(desk: Staffed) -> None:
    desk.clerk.submit("/portal/machines/codes", count="1")
    with desk.app.database.read() as tx:
        (free,) = assets.list_free_codes(tx)
    add(desk, qr_code=free.code)

    answer = desk.clerk.submit(f"/portal/machines/{free.code}/code", on=f"/portal/machines/{free.code}", qr_code=CODE)

    assert answer.headers["location"] == f"/portal/machines/{CODE}?done=code"
    assert machine_of(desk.app.database).serial_number == "F2600123"
    assert desk.clerk.get(f"/portal/machines/{free.code}").status_code == 404
    assert desk.clerk.get(f"/{free.code}").status_code == 404
    with desk.app.database.read() as tx:
        assert assets.list_free_codes(tx) == []


@pytest.mark.parametrize(("typed", "status"), [("short", 400), (OTHER_CODE, 409)])
def test_a_code_that_cannot_be_taken_is_refused(desk: Staffed, foreign: Asset, typed: str, status: int) -> None:
    add(desk)

    answer = desk.clerk.submit(f"/portal/machines/{CODE}/code", on=f"/portal/machines/{CODE}", qr_code=typed)

    assert answer.status_code == status
    assert f'value="{typed}"' in answer.text
    assert machine_of(desk.app.database).serial_number == "F2600123"
    assert machine_of(desk.app.database, OTHER_CODE) == foreign


def test_another_dealers_machine_is_not_there(desk: Staffed, foreign: Asset) -> None:
    at = f"/portal/machines/{foreign.qr_code}"
    for address in (at, f"{at}/edit", f"{at}/label.svg", f"/portal/machines/labels?code={foreign.qr_code}"):
        assert desk.clerk.get(address).status_code == 404
        assert desk.operator.get(address).status_code == 200
    for address in (f"{at}/edit", f"{at}/code"):
        answer = desk.clerk.submit(address, on="/portal/machines/new", **(GIVEN | {"qr_code": CODE}))
        assert answer.status_code == 404
    assert desk.clerk.get("/portal/machines/nothing").status_code == 404
    assert machine_of(desk.app.database, OTHER_CODE) == foreign


def test_a_customer_of_another_dealer_cannot_be_made_the_owner(desk: Staffed) -> None:
    answer = desk.clerk.submit("/portal/machines/new", **(GIVEN | {"owner": "user-TD01"}))

    assert (answer.status_code, "there is no such customer" in answer.text) == (400, True)


def test_last_orders_are_those_of_ones_dealers(desk: Staffed) -> None:
    add(desk, owner="")
    place(desk.app.database, orders.refer_to_machine(draft_order(desk.own, (None, 3)), "F2600123"))
    place(desk.app.database, orders.refer_to_machine(draft_order(desk.other, (None, 4)), "F2600123"))

    assert desk.clerk.get(f"/portal/machines/{CODE}").text.count("/portal/orders/") == 1
    assert desk.operator.get(f"/portal/machines/{CODE}").text.count("/portal/orders/") == 2


def test_customers_do_not_enter(desk: Staffed) -> None:
    stranger = desk.clerk
    stranger.cookies.clear()

    assert stranger.get("/portal/machines").headers["location"] == "/sign-in?next=%2Fportal%2Fmachines"
