"""GET /inventory/available/…: the part types, makes, models and categories that searches find, and the vendors."""

from collections.abc import Callable
from dataclasses import replace

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import catalog, dealers
from partscounter.domain.access import Credential
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Line
from partscounter.search import Field, Filter, SearchRequest
from partscounter.search.end_user import changes_for
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming, Query
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.ask import filtered
from partscounter.wire.inventory.end_user import read_userid, viewer_of
from partscounter.wire.inventory.names import Word, names_of, native_words, numbers_of, words_for
from partscounter.wire.inventory.read_search import read_search
from partscounter.wire.inventory.render import render_location
from partscounter.wire.inventory.user import ApiUser, user_of
from partscounter_contracts.inventory import (
    WILDCARD,
    YES,
    AvailableCategory,
    AvailableMake,
    AvailableModel,
    AvailablePartType,
)

Handler = Callable[[Incoming[Credential]], Answer]

_LISTED = {NameKind.MAKE: Field.LISTED_MAKE, NameKind.MODEL: Field.LISTED_MODEL}
"""Of engines the makes of engines are told, not those of the vehicles that they came out of (inventory, last notes)."""


def list_part_types(app: App) -> Handler:
    """The handler for part types."""
    return _list_names(app, NameKind.PART_TYPE, _part_type, narrowed_by=())


def list_makes(app: App) -> Handler:
    """The handler for makes: of parts that have a manufacturer this one, of others the make of their vehicle."""
    return _list_names(app, NameKind.MAKE, lambda word: AvailableMake(make=word.text), narrowed_by=("part_type",))


def list_models(app: App) -> Handler:
    """The handler for models, likewise."""
    return _list_names(
        app, NameKind.MODEL, lambda word: AvailableModel(model=word.text), narrowed_by=("part_type", "make")
    )


def list_categories(app: App) -> Handler:
    """The handler for categories."""
    return _list_names(
        app, NameKind.CATEGORY, lambda word: AvailableCategory(category=word.text), narrowed_by=("part_type",)
    )


def list_vendors(app: App) -> Handler:
    """The handler for vendors: every store of every vendor that the user sees, with or without items."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user = user_of(incoming.caller)
        with app.database.read() as tx:
            seen = {dealer.id: dealer for dealer in dealers.list_dealers(tx) if user.sees(dealer)}
            stores = dealers.load_stores(tx).values()
        places = [(seen[store.dealer_id], store) for store in stores if store.dealer_id in seen]
        locations = [render_location(*place) for place in sorted(places, key=lambda place: (place[0].id, place[1].id))]
        return answer(user.format, locations, member="vendor")

    return handle


def _part_type(word: Word) -> AvailablePartType:
    return AvailablePartType(part_types_id=word.id, part_type_name=word.text)


def _list_names(app: App, kind: NameKind, render: Callable[[Word], object], *, narrowed_by: tuple[str, ...]) -> Handler:
    """What the user's searches find, or with `all_results` every name of the user's line.

    `ignore_mapping` takes and gives native names only.
    """

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, query = user_of(incoming.caller), incoming.query
        is_native, lists_all = _is_on(query, "ignore_mapping"), _is_on(query, "all_results")
        with app.database.read() as tx:
            found = _everything_found(tx, user, query)
            whole = SearchRequest(Filter(lines=frozenset({int(user.line)}))) if lists_all else found
            wanted = _narrowed(tx, user, query, whole.wanted, narrowed_by, is_native=is_native)
        field = _LISTED.get(kind) or Field(kind.value)
        numbers = set(app.search.counts(field, replace(whole, wanted=wanted)))
        if lists_all and wanted == whole.wanted:
            numbers |= _every_number(app, kind, user)
        with app.database.read() as tx:
            names = names_of(tx, kind, numbers)
            words = native_words(names) if is_native else words_for(tx, user, names, kind)
        return answer(user.format, [render(word) for word in words], member=kind.value)

    return handle


def _everything_found(tx: ReadTx, user: ApiUser, query: Query) -> SearchRequest:
    """What the user's searches find without a filter of their own."""
    asked = read_search(user.default_filters)
    viewer = viewer_of(tx, user, read_userid(query))
    wanted = filtered(tx, user, asked, changes_for(tx, viewer.terms).hidden)
    return SearchRequest(wanted, origin=asked.origin, radius_miles=asked.radius_miles)


def _narrowed(
    tx: ReadTx, user: ApiUser, query: Query, whole: Filter, narrowed_by: tuple[str, ...], *, is_native: bool
) -> Filter:
    """Of `whole` what has the part type and the make that were asked for."""

    def numbers(name: str, kind: NameKind) -> frozenset[int] | None:
        word = query.first(name) or WILDCARD
        if name not in narrowed_by or word == WILDCARD:
            return None
        return aliases.names_searched(tx, kind, word) if is_native else numbers_of(tx, user, kind, word)

    part_types, makes = numbers("part_type", NameKind.PART_TYPE), numbers("make", NameKind.MAKE)
    return whole._replace(part_types=part_types, makes=makes)


def _every_number(app: App, kind: NameKind, user: ApiUser) -> set[int]:
    """Of all names that are known, also of what is sold, but for those that only other lines offer."""
    others = Filter(lines=frozenset(line.value for line in Line if line != user.line))
    with app.database.read() as tx:
        known = {name.id for name in catalog.list_names(tx, kind)}
    return known - app.search.counts(Field(kind.value), SearchRequest(others)).keys()


def _is_on(query: Query, name: str) -> bool:
    return (query.first(name) or "").lower() in YES
