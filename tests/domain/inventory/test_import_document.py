"""docs/import.md says what the importer does."""

import re
from pathlib import Path

from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import COLUMNS
from tests.make.feeds import rows_in

DOCUMENT = Path(__file__).parents[3] / "docs" / "import.md"


def test_the_table_lists_the_columns() -> None:
    described = re.findall(r"^\| `(\w+)` \| (yes)? *\| (.+) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)

    assert [(name, required == "yes", meaning.replace("\\|", "|")) for name, required, meaning in described] == [
        (column.name, column.required, column.meaning) for column in COLUMNS
    ]


def test_the_example_of_a_mapping_works(tmp_path: Path) -> None:
    example = re.findall(r"^```toml\n(.*?)^```$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(example) == 1
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(example[0], encoding="utf-8")
    file = tmp_path / "stock.csv"
    file.write_bytes("Stock No;Part;Retail;Sellable;make\n003;Capó;12.50;Y;Volvo\n004;Hood;;SOLD;\n".encode("cp1252"))

    feed = imports.open_feed(file, imports.read_mapping(mapping))

    fixed = {"vendor_id": "0417", "vendor_store": "1"}
    assert [row.cells for row in rows_in(feed)] == [
        fixed
        | {"vendor_inventory_id": "003", "part_type": "Capó", "price": "12.50", "available": "true", "make": "Volvo"},
        fixed | {"vendor_inventory_id": "004", "part_type": "Hood", "price": "", "available": "false", "make": ""},
    ]
