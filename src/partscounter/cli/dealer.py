"""`partscounter dealer`: dealers and their stores, by the names that the five contracts give them."""

from decimal import Decimal
from functools import partial
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.set_dealer import line_of, set_dealer
from partscounter.cli.set_store import set_store
from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Store
from partscounter.kit.address import PostalAddress
from partscounter.kit.money import parse_amount


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Dealers and their stores.")
    group.command("add")(add)
    group.command("set")(set_dealer)
    group.command("add-store")(add_store)
    group.command("set-store")(set_store)
    group.command("list")(list_all)
    program.add_typer(group, name="dealer")


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What customers call it.")],
    *,
    vendor_id: Annotated[str, typer.Option(help="Inventory: its vendor id.")],
    dealer_code: Annotated[str | None, typer.Option(help="Order tracking: four characters.")] = None,
    org: Annotated[str | None, typer.Option(help="Order export: its short name.")] = None,
    enterprise_id: Annotated[str | None, typer.Option(help="Parts orders: the first part of the path.")] = None,
) -> None:
    """Make a dealer known."""
    verb = partial(
        dealers.register_dealer,
        name=name,
        vendor_id=vendor_id,
        dealer_code=dealer_code,
        org=org,
        enterprise_id=enterprise_id,
    )
    with open_app(settings_of(context)) as app:
        made = app.database.write(OPERATOR, verb)
    typer.echo(line_of(made))


def add_store(
    context: typer.Context,
    vendor_id: Annotated[str, typer.Argument(help="The dealer's vendor id.")],
    vendor_store: Annotated[str, typer.Argument(help="The store's number.")],
    *,
    store_id: Annotated[str | None, typer.Option(help="Parts orders: the second part of the path.")] = None,
    company: Annotated[str, typer.Option(help="The name that customers see.")] = "",
    city: str = "",
    state: str = "",
    postal_code: str = "",
    country: str = "",
    email: Annotated[str, typer.Option(help="Where its people read mail.")] = "",
    currency: Annotated[str, typer.Option(help="ISO 4217.")] = "USD",
    tax_percent: Annotated[str, typer.Option(help="Added to net prices.")] = "0",
    asynchronous: Annotated[bool, typer.Option("--asynchronous", help="Reserve stock after the answer.")] = False,
) -> None:
    """Make a store of a dealer known."""
    tax_rate = _percent(tax_percent)
    address = PostalAddress(
        company=company, city=city, state=state, postal_code=postal_code, country=country, email=email
    )

    def register(tx: WriteTx) -> Store:
        return dealers.register_store(
            tx,
            dealers.get_dealer_by_vendor(tx, vendor_id),
            vendor_store=vendor_store,
            store_id=store_id,
            address=address,
            currency=currency,
            tax_rate=tax_rate,
            takes_orders_asynchronously=asynchronous,
        )

    with open_app(settings_of(context)) as app:
        app.database.write(OPERATOR, register)


def list_all(context: typer.Context) -> None:
    """Print every dealer with its names."""
    with open_app(settings_of(context)) as app, app.database.read() as tx:
        for each in dealers.list_dealers(tx):
            typer.echo(line_of(each))


def _percent(text: str) -> Decimal:
    try:
        return parse_amount(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--tax-percent") from error
