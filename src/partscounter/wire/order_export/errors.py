"""Problems in the envelope: `failure` where the request was wrong, `error` where the server was; data is null."""

from partscounter.domain.access import Credential
from partscounter.domain.orders import KeyReused
from partscounter.kit.refusal import Violation
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem
from partscounter_contracts.order_export import Failure, Status

_KEY_REUSED = 422
_FIRST_SERVER_ERROR = 500
_NAMED_AT_MOST = 10
_WIRE_NAMES = {"customer_code": "customer.code", "lines": "items"}
"""What verbs call differently than an entered order does."""


def render_problem(problem: Problem, _: Incoming[Credential]) -> Answer:
    """The answer that tells of `problem`."""
    status = _KEY_REUSED if isinstance(problem.refusal, KeyReused) else problem.kind.status
    word = Status.ERROR if status >= _FIRST_SERVER_ERROR else Status.FAILURE
    return json_answer(Failure(status=word, error=_sentence(problem)), status)


def _sentence(problem: Problem) -> str:
    """The message, with what is wrong field by field."""
    if not problem.violations:
        return problem.message
    named = [_phrase(each) for each in problem.violations[:_NAMED_AT_MOST]]
    more = len(problem.violations) - len(named)
    rest = [f"and {more} more"] if more else []
    return f"{problem.message.rstrip('.')}: {'; '.join(named + rest)}."


def _phrase(violation: Violation) -> str:
    head, bracket, rest = violation.field.partition("[")
    return f"{_WIRE_NAMES.get(head, head)}{bracket}{rest} {violation.issue.rstrip('.')}"
