"""GET /inventory/available/…: the part types, makes, models and categories that searches find, and the vendors."""

from collections.abc import Callable
from dataclasses import replace

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import catalog, dealers
from partscounter.domain.access import Credential
from partscounter.domain.catalog import Name, NameKind
from partscounter.search import Field, Filter
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming, Query
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.names import names_of, numbers_unless_open
from partscounter.wire.inventory.render import render_location
from partscounter.wire.inventory.scope import everything_seen
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


def list_part_types(app: App) -> Handler:
    """The handler for part types."""
    return _list_names(app, NameKind.PART_TYPE, _part_type, narrowed_by=())


def list_makes(app: App) -> Handler:
    """The handler for makes: vehicle makes and part manufacturers alike, since a search takes either."""
    return _list_names(app, NameKind.MAKE, lambda name: AvailableMake(make=name.text), narrowed_by=("part_type",))


def list_models(app: App) -> Handler:
    """The handler for models, of vehicles and of parts."""
    return _list_names(
        app, NameKind.MODEL, lambda name: AvailableModel(model=name.text), narrowed_by=("part_type", "make")
    )


def list_categories(app: App) -> Handler:
    """The handler for categories."""
    return _list_names(
        app, NameKind.CATEGORY, lambda name: AvailableCategory(category=name.text), narrowed_by=("part_type",)
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


def _part_type(name: Name) -> AvailablePartType:
    return AvailablePartType(part_types_id=name.id, part_type_name=name.text)


def _list_names(app: App, kind: NameKind, render: Callable[[Name], object], *, narrowed_by: tuple[str, ...]) -> Handler:
    """`all_results` lists every name there is. `ignore_mapping` is taken; without a mapping it changes nothing."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, query = user_of(incoming.caller), incoming.query
        with app.database.read() as tx:
            wanted = _narrowed(tx, user, query, narrowed_by)
        if (query.first("all_results") or "").lower() in YES:
            with app.database.read() as tx:
                names = catalog.list_names(tx, kind)
        else:
            found = app.search.available(Field(kind.value), wanted)
            with app.database.read() as tx:
                names = names_of(tx, kind, found)
        return answer(user.format, [render(name) for name in names], member=kind.value)

    return handle


def _narrowed(tx: ReadTx, user: ApiUser, query: Query, narrowed_by: tuple[str, ...]) -> Filter:
    words = {name: query.first(name) or WILDCARD for name in narrowed_by}
    return replace(
        everything_seen(tx, user),
        part_types=numbers_unless_open(tx, NameKind.PART_TYPE, words.get("part_type", WILDCARD)),
        makes=numbers_unless_open(tx, NameKind.MAKE, words.get("make", WILDCARD)),
    )
