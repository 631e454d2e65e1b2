"""The home page: what is running here, and in the demo how it is tried."""

from dataclasses import dataclass
from importlib.metadata import version

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from partscounter import jobs
from partscounter.app import App
from partscounter.domain import dealers, notifications, orders
from partscounter.domain.notifications import MailState
from partscounter.portal.guide import Guide
from partscounter.search import Filter, IndexMissing, SearchRequest
from partscounter.web.incoming import base_url_of
from partscounter.web.pages import render_page
from partscounter_contracts import CONTRACTS, Contract

_ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an example went when it was run: the answer of its last request, as text for people."""

    example: str
    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    body: str
    is_cut: bool = False
    """Whether `body` is only the beginning."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is of everything."""

    dealers: int
    items: int | None
    """Items offered; None while there is no search index."""
    orders: int
    mails_queued: int
    mails_sent: int
    jobs_parked: int


class HomePage:
    """Shows the contracts to everyone. Numbers, logins and examples are the demo's."""

    def __init__(self, app: App, environment: Environment, guide: Guide | None) -> None:
        self._app = app
        self._environment = environment
        self._guide = guide

    def show(self, request: Request) -> HTMLResponse:
        return self.render(request)

    def render(self, request: Request, outcome: Outcome | None = None) -> HTMLResponse:
        """The page; with `outcome` below the example that was run."""
        return render_page(
            self._environment,
            "home.html",
            version=version("partscounter"),
            contracts=[(contract, addresses(contract)) for contract in CONTRACTS.values()],
            guide=self._guide,
            numbers=read_numbers(self._app) if self._guide else None,
            engine=_engine(self._app),
            base_url=base_url_of(request.scope, request.headers),
            outcome=outcome,
        )


def addresses(contract: Contract) -> tuple[str, ...]:
    """Where the contract stands: its base path, or the first segments of its paths if they have nothing in common."""
    if contract.base_path != "/":
        return (contract.base_path,)
    return tuple(dict.fromkeys("/" + operation.path.split("/")[1] for operation in contract.operations))


def read_numbers(app: App) -> Numbers:
    """Counted now."""
    with app.database.read() as tx:
        mails = notifications.count_mails(tx)
        return Numbers(
            dealers=len(dealers.list_dealers(tx)),
            items=_count_items(app),
            orders=orders.count_orders(tx),
            mails_queued=mails.get(MailState.QUEUED, 0),
            mails_sent=mails.get(MailState.SENT, 0),
            jobs_parked=jobs.count_parked(tx),
        )


def _count_items(app: App) -> int | None:
    try:
        return app.search.search(SearchRequest(Filter(), result_size=1)).total
    except IndexMissing:
        return None


def _engine(app: App) -> str:
    scheme = app.settings.database_url.partition(":")[0].partition("+")[0]
    return _ENGINES.get(scheme, scheme)
