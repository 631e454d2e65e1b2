"""Requesting a part that was not found."""

import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Final

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import leads
from partscounter.domain.leads import Lead, LeadDraft, LeadKind
from partscounter.domain.leads.wants import Wanted
from partscounter.kit.text import squash
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.contact import LONGEST_LINE, Contact, known_contact, read_contact
from partscounter.storefront.hourly_limit import HourlyLimit
from partscounter.storefront.place import Place, place_of
from partscounter.storefront.wants.wanted import by_number, can_be_searched, key_of
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to

FIELDS: Final = ("number", "part_type", "make", "model", "year")
_YEAR: Final = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class RequestedPart:
    """What is wanted, as it was typed."""

    number: str = ""
    part_type: str = ""
    make: str = ""
    model: str = ""
    year: str = ""

    @property
    def wrong(self) -> frozenset[str]:
        """The fields that are no answer; all of them together must say something."""
        wrong = {name for name in FIELDS if len(self.text(name)) > LONGEST_LINE or not self.text(name).isprintable()}
        if self.year and not _YEAR.fullmatch(self.year):
            wrong.add("year")
        if not can_be_searched(self.number):
            wrong.add("number")
        if not any(squash(self.text(name)) for name in ("number", "part_type", "make", "model")):
            wrong.add("part_type")
        return frozenset(wrong)

    def text(self, name: str) -> str:
        """One field."""
        text: str = getattr(self, name)
        return text

    @property
    def wanted(self) -> Wanted:
        """What would fit."""
        year = int(self.year) if self.year else None
        wanted = Wanted(
            part_types=key_of(self.part_type),
            makes=key_of(self.make),
            models=key_of(self.model),
            year_from=year,
            year_to=year,
            keywords=self.number,
        )
        return by_number(wanted)


class RequestPage:
    """`/shop/wants/new`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._limit = HourlyLimit(desk.app.clock)

    def ask(self, visit: Visit) -> Response:
        """The form, filled in with what was searched for."""
        typed = {name: (visit.query.first(name) or "").strip()[:LONGEST_LINE] for name in FIELDS}
        return self._page(visit, RequestedPart(**typed), known_contact(visit))

    def take(self, visit: Visit) -> Response:
        """Tell the sellers. A refusal shows the form again, as it was typed; so does 429 for too many."""
        part = RequestedPart(**{name: visit.field(name) for name in FIELDS})
        contact = read_contact(visit)
        wrong = part.wrong | contact.wrong
        if wrong:
            return self._page(visit, part, contact, HTTPStatus.BAD_REQUEST, wrong)
        if not self._limit.take(visit.origin.address):
            return self._page(visit, part, contact, HTTPStatus.TOO_MANY_REQUESTS)
        place = place_of(visit)

        def log(tx: WriteTx) -> Lead:
            buyer = buyer_of(self._desk.app, tx, visit.account)
            wanted = replace(part.wanted, credential_id=buyer.api_user_id)
            return leads.log_lead(tx, request_of(part, contact, place, buyer.userid), wanted)

        self._desk.app.database.write(visit.actor, log)
        return go_to(f"/shop/wants?done={'requested' if part.wanted.can_fit else 'noted'}")

    def _page(
        self,
        visit: Visit,
        part: RequestedPart,
        contact: Contact,
        status: int = HTTPStatus.OK,
        wrong: frozenset[str] = frozenset(),
    ) -> Response:
        is_too_often = status == HTTPStatus.TOO_MANY_REQUESTS
        values = {"part": part, "contact": contact, "wrong": wrong, "is_too_often": is_too_often}
        return self._desk.show(visit, "wants/new.html", status, **values)


def request_of(part: RequestedPart, contact: Contact, place: Place | None, userid: str) -> LeadDraft:
    """The request as a lead; its facts are called as in the inventory contract ("Parts Requests")."""
    facts = {
        "part_type": part.part_type,
        "make": part.make,
        "model": part.model,
        "year": part.year,
        "part_number": part.number,
        "comments": contact.message,
    }
    return LeadDraft(
        kind=LeadKind.PART_REQUEST,
        contact=contact.for_lead(place),
        userid=userid,
        facts=tuple((name, text) for name, text in facts.items() if text),
    )
