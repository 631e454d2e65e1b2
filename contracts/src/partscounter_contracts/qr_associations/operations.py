"""The one operation of QR Code Associations. The page a phone opens after a scan is not part of the API."""

from partscounter_contracts.oauth import token_operation
from partscounter_contracts.operation import Contract, Operation, SecurityKind, path_parameter
from partscounter_contracts.qr_associations import examples
from partscounter_contracts.qr_associations.association import QRCodeAssociation
from partscounter_contracts.qr_associations.errors import ErrorBody

NAME = "qr_associations"
BASE_PATH = "/catDigital/qrCodeAssociations/external/v1"

GET_QR_CODE_ASSOCIATION = Operation(
    contract=NAME,
    method="GET",
    path=f"{BASE_PATH}/qrCodeAssociations/{{qrCodeId}}",
    operation_id="getQrCodeAssociation",
    summary="Get asset information for a QR code",
    section="Get Asset Information for a QR Code",
    responses={200: QRCodeAssociation},
    errors=dict.fromkeys((400, 401, 403, 404, 405, 406, 429, 500, 503), ErrorBody),
    parameters=(path_parameter("qrCodeId", "What follows the last slash of the scanned URL", examples.QR_CODE_ID),),
    security=SecurityKind.BEARER,
    response_examples={200: examples.ASSOCIATION, 404: examples.NOT_FOUND},
)

OPERATIONS = (GET_QR_CODE_ASSOCIATION,)

CONTRACT = Contract(
    name=NAME,
    title="QR Code Associations API",
    version="1",
    summary="The asset that a machine's QR code stands for.",
    source="cat-qr-code-associations",
    base_path=BASE_PATH,
    security=SecurityKind.BEARER,
    operations=OPERATIONS,
    token=token_operation(NAME),
)
