"""Ending a want: by its owner, or by whoever holds the link out of a mail about it."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import access
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.errors import UnknownWant
from partscounter.domain.leads.wants.events import WantEnded
from partscounter.domain.leads.wants.want import Want, WantKind

_END_WANT = "end_want"


def end_search(tx: WriteTx, customer_id: int, want_id: int) -> Want:
    """Forget a saved search of this customer, by our own ids; again changes nothing. Refuses with UnknownWant."""
    want = sql.find_want(tx, want_id)
    if want is None or want.draft.kind is not WantKind.SAVED_SEARCH or want.draft.waiting.customer_id != customer_id:
        raise UnknownWant("This customer has no such search.")
    return end_known(tx, want)


def sign_end_link(tx: WriteTx, want: Want) -> str:
    """The last part of the address at which the want is ended."""
    return access.sign_link(tx, _END_WANT, str(want.id))


def get_want_of_link(tx: ReadTx, link: str) -> Want:
    """What the holder of the link may end. Refuses with UnknownWant."""
    subject = access.read_link(tx, _END_WANT, link)
    want = None if subject is None else sql.find_want(tx, int(subject))
    if want is None:
        raise UnknownWant("This link is not known here.")
    return want


def end_want(tx: WriteTx, link: str) -> Want:
    """End the want that the link is about; again changes nothing. Refuses with UnknownWant."""
    return end_known(tx, get_want_of_link(tx, link))


def end_known(tx: WriteTx, want: Want) -> Want:
    """The want, which nobody waits for any longer; again changes nothing."""
    if sql.end_want(tx, want.id):
        tx.emit(WantEnded(want_id=want.id))
    found = sql.find_want(tx, want.id)
    return found or want
