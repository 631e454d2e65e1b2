"""The demo's published credentials. They open a counter on loopback with invented data, and nothing else."""

from dataclasses import dataclass, field

from partscounter.database import WriteTx
from partscounter.demo.dealers import DemoDealers
from partscounter.domain import access
from partscounter.domain.access import NewSecret, OptionValue, Product

ORDER_SCOPES = (
    "api.orders/create",
    "api.orders/read",
    "api.parts/read",
    "api.parts/brands/read",
    "api.parts/price-availability/read",
)


@dataclass(frozen=True, slots=True)
class DemoCredential:
    """One way in, as the start of the demo prints it."""

    product: Product
    name: str
    secret: str
    dealer: str
    """Key of the dealer whose data it sees; `*` is every dealer."""
    note: str
    is_admin: bool = False
    scopes: tuple[str, ...] = ()
    options: dict[str, OptionValue] = field(default_factory=dict)


CREDENTIALS = (
    DemoCredential(Product.CAT, "td00-demo", "td00-demo-secret", "TD00", "order tracking and QR, dealer TD00"),
    DemoCredential(Product.CAT, "td01-demo", "td01-demo-secret", "TD01", "the same for dealer TD01"),
    DemoCredential(
        Product.KEYLOOP, "sample-demo", "sample-demo-secret", "TD00", "parts orders, sample/sample", scopes=ORDER_SCOPES
    ),
    DemoCredential(Product.ECAT, "admin", "admin-demo", "TD00", "order export, org demo", is_admin=True),
    DemoCredential(Product.ECAT, "rep", "rep-demo", "TD00", "the same without admin rights"),
    DemoCredential(Product.ECAT, "other-admin", "other-demo", "TD01", "order export, org other", is_admin=True),
    DemoCredential(
        Product.INVENTORY,
        "webshop",
        "webshop-demo",
        "*",
        "inventory, every vendor, JSON",
        options={
            "sells_for": "7001",
            "show_suggested": True,
            "may_look_up_end_users": True,
            "may_list_end_users": True,
        },
    ),
    DemoCredential(
        Product.INVENTORY,
        "webshop-xml",
        "webshop-demo",
        "*",
        "the same in XML",
        options={"format": "xml", "sells_for": "7001", "may_look_up_end_users": True, "may_list_end_users": True},
    ),
    DemoCredential(
        Product.INVENTORY, "narrow", "narrow-demo", "TD01", "inventory, one vendor, may not sell", options={}
    ),
    DemoCredential(
        Product.STOCK, "yard", "yard-demo", "TD00", "stock of one vendor", scopes=("stock/read", "stock/write")
    ),
)


def hash_secrets() -> dict[str, NewSecret]:
    """The secrets hashed; slow, so it is done before any transaction."""
    return {secret: access.new_secret(secret) for secret in {each.secret for each in CREDENTIALS}}


def create_credentials(tx: WriteTx, dealers: DemoDealers, hashed: dict[str, NewSecret]) -> None:
    """Every credential of the demo."""
    for each in CREDENTIALS:
        access.create_credential(
            tx,
            product=each.product,
            name=each.name,
            secret=hashed[each.secret],
            dealer_ids=[] if each.dealer == "*" else [dealers.by_code[each.dealer].id],
            all_dealers=each.dealer == "*",
            scopes=each.scopes,
            is_admin=each.is_admin,
            options=each.options,
            requests_per_minute=6000,
        )
