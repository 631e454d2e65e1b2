"""What the demo tells its visitors: every login, and one request per contract that works as it is printed."""

from collections.abc import Iterator

from partscounter.demo.accounts import ACCOUNTS, PASSWORD
from partscounter.demo.credentials import CREDENTIALS
from partscounter.portal.guide import Example, Guide, Login, Step
from partscounter_contracts import inventory, order_export, order_tracking, parts_orders, qr_associations
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.order_tracking.operations import POST_TRACKING
from partscounter_contracts.qr_associations.operations import BASE_PATH as QR_BASE_PATH

_SECRETS = {credential.name: credential.secret for credential in CREDENTIALS}


def build_guide() -> Guide:
    """The logins and examples; what the requests name is in the demo world."""
    return Guide(
        logins=(
            *(Login(each.email, PASSWORD, each.note) for each in ACCOUNTS),
            *(Login(each.name, each.secret, each.note) for each in CREDENTIALS),
        ),
        examples=(_order_tracking(), _order_export(), _inventory(), _qr_associations(), _parts_orders()),
    )


def print_lines(base_url: str) -> Iterator[str]:
    """What the start of the demo prints: the address, the logins and the examples."""
    guide = build_guide()
    width = max(len(login.name) for login in guide.logins)
    secrets = max(len(login.secret) for login in guide.logins)
    yield f"The demo runs at {base_url}. Its data are invented and its passwords public: keep it on this machine."
    yield ""
    yield from (f"  {login.name:{width}}  {login.secret:{secrets}}  {login.note}" for login in guide.logins)
    for example in guide.examples:
        yield ""
        yield f"# {example.title}"
        yield from example.curl(base_url).splitlines()


def _order_tracking() -> Example:
    path = f"{POST_TRACKING.path}?storeId={order_tracking.STORE_ID}"
    return Example(
        name="order-tracking",
        contract=order_tracking.CONTRACT.name,
        title="Order tracking: tell a customer that an order was picked up",
        note="204 means that the update was taken; the customer's mail is then in the outbox.",
        steps=(_cat_token(), Step(path, body=order_tracking.examples.CURL)),
    )


def _order_export() -> Example:
    return Example(
        name="order-export",
        contract=order_export.CONTRACT.name,
        title="Order export: fetch the orders that wait for the dealer's own system",
        note="They stay new until the dealer's system marks them as received.",
        steps=(Step("/demo/ext/v2/orders/new_orders", user="admin", password=_SECRETS["admin"]),),
    )


def _inventory() -> Example:
    path = "/inventory/search/Engine%20Assembly/CUMMINS/ISX?year_range=2013,2015&zipcode=68503&distance=100"
    return Example(
        name="inventory",
        contract=inventory.CONTRACT.name,
        title="Inventory: find a Cummins ISX of 2013 to 2015 within 100 miles of Lincoln, Nebraska",
        note="The nearest come first.",
        steps=(Step(path, user="webshop", password=_SECRETS["webshop"]),),
    )


def _qr_associations() -> Example:
    return Example(
        name="qr-associations",
        contract=qr_associations.CONTRACT.name,
        title="QR associations: ask which machine a QR code stands for",
        note="The code is the one that the document prints.",
        steps=(_cat_token(), Step(f"{QR_BASE_PATH}/qrCodeAssociations/{qr_associations.examples.QR_CODE_ID}")),
    )


def _parts_orders() -> Example:
    client = {"client_id": "sample-demo", "client_secret": _SECRETS["sample-demo"]}
    token = Step(parts_orders.TOKEN_PATH, form={"grant_type": "client_credentials", **client})
    return Example(
        name="parts-orders",
        contract=parts_orders.CONTRACT.name,
        title="Parts orders: order ten ignition keys",
        note="Every run places a new order; order export has it at once.",
        steps=(token, Step("/sample/sample/v1/parts-orders", body=parts_orders.examples.CREATE_REQUEST)),
    )


def _cat_token() -> Step:
    client = {"client_id": "td00-demo", "client_secret": _SECRETS["td00-demo"]}
    return Step(TOKEN_PATH, form={"grant_type": "client_credentials", **client})
