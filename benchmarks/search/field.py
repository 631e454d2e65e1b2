"""The field that the benchmark plays on: names, dealers, stores and places, the same for every run."""

from dataclasses import dataclass
from itertools import product
from random import Random

from benchmarks.search.skew import zipf
from partscounter.search import Point

SEED = 20_261_122
PART_TYPES, MAKES, MODELS, STORES, DEALERS = 800, 300, 6_000, 3_000, 1_200

_PARTS = (
    "Engine Assembly,Transmission Assembly,Hood,Door Assembly,Cab,Fuel Tank,Bumper,Radiator,Axle Housing,Turbocharger,"
    "Instrument Cluster,Side Fairing,Mirror,Seat,Dash Assembly,DPF Filter,Charge Air Cooler,Sleeper,Tool Box,Oil Pan,"
    "Fender,Differential,Steering Gear,Brake Caliper,Air Compressor,Alternator,Starter,Water Pump,Fuel Pump,Exhaust,"
    "Headlamp,Tail Lamp,Spring,Shock Absorber,Battery Box,Wheel,Hub,Drive Shaft,Clutch,Flywheel"
).split(",")
_PLACES = (
    ",Front,Rear,Left,Right,Upper,Lower,Inner,Outer,Front Left,Front Right,Rear Left,Rear Right,Control Module,Bracket,"
    "Housing,Cover,Sensor,Mount,Kit"
).split(",")
_MAKES = "Freightliner,International,Peterbilt,Kenworth,Volvo,Mack,Cummins,Caterpillar,Eaton,Meritor,Allison".split(",")
_SYLLABLES = "ka lo mer vin tor ban dex ul pra sho rin gas tel mo fro zen ad bel cor nim".split()

CITIES = (
    (33.75, -84.39), (30.27, -97.74), (39.29, -76.61), (43.62, -116.21), (42.36, -71.06), (42.89, -78.88),
    (35.23, -80.84), (41.88, -87.63), (39.10, -84.51), (41.50, -81.69), (39.96, -83.00), (32.78, -96.80),
    (39.74, -104.99), (41.59, -93.62), (42.33, -83.05), (31.76, -106.49), (36.74, -119.79), (42.96, -85.67),
    (29.76, -95.37), (39.77, -86.16), (30.33, -81.66), (39.10, -94.58), (36.17, -115.14), (34.75, -92.29),
    (34.05, -118.24), (38.25, -85.76), (35.15, -90.05), (25.76, -80.19), (43.04, -87.91), (44.98, -93.27),
    (36.16, -86.78), (29.95, -90.07), (40.71, -74.01), (35.47, -97.52), (41.26, -95.93), (28.54, -81.38),
    (39.95, -75.17), (33.45, -112.07), (40.44, -79.99), (45.52, -122.68), (37.54, -77.44), (38.58, -121.49),
    (40.76, -111.89), (29.42, -98.49), (47.61, -122.33), (38.63, -90.20), (47.66, -117.43), (37.69, -97.34),
    (43.55, -96.70), (46.87, -96.79),
)  # fmt: skip
"""Latitude and longitude of fifty cities that stores stand around."""


@dataclass(frozen=True)
class Shop:
    """A store of the field."""

    id: int
    dealer: int
    company: str
    point: Point


@dataclass(frozen=True)
class Field:
    """Everything that items are drawn from; a place in a list is the number less one."""

    part_types: list[str]
    makes: list[str]
    models: list[str]
    models_of_make: list[list[int]]
    """For each make the numbers of its models, the commonest first."""
    shops: list[Shop]
    words: list[str]
    """What descriptions are made of, the commonest first."""


def build_field() -> Field:
    """The field; takes a fraction of a second."""
    random = Random(SEED)  # noqa: S311 - a repeatable choice, no secret
    part_types = [f"{part} {place}".strip() for place, part in product(_PLACES, _PARTS)]
    makes = _MAKES + [_invented(random, 3).title() for _ in range(MAKES - len(_MAKES))]
    owners = random.choices(range(MAKES), cum_weights=zipf(MAKES), k=MODELS)
    models_of_make: list[list[int]] = [[make + 1] for make in range(MAKES)]
    for model, owner in enumerate(owners[MAKES:], start=MAKES + 1):
        models_of_make[owner].append(model)
    models = [_model_name(random) for _ in range(MODELS)]
    words = list(dict.fromkeys(" ".join(part_types).lower().split())) + [_invented(random, 4) for _ in range(20_000)]
    random.shuffle(words)
    return Field(part_types, makes, models, models_of_make, [_shop(random, number) for number in range(STORES)], words)


def _invented(random: Random, syllables: int) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.randint(2, syllables)))


def _model_name(random: Random) -> str:
    letters = "".join(random.choices("ABCDEFGKLMNRSTVWX", k=random.randint(1, 3)))
    return f"{letters}{random.choice(('', '-', ' '))}{random.randint(3, 99) * 10}"


def _shop(random: Random, number: int) -> Shop:
    latitude, longitude = random.choice(CITIES)
    point = Point(round(latitude + random.gauss(0, 0.6), 3), round(longitude + random.gauss(0, 0.6), 3))
    dealer = number % DEALERS + 1
    return Shop(number + 1, dealer, f"{_invented(random, 3).title()} Truck Parts {dealer}", point)
