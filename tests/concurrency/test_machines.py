"""QR codes under real concurrency: one printed code, several machines at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

from partscounter.database import Database
from partscounter.domain import assets
from partscounter.domain.assets import CodeTaken
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
