"""Claiming a printed code for the machine that it was stuck on."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import assets, dealers
from partscounter.domain.accounts import Account
from partscounter.domain.assets import Asset, CodeTaken
from partscounter.domain.inventory.imports import cells
from partscounter.domain.machines.errors import InvalidMachine, StaffOnly
from partscounter.kit.refusal import Violation


def claim_code(tx: WriteTx, code: str, account: Account, *, serial_number: str, make: str, model: str) -> Asset:
    """The machine, which bears the free code from now on.

    Refuses with StaffOnly, with InvalidMachine for texts that cannot be kept, and with CodeTaken where the code is not
    free or the machine has another.
    """
    if not account.role.is_staff:
        raise StaffOnly("Only those who work here put codes on machines.")
    serial_number, make, model = _checked(serial_number=serial_number, make=make, model=model)
    if assets.find_free_code(tx, assets.parse_code(code)) is None:
        raise CodeTaken(f"{code} waits for no machine.")
    return assets.associate_asset(
        tx,
        qr_code=code,
        serial_number=serial_number,
        make=make or "CAT",
        model=model,
        originator=originator_of(tx, account),
    )


def _checked(*, serial_number: str, make: str, model: str) -> tuple[str, str, str]:
    wrong = []
    read = {"serial_number": cells.read_id, "make": cells.read_text, "model": cells.read_text}
    kept = dict.fromkeys(read, "")
    for name, text in {"serial_number": serial_number, "make": make, "model": model}.items():
        try:
            kept[name] = read[name](text.strip())
        except ValueError as issue:
            wrong.append(Violation(name, str(issue), text))
    if wrong:
        raise InvalidMachine("The machine cannot be kept like this.", tuple(wrong))
    return kept["serial_number"], kept["make"], kept["model"]


def originator_of(tx: ReadTx, account: Account) -> str:
    """The dealer code of the dealer that the account works for; empty for an operator, who works for none."""
    codes = [dealer.dealer_code for dealer in dealers.list_dealers(tx) if dealer.id in account.dealer_ids]
    return next((code for code in codes if code), "")
