"""`partscounter notifications`: why a mail went or did not, and what an update would mail."""

import re
from typing import Annotated

import typer

from partscounter.app import App, open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import ReadTx
from partscounter.domain import dealers, notifications, orders
from partscounter.domain.dealers import Dealer, UnknownDealer
from partscounter.domain.fulfilment import TrackingStatus, UnknownDocument, UpdatePart
from partscounter.domain.notifications import Preview
from partscounter.kit.refusal import Invalid, Violation
from partscounter.subscriptions import SEND_MAIL

_PART = re.compile(r"(?P<number>.+)=(?P<quantity>[1-9][0-9]{0,4})")
_Part = Annotated[
    list[str] | None, typer.Option("--part", help="PART=QUANTITY; may be repeated. All lines if left out.")
]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Mails to customers: why, and what.")
    group.callback()(_group)
    group.command("why")(why)
    group.command("preview")(preview)
    program.add_typer(group, name="notifications")


def _group() -> None:
    """Mails to customers: why, and what."""


def why(
    context: typer.Context,
    order: Annotated[str, typer.Argument(help="Order number, document number or id.", metavar="ORDER")],
    dealer: Annotated[str | None, typer.Option(help="Dealer code, where several dealers know the number.")] = None,
    data: Data = None,
) -> None:
    """Say for every event of ORDER, and whom it concerns, why a mail went or did not."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        seller = None if dealer is None else _dealer(tx, dealer)
        found = orders.get_order_named(tx, order, None if seller is None else seller.id)
        explained = notifications.explain_order(tx, found, mail_job=SEND_MAIL)
    typer.echo(f"order {found.number}, document {found.document_number}, id {found.id}")
    for each in explained:
        typer.echo(f"{each.at:%Y-%m-%d %H:%M:%S} UTC  {each.event}, to {each.recipient or 'nobody'}")
        typer.echo(f"  {each.sentence}")


def preview(
    context: typer.Context,
    *,
    dealer_code: Annotated[str, typer.Argument(metavar="DEALER_CODE")],
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The dealer's document number.")],
    status: Annotated[TrackingStatus, typer.Argument(metavar="STATUS", help="Such as PS or DL.")],
    part: _Part = None,
    data: Data = None,
) -> None:
    """Print what an update would mail and why. Sends nothing and changes nothing."""
    parts = _read_parts(part or [])
    with open_app(Place(data).of(settings_of(context))) as app:
        shown = _preview(app, dealer_code, document, status, parts)
    decision, message = shown.decision, shown.message
    typer.echo(f"{'would be sent' if decision.send else 'would not be sent'}: {decision.reason}")
    typer.echo(f"To: {decision.recipient or 'nobody'}\nSubject: {message.subject}\n\n{message.text}", nl=False)


def _preview(app: App, code: str, document: str, status: TrackingStatus, parts: list[UpdatePart]) -> Preview:
    with app.database.read() as tx:
        order = orders.find_order_by_document(tx, _dealer(tx, code).id, document)
        if order is None:
            raise UnknownDocument(f"There is no document {document}.")
        return notifications.preview_mail(tx, order, status, parts)


def _dealer(tx: ReadTx, code: str) -> Dealer:
    found = dealers.find_dealer_by_code(tx, code)
    if found is None:
        raise UnknownDealer(f"There is no dealer {code}.")
    return found


def _read_parts(given: list[str]) -> list[UpdatePart]:
    read = [(text, _PART.fullmatch(text)) for text in given]
    wrong = tuple(Violation("--part", "must be PART=QUANTITY, such as 1R-1808=2", text) for text, it in read if not it)
    if wrong:
        raise Invalid("The parts cannot be read.", wrong)
    return [UpdatePart(it["number"], int(it["quantity"])) for _, it in read if it]
