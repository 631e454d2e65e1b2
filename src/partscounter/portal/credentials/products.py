"""What a product's credentials open, in words for people, and the scopes that they can have."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from partscounter.domain.access import Product
from partscounter_contracts import parts_orders, stock

TITLES: Final[Mapping[Product, str]] = MappingProxyType(
    {
        Product.CAT: "Order tracking and QR",
        Product.KEYLOOP: "Parts orders",
        Product.ECAT: "Order export",
        Product.INVENTORY: "Inventory",
        Product.STOCK: "Stock",
    }
)

ABOUTS: Final[Mapping[Product, str]] = MappingProxyType(
    {
        Product.CAT: "A dealer's system tells how orders go on, and asks which machine a code stands for.",
        Product.KEYLOOP: "A dealer management system finds and orders parts.",
        Product.ECAT: "A dealer's system fetches orders, or hands them in.",
        Product.INVENTORY: "A website searches stock, passes on requests, and sells.",
        Product.STOCK: "A yard's system changes its stock.",
    }
)

SCOPES: Final[Mapping[Product, Mapping[str, str]]] = MappingProxyType(
    {Product.KEYLOOP: parts_orders.SCOPES, Product.STOCK: stock.SCOPES}
)
"""Scope → what it allows; the other products ask for none."""


def product_named(text: str) -> Product | None:
    """By its stored name; None for anything else."""
    return Product(text) if text in set(Product) else None
