"""The dealer's switch that lets customers manage their notifications (Order Tracking v3, "Email Notifications")."""

from partscounter.database import WriteTx
from partscounter.domain.dealers import store as sql
from partscounter.domain.dealers.dealer import Dealer
from partscounter.domain.dealers.events import MailChoiceSet
from partscounter.domain.dealers.lookup import get_dealer


def set_mail_choice(tx: WriteTx, dealer_id: int, *, customers_choose: bool) -> Dealer:
    """The dealer afterwards. It holds for every mail that is written from now on, and for what was chosen before.

    A change that changes nothing is no event.
    """
    if sql.update_mail_choice(tx, dealer_id, customers_choose=customers_choose):
        tx.emit(MailChoiceSet(dealer_id, customers_choose))
    return get_dealer(tx, dealer_id)
