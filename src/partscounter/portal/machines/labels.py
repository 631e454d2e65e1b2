"""Labels of machines and of codes that wait for one: choose the stock, see them, and take them as SVG, PNG or PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import assets
from partscounter.domain.assets import Asset, FreeCode
from partscounter.portal.area import StaffDesk
from partscounter.portal.download import attachment
from partscounter.portal.machines.reach import require_labelled
from partscounter.web.visits import Visit

MOST_LABELS: Final = 480
"""Of one file: twenty sheets of the smallest labels."""
SHOWN: Final = 6
DEFAULT_STOCK: Final = "a4-24"
_TYPES: Final = {"svg": "image/svg+xml", "png": "image/png"}
_DOTS_OF_MILLIMETRE: Final = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Preview:
    """A label as it is shown."""

    code: str
    name: str
    source: str
    """The address of its picture."""


class LabelPages:
    """`/portal/machines/labels` and what can be downloaded from it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        """The first labels as they will be printed, and where to get all of them."""
        wanted, stock = self._wanted(visit), _stock(visit)
        if not wanted:
            return self._desk.show(visit, "machines/no_labels.html", 404)
        query = urlencode([*(("code", _code(each)) for each in wanted), ("stock", stock.name), ("skip", _skip(visit))])
        return self._desk.show(
            visit,
            "machines/labels.html",
            count=len(wanted),
            previews=[_preview(each, stock.name) for each in wanted[:SHOWN]],
            size=[round(side * _DOTS_OF_MILLIMETRE) for side in stock.label],
            stock=stock,
            stocks=_labels().STOCKS.values(),
            skip=_skip(visit),
            sheets=-(-(len(wanted) + _skip(visit) % stock.places) // stock.places),
            codes=visit.query.all("code"),
            is_free="free" in visit.query,
            sheet_address=f"/portal/machines/labels.pdf?{query}",
            base_url=self._base_url(visit),
            is_set=bool(self._desk.desk.app.settings.server.public_base_url),
        )

    def picture(self, visit: Visit) -> Response:
        """One label as SVG or PNG; with `save` in the address as a file."""
        form = visit.path("form")
        if form not in _TYPES:
            raise HTTPException(404)
        with self._desk.desk.app.database.read() as tx:
            labelled = require_labelled(tx, visit.signed_in, visit.path("code"))
        made = _labels()
        label = made.label_of(labelled, self._base_url(visit))
        content = made.render_label(label, _stock(visit), made.LabelFormat(form))
        if "save" in visit.query:
            return attachment(f"{_code(labelled)}.{form}", content, _TYPES[form])
        return Response(content, media_type=_TYPES[form])

    def sheets(self, visit: Visit) -> Response:
        """All of them as PDF sheets."""
        wanted, made = self._wanted(visit), _labels()
        if not wanted:
            raise HTTPException(404)
        drawn = [made.label_of(each, self._base_url(visit)) for each in wanted]
        content = made.render_sheets(drawn, _stock(visit), skip=_skip(visit))
        return attachment("labels.pdf", content, "application/pdf")

    def _wanted(self, visit: Visit) -> Sequence[Asset | FreeCode]:
        codes = visit.query.all("code")[:MOST_LABELS]
        with self._desk.desk.app.database.read() as tx:
            named = [require_labelled(tx, visit.signed_in, code) for code in dict.fromkeys(codes)]
            free = assets.list_free_codes(tx) if "free" in visit.query else []
        return [*named, *(each for each in free if each not in named)][:MOST_LABELS]

    def _base_url(self, visit: Visit) -> str:
        """What the symbol leads to: the public address of this counter, else the one by which the visitor came."""
        return self._desk.desk.app.settings.server.public_base_url or visit.base_url


def _labels() -> Any:  # noqa: ANN401 - a module
    """What draws is imported with the first label: it would hold up every start."""
    return import_module("partscounter.domain.machines.labels")


def _stock(visit: Visit) -> Any:  # noqa: ANN401 - of the module above
    stocks = _labels().STOCKS
    return stocks.get(visit.query.first("stock") or "", stocks[DEFAULT_STOCK])


def _skip(visit: Visit) -> int:
    asked = visit.query.first("skip") or ""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= len("99") else 0


def _code(labelled: Asset | FreeCode) -> str:
    return labelled.code if isinstance(labelled, FreeCode) else labelled.qr_code


def _preview(labelled: Asset | FreeCode, stock: str) -> Preview:
    code = _code(labelled)
    name = code if isinstance(labelled, FreeCode) else f"{labelled.name} {labelled.serial_number}"
    return Preview(code, name, f"/portal/machines/{code}/label.svg?{urlencode({'stock': stock})}")
