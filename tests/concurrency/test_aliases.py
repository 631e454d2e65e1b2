"""Aliases under real concurrency: two that are right alone and a chain together do not both get in."""

import threading
from concurrent.futures import ThreadPoolExecutor

from partscounter.database import Database
from partscounter.domain.catalog.aliases import AliasRow, InvalidAliases
from tests.make.aliases import make, put, shown


def test_links_of_a_chain_told_at_once_never_make_the_chain(database: Database) -> None:
    links = [make(f"word {number}", f"word {number + 1}") for number in range(8)]
    together = threading.Barrier(len(links))

    def tell(row: AliasRow) -> bool:
        together.wait(timeout=30)
        try:
            put(database, row)
        except InvalidAliases:
            return False
        return True

    with ThreadPoolExecutor(len(links)) as pool:
        taken = [row for row, is_taken in zip(links, pool.map(tell, links), strict=True) if is_taken]

    assert shown(database) == [f"make: {row.alias} = {row.name}" for row in taken]
    assert not {row.alias for row in taken} & {row.name for row in taken}
