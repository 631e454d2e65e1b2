"""Order Tracking v3: telling a parts store what became of an order."""

import httpx

from partscounter_client._contract_client import ContractClient
from partscounter_client._token import ClientCredentials
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.order_tracking import STORE_ID, TrackingUpdate

PATH = "/eCommerce/orderTracking/v3/tracking"


class OrderTracking(ContractClient):
    """`base_url` is the service's host; `token_url` its token endpoint where that stands on another host."""

    def __init__(
        self,
        base_url: str,
        client_id: str,
        client_secret: str,
        *,
        token_url: str = "",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        auth = ClientCredentials(token_url or base_url + TOKEN_PATH, client_id, client_secret)
        super().__init__(base_url, auth, transport)

    def post(self, update: TrackingUpdate, *, qa_environment: str = "") -> None:
        """Send one update; raises Refused with the service's code in its body. Sending it again does no harm."""
        headers = {"x-cat-qa-env": qa_environment} if qa_environment else {}
        self._ask("POST", PATH, body=update, query={"storeId": STORE_ID}, headers=headers)
