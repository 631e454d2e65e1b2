"""The web shops' own words: function groups over the stock's part types, and one word for two makes."""

from partscounter.database import WriteTx
from partscounter.domain import access, mappings
from partscounter.domain.access import Product
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import MappingRow

_MAPPED_USERS = ("webshop", "webshop-xml")

_TREE = (
    # number, value, number of the group above, category, native names
    ("200", "Powertrain", "", "powertrain", ()),
    ("210", "Engines", "200", "", ("Engine Assembly",)),
    ("211", "Engine Electronics and Air", "200", "", ("ECM", "Turbocharger")),
    ("220", "Gearboxes", "200", "", ("Transmission Assembly",)),
    ("300", "Body and Cab", "", "body", ()),
    ("310", "Cabs", "300", "", ("Cab", "Instrument Cluster")),
    ("320", "Doors and Hoods", "300", "", ("Door Assembly, Front", "Hood")),
    ("400", "Cooling and Fuel", "", "powertrain", ("Radiator", "Fuel Tank")),
)

_MAKES = (("Caterpillar", ("CATERPILLAR", "CAT")),)


def create_mappings(tx: WriteTx) -> None:
    """The same words for each of the web shops that see every vendor."""
    rows = [*_part_types(), *_makes()]
    for name in _MAPPED_USERS:
        credential = access.find_credential(tx, Product.INVENTORY, name)
        if credential is not None:
            mappings.replace_mapping(tx, credential.id, rows)


def _part_types() -> list[MappingRow]:
    return [
        MappingRow(NameKind.PART_TYPE, value, native, number=number, parent=parent, category=category)
        for number, value, parent, category, natives in _TREE
        for native in natives or ("",)
    ]


def _makes() -> list[MappingRow]:
    return [MappingRow(NameKind.MAKE, value, native) for value, natives in _MAKES for native in natives]
