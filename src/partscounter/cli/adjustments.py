"""`partscounter sales adjust` and `unadjust`: freight, discounts and fees on sales documents."""

from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.amounts import read_amount
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import ReadTx, WriteTx
from partscounter.domain import orders, sales
from partscounter.domain.orders import Order
from partscounter.domain.sales import Adjustment, AdjustmentDraft

_Order = Annotated[str, typer.Argument(help="Order number, document number or id.", metavar="ORDER")]
_Reason = Annotated[str, typer.Option(help="Why; for the history, the customer does not see it.")]


def adjust(
    context: typer.Context,
    order: _Order,
    name: Annotated[str, typer.Argument(help="What the customer reads, such as Freight.", metavar="NAME")],
    *,
    amount: Annotated[str, typer.Option(help="Negative to take off.")],
    reason: _Reason,
    description: str = "",
    line: Annotated[int | None, typer.Option(help="The line that it belongs to.")] = None,
    taxable: Annotated[bool, typer.Option("--taxable", help="Tax comes with it.")] = False,
    in_subtotal: Annotated[bool, typer.Option("--in-subtotal", help="It is part of the subtotal.")] = False,
    data: Data = None,
) -> None:
    """Add an amount to a document."""
    draft = AdjustmentDraft(
        name=name,
        amount=read_amount(amount, "--amount"),
        reason=reason,
        description=description,
        line_number=line,
        is_taxable=taxable,
        is_subtotal_adjustment=in_subtotal,
    )

    def verb(tx: WriteTx) -> list[str]:
        found = orders.get_order_named(tx, order)
        sales.add_adjustment(tx, found.id, draft)
        return _lines(tx, found)

    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo("\n".join(app.database.write(OPERATOR, verb)))


def unadjust(
    context: typer.Context,
    order: _Order,
    adjustment: Annotated[int, typer.Argument(help="Its number, as `sales adjustments` lists it.")],
    *,
    reason: _Reason,
    data: Data = None,
) -> None:
    """Take an adjustment off a document."""

    def verb(tx: WriteTx) -> list[str]:
        found = orders.get_order_named(tx, order)
        sales.remove_adjustment(tx, found.id, adjustment, reason=reason)
        return _lines(tx, found)

    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo("\n".join(app.database.write(OPERATOR, verb)))


def list_adjustments(context: typer.Context, order: _Order, data: Data = None) -> None:
    """Print the adjustments of a document and what it comes to."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        typer.echo("\n".join(_lines(tx, orders.get_order_named(tx, order))))


def _lines(tx: ReadTx, order: Order) -> list[str]:
    known = sales.load_adjustments(tx, [order.id])[order.id]
    totals = {
        "subtotal": sales.subtotal_of(order, known),
        "tax": sales.tax_of(order, known),
        "total": sales.total_of(order, known),
    }
    return [*map(_line, known), "  ".join(f"{name} {amount:.2f}" for name, amount in totals.items())]


def _line(each: Adjustment) -> str:
    place = "document" if each.line_number is None else f"line {each.line_number}"
    return f"{each.id}  {place}  {each.name}  {each.amount:.2f}  tax {each.tax:.2f}  {each.reason}"
