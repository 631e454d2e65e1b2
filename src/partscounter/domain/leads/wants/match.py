"""Which wants an item fits. Wants are led to by their most telling name, never read through one by one."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import catalog, inventory
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Item
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.sight import Sight
from partscounter.domain.leads.wants.want import LIFETIME, PART_NUMBER, Want, Wanted
from partscounter.kit.text import split_numbers, squash

KeywordsFit = Callable[[str, Item], bool]
"""Whether keywords find an item: the search knows (`search.keywords_find`)."""
Pair = tuple[int, int]
"""A want and an item, by their ids."""

_COLUMNS: Mapping[NameKind, Sequence[str]] = {
    NameKind.PART_TYPE: ("part_type_id",),
    NameKind.MAKE: ("vehicle_make_id", "part_manufacturer_id"),
    NameKind.MODEL: ("vehicle_model_id", "part_model_id"),
}
_Keys = Mapping[str, frozenset[str]]
_NAMES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Fits:
    """What a look at some items has shown."""

    pairs: tuple[Pair, ...]
    gone: tuple[int, ...]
    """Items that were there before somebody wanted them, and are there no longer."""


def find_fits(tx: ReadTx, item_ids: Collection[int], keywords_fit: KeywordsFit) -> Fits:
    """Compare the items, as they are now, with the open wants."""
    ids = sorted(set(item_ids))
    numbers = inventory.name_numbers(tx, ids)
    keys = _keys_of_items(tx, numbers)
    wants = _wants_by_key(tx, keys.values())
    near = {item_id: _near(wants, keys[item_id]) for item_id in keys}
    there_before = sql.items_there_before(tx, ids)
    items = inventory.load_items(tx, {item_id for item_id, found in near.items() if found} | there_before)
    sight = Sight(tx)

    def fits(want: Want, item: Item) -> bool:
        wanted = want.draft.wanted
        if not (_fits(wanted, item, keys[item.id]) and sight.sees(want, item)):
            return False
        return not wanted.keywords or keywords_fit(wanted.keywords, item)

    offered = [item for item in items.values() if item.available > 0]
    pairs = [(want.id, item.id) for item in offered for want in near.get(item.id, {}).values() if fits(want, item)]
    gone = tuple(sorted(each for each in there_before if each not in items or items[each].available <= 0))
    return Fits(tuple(sorted(pairs)), gone)


def _keys_of_items(tx: ReadTx, numbers: Mapping[int, Mapping[str, int | None]]) -> dict[int, _Keys]:
    found: dict[int, dict[str, frozenset[str]]] = {
        item_id: {PART_NUMBER: keys} for item_id, keys in _part_numbers(tx, list(numbers)).items()
    }
    for kind, columns in _COLUMNS.items():
        of_item = {item_id: {n for c in columns if (n := row[c]) is not None} for item_id, row in numbers.items()}
        spelled = _spelled(tx, kind, sorted(set[int]().union(*of_item.values())))
        for item_id, ids in of_item.items():
            found[item_id][kind] = frozenset[str]().union(*(spelled.get(number, frozenset()) for number in ids))
    return dict(found)


def _part_numbers(tx: ReadTx, ids: Sequence[int]) -> dict[int, frozenset[str]]:
    """Of each item every number that it has; none where nobody waits for a number, or the item is not on offer."""
    found = dict.fromkeys(ids, frozenset[str]())
    for row in inventory.document_rows(tx, ids) if sql.any_numbers(tx) else ():
        texts = (row.oem_number, row.part_code, row.brand_code + row.part_code, row.alternate_numbers)
        found[row.id] = frozenset(squash(number) for text in texts for number in split_numbers(text)) - {""}
    return found


def _spelled(tx: ReadTx, kind: NameKind, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
    """Every key by which a search finds these names: their own, and those that aliases make the same."""
    name_keys = aliases.name_keys_of(tx, kind)
    same: dict[str, set[str]] = {}
    for alias, name in name_keys.items():
        same.setdefault(name, {name}).add(alias)
    found: dict[int, frozenset[str]] = {}
    for start in range(0, len(numbers), _NAMES_AT_ONCE):
        for each in catalog.list_names(tx, kind, numbers[start : start + _NAMES_AT_ONCE]):
            key = squash(each.text)
            found[each.id] = frozenset(same.get(name_keys.get(key, key), {key}))
    return found


def _wants_by_key(tx: ReadTx, keys: Iterable[_Keys]) -> dict[tuple[str, str], list[Want]]:
    wanted: dict[str, set[str]] = {kind: set() for kind in (PART_NUMBER, *_COLUMNS)}
    for of_item in keys:
        for kind, spelled in of_item.items():
            wanted[kind] |= spelled
    led = sql.led_to(tx, wanted, tx.now - LIFETIME)
    wants = sql.load_wants(tx, {want_id for _, _, want_id in led})
    found: dict[tuple[str, str], list[Want]] = {}
    for kind, key, want_id in led:
        found.setdefault((kind, key), []).append(wants[want_id])
    return found


def _near(wants: Mapping[tuple[str, str], Sequence[Want]], keys: _Keys) -> dict[int, Want]:
    found = (wants.get((kind, key), ()) for kind, spelled in keys.items() for key in spelled)
    return {want.id: want for some in found for want in some}


def _fits(wanted: Wanted, item: Item, keys: _Keys) -> bool:
    year = item.description.year
    return (
        all(not spelled.isdisjoint(keys[kind]) for kind, spelled in wanted.names())
        and (wanted.year_from is None or (year is not None and year >= wanted.year_from))
        and (wanted.year_to is None or (year is not None and year <= wanted.year_to))
        and wanted.line in {None, item.line}
        and wanted.dealer_id in {None, item.dealer_id}
    )
