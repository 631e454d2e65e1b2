"""docs/machines.md says which columns the tables have, and which label stock there is."""

import re
from pathlib import Path

import pytest

from partscounter.domain.inventory.sheets import SheetKind
from partscounter.domain.machines import KITS, MACHINES
from partscounter.domain.machines.labels import STOCKS

DOCUMENT = Path(__file__).parents[3] / "docs" / "machines.md"


def section(title: str) -> str:
    return DOCUMENT.read_text(encoding="utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(("kind", "title"), [(MACHINES, "Machines"), (KITS, "Service kits")])
def test_the_table_lists_the_columns(kind: SheetKind[object, object], title: str) -> None:
    described = re.findall(r"^\| `(\w+)` \| (yes)? *\| (.+) \|$", section(title), re.MULTILINE)

    assert [(name, required == "yes", meaning) for name, required, meaning in described] == [
        (column.name, column.required, column.meaning) for column in kind.columns
    ]


def test_the_table_lists_the_stock() -> None:
    described = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", section("Labels"), re.MULTILINE)

    assert described == [(stock.name, stock.meaning) for stock in STOCKS.values()]
