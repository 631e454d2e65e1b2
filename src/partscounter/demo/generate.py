"""A generated inventory beside the demo's own: seeded, so that it is the same every time, and skewed like the field.

A few makes, models and part types make up most of the stock, one row in seven has no year, prices spread over four
orders of magnitude, and part numbers come with and without hyphens.
"""

import random
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from partscounter.database import Database, WriteTx
from partscounter.domain import dealers, inventory
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.kit.actor import Actor

ACTOR = Actor(name="demo", door="demo")
_AT_ONCE = 1000
_SEED = 20260302

_PART_TYPES = (
    "Fuel Tank, Instrument Cluster, Hood, Door Assembly Front, Cab, Side Fairing, Mirror, Transmission "
    "Assembly, Seat Front, Engine Assembly, Dash Assembly, Turbocharger, ECM, Radiator, DEF Tank, Bumper "
    "Assembly Front, Sleeper, Charge Air Cooler, Fender, Differential Assembly, Axle Assembly Front, Battery "
    "Box, Steering Gear, Air Tank, Exhaust Stack, Wheel, Alternator, Starter Motor, Air Compressor, Leaf "
    "Spring"
).split(", ")
_MAKES = (
    "FREIGHTLINER, INTERNATIONAL, PETERBILT, KENWORTH, VOLVO, MACK, CUMMINS, DETROIT, CATERPILLAR, STERLING, "
    "WESTERN STAR, HINO, ISUZU, FULLER, ALLISON, EATON, MERITOR, DANA, GMC, FORD"
).split(", ")
_WORDS = (
    "good used tested complete assembly left right chrome steel aluminium core needed low miles no cracks "
    "minor dents with bracket warranty take-off rebuilt fits many models heated manual electric"
).split()


def generate_items(database: Database, wanted: int) -> None:
    """Bring the generated stock up to `wanted` items; what was generated before stays as it is."""
    if not wanted:
        return
    with database.read() as tx:
        stores = sorted(dealers.load_stores(tx).values(), key=lambda store: store.id)[-4:]
        last = wanted - 1
        if inventory.find_item(tx, stores[last % _AT_ONCE % len(stores)].id, _inventory_id(last)) is not None:
            return
    made = random.Random(_SEED)  # noqa: S311 - the same stock every time, no secret
    for start in range(0, wanted, _AT_ONCE):
        batch = [_item(made, number) for number in range(start, min(start + _AT_ONCE, wanted))]
        database.write(ACTOR, partial(_put, stores=stores, batch=batch))


def _put(tx: WriteTx, stores: list[Store], batch: list[FedItem]) -> None:
    for index, store in enumerate(stores):
        inventory.put_items(tx, store, batch[index :: len(stores)])


def _item(made: random.Random, number: int) -> FedItem:
    part_name, make = _skewed(made, _PART_TYPES), _skewed(made, _MAKES)
    model = f"{make[:2]}{_skewed(made, tuple(str(n) for n in range(100, 900, 7)))}"
    text = " ".join(made.choices(_WORDS, k=made.randint(4, 16)))
    category = made.choices(("USED", "NEW", "REMANUFACTURED", "CORE"), (80, 8, 10, 2))[0]
    about = Description(
        part_name=part_name,
        vendor_part_name=part_name.upper(),
        vehicle_make=make,
        vehicle_model=model,
        year=made.randint(1995, 2025) if made.random() < 6 / 7 else None,
        category=category,
        condition=made.choice(("A", "B", "C", "")),
        text=text,
        html=text,
        oem_number=_oem_number(made) if made.random() < 1 / 2 else "",
    )
    price = Decimal(round(10 ** made.uniform(0.8, 4.3))).quantize(Decimal("0.01"))
    return FedItem(
        inventory_id=_inventory_id(number),
        tag_number=f"{made.choice('ABCDEFGH')}{number % 100_000:05d}",
        description=about,
        price=Price(each=price if made.random() < 29 / 30 else None),
    )


def _inventory_id(number: int) -> str:
    return f"G{number:07d}"


def _skewed(made: random.Random, names: Sequence[str]) -> str:
    """The n-th name about 1/n as often as the first."""
    return names[min(int(len(names) ** made.random()) - 1, len(names) - 1)]


def _oem_number(made: random.Random) -> str:
    return f"{made.randint(1, 9)}{made.choice('ABCKRT')}-{made.randint(1000, 9999)}" + made.choice(("", "-0", "R91"))
