"""The sample the QR Code Associations document prints, as data."""

from typing import Any

QR_CODE_ID = "JD81N5L8RV1NKDL"
WORKFLOW_QR_CODE_ID = "CMDZ18G9RYCCW8Y"

ASSOCIATION: dict[str, Any] = {
    "serialNumber": "2MJ23425",
    "smcsCode": "79L0",
    "catrecid": "",
    "associationOriginator": "TD00",
    "createTime": "2022-11-09T09:37:11.259073Z",
    "make": "CAT",
    "assetMetadataUpdateStatus": "PENDING",
    "principalWork": {
        "code": "255",
        "description": "BUILDING",
        "codeType": "Engine",
        "codeAssignmentTime": "2022-06-28 10:16:56:000",
    },
    "marketSegment": {
        "code": "GC",
        "description": "AGRICULTURE",
        "subSegmentCode": "LGRB",
        "subSegmentDescription": "LIVESTOCK PRODUCTION",
    },
}

NOT_FOUND: dict[str, Any] = {
    "code": "404",
    "error": "NOT_FOUND",
    "description": "No asset is associated with this QR code",
}
