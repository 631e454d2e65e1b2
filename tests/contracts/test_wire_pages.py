"""Each contract has a page under docs/wire whose table is the list of its operations."""

import re
from pathlib import Path

import pytest

from partscounter_contracts import CONTRACTS, Contract

PAGES = Path(__file__).parents[2] / "docs" / "wire"
ROW = re.compile(r"^\| ([A-Z]+) \| `([^`]+)` \| `(\w+)` \| (.+) \|$", re.MULTILINE)


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_the_page_lists_every_operation_in_order(contract: Contract) -> None:
    page = (PAGES / f"{contract.name.replace('_', '-')}.md").read_text(encoding="utf-8")

    notes = {(True, False): " (ours)", (False, True): " (deprecated)", (False, False): ""}
    assert ROW.findall(page) == [
        (
            operation.method,
            operation.path,
            operation.operation_id,
            operation.summary + notes[operation.ours, operation.deprecated],
        )
        for operation in contract.operations
    ]
    assert f"`{contract.base_path}`" in page
