"""Dealers and their stores, by the names that the five contracts give them."""

from partscounter.domain.dealers.dealer import Dealer, Store
from partscounter.domain.dealers.errors import NameTaken, NoStore, UnknownDealer, UnknownStore
from partscounter.domain.dealers.lookup import (
    find_dealer_by_code,
    find_dealer_by_org,
    find_dealer_by_vendor,
    find_store_by_enterprise,
    find_store_by_vendor,
    find_store_of_dealer,
    get_dealer,
    get_dealer_by_vendor,
    get_first_store,
    get_store,
    list_dealers,
    list_dealers_by_vendor,
    list_dealers_without_vendor,
    list_stores_by_number,
    list_stores_of_dealer,
    load_companies,
    load_dealers,
    load_stores,
)
from partscounter.domain.dealers.register import OWN_PATHS, correct_store, register_dealer, register_store
from partscounter.domain.dealers.revise import hold_stores, revise_stores
from partscounter.domain.dealers.revise_terms import FOR_EVER, StoreTerms, revise_terms
from partscounter.domain.dealers.set_mail_choice import set_mail_choice

__all__ = [
    "FOR_EVER",
    "OWN_PATHS",
    "Dealer",
    "NameTaken",
    "NoStore",
    "Store",
    "StoreTerms",
    "UnknownDealer",
    "UnknownStore",
    "correct_store",
    "find_dealer_by_code",
    "find_dealer_by_org",
    "find_dealer_by_vendor",
    "find_store_by_enterprise",
    "find_store_by_vendor",
    "find_store_of_dealer",
    "get_dealer",
    "get_dealer_by_vendor",
    "get_first_store",
    "get_store",
    "hold_stores",
    "list_dealers",
    "list_dealers_by_vendor",
    "list_dealers_without_vendor",
    "list_stores_by_number",
    "list_stores_of_dealer",
    "load_companies",
    "load_dealers",
    "load_stores",
    "register_dealer",
    "register_store",
    "revise_stores",
    "revise_terms",
    "set_mail_choice",
]
