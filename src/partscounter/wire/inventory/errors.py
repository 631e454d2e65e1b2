"""Problems in this contract's one error shape (*ours*): `{"error": {"code", "message"}}`, as XML for XML users."""

from partscounter.domain.access import Credential
from partscounter.domain.orders import KeyReused
from partscounter.kit.refusal import Violation
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.user import format_of
from partscounter_contracts.inventory import ErrorBody, ErrorReason

_KEY_REUSED_STATUS = 422


def render_problem(problem: Problem, incoming: Incoming[Credential]) -> Answer:
    """The answer that tells of `problem`; its code is the kind of problem, its message names every wrong field."""
    code, status = problem.kind.value.upper(), problem.kind.status
    if isinstance(problem.refusal, KeyReused):
        code, status = KeyReused.code.upper(), _KEY_REUSED_STATUS
    message = "; ".join(map(_sentence, problem.violations)) or problem.message
    body = ErrorBody(error=ErrorReason(code=code, message=message))
    return answer(format_of(incoming.known_caller), body, status=status)


def _sentence(violation: Violation) -> str:
    return f"{violation.field} {violation.issue}"
