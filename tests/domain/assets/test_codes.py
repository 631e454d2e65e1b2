"""Codes of machines: made, printed before, claimed once."""

import re

import pytest

from partscounter.database import Database
from partscounter.domain import assets
from partscounter.domain.assets import Asset, CodeTaken, MalformedCode, TooManyCodes, UnknownCode
from tests.make.counter import TESTER, make_counter

LOADER = "F2600123"


def claim(database: Database, code: str, serial_number: str = LOADER, **told: object) -> Asset:
    return database.write(
        TESTER,
        lambda tx: assets.associate_asset(
            tx,
            qr_code=code,
            serial_number=serial_number,
            originator="TD00",
            **told,  # type: ignore[arg-type]  # keywords of any type
        ),
    )


def test_new_codes_have_the_form_of_the_document_and_differ() -> None:
    codes = {assets.new_code() for _ in range(200)}

    assert len(codes) == 200
    assert all(re.fullmatch("[2-9BCDFGHJ-NP-TVWXZ]{15}", code) for code in codes)
    assert all(assets.parse_code(code.lower()) == code for code in codes)


@pytest.mark.parametrize(
    "text", ["HTTPS://QR.CAT.COM/CMDZ18G9RYCCW8Y", " https://counter.example/cmdz18g9ryccw8y\n", "CMDZ18G9RYCCW8Y"]
)
def test_the_code_stands_after_the_last_slash(text: str) -> None:
    assert assets.code_in(text) == "CMDZ18G9RYCCW8Y"


@pytest.mark.parametrize("text", ["", "HTTPS://QR.CAT.COM/", "https://counter.example/CMDZ18G9RYCCW8Y/more"])
def test_other_texts_have_no_code(text: str) -> None:
    with pytest.raises(MalformedCode):
        assets.code_in(text)


def test_a_printed_code_is_free_until_a_machine_bears_it(database: Database) -> None:
    first, second = database.write(TESTER, lambda tx: assets.make_codes(tx, 2))
    with database.read() as tx:
        assert {each.code for each in assets.list_free_codes(tx)} == {first.code, second.code}
        assert assets.find_free_code(tx, first.code) == first
        with pytest.raises(UnknownCode):
            assets.get_asset(tx, first.code)

    claim(database, first.code)

    with database.read() as tx:
        assert assets.list_free_codes(tx) == [second]
        assert assets.find_free_code(tx, first.code) is None
        assert assets.get_asset(tx, first.code).serial_number == LOADER


def test_a_code_is_claimed_once_and_a_machine_has_one_code(database: Database) -> None:
    first, second = database.write(TESTER, lambda tx: assets.make_codes(tx, 2))
    claim(database, first.code)

    with pytest.raises(CodeTaken):
        claim(database, first.code, "OTHER1")
    with pytest.raises(CodeTaken):
        claim(database, second.code, LOADER)

    with database.read() as tx:
        assert [(each.qr_code, each.serial_number) for each in assets.list_assets(tx)] == [(first.code, LOADER)]
        assert assets.list_free_codes(tx) == [second]


@pytest.mark.parametrize("count", [0, 10_001])
def test_not_any_number_of_codes_is_made(sqlite_database: Database, count: int) -> None:
    with pytest.raises(TooManyCodes):
        sqlite_database.write(TESTER, lambda tx: assets.make_codes(tx, count))

    with sqlite_database.read() as tx:
        assert assets.list_free_codes(tx) == []


def test_what_is_known_of_a_machine_changes_and_its_names_stay(database: Database) -> None:
    counter = make_counter(database)
    before = claim(database, assets.new_code())

    changes = {"model": "926M", "customer_id": counter.customer.id, "market_segment": None}
    database.write(TESTER, lambda tx: assets.change_asset(tx, before, **changes))

    with database.read() as tx:
        after = assets.get_asset(tx, before.qr_code)
        assert assets.list_assets(tx, customer_id=counter.customer.id) == [after]
        assert assets.list_assets(tx, customer_id=counter.customer.id + 1) == []
        assert assets.find_machines(tx, {("CAT", LOADER), ("CAT", "OTHER1")}) == {("CAT", LOADER): after}
    assert (after.name, after.serial_number, after.customer_id) == ("CAT 926M", LOADER, counter.customer.id)
