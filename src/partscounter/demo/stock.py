"""The demo's stock: the parts that the documents order, and used truck parts in four yards."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from partscounter.database import WriteTx
from partscounter.demo.dealers import DemoDealers
from partscounter.domain import catalog, inventory
from partscounter.domain.inventory import Description, FedItem, PartTerms, Price

_PARTS = (
    ("1R-1801", "Oil Filter", "18.50", 60),
    ("1R-1808", "Engine Oil Filter", "24.90", 80),
    ("1A-1135", "Bolt", "1.35", 500),
)


class _Used(NamedTuple):
    """A used part: where it lies and what it is; an empty price is on request."""

    store: str
    part_name: str
    make: str
    model: str
    year: int | None
    price: str
    category: str
    oem_number: str
    text: str


_USED = (
    _Used(
        "lincoln",
        "Engine Assembly",
        "CUMMINS",
        "ISX",
        2013,
        "9500.00",
        "USED",
        "ISX15-13",
        "450 HP, CPL 3491, good runner",
    ),
    _Used(
        "lincoln",
        "Engine Assembly",
        "CUMMINS",
        "ISX",
        2014,
        "10800.00",
        "USED",
        "ISX15-14",
        "485 HP, single cam, 410k miles",
    ),
    _Used(
        "omaha",
        "Engine Assembly",
        "CUMMINS",
        "ISX",
        2015,
        "12250.00",
        "REMANUFACTURED",
        "ISX15-15",
        "Remanufactured, warranty 12 months",
    ),
    _Used(
        "omaha",
        "Engine Assembly",
        "CUMMINS",
        "ISX",
        2009,
        "6900.00",
        "USED",
        "ISX-09",
        "Twin cam, EGR, for parts or repair",
    ),
    _Used("denver", "Engine Assembly", "CUMMINS", "ISX", 2014, "9900.00", "USED", "ISX15-14", "450 HP, jake brake"),
    _Used("toronto", "Engine Assembly", "CUMMINS", "ISX", 2015, "11900.00", "USED", "ISX15-15", "450 HP, tested"),
    _Used("denver", "Engine Assembly", "CATERPILLAR", "C15", 2006, "14500.00", "USED", "C15-MXS", "MXS, twin turbo"),
    _Used(
        "lincoln",
        "Transmission Assembly",
        "FULLER",
        "RTLO18918B",
        2012,
        "3200.00",
        "USED",
        "RTLO-18918B",
        "18 speed, 90 day warranty",
    ),
    _Used(
        "omaha",
        "Transmission Assembly",
        "FULLER",
        "FRO16210C",
        2011,
        "2450.00",
        "USED",
        "FRO-16210C",
        "10 speed, good used take-off",
    ),
    _Used(
        "denver",
        "Transmission Assembly",
        "FULLER",
        "RTLO16913A",
        2010,
        "2900.00",
        "REMANUFACTURED",
        "RTLO-16913A",
        "13 speed, with warranty",
    ),
    _Used("omaha", "Hood", "FREIGHTLINER", "CASCADIA", 2016, "1350.00", "USED", "", "White, small crack at left hinge"),
    _Used("denver", "Hood", "Volvo", "VNL", 2014, "980.00", "USED", "", "Blue, no damage"),
    _Used("toronto", "Fuel Tank", "Meritor/Rockwell", "", None, "410.00", "NEW", "FT-100.25", "Aluminium, 100 gallon"),
    _Used(
        "lincoln", "Turbocharger", "CUMMINS", "ISX", 2014, "890.00", "REMANUFACTURED", "157B2210", "VGT with actuator"
    ),
    _Used("omaha", "ECM", "DETROIT", "DD15", 2013, "1450.00", "USED", "A0014462135", "Programmed on request"),
    _Used("denver", "Radiator", "PETERBILT", "379", 2005, "", "USED", "", "Price on request"),
)


def create_stock(tx: WriteTx, dealers: DemoDealers) -> None:
    """Everything on the shelves."""
    td00 = dealers.by_code["TD00"]
    catalog.register_brand(tx, td00.id, "S", "Sample brand")
    catalog.register_brand(tx, td00.id, "CAT", "Caterpillar")
    for name in ("sample", "async"):
        inventory.put_items(tx, dealers.stores[name], [_ordered_part(), *_counter_parts()])
    for name in ("lincoln", "omaha", "denver", "toronto"):
        rows = [part for part in _USED if part.store == name]
        inventory.put_items(tx, dealers.stores[name], [_used(number, part) for number, part in enumerate(rows, 1)])
    inventory.put_items(tx, dealers.stores["lincoln"], _whole_unit())


def _ordered_part() -> FedItem:
    """The part of the parts-orders document."""
    return FedItem(
        inventory_id="7654321",
        tag_number="S7654321",
        brand_code="S",
        part_code="7654321",
        description=Description(
            part_name="Ignition Key", vehicle_make="VOLKSWAGEN", vehicle_model="GOLF", category="NEW"
        ),
        price=Price(each=Decimal("100.00")),
        terms=PartTerms(vehicle_references=("KEYNUMBER",), lead_time_days=3),
        quantity=500,
    )


def _counter_parts() -> list[FedItem]:
    return [
        FedItem(
            inventory_id=code.replace("-", ""),
            tag_number=code,
            brand_code="CAT",
            part_code=code,
            description=Description(
                part_name=name, vehicle_make="CATERPILLAR", part_manufacturer="CAT", category="NEW", oem_number=code
            ),
            price=Price(each=Decimal(price)),
            quantity=quantity,
        )
        for code, name, price, quantity in _PARTS
    ]


def _used(number: int, part: _Used) -> FedItem:
    about = Description(
        part_name=part.part_name,
        vendor_part_name=part.part_name.upper(),
        vehicle_make=part.make,
        vehicle_model=part.model,
        year=part.year,
        category=part.category,
        condition="A" if part.category == "USED" else "",
        text=part.text,
        html=part.text,
        oem_number=part.oem_number,
        questions=(("HP", "450"), ("Jake brake", "Yes")) if part.part_name == "Engine Assembly" else (),
    )
    core = Decimal("1500.00") if part.category == "REMANUFACTURED" else None
    return FedItem(
        # Ids of the field have leading zeros, and they count.
        inventory_id=f"{number:06d}",
        tag_number=f"D{number:05d}",
        description=about,
        price=Price(each=Decimal(part.price) if part.price else None, core=core),
    )


def _whole_unit() -> list[FedItem]:
    """A truck that is sold in parts."""
    about = Description(
        vehicle_make="KENWORTH",
        vehicle_model="T680",
        year=2015,
        category="USED",
        vehicle_id="W77",
        vin="1XKYD49X0FJ000001",
    )
    parts = (("Cab", "2800.00"), ("Door Assembly, Front", "450.00"), ("Instrument Cluster", "275.00"))
    return [
        FedItem(
            inventory_id=str(77000 + number),
            tag_number=f"W77-{number}",
            description=replace(about, part_name=name, vendor_part_name=name.upper(), text=f"From unit W77: {name}"),
            price=Price(each=Decimal(price)),
        )
        for number, (name, price) in enumerate(parts, 1)
    ]
