"""A real mail server that goes away in the middle of its work and comes back: every mail arrives, and arrives once."""

from partscounter.database import Database
from partscounter.domain import notifications, orders
from partscounter.domain.notifications import MailState
from partscounter.kit.clock import FixedClock
from partscounter.settings import MailSettings
from partscounter.worker.mailer import mailer_of
from tests.make.mail_server import MailServer, run_mail_server
from tests.property.model import Update
from tests.property.world import World

ORDERS = 6


def arrived(*servers: MailServer) -> list[str]:
    return [str(mail["Message-ID"]) for server in servers for mail in server.received]


def test_queued_mail_arrives_once(database: Database, clock: FixedClock) -> None:
    with run_mail_server() as before:
        settings = MailSettings(smtp_url=before.url, from_address="counter@td00.example")
        world = World(database, clock, mailer_of(settings))
        documents = [_place(world, f"first-{number}") for number in range(ORDERS)]
        assert world.worker.run_due() > 0
        told_before = len(before.received)
    for document in documents:
        assert world.track(document, Update("PS", (("filter", 1),), f"1Z{document}")).status_code == 204
    for _ in range(3):
        world.work()
        world.wait(hours=1)
    assert _states(world) == {MailState.SENT: told_before, MailState.QUEUED: 2 * ORDERS - told_before}

    with run_mail_server(before.port) as after:
        world.wait(hours=5)
        world.work()
        world.work()

    assert 0 < told_before < ORDERS
    assert len(arrived(before, after)) == len(set(arrived(before, after))) == 2 * ORDERS
    assert _states(world) == {MailState.SENT: 2 * ORDERS}


def _place(world: World, key: str) -> str:
    order = world.place("main", [("filter", 1)], key).json()["partsOrderId"]
    with world.database.read() as tx:
        return orders.get_order(tx, order).document_number


def _states(world: World) -> dict[MailState, int]:
    with world.database.read() as tx:
        return dict(notifications.count_mails(tx))
