"""Mappings for tests: rows in few words, and a user's mapping put in place."""

from partscounter.database import Database, ReadTx
from partscounter.domain import access, mappings
from partscounter.domain.access import Product
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import MappingRow, MappingSize
from tests.make.counter import TESTER

WORDS = """\
kind;value;native;number;parent;category
part_type;Power;;200;;truck
part_type;Engines;Engine Assembly;210;Power;
part_type;Boxes;Transmission Assembly;220;200;
part_type;Drivetrain;Engine Assembly;;;trailer
part_type;Drivetrain;TRANSMISSION ASSEMBLY;;;
part_type;Ghosts;Flux Capacitor;230;;
part_type;Cab Body;Axle Assembly;;;
make;Cummins & Eaton;CUMMINS;7;;
make;Cummins & Eaton;Fuller;;;
model;Big Bore;ISX;;;
"""
"""A user's words for what `tests.make.yard` has: a tree, one word for two names, two for one, one for none."""


def part_type(value: str, native: str = "", **more: str) -> MappingRow:
    """A row about a part type."""
    return MappingRow(NameKind.PART_TYPE, value, native, **more)


def user_id(database: Database, name: str = "webshop") -> int:
    """The user's credential."""

    def find(tx: ReadTx) -> int:
        found = access.find_credential(tx, Product.INVENTORY, name)
        assert found is not None
        return found.id

    with database.read() as tx:
        return find(tx)


def map_words(database: Database, rows: list[MappingRow], name: str = "webshop") -> MappingSize:
    """Replace the user's mapping."""
    id_ = user_id(database, name)
    return database.write(TESTER, lambda tx: mappings.replace_mapping(tx, id_, rows))
