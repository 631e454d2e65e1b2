"""`partscounter dealer set`: what a dealer lets its customers do."""

from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer


def set_dealer(
    context: typer.Context,
    vendor_id: Annotated[str, typer.Argument(help="The dealer's vendor id.")],
    *,
    customers_choose_mails: Annotated[
        bool,
        typer.Option(
            "--customers-choose-mails/--all-mails-are-sent", help="Whether what customers have switched off stays away."
        ),
    ],
    data: Data = None,
) -> None:
    """Switch the customers' choice of mails on or off, and print the dealer."""

    def switch(tx: WriteTx) -> Dealer:
        dealer = dealers.get_dealer_by_vendor(tx, vendor_id)
        return dealers.set_mail_choice(tx, dealer.id, customers_choose=customers_choose_mails)

    with open_app(Place(data).of(settings_of(context))) as app:
        typer.echo(line_of(app.database.write(OPERATOR, switch)))


def line_of(dealer: Dealer) -> str:
    """The dealer with its names, and its switch where that is on."""
    names = {
        "vendor": dealer.vendor_id,
        "code": dealer.dealer_code,
        "org": dealer.org,
        "enterprise": dealer.enterprise_id,
    }
    switch = ["customers choose mails"] if dealer.customers_manage_notifications else []
    return "  ".join([dealer.name, *(f"{name}={value}" for name, value in names.items() if value), *switch])
