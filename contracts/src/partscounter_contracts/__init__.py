"""The five wire contracts in their vendors' own spelling, and our own for stock, as types. No I/O, no server code."""

from partscounter_contracts import inventory, moment, order_export, order_tracking, parts_orders, qr_associations, stock
from partscounter_contracts.number import Code, encode, json_number, number_or_text
from partscounter_contracts.openapi import document
from partscounter_contracts.operation import Contract, Location, Operation, Parameter, SecurityKind
from partscounter_contracts.registry import CONTRACTS

__all__ = [
    "CONTRACTS",
    "Code",
    "Contract",
    "Location",
    "Operation",
    "Parameter",
    "SecurityKind",
    "document",
    "encode",
    "inventory",
    "json_number",
    "moment",
    "number_or_text",
    "order_export",
    "order_tracking",
    "parts_orders",
    "qr_associations",
    "stock",
]
