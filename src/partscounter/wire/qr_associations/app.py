"""QR Code Associations as an ASGI app. Its bearer tokens come from the token endpoint of Order Tracking."""

from collections.abc import Sequence

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.web.answer import JSON_TYPE
from partscounter.web.api import Api
from partscounter.web.callers import bearer_caller, limit_of
from partscounter.web.exchange import Observer
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.qr_associations.endpoints.get_association import get_association
from partscounter.wire.qr_associations.errors import render_problem
from partscounter_contracts.qr_associations.operations import BASE_PATH

ASSOCIATION_PATH = f"{BASE_PATH}/qrCodeAssociations/{{qr_code_id}}"


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The contract's one operation, under its full path."""
    return Api(
        "qr_associations",
        [Endpoint("GET", ASSOCIATION_PATH, get_association(app), produces=JSON_TYPE, unreadable_segments=True)],
        render_problem,
        challenge='Bearer realm="qr-code-associations"',
        authenticate=bearer_caller(app, Product.CAT),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )
