"""The addresses of the pages that every test of all pages looks at."""

from typing import Final

from tests.make.browsing import CUSTOMER, OPERATOR

PAGES: Final = {
    "everyone": ("", ("/", "/developers", "/sign-in", "/scan", "/shop")),
    "finding parts": (
        "",
        (
            "/shop/search?q=ISX&make=CUMMINS",
            "/shop/search?q=nothing-has-this",
            "/shop/items/20",
            "/shop/items/999999",
            "/shop/place",
            "/shop/wants",
            "/shop/wants/new",
        ),
    ),
    "quote": ("", ("/quote/{link}",)),
    "machine": ("", ("/CMDZ18G9RYCCW8Y", "/shop/cart")),
    "buying": (
        CUSTOMER,
        (
            "/CMDZ18G9RYCCW8Y",
            "/shop/cart",
            "/shop/orders",
            "/shop/orders?q=nothing",
            "/shop/orders/117159",
            "/shop/orders/117159/return",
            "/shop/returns",
            *("/shop/lists", "/shop/lists/{list}"),
        ),
    ),
    "own account": (OPERATOR, ("/portal", "/account", "/account/code")),
    "orders": (
        OPERATOR,
        (
            "/portal/orders",
            "/portal/orders?work=all&q=6385&sort=oldest",
            "/portal/orders/117159",
            "/portal/orders/117159/ship",
            "/portal/orders/117159/promise",
            *("/portal/sales", "/portal/sales/approvals/117159", "/portal/sales/returns", "/portal/sales/cores"),
            *("/portal/sales/quotes", "/portal/sales/quotes/new?customer=1"),
            *("/portal/sales/quotes/{quote}", "/portal/sales/quotes/{quote}/revise"),
            "/portal/sales/orders/117159/return",
        ),
    ),
    "stock": (
        OPERATOR,
        (
            "/portal/inventory",
            "/portal/inventory?show=off",
            "/portal/inventory/new",
            "/portal/inventory/1",
            "/portal/inventory/1/edit",
            "/portal/imports",
            "/portal/mappings",
            *("/portal/mappings/{user}", "/portal/mappings/{user}/word"),
            "/portal/mappings/{user}/word?kind=make&word=Caterpillar",
            "/portal/mappings/aliases",
            "/portal/mappings/aliases?kind=make",
        ),
    ),
    "customers": (
        OPERATOR,
        (
            *("/portal/customers", "/portal/customers/new", "/portal/customers/1", "/portal/customers/1/edit"),
            *("/portal/customers/1/invite", "/portal/customers/1/preview"),
            *("/portal/leads", "/portal/leads/wants", "/portal/leads/report", "/portal/leads/lost"),
            "/portal/leads/recovered",
        ),
    ),
    "templates": (
        OPERATOR,
        (
            *("/portal/terms", "/portal/terms/pricing", "/portal/terms/quantity?name=Dealer", "/portal/terms/assign"),
            *("/portal/terms/rules", "/portal/terms/refresh"),
        ),
    ),
    "machines": (
        OPERATOR,
        (
            *("/portal/machines", "/portal/machines/new", "/portal/machines/scan", "/portal/machines/codes"),
            *("/portal/machines/kits", "/portal/machines/kits/new"),
            *("/portal/machines/CMDZ18G9RYCCW8Y", "/portal/machines/CMDZ18G9RYCCW8Y/edit", "/portal/machines/kits/1"),
        ),
    ),
    "operating": (
        OPERATOR,
        (
            "/portal/credentials",
            "/portal/credentials/new",
            "/portal/people",
            "/portal/people/1",
            "/portal/people/new",
        ),
    ),
    "deliveries": (
        OPERATOR,
        (
            "/portal/deliveries",
            "/portal/deliveries/choice",
            "/portal/deliveries/push",
            "/portal/deliveries/jobs",
            "/portal/audit",
            "/portal/audit?concept=credential",
            "/portal/audit/1",
        ),
    ),
}
"""Addresses by area, with who looks at them: nobody in particular, or somebody of the demo.

Names in braces are what `furnish` has made."""
NOT_THERE: Final = frozenset({"/shop/items/999999"})
"""A page that says so, and what to do."""
