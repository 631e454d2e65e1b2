"""The five contracts, each as an OpenAPI document for programs and as a page for people."""

import msgspec
from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from partscounter.app import App
from partscounter.portal.read_document import read_document
from partscounter.web.answer import JSON_TYPE
from partscounter.web.incoming import base_url_of
from partscounter.web.pages import render_page
from partscounter_contracts import CONTRACTS, Contract, document, order_tracking

_ERROR_CODES = {order_tracking.CONTRACT.name: tuple(order_tracking.ErrorCode)}
"""The tables that documents print; elsewhere a code is a named type of its own, or the HTTP status."""


class ContractPages:
    """Both forms. Unknown contracts answer 404."""

    def __init__(self, app: App, environment: Environment) -> None:
        self._app = app
        self._environment = environment

    def document(self, request: Request) -> Response:
        described = document(_contract(request), self._server_url(request))
        return Response(msgspec.json.encode(described), media_type=JSON_TYPE)

    def show(self, request: Request) -> HTMLResponse:
        contract = _contract(request)
        view = read_document(document(contract, self._server_url(request)))
        return render_page(
            self._environment,
            "openapi.html",
            contract=contract,
            document=view,
            error_codes=_ERROR_CODES.get(contract.name, ()),
        )

    def _server_url(self, request: Request) -> str:
        return self._app.settings.server.public_base_url or base_url_of(request.scope, request.headers)


def _contract(request: Request) -> Contract:
    contract = CONTRACTS.get(request.path_params["contract"])
    if contract is None:
        raise HTTPException(404)
    return contract
