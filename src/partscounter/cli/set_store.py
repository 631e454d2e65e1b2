"""`partscounter dealer set-store`: on what terms a store takes orders in the parts-orders contract."""

from functools import partial
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.domain import dealers
from partscounter.domain.dealers import Store, StoreTerms


def set_store(
    context: typer.Context,
    *,
    vendor_id: Annotated[str, typer.Argument(help="The dealer's vendor id.")],
    vendor_store: Annotated[str, typer.Argument(help="The store's number.")],
    asynchronous: Annotated[
        bool | None, typer.Option("--asynchronous/--synchronous", help="Reserve stock after or before the answer.")
    ] = None,
    require_reference: Annotated[
        bool | None, typer.Option("--require-reference/--no-require-reference", help="Demand an orderReference.")
    ] = None,
    retention_days: Annotated[
        int | None, typer.Option(min=0, max=36500, help="How long a fulfilled order stays readable; 0 for ever.")
    ] = None,
    data: Data = None,
) -> None:
    """Change the terms named, and print all of them."""
    terms = StoreTerms(asynchronous, require_reference, retention_days)
    verb = partial(dealers.revise_terms, vendor_id=vendor_id, vendor_store=vendor_store, terms=terms)
    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo(_line(app.database.write(OPERATOR, verb)))


def _line(store: Store) -> str:
    days = store.retention_days
    words = [
        f"store {store.vendor_store}",
        "asynchronous" if store.takes_orders_asynchronously else "synchronous",
        "orderReference required" if store.requires_order_reference else "orderReference optional",
        "fulfilled orders readable for ever" if days is None else f"fulfilled orders readable for {days} days",
    ]
    return "  ".join(words)
