"""An index of the field's first items, made once and kept in a folder for the next run."""

from pathlib import Path
from time import perf_counter

from benchmarks.search.field import Field
from benchmarks.search.items import documents
from partscounter.search import AllDocuments, TantivyReader, has_index, rebuild


def index_of(folder: Path, field: Field, items: int) -> TantivyReader:
    """The index of `items` items below `folder`; made as `partscounter` makes it if it is not there yet."""
    root = folder / f"index-{items}"
    if not has_index(root):
        started = perf_counter()
        stock = AllDocuments(documents(field, items), items)
        rebuild(root, lambda: (1, stock), lambda cursor: (cursor, ()), lambda _: {})
        print(f"built an index of {items:,} items in {perf_counter() - started:.0f} s")
    return TantivyReader(root)
