"""Callers of each door of a running counter, with the demo's published credentials."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import httpx

ORDER = {
    "customerId": "123e4569-e89b-12e3-a452-426655440001",
    "orderContact": {"name": "Cate ContactPerson", "email": "cate.contactperson@company.com"},
    "orderReference": "e2e",
    "parts": [
        {
            "part": {"brandCode": "S", "partCode": 7654321},
            "quantity": 10,
            "mandatoryVehicleReferences": [{"type": "KEYNUMBER", "value": "K1"}],
        }
    ],
}


@dataclass(frozen=True)
class Doors:
    """One client per contract."""

    parts: httpx.Client
    tracking: httpx.Client
    export: httpx.Client
    stock: httpx.Client

    def place(self, quantity: int = 10, **headers: str) -> httpx.Response:
        """A parts order for the printed part."""
        part = ORDER["parts"][0] | {"quantity": quantity}  # type: ignore[index,operator]
        return self.parts.post("/sample/sample/v1/parts-orders", json=ORDER | {"parts": [part]}, headers=headers)

    def track(self, document: str, status: str, quantity: int, tracking_id: str = "") -> int:
        """The status of a tracking update for the printed part."""
        fulfillment: dict[str, object] = {
            "type": "delivery",
            "parts": [{"partNumber": "S7654321", "quantity": quantity}],
        }
        if tracking_id:
            fulfillment["shipmentInformation"] = {
                "carrier": "UPS",
                "shipmentDate": "2026-03-02",
                "shipmentMethod": "Ground",
                "trackingId": tracking_id,
            }
        body = {
            "dealerCode": "TD00",
            "documentNumber": document,
            "documentStatus": status,
            "fulfillment": fulfillment,
        }
        return self.tracking.post("/eCommerce/orderTracking/v3/tracking?storeId=21801", json=body).status_code


@contextmanager
def open_doors(base_url: str) -> Iterator[Doors]:
    """Callers with tokens fetched from the token endpoints; closed at the end of the block."""
    tracking = _token(base_url, "/as/token.oauth2", "td00-demo", "td00-demo-secret")
    parts = _token(base_url, "/oauth/client_credential/accesstoken", "sample-demo", "sample-demo-secret")
    with ExitStack() as open_until_the_end:
        clients = (
            httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {parts}"}, timeout=60),
            httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {tracking}"}, timeout=60),
            httpx.Client(base_url=base_url, auth=("admin", "admin-demo"), timeout=60),
            httpx.Client(base_url=base_url, auth=("webshop", "webshop-demo"), timeout=60),
        )
        yield Doors(*(open_until_the_end.enter_context(client) for client in clients))


def _token(base_url: str, path: str, client_id: str, client_secret: str) -> str:
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
    token: str = httpx.post(base_url + path, data=form, timeout=60).raise_for_status().json()["access_token"]
    return token
