"""What became of one line of a stream."""

from http import HTTPStatus

from msgspec import UNSET, UnsetType

from partscounter.domain.inventory.changes import Done, Retire
from partscounter.kit.refusal import Refusal
from partscounter.web.problems import RequestRejected, problem_of
from partscounter.wire.stock.carry_out import STATUS, etag_of
from partscounter.wire.stock.errors import error_of, status_of
from partscounter.wire.stock.read_line import SentLine
from partscounter_contracts.stock import BatchResult, Error


def render_result(line: SentLine, outcome: Done | Refusal | RequestRejected) -> BatchResult:
    """The result in the terms of a request of its own."""
    if isinstance(outcome, Done):
        if isinstance(line.change, Retire):
            return _result(line, HTTPStatus.NO_CONTENT)
        return _result(line, STATUS[outcome.effect], etag=etag_of(outcome.item))
    problem = problem_of(outcome)
    if problem is None:
        raise outcome
    return _result(line, status_of(problem), error=error_of(problem))


def _result(
    line: SentLine, status: int, *, etag: str | UnsetType = UNSET, error: Error | UnsetType = UNSET
) -> BatchResult:
    name = line.name
    return BatchResult(
        line=line.number,
        status=status,
        vendor_id=name.vendor_id if name else UNSET,
        vendor_store=name.vendor_store if name else UNSET,
        vendor_inventory_id=name.inventory_id if name else UNSET,
        etag=etag,
        error=error,
    )
