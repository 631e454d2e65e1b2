"""A feed as the field's are: few makes and part types on most rows, many stores, prices and numbers of their own."""

import csv
import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

COLUMNS = (
    "vendor_id",
    "vendor_store",
    "vendor_inventory_id",
    "part_type",
    "year",
    "make",
    "model",
    "price",
    "available",
    "quantity",
    "core_price",
    "tag_number",
    "brand_code",
    "part_code",
    "part_manufacturer",
    "part_model",
    "category",
    "condition",
    "side",
    "oem_number",
    "serial_number",
    "vehicle_id",
    "description",
    "images",
    "company",
    "city",
    "state",
    "postal_code",
)
TYPES, MAKES, MODELS, VENDORS, STORES, WORDS = 800, 300, 6000, 1200, 3000, 20_000
CATEGORIES = ("USED", "NEW", "REMANUFACTURED", "CORE")
CONDITIONS = ("A", "B", "C", "Good", "Fair", "")


class Skewed:
    """Numbers below `count` of which the first come most often (Zipf)."""

    def __init__(self, count: int, exponent: float = 1.0) -> None:
        weights = list(accumulate(1 / (at + 1) ** exponent for at in range(count)))
        self._bounds = [weight / weights[-1] for weight in weights]

    def draw(self, chance: random.Random) -> int:
        return bisect_left(self._bounds, chance.random())


class Words:
    """Made-up words."""

    def __init__(self, chance: random.Random) -> None:
        sounds = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "xo")
        self.all = ["".join(chance.choices(sounds, k=chance.randint(2, 4))) for _ in range(WORDS)]
        self._skew = Skewed(WORDS, 0.9)

    def text(self, chance: random.Random, least: int, most: int) -> str:
        return " ".join(self.all[self._skew.draw(chance)] for _ in range(chance.randint(least, most)))


def write_feed(path: Path, count: int, seed: int = 7) -> None:
    """`count` rows of `COLUMNS`; the same for the same seed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_rows(random.Random(seed), count))  # noqa: S311 - made-up rows


def _rows(chance: random.Random, count: int) -> Iterator[Sequence[object]]:
    words = Words(chance)
    types = [words.text(chance, 1, 3).title() for _ in range(TYPES)]
    makes = [words.text(chance, 1, 1).title() for _ in range(MAKES)]
    models = [f"{words.all[at % WORDS].upper()[:3]}{at}" for at in range(MODELS)]
    skews = {name: Skewed(size) for name, size in (("type", TYPES), ("make", MAKES), ("model", 20), ("store", STORES))}
    for number in range(count):
        make = skews["make"].draw(chance)
        store = skews["store"].draw(chance)
        used = chance.random() < 0.8
        yield (
            900_000 + store * VENDORS // STORES,
            store,
            f"{number:07d}",
            types[skews["type"].draw(chance)],
            chance.randint(1985, 2026) if used else "",
            makes[make],
            models[make * 20 + skews["model"].draw(chance)],
            f"{chance.lognormvariate(5.5, 1.2):.2f}" if chance.random() < 0.9 else "",
            "true",
            1 if used else chance.randint(1, 40),
            "150.00" if chance.random() < 0.1 else "",
            f"T{number:07d}",
            "" if used else "S",
            "" if used else f"{chance.randrange(10**7):07d}",
            makes[skews["make"].draw(chance)] if chance.random() < 0.3 else "",
            "",
            CATEGORIES[0] if used else chance.choice(CATEGORIES[1:]),
            chance.choice(CONDITIONS),
            chance.choice(("Left", "Right", "", "")),
            f"{chance.randrange(10**6):06d}-{chance.randrange(10**4):04d}" if chance.random() < 0.6 else "",
            f"SN{chance.randrange(10**8)}" if chance.random() < 0.2 else "",
            f"{chance.randrange(10**5)}" if used else "",
            words.text(chance, 4, 20),
            f"https://images.example/{number}.jpg" if used else "",
            f"{words.all[store]} Truck Parts",
            words.all[store % 50].title(),
            "NE",
            f"{10_000 + store}",
        )
