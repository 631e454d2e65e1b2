"""The rows of a large file enter store by store, those of a small one as they stand in the file."""

import marshal

from partscounter.domain.inventory.imports.spool import RowSpool
from partscounter.domain.inventory.intake import FedRow

_BLANK = FedRow._make([0 if kind is int else "" for kind in FedRow.__annotations__.values()])


def kept(spool: RowSpool) -> list[list[tuple[int, str, str]]]:
    return [[(row.place, row.digest, row.row.inventory_id) for row in batch] for batch in spool.batches()]


def append(spool: RowSpool, rows: list[tuple[int, str]]) -> None:
    packed = [marshal.dumps(tuple(_BLANK._replace(inventory_id=name))) for _, name in rows]
    spool.append([place for place, _ in rows], [f"digest of {name}" for _, name in rows], packed)


def test_a_small_file_keeps_its_order() -> None:
    with RowSpool(sorted_at_once=4) as spool:
        append(spool, [(1, "a"), (0, "b")])
        append(spool, [(1, "c"), (0, "d")])

        assert kept(spool) == [
            [(1, "digest of a", "a"), (0, "digest of b", "b"), (1, "digest of c", "c"), (0, "digest of d", "d")]
        ]


def test_a_large_file_is_told_store_by_store_and_within_a_store_in_its_order() -> None:
    names = [f"{at:05}" for at in range(2_500)]
    with RowSpool(sorted_at_once=700) as spool:
        for start in range(0, 2_500, 500):
            append(spool, [(at * 7 % 3, names[at]) for at in range(start, start + 500)])

        batches = kept(spool)

        assert [len(batch) for batch in batches] == [1000, 1000, 500]
        expected = [(at * 7 % 3, f"digest of {names[at]}", names[at]) for at in range(2_500)]
        assert [row for batch in batches for row in batch] == sorted(expected, key=lambda row: row[0])
        assert kept(spool) == batches


def test_an_empty_spool_has_no_batch() -> None:
    with RowSpool() as spool:
        append(spool, [])

        assert kept(spool) == []
