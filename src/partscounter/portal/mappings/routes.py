"""Where the mapping bench stands."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import MANAGERS, OPERATORS, Area, StaffDesk
from partscounter.portal.mappings.alias_table import AliasPage
from partscounter.portal.mappings.bench import BenchPage
from partscounter.portal.mappings.users import UsersPage
from partscounter.portal.mappings.word import WordPage

PATH: Final = "/portal/mappings"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The users, one user's words, one word; and the aliases, which operators change."""
    word, alias = WordPage(desk), AliasPage(desk)
    return [
        desk.route(PATH, UsersPage(desk).show),
        desk.route(f"{PATH}/aliases", alias.show),
        desk.route(f"{PATH}/aliases", alias.put, "POST", roles=OPERATORS),
        desk.route(f"{PATH}/aliases/remove", alias.remove, "POST", roles=OPERATORS),
        desk.route(f"{PATH}/{{id:row}}", BenchPage(desk).show),
        desk.route(f"{PATH}/{{id:row}}/word", word.ask),
        desk.route(f"{PATH}/{{id:row}}/word", word.take, "POST"),
    ]


MAPPINGS: Final = Area("Mapping", PATH, routes, MANAGERS)
