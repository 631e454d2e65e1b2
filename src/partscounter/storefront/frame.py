"""What all pages of the storefront share: templates, files, the texts of the frame around them."""

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader

from partscounter.app import App
from partscounter.storefront.owner import cart_lines
from partscounter.web.desk import Desk
from partscounter.web.pages import page_environment
from partscounter.web.static import StaticFiles

DOOR: Final = "storefront"
STATIC_PREFIX: Final = "/storefront/static"
_HERE: Final = Path(__file__).parent
LANGUAGES: Final = _HERE / "languages"
"""Translations of the frame: an area has its own beside its code."""


@cache
def static_files() -> StaticFiles:
    """Style and scripts of the storefront; read once."""
    return StaticFiles(_HERE / "static", STATIC_PREFIX)


@cache
def shop_environment() -> Environment:
    """The storefront's templates: one folder for each area. They name no `App`, so all its apps share them."""
    return page_environment(PackageLoader("partscounter.storefront"), static=static_files().url, cart_lines=cart_lines)


def shop_desk(app: App, environment: Environment) -> Desk:
    """For pages inside the frame; an area adds its texts by `with_texts`."""
    return Desk(app, environment, DOOR, (LANGUAGES,))
