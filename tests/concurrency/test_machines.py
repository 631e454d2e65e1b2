"""QR codes under real concurrency: one printed code, several machines at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from partscounter.database import Database
from partscounter.domain import assets, machines
from partscounter.domain.assets import Asset, CodeTaken
from tests.make.at_once import at_once
from tests.make.counter import TESTER

THREADS = 8


def test_of_eight_machines_that_claim_one_code_one_gets_it(database: Database) -> None:
    (code,) = database.write(TESTER, lambda tx: assets.make_codes(tx, 1))
    together = threading.Barrier(THREADS)

    def claim(number: int) -> str | None:
        together.wait(timeout=30)
        try:
            asset = database.write(
                TESTER,
                lambda tx: assets.associate_asset(
                    tx, qr_code=code.code, serial_number=f"SN{number}", originator="TD00"
                ),
            )
        except CodeTaken:
            return None
        return asset.serial_number

    with ThreadPoolExecutor(THREADS) as pool:
        outcomes = list(pool.map(claim, range(THREADS)))

    (winner,) = [each for each in outcomes if each is not None]
    with database.read() as tx:
        assert [each.serial_number for each in assets.list_assets(tx)] == [winner]
        assert assets.list_free_codes(tx) == []


def machine(database: Database, serial_number: str = "SN1") -> Asset:
    return database.write(
        TESTER,
        lambda tx: assets.associate_asset(
            tx, qr_code=assets.new_code(), serial_number=serial_number, originator="TD00"
        ),
    )


def test_of_eight_who_saw_the_same_machine_one_changes_it(database: Database) -> None:
    known = machine(database)
    texts, version = machines.texts_of(known), machines.version_of(known)

    def edit(model: str) -> Asset:
        verb = partial(
            machines.edit_machine,
            machine_id=known.id,
            texts=texts | {"model": model},
            customer_id=None,
            version=version,
        )
        return database.write(TESTER, verb)

    outcomes = at_once(*(partial(edit, f"M{number}") for number in range(THREADS)))

    (winner,) = [each for each in outcomes if isinstance(each, Asset)]
    with database.read() as tx:
        assert assets.list_assets(tx) == [winner]


def test_one_new_code_for_several_machines_and_several_codes_for_one(database: Database) -> None:
    known = [machine(database, f"SN{number}") for number in range(4)]

    def replace(each: Asset, code: str) -> Asset:
        return database.write(TESTER, lambda tx: assets.replace_code(tx, each, code))

    same = at_once(*(partial(replace, each, "CMDZ18G9RYCCW8Y") for each in known))
    (winner,) = [each for each in same if isinstance(each, Asset)]
    other = at_once(*(partial(replace, winner, f"CMDZ18G9RYCCW{number}") for number in range(10, 14)))

    (last,) = [each for each in other if isinstance(each, Asset)]
    with database.read() as tx:
        now = {each.id: each.qr_code for each in assets.list_assets(tx)}
    assert now == {each.id: each.qr_code for each in known} | {last.id: last.qr_code}
