"""QR Code Associations: the printed answer goes through the type unchanged."""

import re

import msgspec

from partscounter_contracts import encode, qr_associations
from partscounter_contracts.qr_associations import examples

PRINTED = """{ "serialNumber": "2MJ23425", "smcsCode": "79L0", "catrecid": "",
"associationOriginator": "TD00", "createTime": "2022-11-09T09:37:11.259073Z",
"make": "CAT", "assetMetadataUpdateStatus": "PENDING", "principalWork": {
"code": "255", "description": "BUILDING", "codeType": "Engine",
"codeAssignmentTime": "2022-06-28 10:16:56:000" }, "marketSegment": {
"code": "GC", "description": "AGRICULTURE", "subSegmentCode": "LGRB",
"subSegmentDescription": "LIVESTOCK PRODUCTION" }}"""


def test_the_printed_answer_round_trips_byte_for_byte() -> None:
    compact = msgspec.json.format(PRINTED.encode(), indent=-1)

    assert encode(msgspec.json.decode(PRINTED, type=qr_associations.QRCodeAssociation)) == compact
    assert msgspec.json.encode(examples.ASSOCIATION) == compact


def test_unknown_work_and_segment_are_left_out_and_the_make_defaults_to_cat() -> None:
    bare = qr_associations.QRCodeAssociation(
        serial_number="1",
        smcs_code="1000",
        association_originator="TD00",
        create_time="2022-11-09T09:37:11.000000Z",
        asset_metadata_update_status="PENDING",
    )

    assert list(msgspec.json.decode(encode(bare))) == [
        "serialNumber",
        "smcsCode",
        "catrecid",
        "associationOriginator",
        "createTime",
        "make",
        "assetMetadataUpdateStatus",
    ]
    assert (bare.make, bare.catrecid) == ("CAT", "")


def test_both_printed_ids_are_well_formed() -> None:
    pattern = qr_associations.QR_CODE_ID_PATTERN

    assert re.fullmatch(pattern, examples.QR_CODE_ID)
    assert re.fullmatch(pattern, examples.WORKFLOW_QR_CODE_ID)
    assert not re.fullmatch(pattern, "JD81N5L8RV1NKD")
