"""docs/import-tables.md says which columns a table has."""

import re
from pathlib import Path

import pytest

from partscounter.domain.inventory.sheets import IMAGES, STORES, VEHICLES, SheetKind

DOCUMENT = Path(__file__).parents[4] / "docs" / "import-tables.md"


@pytest.mark.parametrize("kind", [STORES, VEHICLES, IMAGES], ids=lambda kind: kind.name)
def test_the_table_lists_the_columns(kind: SheetKind[object, object]) -> None:
    section = (
        DOCUMENT.read_text(encoding="utf-8").partition(f"\n## {kind.name.capitalize()}\n")[2].partition("\n## ")[0]
    )
    described = re.findall(r"^\| `(\w+)` \| (yes)? *\| (.+) \|$", section, re.MULTILINE)

    assert [(name, required == "yes", meaning.replace("\\|", "|")) for name, required, meaning in described] == [
        (column.name, column.required, column.meaning) for column in kind.columns
    ]
