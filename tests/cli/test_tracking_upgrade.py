"""`partscounter tracking upgrade`: V2 bodies become V3 ones, and what is wrong is named by its position."""

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter_contracts.order_tracking import TrackingUpdate, examples

SIGNED = {**examples.V2, "shipmentTrackUserName": "client", "shipmentTrackPassword": "hush", "dealerCustomerCheck": "Y"}
UPGRADED = {
    "dealerCode": "TD00",
    "documentNumber": "00C112685",
    "documentStatus": "PS",
    "fulfillment": {
        "type": "delivery",
        "parts": [
            {"partNumber": "1R-1801", "quantity": 1},
            {"partNumber": "1R-1808", "quantity": 1},
            {"partNumber": "1A-1135", "quantity": 1},
        ],
        "shipmentInformation": {
            "carrier": "Fedex",
            "shipmentDate": "2021-04-30",
            "shipmentMethod": "BEST WAY",
            "trackingId": "555",
            "trackingUrl": "http://www.fedex.com/tracking5",
        },
    },
}
GUESSED = "Check the quantities: V2 has none."


def run(folder: Path, content: str | bytes) -> Result:
    file = folder / "v2.json"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return CliRunner().invoke(build_program(), ["tracking", "upgrade", str(file)])


def lines(*bodies: object) -> str:
    return "\n".join(body if isinstance(body, str) else json.dumps(body) for body in bodies)


def printed(result: Result) -> list[object]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_body_becomes_that_of_v3_without_its_credential(tmp_path: Path) -> None:
    result = run(tmp_path, lines(SIGNED))

    assert (result.exit_code, printed(result)) == (0, [UPGRADED])
    assert result.stderr == f"1 upgraded, 0 wrong. {GUESSED}\n"
    assert "hush" not in result.output
    msgspec.json.decode(result.stdout, type=TrackingUpdate)


@pytest.mark.parametrize("content", [json.dumps([SIGNED, SIGNED], indent=2), lines(SIGNED, "", SIGNED, "")])
def test_an_array_and_one_body_per_line_are_the_same(tmp_path: Path, content: str) -> None:
    for prefix in (b"", b"\xef\xbb\xbf", b"\r\n "):
        assert printed(run(tmp_path, prefix + content.encode())) == [UPGRADED, UPGRADED]


def test_one_body_may_take_many_lines(tmp_path: Path) -> None:
    result = run(tmp_path, json.dumps(SIGNED, indent=2))

    assert (result.exit_code, printed(result)) == (0, [UPGRADED])


def test_a_part_counts_as_often_as_it_is_named(tmp_path: Path) -> None:
    pickup = {
        "dealerCode": "TD00",
        "documentNumber": "Größe 7",
        "shippedStatus": "PU",
        "parts": ["1R-1801", "1A-1135", "1r1801"],
    }

    result = run(tmp_path, lines(pickup))

    assert printed(result) == [
        {
            "dealerCode": "TD00",
            "documentNumber": "Größe 7",
            "documentStatus": "PU",
            "fulfillment": {
                "type": "pickup",
                "parts": [{"partNumber": "1R-1801", "quantity": 2}, {"partNumber": "1A-1135", "quantity": 1}],
            },
        }
    ]


def test_wrong_bodies_are_named_by_position_and_not_printed(tmp_path: Path) -> None:
    wrong = [
        {**SIGNED, "dealerCode": " "},
        {**SIGNED, "dealerCode": "TD0"},
        {**SIGNED, "documentNumber": "0" * 31},
        {**SIGNED, "shippedStatus": "XX"},
        {**SIGNED, "parts": ["1R-1801", ""]},
        {**SIGNED, "parts": ["1R-1801", 7]},
        {**SIGNED, "trackingId": None},
        {**SIGNED, "shipDate": "04/30/2021"},
        examples.DELIVERY,
        7,
    ]
    told = [
        "2: 110 MISSING_DEALER_CODE: Dealer code is missing in the request",
        "3: 170 INVALID_DEALER_CODE: Dealer code is not valid",
        "4: 190 INVALID_DOCUMENT_NUMBER: Document number is not valid",
        "5: 185 INVALID_DOCUMENT_STATUS: Document status is not valid",
        "6: 250 INVALID_PARTS_LIST: Parts object is not valid",
        "7: 250 INVALID_PARTS_LIST: Parts object is not valid",
        "8: 130 MISSING_TRACKING_ID: Tracking ID is missing in the request",
        "9: 165 INVALID_SHIP_DATE: Ship date is not valid",
        "10: 180 MISSING_DOCUMENT_STATUS: Document status is missing in the request",
        "11: The body must be a JSON object.",
    ]

    as_array = run(tmp_path, json.dumps([SIGNED, *wrong, SIGNED]))
    as_lines = run(tmp_path, lines(SIGNED, *wrong, SIGNED))

    for result, word in ((as_array, "body"), (as_lines, "line")):
        assert (result.exit_code, printed(result)) == (1, [UPGRADED, UPGRADED])
        assert result.stderr.splitlines() == [*(f"{word} {each}" for each in told), f"2 upgraded, 10 wrong. {GUESSED}"]


@pytest.mark.parametrize(("content", "position"), [("[{}", "file"), ("{", "line 1"), (b"\xff", "line 1")])
def test_what_is_no_json_is_named_and_nothing_printed(tmp_path: Path, content: str | bytes, position: str) -> None:
    result = run(tmp_path, content)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{position}: The body is not ")


def test_an_empty_file_has_nothing_wrong(tmp_path: Path) -> None:
    for content in ("", "\n", "[]"):
        assert (run(tmp_path, content).exit_code, run(tmp_path, content).stdout) == (0, "")
