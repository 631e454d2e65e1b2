"""Saving a search: the customer is told when something comes in that it would find."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import dealers
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import TooVague, Want, Wanted
from partscounter.storefront.buyer import Buyer, buyer_of
from partscounter.storefront.search.asked import LONGEST, Asked, read_asked
from partscounter.storefront.wants.wanted import by_number, key_of
from partscounter.web.desk import Desk
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to


class SaveSearch:
    """`POST /shop/wants/save`, with the fields of a search."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(self, visit: Visit) -> Response:
        """Keep it for the customer who has signed in."""
        if visit.account is None or visit.account.customer_id is None:
            return sign_in_first(visit)
        asked = read_asked(visit.form)

        def save(tx: WriteTx) -> Want:
            buyer = buyer_of(self._desk.app, tx, visit.account)
            if buyer.customer is None:
                raise HTTPException(404)
            return wants.save_search(tx, buyer.customer, wanted_of(tx, asked, buyer), title_of(asked))

        try:
            self._desk.app.database.write(visit.actor, save)
        except TooVague:
            return self._desk.show(visit, "wants/vague.html", 400, address=asked.address())
        return go_to("/shop/wants?done=saved")


def wanted_of(tx: ReadTx, asked: Asked, buyer: Buyer) -> Wanted:
    """What would fit. Price, condition and distance are left to the day on which it comes in."""
    vendor_id = asked.text("vendor")
    dealer = dealers.find_dealer_by_vendor(tx, vendor_id) if vendor_id else None
    wanted = Wanted(
        part_types=key_of(asked.text("type")),
        makes=key_of(asked.text("make")),
        models=key_of(asked.text("model")),
        year_from=asked.year_from,
        year_to=asked.year_to,
        keywords="" if "q" in asked.wrong else asked.text("q"),
        dealer_id=None if dealer is None else dealer.id,
        credential_id=buyer.api_user_id,
    )
    return by_number(wanted)


def title_of(asked: Asked) -> str:
    """The search in one line."""
    years = dict.fromkeys(year for year in (asked.text("year_from"), asked.text("year_to")) if year)
    words = [asked.text(name) for name in ("q", "make", "model", "type")]
    return " ".join(each for each in (*words, " - ".join(years)) if each)[:LONGEST]
