"""`partscounter approvers`: the people who have to agree to a customer's orders."""

from functools import partial
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.amounts import read_amount
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import ReadTx, WriteTx
from partscounter.domain import approvals, customers
from partscounter.domain.approvals import Approver
from partscounter.domain.customers import UnknownCustomer

_Userid = Annotated[str, typer.Argument(help="The customer's end-user id.", metavar="USERID")]
_Email = Annotated[str, typer.Argument(help="Where the approver reads mail.", metavar="EMAIL")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="People who have to agree to a customer's orders.")
    for name, command in (("add", add), ("remove", remove), ("list", list_all)):
        group.command(name)(command)
    program.add_typer(group, name="approvers")


def add(
    context: typer.Context,
    userid: _Userid,
    email: _Email,
    *,
    name: str = "",
    language: Annotated[str, typer.Option(help="Two letters: en, fr, de or es.")] = "en",
    at_least: Annotated[str, typer.Option(help="Orders below need no consent.")] = "0",
    at_most: Annotated[str | None, typer.Option(help="The approver's limit; none if left out.")] = None,
    data: Data = None,
) -> None:
    """Name an approver for orders that are placed from now on. Amounts are in the order's currency, cores included."""
    facts = {
        "name": name,
        "email": email,
        "language": language,
        "at_least": read_amount(at_least, "--at-least"),
        "at_most": None if at_most is None else read_amount(at_most, "--at-most"),
    }

    def verb(tx: WriteTx) -> Approver:
        return approvals.add_approver(tx, _customer(tx, userid), **facts)  # type: ignore[arg-type]  # of several types

    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo(_line(app.database.write(OPERATOR, verb)))


def remove(context: typer.Context, userid: _Userid, email: _Email, data: Data = None) -> None:
    """Forget an approver. Links that were mailed to them end."""
    with open_app(Place(data).of(settings_of(context))) as app:
        app.database.write(OPERATOR, partial(_remove, userid=userid, email=email))
    typer.echo(f"{email} is no approver any more")


def _remove(tx: WriteTx, userid: str, email: str) -> None:
    approvals.remove_approver(tx, _customer(tx, userid), email)


def list_all(context: typer.Context, userid: _Userid, data: Data = None) -> None:
    """Print a customer's approvers, by the amount from which they are asked."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        for each in approvals.list_approvers(tx, _customer(tx, userid)):
            typer.echo(_line(each))


def _customer(tx: ReadTx, userid: str) -> int:
    found = customers.find_customer_by_userid(tx, userid)
    if found is None:
        raise UnknownCustomer(f"There is no customer with the end-user id {userid}.")
    return found.id


def _line(approver: Approver) -> str:
    limit = "without a limit" if approver.at_most is None else f"to {approver.at_most:.2f}"
    return f"{approver.email}  {approver.name or '-'}  {approver.language}  from {approver.at_least:.2f} {limit}"
