"""The inventory contract as an ASGI app. Operations that are not there yet are unknown addresses, in its own words."""

from collections.abc import Sequence

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.domain.leads import LeadKind
from partscounter.web.api import Api
from partscounter.web.callers import basic_caller, limit_of, recognized_caller
from partscounter.web.exchange import Observer
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.inventory.endpoints.available import (
    list_categories,
    list_makes,
    list_models,
    list_part_types,
    list_vendors,
)
from partscounter.wire.inventory.endpoints.create_sale import create_sale
from partscounter.wire.inventory.endpoints.details import get_details
from partscounter.wire.inventory.endpoints.feed import get_feed
from partscounter.wire.inventory.endpoints.list_end_users import list_end_users
from partscounter.wire.inventory.endpoints.list_sales import list_sales
from partscounter.wire.inventory.endpoints.log_lead import log_lead
from partscounter.wire.inventory.endpoints.look_up_end_user import look_up_end_user, look_up_end_user_id
from partscounter.wire.inventory.endpoints.look_up_sale import look_up_sale, look_up_sale_head
from partscounter.wire.inventory.endpoints.mapped_types import list_function_groups, list_mapping_types
from partscounter.wire.inventory.endpoints.search import search_inventory
from partscounter.wire.inventory.endpoints.templates import assign, list_all, list_types, remove
from partscounter.wire.inventory.endpoints.whole_unit_parts import list_whole_unit_parts
from partscounter.wire.inventory.errors import render_problem


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The contract's operations, under their full paths."""
    return Api(
        "inventory",
        [*_inventory(app), *_end_users(app), *_sales(app)],
        render_problem,
        challenge='Basic realm="inventory", charset="UTF-8"',
        authenticate=basic_caller(app, Product.INVENTORY),
        recognize=recognized_caller(app, Product.INVENTORY),
        renders_for_caller=True,
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )


def _inventory(app: App) -> list[Endpoint[Credential]]:
    return [
        Endpoint(
            "GET",
            "/inventory/search/{part_type}/{make}/{model}",
            search_inventory(app),
            is_brief=app.database.is_local,
        ),
        Endpoint("GET", "/inventory/details/{vendor_id}/{vendor_store}/{vendor_inventory_id}", get_details(app)),
        Endpoint(
            "GET",
            "/inventory/wholeunitparts/{vendor_id}/{vendor_store}/{vendor_vehicle_id}",
            list_whole_unit_parts(app),
        ),
        Endpoint("GET", "/inventory/available/part_types", list_part_types(app)),
        Endpoint("GET", "/inventory/available/makes", list_makes(app)),
        Endpoint("GET", "/inventory/available/models", list_models(app)),
        Endpoint("GET", "/inventory/available/categories", list_categories(app)),
        Endpoint("GET", "/inventory/available/vendors", list_vendors(app)),
        Endpoint("GET", "/inventory/mappingtypes/{mapped_type}", list_mapping_types(app)),
        Endpoint("GET", "/inventory/functiongroup", list_function_groups(app)),
        Endpoint("GET", "/inventory/feed", get_feed(app)),
    ]


def _end_users(app: App) -> list[Endpoint[Credential]]:
    return [
        Endpoint("HEAD", "/enduser/templates", list_types()),
        Endpoint("GET", "/enduser/templates", list_all(app)),
        Endpoint("GET", "/enduser/templates/{template_type}", list_all(app)),
        Endpoint("POST", "/enduser/templates/{template_type}", assign(app)),
        Endpoint("PUT", "/enduser/templates/{template_type}", assign(app)),
        Endpoint("DELETE", "/enduser/templates/{template_type}", remove(app)),
        Endpoint("GET", "/enduser/listall", list_end_users(app)),
        Endpoint("GET", "/enduser/lookup", look_up_end_user(app)),
        Endpoint("HEAD", "/enduser/lookup", look_up_end_user_id(app)),
        *(
            Endpoint(method, f"/enduser/log/{kind}", log_lead(app, kind), reads_body=True)
            for kind in LeadKind
            for method in ("POST", "PUT")
        ),
    ]


def _sales(app: App) -> list[Endpoint[Credential]]:
    return [
        Endpoint("POST", "/sale/create", create_sale(app), reads_body=True),
        Endpoint("PUT", "/sale/create", create_sale(app), reads_body=True),
        Endpoint("GET", "/sale/lookup", look_up_sale(app)),
        Endpoint("HEAD", "/sale/lookup", look_up_sale_head(app)),
        Endpoint("GET", "/sale/list", list_sales(app)),
    ]
