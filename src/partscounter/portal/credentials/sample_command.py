"""The command to copy, on data that the credential sees."""

from partscounter.domain import dealers
from partscounter.domain.access import Credential
from partscounter.portal.area import StaffDesk
from partscounter.portal.credentials.samples import sample_of
from partscounter.web.visits import Visit


def command_of(desk: StaffDesk, visit: Visit, credential: Credential, secret: str) -> str:
    """For a POSIX shell, against the address by which the visitor came."""
    with desk.desk.app.database.read() as tx:
        dealer = dealers.get_dealer(tx, min(credential.dealer_ids)) if credential.dealer_ids else None
        stores = dealers.list_stores_of_dealer(tx, dealer.id) if dealer else []
    return sample_of(credential, dealer, stores, secret).curl(visit.base_url)
