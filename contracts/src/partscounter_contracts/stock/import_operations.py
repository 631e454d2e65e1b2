"""The operations on imports. Every one of them is this project's own."""

from functools import partial

from partscounter_contracts.operation import (
    IDEMPOTENCY_KEY,
    Operation,
    Parameter,
    SecurityKind,
    WireType,
    path_parameter,
)
from partscounter_contracts.stock.errors import ErrorBody
from partscounter_contracts.stock.imports import CSV, FileImport
from partscounter_contracts.stock.scopes import Scope

BASE_PATH = "/stock/imports"
START_PATH = f"{BASE_PATH}/{{kind}}"
IMPORT_PATH = f"{BASE_PATH}/{{import_id}}"
ERRORS_PATH = f"{BASE_PATH}/{{import_id}}/errors.csv"

IMPORT: dict[str, object] = {
    "id": 17,
    "kind": "images",
    "file_name": "images.csv",
    "size": 48213,
    "dry_run": False,
    "state": "done",
    "taken_at": "2026-11-22T09:30:00Z",
    "started_at": "2026-11-22T09:30:01Z",
    "ended_at": "2026-11-22T09:30:02Z",
    "counts": {"items": 412, "changed": 12, "unchanged": 400},
}
_READ_ERRORS: dict[int, WireType] = dict.fromkeys((401, 403, 404, 405, 429, 500, 503), ErrorBody)
_own = partial(Operation, contract="stock", section="docs/wire/stock.md", security=SecurityKind.BASIC, ours=True)
_ID = path_parameter("import_id", "The import's number", "17")

START_IMPORT = _own(
    method="POST",
    path=START_PATH,
    operation_id="startImport",
    summary="Hand in a CSV file or an Excel workbook, as the body, to be imported",
    request=str,
    request_media_type=CSV,
    responses={202: FileImport},
    errors={**_READ_ERRORS, 400: ErrorBody, 413: ErrorBody, 415: ErrorBody, 422: ErrorBody},
    parameters=(
        path_parameter("kind", "inventory, stores, vehicles, images, customers, mappings or aliases", "inventory"),
        Parameter("dry_run", "true: the verdict and the counts, and nothing written.", type=bool),
        Parameter(
            "replace", "Inventory only. true: what these stores offer and the file does not name goes.", type=bool
        ),
        Parameter(
            "allow_retire", "With replace: percent of a vendor's offer that may be missing; 20 unless given.", type=int
        ),
        Parameter(
            "user", "Mappings only, and required there: the API user of the inventory contract whose words these are."
        ),
        Parameter("file_name", "What you call the file; for people."),
        IDEMPOTENCY_KEY,
    ),
    headers={"Location": "Where to ask how it went."},
    scopes=(Scope.WRITE,),
    request_examples={
        "images": "vendor_id,vendor_store,vendor_inventory_id,images\n7001,1,1001,https://img.example/1\n"
    },
    response_examples={202: {**IMPORT, "state": "waiting"}},
)

GET_IMPORT = _own(
    method="GET",
    path=IMPORT_PATH,
    operation_id="getImport",
    summary="How an import went",
    responses={200: FileImport},
    errors=_READ_ERRORS,
    parameters=(_ID,),
    scopes=(Scope.READ,),
    response_examples={200: IMPORT},
)

GET_IMPORT_ERRORS = _own(
    method="GET",
    path=ERRORS_PATH,
    operation_id="getImportErrors",
    summary="Every wrong row of an import as it came, with line, column and reason",
    responses={200: str},
    response_media_type=CSV,
    errors=_READ_ERRORS,
    parameters=(_ID,),
    scopes=(Scope.READ,),
    response_examples={200: "images,line,column,reason\nftp://x,2,images,'ftp://x' is not an http or https address\n"},
)

OPERATIONS = (START_IMPORT, GET_IMPORT, GET_IMPORT_ERRORS)

__all__ = ["ERRORS_PATH", "IMPORT_PATH", "OPERATIONS", "START_PATH"]
