"""Adding wants: by a part request, or by saving a search."""

from partscounter.database import WriteTx
from partscounter.database.log import head
from partscounter.domain.customers import Customer
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.errors import TooVague
from partscounter.domain.leads.wants.events import WantAdded
from partscounter.domain.leads.wants.progress import store as progress
from partscounter.domain.leads.wants.want import LIFETIME, Waiting, Want, WantDraft, Wanted, WantKind
from partscounter.kit.refusal import Violation


def add_want(tx: WriteTx, draft: WantDraft) -> Want:
    """Somebody waits from now on. Refuses with TooVague."""
    if not draft.wanted.can_fit:
        raise TooVague("Nothing can fit this.", (Violation("make", "name a part type, a make or a model"),))
    cursor = progress.lock_cursor(tx)
    if cursor is None or not sql.any_open(tx, tx.now - LIFETIME):
        # While nobody waits the log is not followed, and what was passed over is nothing that anybody waited for.
        progress.put_cursor(tx, head(tx))
    want = sql.insert_want(tx, draft)
    tx.emit(WantAdded(want_id=want.id))
    return want


def save_search(tx: WriteTx, customer: Customer, wanted: Wanted, title: str) -> Want:
    """Have the customer told when something comes in that this search would find. Refuses with TooVague."""
    waiting = Waiting(customer.id, customer.name, customer.email, customer.language)
    return add_want(tx, WantDraft(WantKind.SAVED_SEARCH, " ".join(title.split()), wanted, waiting))
