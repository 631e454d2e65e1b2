"""A command for each credential that asks something and changes nothing."""

from collections.abc import Sequence
from typing import Final

from partscounter.domain.access import Credential, Product
from partscounter.domain.dealers import Dealer, Store
from partscounter.portal.guide import Example, Step
from partscounter_contracts import inventory, order_export, parts_orders, qr_associations, stock
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.qr_associations.operations import BASE_PATH as QR_BASE_PATH

PLACEHOLDER: Final = "SECRET"


def sample_of(credential: Credential, dealer: Dealer | None, stores: Sequence[Store], secret: str) -> Example:
    """For `credential`, on what is of `dealer`; names that the dealer has not are left for the reader to fill in."""
    store = next((each for each in stores if each.store_id), None)
    match credential.product:
        case Product.CAT:
            path = f"{QR_BASE_PATH}/qrCodeAssociations/{qr_associations.examples.QR_CODE_ID}"
            return _example(qr_associations.CONTRACT.name, _token(TOKEN_PATH, credential, secret), Step(path))
        case Product.KEYLOOP:
            where = f"/{(dealer and dealer.enterprise_id) or 'ENTERPRISE'}/{store.store_id if store else 'STORE'}"
            token = _token(parts_orders.TOKEN_PATH, credential, secret)
            return _example(parts_orders.CONTRACT.name, token, Step(f"{where}/v1/parts/brands"))
        case Product.ECAT:
            path = f"/{(dealer and dealer.org) or 'ORG'}/ext/v2/orders/new_orders"
            return _example(order_export.CONTRACT.name, _basic(path, credential, secret))
        case Product.INVENTORY:
            path = "/inventory/search/*/*/*?result_size=5"
            return _example(inventory.CONTRACT.name, _basic(path, credential, secret))
        case Product.STOCK:
            yard = stores[0].vendor_store if stores else "STORE"
            path = f"/stock/items/{(dealer and dealer.vendor_id) or 'VENDOR'}/{yard}/1"
            return _example(stock.CONTRACT.name, _basic(path, credential, secret))


def _example(contract: str, *steps: Step) -> Example:
    return Example(name="sample", contract=contract, title="", note="", steps=steps)


def _token(path: str, credential: Credential, secret: str) -> Step:
    form = {"grant_type": "client_credentials", "client_id": credential.name, "client_secret": secret}
    return Step(path, form=form)


def _basic(path: str, credential: Credential, secret: str) -> Step:
    return Step(path, user=credential.name, password=secret)
