"""Tracking updates through HTTP: ours, a bare prototype and a conventional version, each on the same SQLite file."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.orders.load import Measured, closed_loop
from benchmarks.orders.rounds import Candidate, Rounds, run
from benchmarks.orders.serving import Serving, counter, peer
from benchmarks.orders.world import SHIPPED_PARTS, World, make_world, updates
from partscounter.database import migrate
from partscounter.database.engine import open_database
from partscounter.kit.clock import SystemClock
from partscounter.subscriptions import enqueue_jobs

OURS = "Partscounter"
BARE = "bare Starlette, raw SQLite, group commit"
CONVENTIONAL_SQLITE = "FastAPI, async ORM, aiosqlite"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    orders: int
    rounds: int
    seconds: float


def fill(url: str, plan: Plan) -> World:
    """A new database with every table and the world."""
    migrate.upgrade(url)
    database = open_database(url, SystemClock(), enqueue_jobs)
    try:
        return make_world(database, plan.orders)
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
