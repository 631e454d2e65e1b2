"""Imports over HTTP: handed in, done by a worker, asked for afterwards."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from partscounter.database import Database
from partscounter.domain import access, customers, file_imports, inventory, mappings
from partscounter.domain.access import Product
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Item
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, make_credential
from tests.make.imports_door import ImportDoor, open_import_door
from tests.make.sheets import write_workbook

HEADER = "vendor_id,vendor_store,vendor_inventory_id,images\n"
ADDRESS = "https://img.example/1.jpg"
RIGHT = f"{HEADER}0417,1,007,{ADDRESS}\n"
WRONG = f"{HEADER}0417,1,007,{ADDRESS}\n0417,1,9,{ADDRESS}\n"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def door(database: Database, clock: FixedClock, tmp_path: Path) -> ImportDoor:
    """On SQLite and on PostgreSQL."""
    return open_import_door(database, clock, tmp_path)


@pytest.fixture
def sqlite_door(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> ImportDoor:
    """On SQLite alone."""
    return open_import_door(sqlite_database, clock, tmp_path)


def post(caller: httpx.Client, body: str | bytes, path: str = "images", **headers: str) -> httpx.Response:
    return caller.post(f"/stock/imports/{path}", content=body, headers={"Content-Type": "text/csv", **headers})


def test_a_file_is_handed_in_imported_and_asked_for(door: ImportDoor) -> None:
    caller = door.caller()
    taken = post(caller, RIGHT, "images?file_name=new.csv")

    assert (taken.status_code, taken.json().get("error")) == (202, None)
    number = taken.json()["id"]
    waiting = {
        "id": number,
        "kind": "images",
        "file_name": "new.csv",
        "size": len(RIGHT),
        "dry_run": False,
        "state": "waiting",
        "taken_at": "2026-03-02T09:30:00Z",
        "started_at": None,
        "ended_at": None,
    }
    assert taken.json() == waiting
    assert taken.headers["Location"].endswith(f"/stock/imports/{number}")
    assert door.images() == ()

    assert door.work() == 1
    moments = {"started_at": "2026-03-02T09:30:00Z", "ended_at": "2026-03-02T09:30:00Z"}
    counts = {"items": 1, "changed": 1, "unchanged": 0}
    assert caller.get(taken.headers["Location"]).json() == {**waiting, **moments, "state": "done", "counts": counts}
    assert door.images() == (ADDRESS,)
    assert "data" not in door.files()


def test_a_workbook_is_taken_as_well(sqlite_door: ImportDoor, tmp_path: Path) -> None:
    rows = [HEADER.strip().split(","), ["0417", "1", "007", ADDRESS]]
    body = write_workbook(tmp_path / "table.xlsx", rows).read_bytes()

    taken = post(sqlite_door.caller(), body, **{"Content-Type": EXCEL})
    sqlite_door.work()

    assert sqlite_door.caller().get(taken.headers["Location"]).json()["state"] == "done"
    assert sqlite_door.images() == (ADDRESS,)


def test_a_wrong_file_is_refused_as_a_whole_and_its_rows_can_be_fetched(door: ImportDoor) -> None:
    caller = door.caller()
    location = post(caller, WRONG).headers["Location"]
    door.work()

    answer = caller.get(location).json()
    field = {"field": "line 3, column vendor_inventory_id", "message": "there is no item '9' in this store"}
    assert answer["state"] == "refused"
    assert "counts" not in answer
    assert (answer["error"]["code"], answer["error"]["fields"]) == ("sheet_refused", [field])
    assert door.images() == ()

    errors = caller.get(answer["errors_uri"])
    assert errors.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(errors.content.decode("utf-8-sig")))) == [
        ["vendor_id", "vendor_store", "vendor_inventory_id", "images", "line", "column", "reason"],
        ["0417", "1", "9", ADDRESS, "3", "vendor_inventory_id", "there is no item '9' in this store"],
    ]


@pytest.mark.parametrize("name", ["mine.csv", "the file"])
@pytest.mark.parametrize(
    ("kind", "body", "sentence"),
    [
        ("images", WRONG, "1 value is wrong in {}, so nothing of it was taken"),
        ("images", "a\n", "{} does not fit"),
        ("inventory", "a\n", "{} does not have the columns of a feed"),
        ("customers", "code,email\n1,no\n", "2 values are wrong in {}"),
        ("customers", b"PK\x03\x04", "{} is not a readable workbook: File is not a zip file"),
    ],
)
def test_a_refusal_names_the_file_as_its_sender_does(
    sqlite_door: ImportDoor, kind: str, body: str | bytes, sentence: str, name: str
) -> None:
    caller = sqlite_door.caller()
    query = "" if name == "the file" else f"?file_name={name}"
    location = post(caller, body, f"{kind}{query}").headers["Location"]
    sqlite_door.work()

    assert caller.get(location).json()["error"]["message"] == sentence.format(name)
    assert sqlite_door.images() == ()


def test_a_dry_run_gives_the_verdict_and_writes_nothing(sqlite_door: ImportDoor) -> None:
    caller = sqlite_door.caller()
    location = post(caller, RIGHT, "images?dry_run=true").headers["Location"]
    sqlite_door.work()

    answer = caller.get(location).json()
    assert (answer["state"], answer["dry_run"]) == ("done", True)
    assert answer["counts"] == {"items": 1, "changed": 1, "unchanged": 0}
    assert sqlite_door.images() == ()


def test_an_inventory_of_another_vendor_is_refused_as_a_whole(door: ImportDoor) -> None:
    feed = "vendor_id,vendor_store,vendor_inventory_id,part_type\n0417,1,10,Hood\n101,1,11,Hood\n"
    location = post(door.caller(), feed, "inventory").headers["Location"]
    door.work()

    answer = door.caller().get(location).json()
    field = {"field": "line 3, column vendor_id", "message": "'101' is not yours to import"}
    assert (answer["state"], answer["error"]["fields"]) == ("refused", [field])
    with door.app.database.read() as tx:
        assert inventory.find_item(tx, door.counter.store.id, "10") is None


def test_an_inventory_is_imported(sqlite_door: ImportDoor) -> None:
    feed = "vendor_id,vendor_store,vendor_inventory_id,part_type\n0417,1,10,Hood\n"
    location = post(sqlite_door.caller(), feed, "inventory").headers["Location"]
    sqlite_door.work()

    answer = sqlite_door.caller().get(location).json()
    assert (answer["state"], answer["counts"]["added"]) == ("done", 1)
    with sqlite_door.app.database.read() as tx:
        assert inventory.find_item(tx, sqlite_door.counter.store.id, "10") is not None


def test_columns_that_are_passed_over_are_counted(sqlite_door: ImportDoor) -> None:
    feed = "vendor_id,vendor_store,vendor_inventory_id,part_type,Price,shelf\n0417,1,10,Hood,5,A\n"
    location = post(sqlite_door.caller(), feed, "inventory?dry_run=true").headers["Location"]
    sqlite_door.work()

    answer = sqlite_door.caller().get(location).json()
    assert (answer["state"], answer["counts"]["columns passed over"]) == ("done", 2)


INVENTORY = "vendor_id,vendor_store,vendor_inventory_id,part_type\n"


def stock(door: ImportDoor) -> list[Item]:
    with door.app.database.read() as tx:
        return [item for items in inventory.iterate_items(tx) for item in items]


def offered(door: ImportDoor) -> list[str]:
    return [item.inventory_id for item in stock(door) if item.listed]


def test_a_full_replacement_takes_off_offer_what_the_file_does_not_name(door: ImportDoor) -> None:
    caller = door.caller()
    for query in ("inventory?replace=true&allow_retire=50&dry_run=true", "inventory?replace=true&allow_retire=50"):
        assert offered(door) == ["007", "8"]
        taken = post(caller, f"{INVENTORY}0417,1,007,Hood\n", query)
        door.work()

        answer = caller.get(taken.headers["Location"]).json()
        assert (taken.json()["allow_retire"], answer["state"]) == (50, "done")
        assert (answer["counts"]["added"], answer["counts"]["retired"]) == (0, 1)

    assert offered(door) == ["007"]


def test_a_replacement_that_retires_more_than_is_allowed_is_refused_with_the_numbers(door: ImportDoor) -> None:
    before = stock(door)
    location = post(door.caller(), f"{INVENTORY}0417,1,007,Hood\n", "inventory?replace=true").headers["Location"]
    door.work()

    answer = door.caller().get(location).json()
    numbers = {"field": "vendor 0417", "message": "1 of 2 offered items are missing (50.0 %)"}
    assert (answer["state"], answer["allow_retire"]) == ("refused", 20)
    assert (answer["error"]["code"], answer["error"]["fields"]) == ("too_many_missing", [numbers])
    assert stock(door) == before


def test_a_replacement_is_another_import_than_the_plain_one(sqlite_door: ImportDoor) -> None:
    caller, feed = sqlite_door.caller(), f"{INVENTORY}0417,1,007,Hood\n"
    paths = ("inventory", "inventory?replace=true", "inventory?replace=true&allow_retire=50")

    taken = [post(caller, feed, path).json() for path in paths]

    assert len({each["id"] for each in taken}) == 3
    assert [each.get("allow_retire") for each in taken] == [None, 20, 50]
    assert post(caller, feed, "inventory?replace=true&allow_retire=20").json() == taken[1]
    key = {"Idempotency-Key": "monday"}
    assert post(caller, feed, **key, path="inventory").status_code == 202
    refused = post(caller, feed, **key, path="inventory?replace=true")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "idempotency_key_used")


def test_the_same_file_while_it_waits_is_the_same_import(door: ImportDoor) -> None:
    caller = door.caller()
    first, again, other = post(caller, RIGHT), post(caller, RIGHT), post(caller, WRONG)

    assert first.json() == again.json()
    assert other.json()["id"] != first.json()["id"]
    assert door.files() == ["data", "data"]
    door.work()
    assert post(caller, RIGHT).json()["id"] not in {first.json()["id"], other.json()["id"]}


def test_a_key_stands_for_its_first_file_for_ever(door: ImportDoor) -> None:
    caller, key = door.caller(), {"Idempotency-Key": "monday"}
    first = post(caller, RIGHT, **key)
    door.work()

    assert post(caller, RIGHT, **key).json()["id"] == first.json()["id"]
    refused = post(caller, WRONG, **key)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "idempotency_key_used")
    assert door.work() == 0
    assert post(door.caller("stranger"), RIGHT, **key).json()["id"] != first.json()["id"]


def test_two_keys_are_refused_and_leave_no_file(sqlite_door: ImportDoor) -> None:
    headers = [("Content-Type", "text/csv"), ("Idempotency-Key", "monday"), ("Idempotency-Key", "monday")]

    answer = sqlite_door.caller().post("/stock/imports/images", content=RIGHT, headers=headers)

    assert (answer.status_code, set(answer.json())) == (400, {"error"})
    assert not sqlite_door.app.import_folder.exists() or sqlite_door.files() == []


@pytest.mark.parametrize(
    ("path", "headers", "body", "status"),
    [
        ("prices", {}, RIGHT, 404),
        ("images", {"Content-Type": "application/json"}, RIGHT, 415),
        ("images?dry_run=perhaps", {}, RIGHT, 400),
        ("images?dryrun=true", {}, RIGHT, 400),
        ("images?replace=true", {}, RIGHT, 400),
        ("inventory?allow_retire=20", {}, RIGHT, 400),
        ("inventory?replace=true&allow_retire=101", {}, RIGHT, 400),
        ("inventory?replace=true&allow_retire=-1", {}, RIGHT, 400),
        ("images", {"Idempotency-Key": "k" * 256}, RIGHT, 400),
        ("images", {}, "", 400),
        ("images", {}, HEADER + "x" * 100_000, 413),
    ],
)
def test_what_cannot_be_taken_in_is_refused_and_leaves_no_file(
    sqlite_door: ImportDoor, path: str, headers: dict[str, str], body: str, status: int
) -> None:
    answer = post(sqlite_door.caller(), body, path, **headers)

    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert not sqlite_door.app.import_folder.exists() or sqlite_door.files() == []
    assert sqlite_door.work() == 0


def test_who_may_only_read_cannot_import(sqlite_door: ImportDoor) -> None:
    assert post(sqlite_door.caller("reader"), RIGHT).status_code == 403


def test_an_import_is_shown_only_to_who_handed_it_in(sqlite_door: ImportDoor) -> None:
    location = post(sqlite_door.caller(), WRONG).headers["Location"]
    sqlite_door.work()

    for path in (location, f"{location}/errors.csv"):
        assert sqlite_door.caller("stranger").get(path).status_code == 404
    assert sqlite_door.caller().get("/stock/imports/x").status_code == 404


def test_what_a_killed_worker_left_is_taken_up_and_changes_nothing_twice(door: ImportDoor) -> None:
    number = post(door.caller(), RIGHT).json()["id"]
    door.app.database.write(OPERATOR, lambda tx: file_imports.note_started(tx, number))

    assert door.work() == 1
    assert door.caller().get(f"/stock/imports/{number}").json()["state"] == "done"
    assert door.images() == (ADDRESS,)


def test_an_import_without_its_file_fails_in_the_end(sqlite_door: ImportDoor, clock: FixedClock) -> None:
    location = post(sqlite_door.caller(), RIGHT).headers["Location"]
    for path in sqlite_door.app.import_folder.iterdir():
        path.unlink()

    for _ in range(5):
        sqlite_door.work()
        clock.advance(timedelta(minutes=5))

    answer = sqlite_door.caller().get(location).json()
    assert (answer["state"], answer["error"]["code"]) == ("failed", "failed")


def test_a_credential_that_was_switched_off_imports_nothing(sqlite_door: ImportDoor) -> None:
    number = post(sqlite_door.caller(), RIGHT).json()["id"]
    database = sqlite_door.app.database
    with database.read() as tx:
        user = access.find_credential(tx, access.Product.STOCK, "yard")
    assert user is not None
    database.write(OPERATOR, lambda tx: access.disable_credential(tx, user.id))

    sqlite_door.work()

    with database.read() as tx:
        (kept,) = file_imports.list_file_imports(tx)
    assert (kept.id, kept.state, kept.error_code) == (number, "refused", "not_allowed")
    assert sqlite_door.images() == ()


def test_a_mapping_is_imported_for_the_user_that_is_named(sqlite_door: ImportDoor) -> None:
    door = sqlite_door
    dealer = door.counter.dealer.id
    user = make_credential(door.app.database, product=Product.INVENTORY, name="shop", dealer_ids=[dealer])
    rows = "kind,value,native\npart_type,Filter,Oil Filter\n"

    taken = post(door.caller(), rows, "mappings?user=shop")
    door.work()

    assert taken.status_code == 202
    assert door.caller().get(f"/stock/imports/{taken.json()['id']}").json()["counts"] == {
        "values": 1,
        "native names": 1,
    }
    with door.app.database.read() as tx:
        assert [value.text for value in mappings.list_values(tx, user.id, NameKind.PART_TYPE)] == ["Filter"]


@pytest.mark.parametrize("path", ["mappings", "mappings?user=nobody", "mappings?user=everything", "images?user=shop"])
def test_a_mapping_of_nobody_or_of_who_sees_more_is_refused(sqlite_door: ImportDoor, path: str) -> None:
    door = sqlite_door
    dealer = door.counter.dealer.id
    make_credential(door.app.database, product=Product.INVENTORY, name="shop", dealer_ids=[dealer])
    make_credential(door.app.database, product=Product.INVENTORY, name="everything", all_dealers=True)

    answer = post(door.caller(), "kind,value,native\npart_type,Filter,Oil Filter\n", path)

    assert (answer.status_code, answer.json()["error"]["field"]) == (400, "user")
    assert door.work() == 0


def test_aliases_are_for_who_works_for_all_dealers(sqlite_door: ImportDoor) -> None:
    door = sqlite_door
    make_credential(door.app.database, product=Product.STOCK, name="all", all_dealers=True, scopes=["stock/write"])
    rows = "kind,alias,name\nmake,Kitty,CAT\n"

    refused = post(door.caller(), rows, "aliases").json()["id"]
    post(door.caller("all"), rows, "aliases")
    while door.work():
        pass

    assert door.caller().get(f"/stock/imports/{refused}").json()["error"]["code"] == "not_allowed"
    with door.app.database.read() as tx:
        found = aliases.find_alias(tx, NameKind.MAKE, "kitty")
    assert found is not None


def test_customers_are_imported_for_the_own_dealers_only(sqlite_door: ImportDoor) -> None:
    door = sqlite_door

    taken = post(door.caller(), "vendor_id,code\n0417,C1\n", "customers").json()["id"]
    refused = post(door.caller("stranger"), "vendor_id,code\n0417,C2\n", "customers").json()["id"]
    while door.work():
        pass

    assert door.caller().get(f"/stock/imports/{taken}").json()["counts"]["added"] == 1
    told = door.caller("stranger").get(f"/stock/imports/{refused}").json()
    assert (told["state"], told["error"]["field"]) == ("refused", "line 2")
    errors = door.caller("stranger").get(told["errors_uri"]).content.decode("utf-8-sig").splitlines()
    assert errors == ["vendor_id,code,line,column,reason", "0417,C2,2,,vendor '0417' is not yours"]
    with door.app.database.read() as tx:
        assert customers.find_customer_by_code(tx, door.counter.dealer.id, "C2") is None
