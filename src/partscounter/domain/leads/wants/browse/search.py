"""Which wants a list shows, and a page of it."""

from collections.abc import Collection
from dataclasses import dataclass

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.leads.wants import store as wants_sql
from partscounter.domain.leads.wants.browse import store as sql
from partscounter.domain.leads.wants.end import end_known
from partscounter.domain.leads.wants.errors import UnknownWant
from partscounter.domain.leads.wants.lookup import WaitingFor
from partscounter.domain.leads.wants.want import LIFETIME, Want


@dataclass(frozen=True, slots=True)
class WantsWanted:
    """All that is said here must hold."""

    text: str = ""
    """Words, each of them in what is wanted, or in the name or the mail address of whoever waits."""
    dealer_ids: Collection[int] | None = None
    """What is wanted of these dealers, or of any that they are among; None for all."""
    customer_id: int | None = None
    """Who waits, by our own id; None for everybody."""


def search_waiting(
    tx: ReadTx, wanted: WantsWanted, *, offset: int = 0, limit: int = 50
) -> tuple[int, list[WaitingFor]]:
    """How many open wants there are in all, and some of them, the oldest first."""
    total, found = sql.search_open(
        tx, wanted.text, wanted.dealer_ids, wanted.customer_id, since=tx.now - LIFETIME, offset=offset, limit=limit
    )
    tallies = wants_sql.tallies(tx, [want.id for want in found])
    return total, [WaitingFor(want, *tallies.get(want.id, (0, None))) for want in found]


def end_want_of_dealer(tx: WriteTx, want_id: int, dealer_ids: Collection[int] | None) -> Want:
    """End a want for whoever waits; again changes nothing.

    Refuses with UnknownWant, also where it is not wanted of one of these dealers alone: others may have it too. None is
    every dealer.
    """
    want = wants_sql.find_want(tx, want_id)
    if want is None or (dealer_ids is not None and want.draft.wanted.dealer_id not in dealer_ids):
        raise UnknownWant(f"There is no want {want_id}.")
    return end_known(tx, want)
