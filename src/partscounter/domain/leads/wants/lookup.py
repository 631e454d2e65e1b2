"""Finding wants."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.database import ReadTx
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.errors import UnknownWant
from partscounter.domain.leads.wants.want import LIFETIME, Want, WantKind


def get_want(tx: ReadTx, want_id: int) -> Want:
    """By our own id; refuses with UnknownWant."""
    want = sql.find_want(tx, want_id)
    if want is None:
        raise UnknownWant(f"There is no want {want_id}.")
    return want


def find_want_of_lead(tx: ReadTx, lead_id: int) -> Want | None:
    """The want that a part request has become."""
    return sql.find_want_of_lead(tx, lead_id)


def list_searches(tx: ReadTx, customer_id: int) -> list[Want]:
    """The open searches that the customer has saved, oldest first."""
    return sql.wants_of(tx, customer_id, tx.now - LIFETIME, WantKind.SAVED_SEARCH)


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """An open want, and how far it has come."""

    want: Want
    matched: int
    """Items that have come in for it."""
    told_at: datetime | None
    """When whoever waits was last written to."""


def list_waiting(tx: ReadTx, dealer_id: int | None = None) -> list[WaitingFor]:
    """Who waits for what, oldest first; of a dealer: what is wanted of this one, or of any that it is among."""
    open_wants = sql.open_wants(tx, dealer_id, tx.now - LIFETIME)
    tallies = sql.tallies(tx, [want.id for want in open_wants])
    return [WaitingFor(want, *tallies.get(want.id, (0, None))) for want in open_wants]


def list_wants_of(tx: ReadTx, customer_id: int) -> list[WaitingFor]:
    """What the customer waits for, of either kind, newest first."""
    own = sql.wants_of(tx, customer_id, tx.now - LIFETIME)[::-1]
    tallies = sql.tallies(tx, [want.id for want in own])
    return [WaitingFor(want, *tallies.get(want.id, (0, None))) for want in own]


def count_open(tx: ReadTx, dealers: frozenset[int] | None = None) -> int:
    """How many wait for something of these dealers, or of any that they are among; None is of all."""
    return sql.count_open(tx, dealers, tx.now - LIFETIME)
