"""A customer, the same one behind `userid`, `customerId`, customer code and web login."""

from dataclasses import dataclass

from partscounter.kit.address import PostalAddress


@dataclass(frozen=True, slots=True)
class Company:
    """A firm that customers buy for; `company_id` is its opaque id in the parts-orders contract."""

    id: int
    dealer_id: int | None
    company_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Customer:
    """A person who buys. Each of the outside names is unique and may be unknown."""

    id: int
    dealer_id: int | None
    """The dealer whose customer this is; None for one who is known to every dealer."""
    company_id: int | None
    customer_id: str | None
    """Parts orders: an opaque id."""
    userid: str | None
    """Inventory: the end-user id."""
    code: str | None
    """Order export: the customer code, which also begins the numbers of this customer's orders."""
    email: str
    family_name: str
    given_name: str
    title: str
    language: str
    """Two letters; mail goes out in it."""
    invoice_address: PostalAddress
    muted: frozenset[str]
    """Notification groups that this customer has switched off."""

    @property
    def name(self) -> str:
        """Given and family name as one."""
        return f"{self.given_name} {self.family_name}".strip()
