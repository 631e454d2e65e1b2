"""What can be searched for: part types, makes, models, categories, vendors ("Available Lists", "Mapped Types")."""

from msgspec import Struct

from partscounter_contracts.inventory.values import Id


class AvailablePartType(Struct, frozen=True, kw_only=True):
    """A part type in this user's words."""

    part_types_id: Id
    part_type_name: str


class AvailableMake(Struct, frozen=True, kw_only=True):
    """A vehicle make or part manufacturer."""

    make: str


class AvailableModel(Struct, frozen=True, kw_only=True):
    """A vehicle or part model."""

    model: str


class AvailableCategory(Struct, frozen=True, kw_only=True):
    """A category of items."""

    category: str


class VendorLocation(Struct, frozen=True, kw_only=True):
    """One store of a vendor; here the store's key is `vendor_store_id`."""

    company: str
    address: str
    state: str
    postal_code: str
    country: str
    phone_number: str
    email: str
    vendor_id: Id
    vendor_store_id: Id


class AvailableVendor(Struct, frozen=True, kw_only=True):
    """A vendor this user sees; once per store."""

    vendor: VendorLocation


class MappingType(Struct, frozen=True, kw_only=True):
    """A native part type that a mapped type stands for."""

    part_type: Id
    part_name: str


class FunctionGroup(Struct, frozen=True, kw_only=True):
    """A mapped type at one level of the tree. The name goes out twice: as the document misspells it, and as meant."""

    function_group_id: Id
    function_grup_name: str
    function_group_name: str
