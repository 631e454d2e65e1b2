"""Problems of the token endpoint in the shape of RFC 6749 §5.2."""

from partscounter.domain.access import Credential, TokenRequestRefused
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, ProblemKind
from partscounter_contracts.oauth import TokenError, TokenErrorCode

NOT_STORED = (("Cache-Control", "no-store"), ("Pragma", "no-cache"))
"""No cache may keep a token, nor tell one client of another's failure (RFC 6749 §5.1)."""

_CODES = {
    ProblemKind.UNAUTHENTICATED: TokenErrorCode.INVALID_CLIENT,
    ProblemKind.TOO_MANY_REQUESTS: TokenErrorCode.TEMPORARILY_UNAVAILABLE,
    ProblemKind.UNAVAILABLE: TokenErrorCode.TEMPORARILY_UNAVAILABLE,
    ProblemKind.INTERNAL: TokenErrorCode.SERVER_ERROR,
}


def render_token_problem(problem: Problem, _: Incoming[Credential]) -> Answer:
    """The answer that tells of `problem`: 401 for a client that is not known, else the status of its kind."""
    code = _code_of(problem)
    status = ProblemKind.UNAUTHENTICATED.status if code is TokenErrorCode.INVALID_CLIENT else problem.kind.status
    return json_answer(TokenError(error=code, error_description=problem.message), status, NOT_STORED)


def _code_of(problem: Problem) -> TokenErrorCode:
    if isinstance(problem.refusal, TokenRequestRefused):
        return TokenErrorCode(problem.refusal.error.value)
    return _CODES.get(problem.kind, TokenErrorCode.INVALID_REQUEST)
