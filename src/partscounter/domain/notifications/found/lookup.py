"""Finding mails, for those who answer for them."""

from partscounter.database import ReadTx
from partscounter.domain.notifications.found import store
from partscounter.domain.notifications.found.mail_search import MailLine, MailSearch


def search_mails(tx: ReadTx, wanted: MailSearch, *, before: int | None = None, limit: int = 50) -> list[MailLine]:
    """Up to `limit` of those that `wanted` finds, the newest first, from the one below `before`."""
    return store.search(tx, wanted, before, limit)


def find_dealer_of_mail(tx: ReadTx, mail_id: int) -> int | None:
    """The dealer whose order the mail is about; None for a mail about no order."""
    return store.dealer_of(tx, mail_id)
