"""The demo's people, one of each role. Their password is public, like the demo's other secrets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.database import WriteTx
from partscounter.demo.dealers import DemoDealers
from partscounter.domain import accounts
from partscounter.domain.access import NewSecret
from partscounter.domain.accounts import Role
from partscounter.domain.customers import Customer

PASSWORD: Final = "parts-counter-demo"  # noqa: S105 - published on the demo's own home page


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who signs in to the pages."""

    email: str
    name: str
    role: Role
    note: str
    dealer: str = ""
    """Key of the dealer for whom they work."""
    customer: str = ""
    """Key of the customer as whom they buy."""


ACCOUNTS: Final = (
    DemoAccount("operator@demo.example", "Olive Operator", Role.OPERATOR, "portal: everything"),
    DemoAccount("manager@demo.example", "Max Manager", Role.MANAGER, "portal: dealer TD00", dealer="TD00"),
    DemoAccount("clerk@demo.example", "Clara Clerk", Role.CLERK, "portal: orders and stock of TD00", dealer="TD00"),
    DemoAccount("cate@demo.example", "Cate ContactPerson", Role.CUSTOMER, "shop: customer of TD00", customer="cate"),
)


def create_accounts(tx: WriteTx, dealers: DemoDealers, customers: Mapping[str, Customer], password: NewSecret) -> None:
    """Every account of the demo."""
    for each in ACCOUNTS:
        accounts.create_account(
            tx,
            email=each.email,
            name=each.name,
            role=each.role,
            dealer_ids=[dealers.by_code[each.dealer].id] if each.dealer else [],
            customer_id=customers[each.customer].id if each.customer else None,
            password=password,
        )
