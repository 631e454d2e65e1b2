"""Problems and refusals in this contract's own shape: `{"code", "error", "description"}`, one code per answer.

Codes of the document's table keep its texts. For everything outside the table `code` is the HTTP status.
"""

from partscounter.domain.access import Credential
from partscounter.domain.fulfilment import PartNotOnDocument, UnknownDocument
from partscounter.kit.refusal import Invalid
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, ProblemKind
from partscounter.web.status_names import status_name
from partscounter_contracts.order_tracking import ErrorBody, ErrorCode, error_body

_FORBIDDEN = ProblemKind.FORBIDDEN.status


class UpdateRefused(Invalid):
    """The update fails a check of the contract's table; `error` is the code of the first that failed."""

    code = "tracking_update_refused"

    def __init__(self, error: ErrorCode) -> None:
        super().__init__(error.description)
        self.error = error


def render_problem(problem: Problem, _: Incoming[Credential]) -> Answer:
    """The answer that tells of `problem`."""
    code = _code_of(problem)
    if code is not None:
        return json_answer(error_body(code), _status_of(code, problem))
    status = problem.kind.status
    return json_answer(ErrorBody(code=str(status), error=status_name(status), description=problem.message), status)


def _code_of(problem: Problem) -> ErrorCode | None:
    """The code of the document's table, if it has one for this."""
    match problem.refusal:
        case UpdateRefused(error=error):
            return error
        case UnknownDocument():
            return ErrorCode.INVALID_DOCUMENT_NUMBER
        case PartNotOnDocument():
            return ErrorCode.INVALID_PARTS_LIST
        case _:
            known = {ProblemKind.UNAUTHENTICATED, ProblemKind.FORBIDDEN}
            return ErrorCode.AUTHENTICATION_ERROR if problem.kind in known else None


def _status_of(code: ErrorCode, problem: Problem) -> int:
    if code is not ErrorCode.AUTHENTICATION_ERROR:
        return ProblemKind.INVALID.status
    return problem.kind.status if problem.kind is ProblemKind.UNAUTHENTICATED else _FORBIDDEN
