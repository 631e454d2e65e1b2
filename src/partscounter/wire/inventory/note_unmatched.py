"""Remembers what a search named in vain, for the report on the user's mapping; nothing is written here."""

from collections.abc import Mapping

from partscounter.app import App
from partscounter.domain.catalog import NameKind
from partscounter.search import Filter
from partscounter.wire.inventory.user import ApiUser


def note_unmatched(app: App, user: ApiUser, path: Mapping[str, str], wanted: Filter) -> None:
    """Each path element that stands for no name."""
    asked = (
        (NameKind.PART_TYPE, wanted.part_types),
        (NameKind.MAKE, wanted.makes),
        (NameKind.MODEL, wanted.models),
    )
    for kind, numbers in asked:
        if numbers is not None and not numbers:
            app.unmatched.add(user.credential.id, kind, path[kind.value], app.clock.now())
