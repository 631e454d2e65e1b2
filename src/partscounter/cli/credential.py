"""`partscounter credential`: who may use which door. Secrets are shown once, when they are made."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated

import typer

from partscounter.app import App, open_app
from partscounter.asgi import CLIENT_OPTIONS
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.database import WriteTx
from partscounter.domain import access, dealers
from partscounter.domain.access import Credential, CredentialNotFound, NewSecret, OptionValue, Product

_Product = Annotated[Product, typer.Argument(help="cat, keyloop, ecat, inventory or stock.")]
_Name = Annotated[str, typer.Argument(help="Client id or user name.")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Who may use which door.")
    group.command("add")(add)
    group.command("list")(list_all)
    group.command("rotate")(rotate)
    group.command("options")(options)
    group.command("disable")(disable)
    group.command("enable")(enable)
    program.add_typer(group, name="credential")


def add(
    context: typer.Context,
    product: _Product,
    name: _Name,
    *,
    dealer: Annotated[list[str] | None, typer.Option(help="Vendor id of a dealer whose data it sees.")] = None,
    all_dealers: Annotated[bool, typer.Option("--all-dealers", help="It sees every dealer, later ones too.")] = False,
    admin: Annotated[bool, typer.Option("--admin", help="Order export: an admin user.")] = False,
    scope: Annotated[
        list[str] | None, typer.Option(help="Parts orders and stock: a scope, such as api.orders/create.")
    ] = None,
    option: Annotated[list[str] | None, typer.Option(help="A switch of its contract, NAME=VALUE.")] = None,
) -> None:
    """Create a credential and print its secret."""
    chosen = dict(_named(each) for each in option or [])
    _check(product, chosen)
    secret = access.new_secret()

    def create(tx: WriteTx) -> Credential:
        return access.create_credential(
            tx,
            product=product,
            name=name,
            secret=secret,
            dealer_ids=[dealers.get_dealer_by_vendor(tx, vendor).id for vendor in dealer or []],
            all_dealers=all_dealers,
            is_admin=admin,
            scopes=scope or [],
            options=chosen,
        )

    with open_app(settings_of(context)) as app:
        app.database.write(OPERATOR, create)
    _show(name, secret)


def list_all(context: typer.Context) -> None:
    """Print every credential; no secret."""
    with open_app(settings_of(context)) as app, app.database.read() as tx:
        for each in access.list_credentials(tx, limit=10_000):
            used = "never used" if each.last_used_at is None else f"used {each.last_used_at:%Y-%m-%d %H:%M}"
            typer.echo(f"{each.product}  {each.name}  {'enabled' if each.enabled else 'disabled'}  {used}")


def rotate(context: typer.Context, product: _Product, name: _Name) -> None:
    """Give it a new secret; the old one stops at once, and so do its tokens."""
    secret = access.new_secret()
    with open_app(settings_of(context)) as app:
        known = _find(app, product, name)
        verb = partial(access.rotate_secret, credential_id=known.id, secret=secret, revoke_tokens=True)
        app.database.write(OPERATOR, verb)
    _show(name, secret)


def options(
    context: typer.Context,
    product: _Product,
    name: _Name,
    change: Annotated[list[str] | None, typer.Argument(help="NAME=VALUE sets, NAME= takes away.")] = None,
) -> None:
    """Set switches of its contract, leaving the others as they are, and print them all."""
    changes = {option: value or None if value is not False else value for option, value in map(_named, change or [])}
    _check(product, {option: value for option, value in changes.items() if value is not None})
    with open_app(settings_of(context)) as app:
        known = _find(app, product, name)
        now = app.database.write(OPERATOR, partial(access.change_options, credential_id=known.id, changes=changes))
    for option, value in sorted(now.options.items()):
        typer.echo(f"{option}={str(value).lower() if isinstance(value, bool) else value}")


def disable(context: typer.Context, product: _Product, name: _Name) -> None:
    """Switch it off at once."""
    with open_app(settings_of(context)) as app:
        app.database.write(OPERATOR, partial(access.disable_credential, credential_id=_find(app, product, name).id))


def enable(context: typer.Context, product: _Product, name: _Name) -> None:
    """Switch it on again."""
    with open_app(settings_of(context)) as app:
        app.database.write(OPERATOR, partial(access.enable_credential, credential_id=_find(app, product, name).id))


def _find(app: App, product: Product, name: str) -> Credential:
    with app.database.read() as tx:
        known = access.find_credential(tx, product, name)
    if known is None:
        raise CredentialNotFound(f"There is no credential {name} for {product}.")
    return known


def _check(product: Product, chosen: Mapping[str, OptionValue]) -> None:
    if product in CLIENT_OPTIONS:
        CLIENT_OPTIONS[product].check(chosen)
    elif chosen:
        raise access.InvalidCredential(f"The contract of {product} has no options.")


def _named(text: str) -> tuple[str, OptionValue]:
    name, _, value = text.partition("=")
    return name, access.option_value(value)


def _show(name: str, secret: NewSecret) -> None:
    typer.echo(f"{name}  {secret.plain}")
    typer.echo("This secret is shown once: keep it now.", err=True)
