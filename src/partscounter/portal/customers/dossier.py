"""Everything about one customer, for one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain import (
    access,
    accounts,
    assets,
    cores,
    customer_templates,
    customers,
    dealers,
    end_users,
    leads,
)
from partscounter.domain.accounts import Account
from partscounter.domain.assets import Asset, MachinesWanted
from partscounter.domain.customer_templates import Assignment
from partscounter.domain.customers import NO_PROFILE, Customer, CustomerProfile
from partscounter.domain.dealers import Dealer
from partscounter.domain.leads import Lead, LeadsWanted, wants
from partscounter.domain.leads.wants import WaitingFor, WantsWanted
from partscounter.domain.orders import Order
from partscounter.domain.orders.of_customers import list_orders_of_customer

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Assigned:
    """A template that the customer has, and the API user at whom."""

    api_user: str
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class Dossier:
    """What concerns other dealers is left out, unless an operator looks."""

    customer: Customer
    profile: CustomerProfile
    dealer: Dealer | None
    accounts: Sequence[Account]
    order_count: int
    orders: Sequence[Order]
    spend: Mapping[str, Decimal]
    """Within a year, by currency."""
    machine_count: int
    machines: Sequence[Asset]
    templates: Sequence[Assigned]
    want_count: int
    wants: Sequence[WaitingFor]
    lead_count: int
    leads: Sequence[Lead]
    cores: Mapping[str, Decimal]
    """What can still be got back for old parts, by currency."""


def load_dossier(tx: ReadTx, account: Account, customer: Customer) -> Dossier:
    """A dozen queries, whatever the customer has bought."""
    served = account.dealers_seen
    order_count, orders = list_orders_of_customer(tx, customer.id, dealer_ids=served, limit=SHOWN)
    machine_count, machines = assets.search_machines(tx, MachinesWanted("", served, customer.id), limit=SHOWN)
    want_count, waiting = wants.search_waiting(tx, WantsWanted("", served, customer.id), limit=SHOWN)
    lead_count, found = _leads(tx, account, customer)
    return Dossier(
        customer=customer,
        profile=customers.load_profiles(tx, [customer.id]).get(customer.id, NO_PROFILE),
        dealer=None if customer.dealer_id is None else dealers.get_dealer(tx, customer.dealer_id),
        accounts=accounts.list_accounts_of_customer(tx, customer.id),
        order_count=order_count,
        orders=orders,
        spend=end_users.count_spend(tx, customer.id, dealer_ids=served),
        machine_count=machine_count,
        machines=machines,
        templates=_templates(tx, customer),
        want_count=want_count,
        wants=waiting,
        lead_count=lead_count,
        leads=found,
        cores=_cores(tx, account, customer),
    )


def _leads(tx: ReadTx, account: Account, customer: Customer) -> tuple[int, list[Lead]]:
    if not customer.userid and not customer.email:
        return 0, []
    wanted = LeadsWanted(dealer_ids=account.dealers_seen, userid=customer.userid or "", email=customer.email)
    return leads.search_leads(tx, wanted, limit=SHOWN)


def _templates(tx: ReadTx, customer: Customer) -> list[Assigned]:
    found = customer_templates.list_assignments_of_end_user(tx, customer.userid) if customer.userid else []
    users = {key: access.get_credential(tx, key) for key in {key for key, _ in found}}
    seen = {key for key, user in users.items() if customer.dealer_id is None or user.sees_dealer(customer.dealer_id)}
    return [Assigned(users[key].name, assignment) for key, assignment in found if key in seen]


def _cores(tx: ReadTx, account: Account, customer: Customer) -> dict[str, Decimal]:
    owed: dict[str, Decimal] = {}
    for balance in cores.list_balances(tx, customer.id):
        if account.sees_dealer(balance.charge.dealer_id) and balance.outstanding:
            currency = balance.charge.currency
            owed[currency] = owed.get(currency, Decimal(0)) + balance.outstanding
    return owed
