"""Named consumers: several programs that each download every order of a dealer, and each mark what they have."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.export import store as sql
from partscounter.domain.export.events import ConsumerRegistered
from partscounter.kit.refusal import Invalid, NotFound, Violation

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class UnknownConsumer(NotFound):
    """The dealer has no consumer of this name."""

    code = "unknown_consumer"


class InvalidConsumer(Invalid):
    """The name is none."""

    code = "invalid_consumer"


@dataclass(frozen=True, slots=True)
class Consumer:
    """One of them. Beside the named ones there is always one without a name: the contract's own."""

    id: int
    dealer_id: int
    name: str
    after_order: int
    """Orders up to this id do not wait for it: they were there before it, or it is done with them (`move_on`)."""
    created_at: datetime


def register_consumer(tx: WriteTx, dealer_id: int, name: str, *, with_past: bool) -> tuple[Consumer, bool]:
    """The consumer, and whether it is new; one that is there stays as it is.

    With `with_past` all orders that the dealer has ever had wait for it, else those submitted from now on. Raises
    InvalidConsumer for a name of other than 1 to 64 letters, digits, dots, hyphens and underscores.
    """
    if not _NAME.fullmatch(name):
        wanted = "must be 1 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first"
        raise InvalidConsumer("This is no name of a consumer.", (Violation("consumer", wanted, name),))
    if known := _find_consumer(tx, dealer_id, name):
        return known, False
    after = 0 if with_past else sql.newest_order_for_good(tx, dealer_id)
    is_new = sql.insert_consumer(tx, dealer_id, name, after)
    consumer = get_consumer(tx, dealer_id, name)
    if is_new:
        tx.emit(ConsumerRegistered(consumer.id, dealer_id, name, after))
    return consumer, is_new


def get_consumer(tx: ReadTx, dealer_id: int, name: str) -> Consumer:
    """By name. Raises UnknownConsumer."""
    found = _find_consumer(tx, dealer_id, name)
    if found is None:
        raise UnknownConsumer(f"There is no consumer {name}.")
    return found


def _find_consumer(tx: ReadTx, dealer_id: int, name: str) -> Consumer | None:
    return next((each for each in list_consumers(tx, dealer_id) if each.name == name), None)


def list_consumers(tx: ReadTx, dealer_id: int) -> list[Consumer]:
    """Those of the dealer, by name."""
    return [Consumer(**row) for row in sql.consumers(tx, dealer_id)]
