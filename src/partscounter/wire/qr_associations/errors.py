"""Problems in the shape of Order Tracking's errors, `code` being the HTTP status; the document itself shows none."""

from partscounter.domain.access import Credential
from partscounter.domain.assets import UnknownCode
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem
from partscounter.web.status_names import status_name
from partscounter_contracts.qr_associations import ErrorBody, examples


def render_problem(problem: Problem, _: Incoming[Credential]) -> Answer:
    """The answer that tells of `problem`."""
    status = problem.kind.status
    known = isinstance(problem.refusal, UnknownCode)
    description = examples.NOT_FOUND["description"] if known else problem.message
    return json_answer(ErrorBody(code=str(status), error=status_name(status), description=description), status)
