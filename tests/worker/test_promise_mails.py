"""Customers learn of the date for back-ordered parts with the confirmation, and of each slip by exactly one mail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import notifications, orders
from partscounter.domain.notifications import Group
from partscounter.domain.orders import Move, Order, Stage
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import SEND_MAIL
from tests.make.backorders import feed, promise, work
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.preferences import preferences_link

NEXT_WEEK, LATER, LATEST = date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)
ARRIVED = {1: [Move(Stage.BACKORDER, Stage.PACKED, 1)]}


def short_order(database: Database, *, language: str = "en", lead_time: int | None = None) -> Order:
    """Three of which one is there."""
    counter = make_counter(database, language=language)
    return place(database, draft_order(counter, (feed(database, counter, 1, lead_time=lead_time), 3)))


def mails(database: Database, order: Order) -> list[tuple[str, str, str]]:
    """About, subject without the number, and the line below the part."""
    with database.read() as tx:
        found = notifications.list_mails_of_order(tx, order.id)
    return [
        (
            mail.about,
            mail.message.subject.removesuffix(order.number).rstrip(": \N{NO-BREAK SPACE}"),
            below(mail.message.text),
        )
        for mail in found
    ]


def below(text: str) -> str:
    lines = text.splitlines()
    at = next(place for place, line in enumerate(lines) if " x " in line)
    return lines[at + 1].strip() if at + 1 < len(lines) else ""


def test_the_confirmation_names_the_date_and_each_slip_is_one_mail(database: Database, clock: FixedClock) -> None:
    order = short_order(database, lead_time=7)
    work(database, clock)
    for day in (LATER, LATER, NEXT_WEEK, LATER, LATEST):
        promise(database, order, day, reason="the ship is late")
        work(database, clock)

    assert mails(database, order) == [
        ("confirmation", "Thank you for your order", "2 on back order, expected by 2026-03-09"),
        (
            "promise",
            "Parts on back order are delayed",
            "2 on back order, expected by 2026-03-16 (instead of 2026-03-09)",
        ),
        (
            "promise",
            "Parts on back order are delayed",
            "2 on back order, expected by 2026-03-23 (instead of 2026-03-16)",
        ),
    ]
    with database.read() as tx:
        messages = [mail.message for mail in notifications.list_mails_of_order(tx, order.id)]
        explained = notifications.explain_order(tx, orders.get_order(tx, order.id), mail_job=SEND_MAIL)
    assert not any("ship" in message.text + message.html for message in messages)
    assert "<br>2 on back order, expected by 2026-03-16 (instead of 2026-03-09)</td>" in messages[1].html
    sent = f"Mailed at {clock.now():%Y-%m-%d %H:%M:%S} UTC: "
    always, unsaid = "The dealer sends every notification.", "No mail: the date is no later than the one that the "
    assert [(each.event, each.sentence) for each in explained] == [
        ("order placed", f"{sent}Confirmations and cancellations are always sent."),
        ("promised line 1 by 2026-03-09", "No mail of its own: the order confirmation names the date."),
        ("promised line 1 by 2026-03-16 instead of 2026-03-09", sent + always),
        ("promised line 1 by 2026-03-09 instead of 2026-03-16", f"{unsaid}customer was told."),
        ("promised line 1 by 2026-03-16 instead of 2026-03-09", f"{unsaid}customer was told."),
        ("promised line 1 by 2026-03-23 instead of 2026-03-16", sent + always),
    ]


@pytest.mark.parametrize(
    ("language", "first", "slip", "told"),
    [
        (
            "en",
            "A date for parts on back order",
            "Parts on back order are delayed",
            "2 on back order, expected by 2026-03-16 (instead of 2026-03-09)",
        ),
        (
            "de",
            "Ein Termin für nachzuliefernde Teile",
            "Nachzuliefernde Teile verspäten sich",
            "2 in Nachlieferung, erwartet bis 2026-03-16 (statt 2026-03-09)",
        ),
        (
            "fr",
            "Une date pour des pièces en commande différée",
            "Des pièces en commande différée sont retardées",
            "2 en commande différée, attendues pour le 2026-03-16 (au lieu du 2026-03-09)",
        ),
        (
            "es",
            "Una fecha para piezas pendientes de entrega",
            "Se retrasan piezas pendientes de entrega",
            "2 pendientes de entrega, previstas para el 2026-03-16 (en lugar del 2026-03-09)",
        ),
    ],
)
def test_speaks_the_language_of_the_customer(  # noqa: PLR0917 - two fixtures and what is read
    sqlite_database: Database, clock: FixedClock, language: str, first: str, slip: str, told: str
) -> None:
    order = short_order(sqlite_database, language=language)
    for day in (NEXT_WEEK, LATER):
        promise(sqlite_database, order, day)
    work(sqlite_database, clock)

    _, *promised = mails(sqlite_database, order)
    assert [subject for _, subject, _ in promised] == [first, slip]
    assert promised[1][2] == told


def test_an_asynchronous_store_tells_the_first_date_by_mail(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    draft = draft_order(counter, (feed(database, counter, 1, lead_time=7), 3))
    order = place(database, replace(draft, reserve_later=True))
    work(database, clock)

    assert mails(database, order) == [
        ("confirmation", "Thank you for your order", ""),
        ("promise", "A date for parts on back order", "2 on back order, expected by 2026-03-09"),
    ]


def test_who_has_switched_off_problems_gets_no_mail(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database, customers_choose=True)
    link = preferences_link(sqlite_database, counter)
    wanted = set(Group) - {Group.PROBLEM}
    sqlite_database.write(TESTER, lambda tx: notifications.save_preferences(tx, link, wanted))
    order = place(sqlite_database, draft_order(counter, (feed(sqlite_database, counter, 0), 1)))
    promise(sqlite_database, order, clock.now().date() + timedelta(days=1))
    work(sqlite_database, clock)

    with sqlite_database.read() as tx:
        explained = notifications.explain_order(tx, order, mail_job=SEND_MAIL)
    assert explained[-1].sentence == "Not mailed: The customer has switched off problem mails."


def test_a_slip_is_not_told_once_the_stock_is_there(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (feed(database, counter, 0), 1)))
    promise(database, order, NEXT_WEEK)
    database.write(TESTER, lambda tx: orders.move_units(tx, orders.lock_order(tx, order.id), ARRIVED))
    work(database, clock)

    with database.read() as tx:
        explained = notifications.explain_order(tx, order, mail_job=SEND_MAIL)
    assert explained[-1].sentence == "Not mailed: Nothing of it is on back order any more."
