"""Who may come in, judged before the body: by the credential's scope, then by the dealers it sees."""

from collections.abc import Callable

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Store, UnknownStore
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, ProblemKind, RequestRejected
from partscounter_contracts.stock import Scope

REALM = "stock"


def admit_with(scope: Scope) -> Callable[[Incoming[Credential]], None]:
    """An `admit` for endpoints that ask for `scope`."""
    refused = Problem(ProblemKind.FORBIDDEN, f"This credential does not have the scope {scope}.")

    def admit(incoming: Incoming[Credential]) -> None:
        if not incoming.caller.allows(scope):
            raise RequestRejected(refused)

    return admit


def get_store_of(tx: ReadTx, caller: Credential, vendor_id: str, vendor_store: str) -> Store:
    """The store; refuses with UnknownStore where there is none, exactly as where it is another's."""
    store = dealers.find_store_by_vendor(tx, vendor_id, vendor_store)
    if store is None or not caller.sees_dealer(store.dealer_id):
        raise UnknownStore(f"There is no store {vendor_store} of vendor {vendor_id}.")
    return store
