"""`partscounter sales`: sales documents, and what both sides have agreed to."""

from functools import partial
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.adjustments import adjust, list_adjustments, unadjust
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import WriteTx
from partscounter.domain import orders, sales
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.orders import Order
from partscounter.domain.sales import NothingToDecide, SoldFilter

_AT_ONCE = 200
_Order = Annotated[str, typer.Argument(help="Order number, document number or id.", metavar="ORDER")]
_For = Annotated[Side, typer.Option("--for", help="Whose decision it is.")]
_By = Annotated[str, typer.Option(help="Who decided, as the customer will read it.")]
_Note = Annotated[str, typer.Option(help="What the customer is told beside it.")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Sales documents and their approval.")
    for name, command in (
        ("list", list_all),
        ("approve", approve),
        ("reject", reject),
        ("ask", ask),
        ("adjust", adjust),
        ("unadjust", unadjust),
        ("adjustments", list_adjustments),
    ):
        group.command(name)(command)
    program.add_typer(group, name="sales")


def list_all(
    context: typer.Context,
    *,
    vendor_status: Annotated[Approval | None, typer.Option(help="What the vendor said.")] = None,
    customer_status: Annotated[Approval | None, typer.Option(help="What the customer said.")] = None,
    limit: int = _AT_ONCE,
    data: Data = None,
) -> None:
    """Print sales documents, newest first."""
    wanted = SoldFilter(vendor_status=vendor_status, customer_status=customer_status)
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        for each in sales.list_sold(tx, wanted, before=None, limit=limit):
            typer.echo(_line(each))


def approve(
    context: typer.Context,
    order: _Order,
    *,
    side: _For = Side.VENDOR,
    by: _By = "",
    note: _Note = "",
    data: Data = None,
) -> None:
    """Agree to a document, for the vendor unless said otherwise."""
    _decide(context, data, order, side=side, decision=Approval.APPROVED, by=by, note=note)


def reject(
    context: typer.Context,
    order: _Order,
    *,
    side: _For = Side.VENDOR,
    by: _By = "",
    note: _Note = "",
    data: Data = None,
) -> None:
    """Reject a document: it is cancelled, and its stock is free again."""
    _decide(context, data, order, side=side, decision=Approval.REJECTED, by=by, note=note)


def _decide(context: typer.Context, data: Data, name: str, **facts: object) -> None:
    def verb(tx: WriteTx) -> Order:
        return sales.decide(tx, orders.get_order_named(tx, name).id, **facts)  # type: ignore[arg-type]  # several types

    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo(_line(app.database.write(OPERATOR, verb)))


def ask(context: typer.Context, order: _Order, data: Data = None) -> None:
    """Mail the customer's approvers once more, those of today."""
    with open_app(Place(data).of(settings_of(context))) as app:
        asked = app.database.write(OPERATOR, partial(_ask, name=order))
    typer.echo(f"asked: {', '.join(asked) or 'nobody; no approver of the customer has this amount in range'}")


def _ask(tx: WriteTx, name: str) -> list[str]:
    order = orders.get_order_named(tx, name)
    if order.customer_status is not Approval.PENDING:
        raise NothingToDecide(f"The customer has {order.customer_status.value} document {order.document_number}.")
    return [approver.email for approver in orders.ask_approvers(tx, order)]


def _line(order: Order) -> str:
    state = "void" if order.is_void else "closed" if order.closed_at is not None else "open"
    agreed = f"vendor {order.vendor_status.value}  customer {order.customer_status.value}"
    total = f"{order.total + order.cores:.2f} {order.currency}"
    return f"{order.id}  {order.document_number}  {order.placed_at:%Y-%m-%d}  {total}  {agreed}  {state}"
