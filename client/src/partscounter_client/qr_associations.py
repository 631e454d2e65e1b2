"""QR Code Associations: which machine bears a code."""

import httpx

from partscounter_client._contract_client import ContractClient
from partscounter_client._token import ClientCredentials
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.qr_associations import QRCodeAssociation

PATH = "/catDigital/qrCodeAssociations/external/v1/qrCodeAssociations"


class QRAssociations(ContractClient):
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

    def get(self, code: str) -> QRCodeAssociation:
        """The machine of `code`, which may be the whole text that was scanned, such as `HTTPS://…/CMDZ18G9RYCCW8Y`."""
        association = code.rstrip("/").rpartition("/")[2]
        return self._read(self._ask("GET", f"{PATH}/{association}"), QRCodeAssociation)
