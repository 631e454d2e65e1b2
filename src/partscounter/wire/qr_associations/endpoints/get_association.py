"""GET /catDigital/qrCodeAssociations/external/v1/qrCodeAssociations/{qrCodeId}: the asset behind a QR code."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import assets
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.wire.qr_associations.render import render_association


def get_association(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. A machine belongs to no dealer in this contract: any valid token may read any association."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        with app.database.read() as tx:
            asset = assets.get_asset(tx, incoming.path_values["qr_code_id"])
        return json_answer(render_association(asset))

    return handle
