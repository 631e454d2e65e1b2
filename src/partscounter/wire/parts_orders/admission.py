"""Who may come in, judged before the body: the token's scope (403), then the store in the path (404)."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Store, UnknownStore
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, ProblemKind, RequestRejected
from partscounter_contracts.parts_orders import Scope

REALM = "parts-orders"


def admit_to_store(app: App, scope: Scope) -> Callable[[Incoming[Credential]], None]:
    """An `admit` for endpoints with a body: the scope first, then the store, so that neither waits for the body."""
    admit_scope = admit_with(scope)

    def admit(incoming: Incoming[Credential]) -> None:
        admit_scope(incoming)
        with app.database.read() as tx:
            get_store_of(tx, incoming)

    return admit


def admit_with(scope: Scope) -> Callable[[Incoming[Credential]], None]:
    """An `admit` that asks for `scope` alone."""
    challenge = f'Bearer realm="{REALM}", error="insufficient_scope", scope="{scope}"'
    refused = Problem(ProblemKind.FORBIDDEN, f"Required scope(s): {scope}", challenge=challenge)

    def admit(incoming: Incoming[Credential]) -> None:
        if not incoming.caller.allows(scope):
            raise RequestRejected(refused)

    return admit


def get_store_of(tx: ReadTx, incoming: Incoming[Credential]) -> Store:
    """The store in the path; refuses with UnknownStore where there is none, or none that the caller may see."""
    enterprise, name = incoming.path_values["enterprise"], incoming.path_values["store"]
    store = dealers.find_store_by_enterprise(tx, enterprise, name)
    if store is None or not incoming.caller.sees_dealer(store.dealer_id):
        raise UnknownStore(f"There is no store {name} of {enterprise}.")
    return store
