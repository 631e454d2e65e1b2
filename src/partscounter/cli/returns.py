"""`partscounter returns`: goods that come back, from the request to the credit."""

import re
from collections.abc import Callable
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.amounts import read_amount
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import WriteTx
from partscounter.domain import dealers, orders, returns
from partscounter.domain.returns import GoodsReturn, Inspected, Requester, ReturnTerms

_UNITS = re.compile(r"(?P<line>[1-9][0-9]{0,5})=(?P<units>[0-9]{1,5})")
_Order = Annotated[str, typer.Argument(help="Order number, document number or id.", metavar="ORDER")]
_Id = Annotated[int, typer.Argument(help="The number after RMA-.", metavar="RETURN")]
_Lines = Annotated[list[str], typer.Option("--line", help="LINE=UNITS; may be repeated.")]
_Note = Annotated[str, typer.Option(help="What the customer is told beside it.")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Goods that come back.")
    for name, command in (
        ("terms", terms),
        ("list", list_all),
        ("request", request),
        ("authorise", authorise),
        ("refuse", refuse),
        ("withdraw", withdraw),
        ("receive", receive),
        ("credit", credit),
    ):
        group.command(name)(command)
    program.add_typer(group, name="returns")


def terms(
    context: typer.Context,
    vendor_id: Annotated[str, typer.Argument(help="The dealer's vendor id.")],
    *,
    days: Annotated[int | None, typer.Option(help="Days for customers; none may ask if left out.")] = None,
    restocking_percent: Annotated[str, typer.Option(help="Of the net price, kept by the dealer.")] = "0",
    data: Data = None,
) -> None:
    """Set what a dealer grants for goods that come back."""
    wanted = ReturnTerms(days, read_amount(restocking_percent, "--restocking-percent"))

    def verb(tx: WriteTx) -> None:
        returns.set_return_terms(tx, dealers.get_dealer_by_vendor(tx, vendor_id).id, wanted)

    with open_app(Place(data).of(settings_of(context))) as app:
        app.database.write(OPERATOR, verb)


def list_all(context: typer.Context, order: _Order, data: Data = None) -> None:
    """Print the returns of an order."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        for each in returns.list_returns(tx, orders.get_order_named(tx, order).id):
            typer.echo(_line(each))


def request(
    context: typer.Context,
    order: _Order,
    *,
    line: _Lines,
    reason: str = "",
    for_customer: Annotated[bool, typer.Option("--for-customer", help="The days granted count.")] = False,
    data: Data = None,
) -> None:
    """Ask for a return of shipped units."""
    units, who = _read(line, "--line"), Requester.CUSTOMER if for_customer else Requester.DEALER

    def verb(tx: WriteTx) -> GoodsReturn:
        found = orders.get_order_named(tx, order)
        return returns.request_return(tx, found.id, units, requested_by=who, reason=reason)

    _do(context, data, verb)


def authorise(context: typer.Context, number: _Id, *, note: _Note = "", data: Data = None) -> None:
    """Agree to a return; the customer is mailed its number."""
    _do(context, data, lambda tx: returns.authorise_return(tx, number, note=note))


def refuse(context: typer.Context, number: _Id, *, note: _Note = "", data: Data = None) -> None:
    """Refuse a return."""
    _do(context, data, lambda tx: returns.refuse_return(tx, number, note=note))


def withdraw(context: typer.Context, number: _Id, data: Data = None) -> None:
    """Give a return up before anything has come."""
    _do(context, data, lambda tx: returns.withdraw_return(tx, number))


def receive(
    context: typer.Context,
    number: _Id,
    *,
    restock: Annotated[list[str] | None, typer.Option(help="LINE=UNITS back into stock; may be repeated.")] = None,
    scrap: Annotated[list[str] | None, typer.Option(help="LINE=UNITS scrapped; may be repeated.")] = None,
    data: Data = None,
) -> None:
    """Note what has come, and put it back into stock or scrap it."""
    good, bad = _read(restock or [], "--restock"), _read(scrap or [], "--scrap")
    came = {line: Inspected(good.get(line, 0), bad.get(line, 0)) for line in good | bad}
    _do(context, data, lambda tx: returns.receive_return(tx, number, came))


def credit(
    context: typer.Context,
    number: _Id,
    *,
    restocking_percent: Annotated[str | None, typer.Option(help="In place of the dealer's own.")] = None,
    data: Data = None,
) -> None:
    """Credit what has come; the customer is mailed."""
    percent = None if restocking_percent is None else read_amount(restocking_percent, "--restocking-percent")
    _do(context, data, lambda tx: returns.credit_return(tx, number, restocking_percent=percent))


def _do(context: typer.Context, data: Data, verb: Callable[[WriteTx], GoodsReturn]) -> None:
    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo(_line(app.database.write(OPERATOR, verb)))


def _read(given: list[str], option: str) -> dict[int, int]:
    read = [_UNITS.fullmatch(text) for text in given]
    if None in read:
        raise typer.BadParameter("must be LINE=UNITS, such as 1=2", param_hint=option)
    return {int(it["line"]): int(it["units"]) for it in read if it}


def _line(each: GoodsReturn) -> str:
    lines = "  ".join(
        f"line {line.line_number}: {line.units}, restocked {line.restocked}, scrapped {line.scrapped}"
        for line in each.lines
    )
    return f"{each.number}  order {each.order_id}  {each.state.value}  {lines}"
