"""Problems in this API's one shape, for whole requests and for single lines of a stream."""

from msgspec import UNSET

from partscounter.domain.access import Credential
from partscounter.domain.file_imports import KeyUsed
from partscounter.domain.inventory.changes import ItemChanged
from partscounter.kit.refusal import Refusal
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem
from partscounter_contracts.stock import Error, ErrorBody, FieldError

_STATUS_OF_REFUSAL: dict[type[Refusal], int] = {ItemChanged: 412, KeyUsed: 422}


def render_problem(problem: Problem, _: Incoming[Credential]) -> Answer:
    """The answer that tells of `problem`."""
    return json_answer(ErrorBody(error=error_of(problem)), status_of(problem))


def status_of(problem: Problem) -> int:
    """The HTTP status."""
    return _STATUS_OF_REFUSAL.get(type(problem.refusal) if problem.refusal else Refusal, problem.kind.status)


def error_of(problem: Problem) -> Error:
    """`problem` with every wrong field. The code is the refusal's own, or else the kind of problem."""
    fields = [FieldError(field=each.field, message=each.issue) for each in problem.violations]
    return Error(
        code=problem.refusal.code if problem.refusal else problem.kind.value,
        message=problem.message,
        field=fields[0].field if fields else UNSET,
        fields=fields or UNSET,
    )
