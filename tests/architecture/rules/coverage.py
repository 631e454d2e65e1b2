"""Which documented operations have a route. `python -m tests.architecture.rules.coverage` writes the page anew."""

import re
import tempfile
from pathlib import Path

from partscounter.app import App, open_app
from partscounter.settings import ServerSettings, Settings
from partscounter.wire.inventory import app as inventory
from partscounter.wire.order_export import app as order_export
from partscounter.wire.order_tracking import app as order_tracking
from partscounter.wire.parts_orders import app as parts_orders
from partscounter.wire.qr_associations import app as qr_associations
from partscounter.wire.stock import app as stock
from partscounter_contracts import CONTRACTS

_INTRODUCTION = """# Coverage

Every operation of the five contracts and our own, and whether this version answers it. An operation that is not there
yet is answered with its contract's own 404 or 405. This page is made from the routes, and a test compares the two.
"""


def coverage_page(app: App) -> str:
    """The page in Markdown."""
    doors = (inventory, order_export, order_tracking, parts_orders, qr_associations, stock)
    apis = [*(door.build_api(app) for door in doors), order_tracking.build_v2_api(app)]
    routes = {(endpoint.method, _shape(endpoint.path)) for api in apis for endpoint in api.endpoints}
    parts = [_INTRODUCTION]
    for contract in CONTRACTS.values():
        parts.append(f"\n## {contract.title}\n\n| method | path | stands |\n|---|---|---|\n")
        for operation in contract.operations:
            stands = "yes" if (operation.method, _shape(operation.path)) in routes else "not yet"
            parts.append(f"| {operation.method} | `{operation.path}` | {stands} |\n")
    return "".join(parts)


def _shape(path: str) -> str:
    """The path without the names of its variables, which routes and documents choose for themselves."""
    return re.sub(r"\{[^}]*\}", "{}", path)


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        open_app(Settings(server=ServerSettings(data_dir=Path(folder)))) as it,
    ):
        (Path(__file__).parents[3] / "docs" / "coverage.md").write_text(coverage_page(it))
