"""A preview tells what an update would mail, and does nothing."""

from dataclasses import replace

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import notifications
from partscounter.domain.fulfilment import PartNotOnDocument, TrackingStatus, UpdatePart
from partscounter.domain.orders import Contact
from tests.make.counter import draft_order, make_counter, place, stock_item


def test_shows_all_lines_unless_parts_are_named(database: Database) -> None:
    counter = make_counter(database, language="de")
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))

    with database.read() as tx:
        whole = notifications.preview_mail(tx, order, TrackingStatus.FULLY_SHIPPED)
        part = notifications.preview_mail(tx, order, TrackingStatus.PARTIALLY_SHIPPED, [UpdatePart("7654321", 2)])
        with pytest.raises(PartNotOnDocument):
            notifications.preview_mail(tx, order, TrackingStatus.FULLY_SHIPPED, [UpdatePart("1R-1808", 2)])

    assert (whole.decision.send, whole.decision.reason) == (True, "The dealer sends every notification.")
    assert whole.message.subject == f"Ihre Bestellung wurde vollständig versandt: {order.number}"
    assert "    3 x S7654321  Oil Filter" in whole.message.text
    assert "    2 x 7654321  Oil Filter" in part.message.text
    with database.read() as tx:
        assert [event.kind for event in events_of(tx, f"order:{order.id}")] == ["order.placed"]
        assert notifications.list_mails_of_order(tx, order.id) == []


def test_speaks_as_somebody_read_who_is_in_nobodys_books(database: Database) -> None:
    counter = make_counter(database, language="de")
    contact = Contact("Gus Guest", "", "gus@guest.example", language="fr")
    draft = replace(draft_order(counter, (stock_item(database, counter), 9)), contact=contact)
    guests = replace(draft, customer_id=None)
    of_unknown_language = replace(guests, contact=contact._replace(language=""))

    subjects = []
    for each in (guests, draft, of_unknown_language):
        order = place(database, replace(each, lines=(replace(each.lines[0], quantity=1),)))
        with database.read() as tx:
            found = notifications.preview_mail(tx, order, TrackingStatus.FULLY_SHIPPED)
        subjects.append(found.message.subject.removesuffix(order.number))

    assert subjects == [
        "Votre commande a été entièrement expédiée\N{NO-BREAK SPACE}: ",
        "Ihre Bestellung wurde vollständig versandt: ",
        "Your order is fully shipped: ",
    ]
