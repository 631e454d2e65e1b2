"""Search and what surrounds it, as operations."""

from partscounter_contracts.inventory import examples
from partscounter_contracts.inventory.available import (
    AvailableCategory,
    AvailableMake,
    AvailableModel,
    AvailablePartType,
    AvailableVendor,
    FunctionGroup,
    MappingType,
)
from partscounter_contracts.inventory.details import ItemDetails, WholeUnitPart
from partscounter_contracts.inventory.feed import Feed
from partscounter_contracts.inventory.search import SearchResults, SortColumn
from partscounter_contracts.inventory.shapes import USER_ID, read
from partscounter_contracts.operation import Parameter, path_parameter

_AVAILABLE = "Available Lists"
_VENDOR = path_parameter("vendor_id", "The vendor", "1")
_STORE = path_parameter("vendor_store", "The vendor's store", "1")
_WIDER = (
    Parameter("all_results", "true: every choice there is, found in searches or not", example="true"),
    Parameter("ignore_mapping", "true: native names instead of the user's own", example="true"),
)
_FOR = Parameter("userid", "Without what this end user is not shown (ours)", example="1")
_PART_TYPE = Parameter("part_type", "Only what this part type has", example="Engine Assembly")
_MAKE = Parameter("make", "Only what this make has", example="CUMMINS")

SEARCH_FILTERS = (
    Parameter("year_range", "first,last, both included; 0 leaves an end open", example="2013,2015"),
    Parameter("zipcode", "Where distances are measured from; sorts by distance unless told otherwise", example="68503"),
    Parameter("distance", "Miles at most, with zipcode; 0 is any", example="100"),
    Parameter("keywords", "All of these words; | stands for or, parentheses group", example="warranty"),
    Parameter("category", "Such as NEW, USED or CORE", example="USED"),
    Parameter("store", "Store ids, comma-separated", example="1"),
    USER_ID,
    Parameter("page_number", "Which page, from 1", example="1"),
    Parameter("result_size", "Items to a page, or all; 25 unless told", example="25"),
    Parameter("sort_column", f"One of {', '.join(SortColumn)}", example="price"),
    Parameter("sort_order", "ascending, descending, asc or desc", example="ascending"),
    Parameter("show_suggested", "1 or true: suggest part types where the search has none", example="1"),
    Parameter("vendor", "Vendor ids, comma-separated", example="1"),
    Parameter("explain", "1 or true: every result says why it was found (ours)", example="1"),
)

SEARCH = read(
    "/inventory/search/{part_type}/{make}/{model}",
    "searchInventory",
    summary="Search items by part type, make and model; * leaves one open",
    section="Making a Request",
    answer=SearchResults,
    parameters=(
        path_parameter("part_type", "Part type, by name or number", "Engine Assembly"),
        path_parameter("make", "Vehicle make or part manufacturer", "CUMMINS"),
        path_parameter("model", "Vehicle or part model", "ISX"),
        *SEARCH_FILTERS,
    ),
    example=examples.SUGGESTED,
)
DETAILS = read(
    "/inventory/details/{vendor_id}/{vendor_store}/{vendor_inventory_id}",
    "getItemDetails",
    summary="One item in full",
    section="Item Details",
    answer=ItemDetails,
    parameters=(_VENDOR, _STORE, path_parameter("vendor_inventory_id", "The item", "003896"), USER_ID),
    example=examples.DETAILS,
)
WHOLE_UNIT_PARTS = read(
    "/inventory/wholeunitparts/{vendor_id}/{vendor_store}/{vendor_vehicle_id}",
    "listWholeUnitParts",
    summary="The items of one vehicle",
    section="Parts From the Same Vehicle",
    answer=list[WholeUnitPart],
    parameters=(_VENDOR, _STORE, path_parameter("vendor_vehicle_id", "The vehicle or whole unit", "W77"), USER_ID),
    example=[examples.WHOLE_UNIT_PART],
)
AVAILABLE_PART_TYPES = read(
    "/inventory/available/part_types",
    "listAvailablePartTypes",
    summary="Part types that searches find",
    section=_AVAILABLE,
    answer=list[AvailablePartType],
    parameters=(*_WIDER, _FOR),
    example=[{"part_types_id": 300, "part_type_name": "Engine Assembly"}],
)
AVAILABLE_MAKES = read(
    "/inventory/available/makes",
    "listAvailableMakes",
    summary="Makes and manufacturers that searches find",
    section=_AVAILABLE,
    answer=list[AvailableMake],
    parameters=(_PART_TYPE, *_WIDER, _FOR),
    example=[{"make": "CUMMINS"}],
)
AVAILABLE_MODELS = read(
    "/inventory/available/models",
    "listAvailableModels",
    summary="Models that searches find",
    section=_AVAILABLE,
    answer=list[AvailableModel],
    parameters=(_PART_TYPE, _MAKE, *_WIDER, _FOR),
    example=[{"model": "ISX"}],
)
AVAILABLE_CATEGORIES = read(
    "/inventory/available/categories",
    "listAvailableCategories",
    summary="Categories that searches find",
    section=_AVAILABLE,
    answer=list[AvailableCategory],
    parameters=(_PART_TYPE, *_WIDER, _FOR),
    example=[{"category": "USED"}],
)
AVAILABLE_VENDORS = read(
    "/inventory/available/vendors",
    "listAvailableVendors",
    summary="Every vendor's stores this user sees",
    section=_AVAILABLE,
    answer=list[AvailableVendor],
    parameters=_WIDER,
    example=[examples.AVAILABLE_VENDOR],
)
MAPPING_TYPES = read(
    "/inventory/mappingtypes/{mapped_type}",
    "listMappingTypes",
    summary="The native part types a mapped type stands for",
    section="Mapped Types",
    answer=list[MappingType],
    parameters=(path_parameter("mapped_type", "The user's own type", "Engines"),),
    example=[{"part_type": 300, "part_name": "Engine Assembly"}],
)
FUNCTION_GROUPS = read(
    "/inventory/functiongroup",
    "listFunctionGroups",
    summary="One level of the tree of mapped types",
    section="Mapped Types",
    answer=list[FunctionGroup],
    parameters=(
        Parameter("category", "Only this category's tree"),
        Parameter("parent", "The group whose children to list", example="200"),
    ),
    example=[examples.FUNCTION_GROUP],
)
FEED = read(
    "/inventory/feed",
    "getFeed",
    summary="Every item this user may see, cut short",
    section="Advertising Partner Feeds",
    answer=Feed,
    parameters=(USER_ID,),
    example=examples.FEED,
)

SEARCH_OPERATIONS = (
    SEARCH,
    DETAILS,
    WHOLE_UNIT_PARTS,
    AVAILABLE_PART_TYPES,
    AVAILABLE_MAKES,
    AVAILABLE_MODELS,
    AVAILABLE_CATEGORIES,
    AVAILABLE_VENDORS,
    MAPPING_TYPES,
    FUNCTION_GROUPS,
    FEED,
)
