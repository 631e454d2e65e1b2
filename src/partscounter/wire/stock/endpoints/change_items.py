"""POST /stock/items: many changes as NDJSON, one a line; the results stream back in the same order.

Some lines share a transaction, so that a long stream costs few flushes to disk; still each succeeds or fails for
itself. A result leaves only when what it tells of is durable. If the connection breaks, the lines without a result
may have been done or not: sent again, they do no harm.
"""

from collections.abc import Callable, Iterator

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.inventory.changes import ItemName, apply_changes
from partscounter.kit.actor import Actor
from partscounter.web.answer import Answer, stream
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Malformed, Problem, ProblemKind, RequestRejected
from partscounter.wire.stock.carry_out import DOOR
from partscounter.wire.stock.read_line import SentLine, read_line
from partscounter.wire.stock.render_result import render_result
from partscounter_contracts import encode
from partscounter_contracts.operation import NDJSON
from partscounter_contracts.stock import BATCH_LINES

_AT_ONCE = 25
"""Lines in one transaction: some tens of milliseconds, in which nobody else writes to an embedded database."""


def change_items(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. Lines are judged when their turn comes; only their number is judged before."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        lines = [(number, line) for number, line in enumerate(incoming.body.split(b"\n"), 1) if line.strip()]
        if not lines:
            raise Malformed("The body is empty; it must be one JSON object a line.")
        if len(lines) > BATCH_LINES:
            raise RequestRejected(Problem(ProblemKind.TOO_LARGE, f"The body has more than {BATCH_LINES} lines."))
        return stream(_results(app, incoming, lines), NDJSON)

    return handle


def _results(app: App, incoming: Incoming[Credential], lines: list[tuple[int, bytes]]) -> Iterator[bytes]:
    this_year = app.clock.now().year
    for some in _batches(read_line(number, text, this_year) for number, text in lines):
        yield _carry_out(app, incoming, some)


def _batches(lines: Iterator[SentLine]) -> Iterator[list[SentLine]]:
    """Runs of lines in which no item is named twice: a later change must see what an earlier one did."""
    batch: list[SentLine] = []
    names: set[ItemName] = set()
    for line in lines:
        name = None if line.change is None else line.change.name
        if len(batch) == _AT_ONCE or name in names:
            yield batch
            batch, names = [], set()
        batch.append(line)
        if name is not None:
            names.add(name)
    yield batch


def _carry_out(app: App, incoming: Incoming[Credential], batch: list[SentLine]) -> bytes:
    changes = [line.change for line in batch if line.change is not None]
    sees = incoming.caller.sees_dealer
    payload = b"\n".join(line.text for line in batch).decode(errors="replace").replace("\0", "�")
    actor = Actor(incoming.caller.name, DOOR, incoming.request_id, payload)
    outcomes = iter(app.database.write(actor, lambda tx: apply_changes(tx, changes, sees)) if changes else [])
    results = [render_result(line, line.refused or next(outcomes)) for line in batch]
    return b"".join(encode(result) + b"\n" for result in results)
