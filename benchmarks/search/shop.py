"""A counter with the field's first items in stock, and a user who sees all of it: for what needs the whole program."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.search.field import Field
from benchmarks.search.items import documents
from partscounter.app import App, index_root, open_app
from partscounter.database.migrate import upgrade
from partscounter.domain.access import Product, create_credential, new_secret
from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import Phase
from partscounter.kit.actor import Actor
from partscounter.kit.clock import SystemClock
from partscounter.search import rebuild
from partscounter.search.source import DatabaseSource
from partscounter.settings import Settings

OPERATOR = Actor(name="benchmark", door="cli")
USER, PASSWORD = "benchmark", "a benchmark, and nothing to protect"
COLUMNS = (
    "vendor_id",
    "vendor_store",
    "vendor_inventory_id",
    "part_type",
    "year",
    "make",
    "model",
    "price",
    "core_price",
    "tag_number",
    "category",
    "condition",
    "oem_number",
    "description",
    "company",
)


@contextmanager
def shop_of(folder: Path, field: Field, items: int) -> Iterator[App]:
    """The counter below `folder` with its index; filled if it is new, and kept for the next run."""
    home = folder / f"shop-{items}"
    settings = Settings()
    settings = replace(settings, server=replace(settings.server, data_dir=home))
    is_new = not home.exists()
    home.mkdir(parents=True, exist_ok=True)
    if is_new:
        upgrade(settings.database_url)
    with open_app(settings) as app:
        if is_new:
            _fill(app, home / "stock.csv", field, items)
        yield app


def _fill(app: App, file: Path, field: Field, items: int) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        writer.writerows(_rows(field, items))
    imports.import_feed(app.database, imports.open_feed(file, None), OPERATOR, SystemClock(), _unwatched)
    secret = new_secret(PASSWORD)
    app.database.write(
        OPERATOR,
        lambda tx: create_credential(tx, product=Product.INVENTORY, name=USER, secret=secret, all_dealers=True),
    )
    source = DatabaseSource(app.database)
    rebuild(index_root(app.settings), source.read_all, source.read_events, source.load_documents)


def _rows(field: Field, items: int) -> Iterator[tuple[object, ...]]:
    for item in documents(field, items):
        make = item.make_ids[0] if item.make_ids else None
        yield (
            item.dealer_id,
            item.store_id,
            item.uid,
            item.part_name,
            item.year or "",
            field.makes[make - 1] if make else "",
            field.models[item.model_ids[0] - 1] if item.model_ids else "",
            "" if item.price_cents is None else f"{item.price_cents / 100:.2f}",
            "" if item.core_price_cents is None else f"{item.core_price_cents / 100:.2f}",
            item.vendor_sku,
            item.category,
            item.condition,
            item.oem_number,
            item.description,
            item.vendor,
        )


def _unwatched(phase: Phase, read: int) -> None:
    """Shows nothing."""
