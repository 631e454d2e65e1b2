"""Registering a customer, and changing all that is known of one, as somebody at the counter types it."""

from collections.abc import Mapping
from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain.customers import store as sql
from partscounter.domain.customers.card import Card, read_card, texts_of, version_of
from partscounter.domain.customers.customer import Customer
from partscounter.domain.customers.errors import CustomerChanged, CustomerTaken
from partscounter.domain.customers.events import CustomerAdded, CustomerEdited
from partscounter.domain.customers.mute import UnknownCustomer
from partscounter.domain.customers.profile import NO_PROFILE
from partscounter.kit.address import PostalAddress


def add_customer(tx: WriteTx, texts: Mapping[str, str], *, dealer_id: int | None) -> Customer:
    """The customer that `texts` describe (`card.CARD`), of one dealer or of all.

    Refuses with InvalidCustomer naming every fault, and with CustomerTaken.
    """
    card = read_card(texts)
    address = card.address(PostalAddress()).to_data()
    values: dict[str, object] = {
        **card.names,
        **card.person,
        "dealer_id": dealer_id,
        "invoice_address": address,
        "muted": [],
    }
    customer = sql.try_insert_customer(tx, values)
    if customer is None:
        raise _taken(card)
    sql.put_profiles(tx, {customer.id: card.profile})
    tx.emit(CustomerAdded(customer.id))
    return customer


def edit_customer(tx: WriteTx, customer_key: int, texts: Mapping[str, str], *, version: str) -> Customer:
    """The customer with all that `texts` say; what no form shows stays.

    Refuses with UnknownCustomer, InvalidCustomer, CustomerTaken, and with CustomerChanged where the customer is not
    any more as it was when its `version` was seen (`card.version_of`).
    """
    card = read_card(texts)
    customer = sql.find_customer(tx, "id", customer_key, lock=True)
    if customer is None:
        raise UnknownCustomer(f"There is no customer {customer_key}.")
    profile = sql.load_profiles(tx, [customer.id]).get(customer.id, NO_PROFILE)
    if version_of(customer, profile) != version:
        raise CustomerChanged("Somebody else has changed this customer meanwhile.")
    address = card.address(customer.invoice_address)
    after = sql.try_update_customer(
        tx, customer.id, {**card.names, **card.person, "invoice_address": address.to_data()}
    )
    if after is None:
        raise _taken(card)
    told = replace(card.profile, places=profile.places)
    sql.put_profiles(tx, {customer.id: told})
    before, now = texts_of(customer, profile), texts_of(after, told)
    changed = tuple(name for name in before if before[name] != now[name])
    if changed:
        tx.emit(CustomerEdited(customer.id, changed))
    return after


def _taken(card: Card) -> CustomerTaken:
    names = ", ".join(name for name in card.names.values() if name)
    return CustomerTaken(f"Another customer has one of these names: {names}.")
