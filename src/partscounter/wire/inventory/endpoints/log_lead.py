"""PUT or POST /enduser/log/{kind}: keep what an end user asked for, and have the dealer told."""

from collections.abc import Callable
from dataclasses import replace

from partscounter.app import App
from partscounter.database import WriteTx
from partscounter.domain import leads
from partscounter.domain.access import Credential
from partscounter.domain.leads import Lead, LeadKind
from partscounter.web.answer import Answer
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.read_lead import read_lead
from partscounter.wire.inventory.scope import get_seen_vendor
from partscounter.wire.inventory.user import user_of
from partscounter.wire.inventory.wanted import wanted_of
from partscounter_contracts.inventory import Done


def log_lead(app: App, kind: LeadKind) -> Callable[[Incoming[Credential]], Answer]:
    """The handler of one kind of lead."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user = user_of(incoming.caller)
        sent = read_lead(kind, incoming.body)

        def log(tx: WriteTx) -> Lead:
            draft = sent.draft
            if sent.vendor_id:
                dealer, store = get_seen_vendor(tx, user, sent.vendor_id, sent.vendor_store)
                draft = replace(draft, dealer_id=dealer.id, store_id=None if store is None else store.id)
            return leads.log_lead(tx, draft, wanted_of(tx, user, draft))

        app.database.write(actor_of(incoming, "inventory"), log)
        return answer(user.format, Done())

    return handle
