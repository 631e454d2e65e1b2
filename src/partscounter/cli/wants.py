"""`partscounter wants`: who waits for what, and what it has brought in."""

from collections.abc import Mapping
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.print_rows import AsCSV, print_rows
from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Recovered, WaitingFor

Vendor = Annotated[str | None, typer.Option(metavar="VENDOR_ID", help="Only what concerns this vendor.")]

_WAITING = ("want", "since", "kind", "wanted", "customer", "email", "vendor_id", "came_in", "told_at")
_RECOVERED = ("month", "vendor_id", "vendor", "wants", "orders", "units", "amount", "currency")


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="What customers wait for.")
    group.callback()(_group)
    group.command("list")(list_wants)
    group.command("report")(report_wants)
    program.add_typer(group, name="wants")


def _group() -> None:
    """What customers wait for."""


def list_wants(context: typer.Context, *, vendor: Vendor = None, as_csv: AsCSV = False, data: Data = None) -> None:
    """Print who waits for what, oldest first; with a vendor what it alone, or any vendor, is asked for."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        waiting = wants.list_waiting(tx, _dealer_id(tx, vendor))
        asked = {each.want.draft.wanted.dealer_id for each in waiting}
        known = dealers.load_dealers(tx, {id_ for id_ in asked if id_ is not None})
    print_rows(_WAITING, [_waiting_row(each, known) for each in waiting], as_csv=as_csv)


def report_wants(context: typer.Context, *, vendor: Vendor = None, as_csv: AsCSV = False, data: Data = None) -> None:
    """Count the orders of customers who had been told that an item came in, by month and vendor."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        counted = wants.count_recovered(tx, _dealer_id(tx, vendor))
        known = dealers.load_dealers(tx, {each.dealer_id for each in counted})
    print_rows(_RECOVERED, [_recovered_row(each, known) for each in counted], as_csv=as_csv)


def _dealer_id(tx: ReadTx, vendor: str | None) -> int | None:
    return None if vendor is None else dealers.get_dealer_by_vendor(tx, vendor).id


def _waiting_row(each: WaitingFor, known: Mapping[int, Dealer]) -> tuple[str, ...]:
    draft = each.want.draft
    asked = draft.wanted.dealer_id
    return (
        str(each.want.id),
        f"{each.want.created_at:%Y-%m-%d}",
        draft.kind.value,
        draft.title,
        draft.waiting.name,
        draft.waiting.email,
        "" if asked is None else known[asked].vendor_id or "",
        str(each.matched),
        "" if each.told_at is None else f"{each.told_at:%Y-%m-%d %H:%M}",
    )


def _recovered_row(each: Recovered, known: Mapping[int, Dealer]) -> tuple[str, ...]:
    dealer = known[each.dealer_id]
    counts = (each.wants, each.orders, each.units)
    return (each.month, dealer.vendor_id or "", dealer.name, *map(str, counts), f"{each.amount:.2f}", each.currency)
