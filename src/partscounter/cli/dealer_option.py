"""The option that names a dealer where an order's number may be known to several."""

from typing import Annotated

import typer

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.dealers import UnknownDealer

DealerCode = Annotated[str | None, typer.Option(help="Dealer code, where several dealers know the number.")]


def dealer_id(tx: ReadTx, code: str | None) -> int | None:
    """The dealer's id, or None without a code; refuses with UnknownDealer."""
    if code is None:
        return None
    found = dealers.find_dealer_by_code(tx, code)
    if found is None:
        raise UnknownDealer(f"There is no dealer {code}.")
    return found.id
