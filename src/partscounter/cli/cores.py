"""`partscounter cores`: the ledger of deposits on old parts."""

from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.amounts import read_amount
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import ReadTx, WriteTx
from partscounter.domain import cores, customers, dealers, orders
from partscounter.domain.cores import CoreBalance, CoreTerms, Grade
from partscounter.domain.customers import UnknownCustomer

_Order = Annotated[str, typer.Argument(help="Order number, document number or id.", metavar="ORDER")]
_Percent = Annotated[str, typer.Option(help="Of the deposit, for a core of grade partial.")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Deposits on old parts.")
    commands = (("terms", terms), ("show", show), ("owed", owed), ("return", take_back), ("close-overdue", close))
    for name, command in commands:
        group.command(name)(command)
    program.add_typer(group, name="cores")


def terms(
    context: typer.Context,
    vendor_id: Annotated[str, typer.Argument(help="The dealer's vendor id.")],
    *,
    days: Annotated[int | None, typer.Option(help="From shipment; for ever if left out.")] = None,
    partial_percent: _Percent = "50",
    data: Data = None,
) -> None:
    """Set what a dealer grants for cores of orders from now on."""
    wanted = CoreTerms(days, read_amount(partial_percent, "--partial-percent"))

    def verb(tx: WriteTx) -> None:
        cores.set_core_terms(tx, dealers.get_dealer_by_vendor(tx, vendor_id).id, wanted)

    with open_app(Place(data).of(settings_of(context))) as app:
        app.database.write(OPERATOR, verb)


def show(context: typer.Context, order: _Order, data: Data = None) -> None:
    """Print the ledger of an order, entry by entry, with the balance of each line."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        found = cores.load_balances(tx, [orders.get_order_named(tx, order).id])
    for each in found.values():
        for entry in each.entries:
            more = " ".join(filter(None, (entry.grade, f"due {entry.due_on}" if entry.due_on else "", entry.note)))
            typer.echo(f"{entry.entered_at:%Y-%m-%d}  {entry.kind}  {entry.units}  credit {entry.credit:.2f}  {more}")
        typer.echo(_line(each))


def owed(
    context: typer.Context,
    userid: Annotated[str, typer.Argument(help="The customer's end-user id.")],
    data: Data = None,
) -> None:
    """Print the cores that a customer can still bring, and the deposits on them."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        found = [each for each in cores.list_balances(tx, _customer(tx, userid)) if each.outstanding_units]
    for each in found:
        typer.echo(_line(each))


def take_back(
    context: typer.Context,
    order: _Order,
    line: Annotated[int, typer.Argument(help="The line's number.")],
    grade: Annotated[Grade, typer.Argument(help="How good it is.")],
    *,
    units: int = 1,
    note: str = "",
    data: Data = None,
) -> None:
    """Take cores back, and credit their deposit by their grade."""

    def verb(tx: WriteTx) -> CoreBalance:
        return cores.return_core(tx, orders.get_order_named(tx, order).id, line, units, grade, note=note)

    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo(_line(app.database.write(OPERATOR, verb)))


def close(context: typer.Context, data: Data = None) -> None:
    """Keep the deposits of all cores that are overdue."""
    with open_app(Place(data).of(settings_of(context))) as app:
        changed = app.database.write(OPERATOR, cores.close_overdue)
    for each in changed:
        typer.echo(_line(each))
    typer.echo(f"{len(changed)} ledgers closed in part or in full")


def _customer(tx: ReadTx, userid: str) -> int:
    found = customers.find_customer_by_userid(tx, userid)
    if found is None:
        raise UnknownCustomer(f"There is no customer with the end-user id {userid}.")
    return found.id


def _line(each: CoreBalance) -> str:
    amounts = f"deposited {each.deposited:.2f}  credited {each.credited:.2f}  kept {each.kept:.2f}"
    left = f"outstanding {each.outstanding_units}: {each.outstanding:.2f} {each.charge.currency}"
    return f"order {each.charge.order_id} line {each.charge.line_number}  {amounts}  {left}"
