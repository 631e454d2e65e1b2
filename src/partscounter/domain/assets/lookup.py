"""Finding machines, and codes that wait for one."""

from collections.abc import Collection

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.assets import store as sql
from partscounter.domain.assets.asset import Asset
from partscounter.domain.assets.code import FreeCode, parse_code
from partscounter.domain.assets.errors import UnknownCode
from partscounter.domain.assets.wanted import MachinesWanted


def get_asset(tx: ReadTx, qr_code: str) -> Asset:
    """The machine with this code in any case; refuses with MalformedCode or UnknownCode."""
    code = parse_code(qr_code)
    asset = sql.find_asset(tx, code)
    if asset is None:
        raise UnknownCode(f"No machine is associated with {code}.")
    return asset


def lock_machine(tx: WriteTx, asset_id: int) -> Asset:
    """The machine by our own id as it is now, held until the transaction ends; refuses with UnknownCode."""
    asset = sql.lock_asset(tx, asset_id)
    if asset is None:
        raise UnknownCode(f"There is no machine {asset_id}.")
    return asset


def search_machines(tx: ReadTx, wanted: MachinesWanted, *, offset: int = 0, limit: int = 50) -> tuple[int, list[Asset]]:
    """How many there are in all, and some of them, the one known last first."""
    return sql.search_assets(tx, wanted, offset, limit)


def find_machines(tx: ReadTx, names: Collection[tuple[str, str]]) -> dict[tuple[str, str], Asset]:
    """The machines with these makes and serial numbers, by both."""
    found = sql.assets_with_serial(tx, {serial for _, serial in names})
    return {(each.make, each.serial_number): each for each in found if (each.make, each.serial_number) in names}


def find_codes(tx: ReadTx, codes: Collection[str]) -> dict[str, Asset]:
    """The machines that bear these codes, by code."""
    return {each.qr_code: each for each in sql.assets_with_code(tx, codes)}


def list_assets(tx: ReadTx, *, customer_id: int | None = None, after: int = 0, limit: int = 1000) -> list[Asset]:
    """The machines in the order in which they became known, those of one customer if it is given; page by page."""
    return sql.list_assets(tx, customer_id, after, limit)


def list_free_codes(tx: ReadTx) -> list[FreeCode]:
    """The codes that were made to be printed and that no machine bears, the oldest first."""
    return sql.free_codes(tx)


def find_free_code(tx: ReadTx, code: str) -> FreeCode | None:
    """The code, if it is one of those."""
    found = sql.free_codes(tx, code)
    return found[0] if found else None
