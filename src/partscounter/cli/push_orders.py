"""`partscounter push`: where submitted orders are posted, what became of them, and posting them again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated, TypeVar

import typer

from partscounter.app import App, open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.serve import prepare
from partscounter.database import ReadTx, WriteTx
from partscounter.database.migrate import has_tables
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer, UnknownDealer
from partscounter.domain.export import push
from partscounter.domain.export.push import BadAddress, Delivery
from partscounter.kit.refusal import Violation
from partscounter.worker.guarded_network import leads_inside

_BY_OPERATOR = "Switched off by an operator."

_T = TypeVar("_T")
_Org = Annotated[str, typer.Argument(help="Short name of the organisation, as in the path of the order export.")]
_Url = Annotated[str, typer.Argument(help="Address that takes the orders, https:// or http://.")]
_Marks = Annotated[
    bool, typer.Option("--marks-received", help="A delivered order counts as received and is not pulled any more.")
]
_DeliveryId = Annotated[int, typer.Argument(help="Number of a try, as `push deliveries` lists it.", metavar="DELIVERY")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Post submitted orders to an organisation's own address.")
    group.callback()(_group)
    for name, command in (
        ("set", set_target),
        ("off", switch_off),
        ("rotate", rotate_secret),
        ("list", list_targets),
        ("deliveries", list_deliveries),
        ("replay", replay_delivery),
    ):
        group.command(name)(command)
    program.add_typer(group, name="push")


def _group() -> None:
    """Post submitted orders to an organisation's own address."""


def set_target(context: typer.Context, org: _Org, url: _Url, *, marks_received: _Marks = False) -> None:
    """Post every order of ORG that is submitted from now on to URL. Prints the signing secret the first time."""
    with _desk(context) as desk:
        if not desk.app.settings.jobs.push_to_private_addresses and leads_inside(url):
            wrong = Violation("url", "leads to an address that is not public; see PUSH_TO_PRIVATE_ADDRESSES", url)
            raise BadAddress("Orders are not pushed to such an address.", (wrong,))
        dealer = desk.dealer(org)
        secret = push.new_secret()
        setting = partial(push.set_target, dealer_id=dealer.id, url=url, marks_received=marks_received, secret=secret)
        target = desk.write(setting)
    typer.echo(f"{org}: orders are pushed to {target.url}")
    typer.echo(f"secret, shown once: {secret}" if target.secret == secret else "the secret stays as it is")


def switch_off(context: typer.Context, org: _Org) -> None:
    """Post no more orders of ORG. What still waits is parked and can be replayed."""
    with _desk(context) as desk:
        was_on = desk.write(partial(push.switch_off, dealer_id=desk.dealer(org).id, reason=_BY_OPERATOR))
    typer.echo(f"{org}: push is switched off" if was_on else f"{org}: push was off already")


def rotate_secret(context: typer.Context, org: _Org) -> None:
    """Sign with a new secret; for a day the one before signs as well."""
    with _desk(context) as desk:
        secret = push.new_secret()
        target = desk.write(partial(push.rotate_secret, dealer_id=desk.dealer(org).id, secret=secret))
    typer.echo(f"secret, shown once: {secret}")
    if target.previous_secret_until is not None:
        typer.echo(f"the secret before signs as well until {_moment(target.previous_secret_until)}")


def list_targets(context: typer.Context) -> None:
    """Every organisation's address, and why it is off if it is."""
    with _desk(context) as desk, desk.app.database.read() as tx:
        targets = push.list_targets(tx)
        known = dealers.load_dealers(tx, {target.dealer_id for target in targets})
    for target in targets:
        state = "on" if target.enabled else f"off: {target.off_reason}"
        marks = "  marks received" if target.marks_received else ""
        typer.echo(f"{known[target.dealer_id].org}  {target.url}{marks}  {state}")


def list_deliveries(context: typer.Context, org: _Org) -> None:
    """The newest tries to deliver orders of ORG, newest first."""
    with _desk(context) as desk:
        dealer = desk.dealer(org)
        tries = desk.read(partial(push.list_deliveries, dealer_id=dealer.id))
    for each in tries:
        typer.echo(_line(each))


def replay_delivery(context: typer.Context, delivery: _DeliveryId) -> None:
    """Post the order of a try again, whether that was delivered or given up."""
    with _desk(context) as desk:
        desk.write(partial(push.replay_delivery, delivery_id=delivery))
    typer.echo(f"the order of delivery {delivery} is posted again")


@dataclass(frozen=True, slots=True)
class _Desk:
    app: App

    def read(self, question: Callable[[ReadTx], _T]) -> _T:
        with self.app.database.read() as tx:
            return question(tx)

    def write(self, verb: Callable[[WriteTx], _T]) -> _T:
        return self.app.database.write(OPERATOR, verb)

    def dealer(self, org: str) -> Dealer:
        dealer = self.read(partial(dealers.find_dealer_by_org, org=org))
        if dealer is None:
            raise UnknownDealer(f"There is no organisation {org}.")
        return dealer


@contextmanager
def _desk(context: typer.Context) -> Iterator[_Desk]:
    settings = settings_of(context)
    if not has_tables(settings.database_url):
        prepare(settings)
    with open_app(settings) as app:
        yield _Desk(app)


def _line(each: Delivery) -> str:
    result = each.error or f"delivered, {each.status}"
    when = _moment(each.tried_at)
    return f"{each.id}  {when}  {each.order_number}  try {each.attempt}  {each.duration_ms} ms  {result}"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
