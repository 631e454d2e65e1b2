"""Tables about stores, vehicles and images: each is checked as a whole, then taken as a whole."""

from partscounter.domain.inventory.sheets.errors import SheetRefused
from partscounter.domain.inventory.sheets.images import IMAGES
from partscounter.domain.inventory.sheets.run import import_sheet
from partscounter.domain.inventory.sheets.sheet_kind import SheetKind
from partscounter.domain.inventory.sheets.stores import STORES
from partscounter.domain.inventory.sheets.vehicles import VEHICLES

__all__ = ["IMAGES", "STORES", "VEHICLES", "SheetKind", "SheetRefused", "import_sheet"]
