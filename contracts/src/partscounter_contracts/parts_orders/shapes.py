"""What the operations of Parts Orders have in common: where they stand, and the shapes of their refusals."""

from partscounter_contracts.operation import WireType, path_parameter
from partscounter_contracts.parts_orders.errors import Fault, ValidationError

NAME = "parts_orders"
BASE_PATH = "/{enterpriseId}/{storeId}/v1"
OUR_PAGE = "docs/wire/parts-orders.md"

STORE = (
    path_parameter("enterpriseId", "The dealer's enterprise", "sample"),
    path_parameter("storeId", "The store within the enterprise", "sample"),
)
READ_ERRORS: dict[int, WireType] = {
    400: ValidationError,
    404: ValidationError,
    **dict.fromkeys((401, 403, 405, 429, 500, 503), Fault),
}
WRITE_ERRORS: dict[int, WireType] = {**READ_ERRORS, 413: Fault, 415: Fault}
