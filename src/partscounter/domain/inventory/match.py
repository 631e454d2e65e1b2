"""Matching the part numbers of a whole order with a store's parts, in few queries however many they are."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.item import Item, part_key
from partscounter.kit.text import squash


def match_parts(tx: ReadTx, store_id: int, codes: Collection[str]) -> dict[str, Item]:
    """For each code the one part of the store that answers to it; codes of no part, or of several, are left out.

    As with `find_part`, hyphens and case do not count, and a code that names a part with its brand goes before one
    that names parts without. Only parts on offer match.
    """
    keys = {code: squash(code) for code in codes}
    branded: dict[str, list[Item]] = {}
    bare: dict[str, list[Item]] = {}
    for item in sql.parts_answering(tx, store_id, {key for key in keys.values() if key}):
        if item.listed and not item.terms.sales_blocked:
            branded.setdefault(part_key(item.brand_code, item.part_code), []).append(item)
            bare.setdefault(squash(item.part_code), []).append(item)
    candidates = {code: branded.get(key) or bare.get(key) or [] for code, key in keys.items()}
    return {code: found[0] for code, found in candidates.items() if len(found) == 1}
