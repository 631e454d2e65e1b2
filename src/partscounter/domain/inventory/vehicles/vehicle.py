"""A whole unit that parts are taken off: a truck, a machine, a salvaged car."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle of a store. Items name it by `vehicle_id` ("vendor_vehicle_id", "wholeunitparts"); it may have none."""

    store_id: int
    vehicle_id: str
    """The vendor's own id: text, unique within the store."""
    year: int | None = None
    make: str = ""
    model: str = ""
    vin: str = ""
    serial_number: str = ""
    category: str = ""
    """What kind of unit it is, in the vendor's words."""
    description: str = ""
