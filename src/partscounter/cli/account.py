"""`partscounter account`: people who sign in to the portal and the storefront."""

from functools import partial
from typing import Annotated

import typer

from partscounter.app import App, open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.database import WriteTx
from partscounter.domain import accounts, customers, dealers
from partscounter.domain.accounts import Account, AccountNotFound, Role
from partscounter.domain.customers import UnknownCustomer

_Email = Annotated[str, typer.Argument(help="Mail address, by which the person signs in.")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Who may sign in to the pages.")
    for verb in (add, link, disable, enable):
        group.command(verb.__name__)(verb)
    group.command("list")(list_all)
    program.add_typer(group, name="account")


def add(
    context: typer.Context,
    email: _Email,
    name: Annotated[str, typer.Argument(help="What the person is called.")],
    *,
    role: Annotated[Role, typer.Option(help="What the person may do.")] = Role.CLERK,
    dealer: Annotated[list[str] | None, typer.Option(help="Vendor id of a dealer that the person works for.")] = None,
    userid: Annotated[str, typer.Option(help="Of a customer's account: the end-user id of the customer.")] = "",
    language: Annotated[str, typer.Option(help="en, fr, de or es.")] = "en",
) -> None:
    """Create an account and print the link by which its owner chooses a password."""

    def create(tx: WriteTx) -> str:
        account = accounts.create_account(
            tx,
            email=email,
            name=name,
            role=role,
            dealer_ids=[dealers.get_dealer_by_vendor(tx, vendor).id for vendor in dealer or []],
            customer_id=_customer(tx, userid) if userid else None,
            language=language,
        )
        return accounts.give_password_link(tx, account.id)

    with open_app(settings_of(context)) as app:
        _show(app, app.database.write(OPERATOR, create))


def link(context: typer.Context, email: _Email) -> None:
    """Print a link by which the person chooses a new password; the old one counts until then."""
    with open_app(settings_of(context)) as app:
        account = _find(app, email)
        _show(app, app.database.write(OPERATOR, lambda tx: accounts.give_password_link(tx, account.id)))


def disable(context: typer.Context, email: _Email) -> None:
    """End its sessions, and let nobody in with it until it is enabled."""
    with open_app(settings_of(context)) as app:
        app.database.write(OPERATOR, partial(accounts.disable_account, account_id=_find(app, email).id))


def enable(context: typer.Context, email: _Email) -> None:
    """Let it in again."""
    with open_app(settings_of(context)) as app:
        app.database.write(OPERATOR, partial(accounts.enable_account, account_id=_find(app, email).id))


def list_all(context: typer.Context) -> None:
    """Print every account."""
    with open_app(settings_of(context)) as app, app.database.read() as tx:
        for each in accounts.list_accounts(tx):
            states = ["enabled" if each.enabled else "disabled"]
            states += ["second factor"] if each.has_code else []
            states += [] if each.password_hash else ["no password yet"]
            typer.echo(f"{each.email}  {each.role}  {each.name}  {', '.join(states)}")


def _find(app: App, email: str) -> Account:
    with app.database.read() as tx:
        account = accounts.find_account(tx, email)
    if account is None:
        raise AccountNotFound(f"There is no account of {email}.")
    return account


def _customer(tx: WriteTx, userid: str) -> int:
    customer = customers.find_customer_by_userid(tx, userid)
    if customer is None:
        raise UnknownCustomer(f"There is no customer with the end-user id {userid}.")
    return customer.id


def _show(app: App, link: str) -> None:
    server = app.settings.server
    base = server.public_base_url.rstrip("/") or f"http://{server.host}:{server.port}"
    typer.echo(f"{base}/password/{link}")
    typer.echo("This link lets its holder choose the password, once, within three days.", err=True)
