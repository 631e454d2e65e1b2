"""What can go wrong with a request, named once; each contract renders these in its own words."""

from dataclasses import dataclass, replace
from enum import Enum

from partscounter.domain.access import AuthenticationFailed, TokenRequestRefused
from partscounter.kit.refusal import Conflict, Forbidden, Invalid, NotFound, Refusal, Unavailable, Violation


class ProblemKind(Enum):
    """The kinds of problem, each with the HTTP status it has unless a contract says otherwise."""

    MALFORMED = "malformed"
    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    NOT_ACCEPTABLE = "not_acceptable"
    CONFLICT = "conflict"
    TOO_LARGE = "too_large"
    UNSUPPORTED_MEDIA = "unsupported_media"
    TOO_MANY_REQUESTS = "too_many_requests"
    INTERNAL = "internal"
    UNAVAILABLE = "unavailable"

    @property
    def status(self) -> int:
        return _STATUS[self]


_STATUS = {
    ProblemKind.MALFORMED: 400,
    ProblemKind.INVALID: 400,
    ProblemKind.UNAUTHENTICATED: 401,
    ProblemKind.FORBIDDEN: 403,
    ProblemKind.NOT_FOUND: 404,
    ProblemKind.METHOD_NOT_ALLOWED: 405,
    ProblemKind.NOT_ACCEPTABLE: 406,
    ProblemKind.CONFLICT: 409,
    ProblemKind.TOO_LARGE: 413,
    ProblemKind.UNSUPPORTED_MEDIA: 415,
    ProblemKind.TOO_MANY_REQUESTS: 429,
    ProblemKind.INTERNAL: 500,
    ProblemKind.UNAVAILABLE: 503,
}

_KIND_OF_REFUSAL: dict[type[Refusal], ProblemKind] = {
    NotFound: ProblemKind.NOT_FOUND,
    Invalid: ProblemKind.INVALID,
    Conflict: ProblemKind.CONFLICT,
    Forbidden: ProblemKind.FORBIDDEN,
    Unavailable: ProblemKind.UNAVAILABLE,
    AuthenticationFailed: ProblemKind.UNAUTHENTICATED,
    TokenRequestRefused: ProblemKind.INVALID,
}


class CredentialFault(Enum):
    """What was wrong with the credential; some contracts answer each differently."""

    MISSING = "missing"
    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong, before any contract has put it into words."""

    kind: ProblemKind
    message: str
    violations: tuple[Violation, ...] = ()
    refusal: Refusal | None = None
    """The refusal that caused it; its class and `code` let a contract choose its own error."""
    retry_after: int | None = None
    """Seconds; the layer puts them into Retry-After."""
    allow: tuple[str, ...] = ()
    """The methods that the path does know; the layer puts them into Allow."""
    credential_fault: CredentialFault | None = None
    challenge: str = ""
    """A WWW-Authenticate value to use in place of the API's own."""


class RequestRejected(Exception):
    """The request cannot be served, and this problem says why. Raised by the layer, and by handlers if they must."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Malformed(RequestRejected):
    """The body or the query cannot be read at all."""

    def __init__(self, message: str) -> None:
        super().__init__(Problem(ProblemKind.MALFORMED, message))


class Unauthenticated(RequestRejected):
    """The caller is not known; `fault` says what was wrong, `challenge` replaces the API's WWW-Authenticate."""

    def __init__(self, message: str, fault: CredentialFault = CredentialFault.UNKNOWN, *, challenge: str = "") -> None:
        super().__init__(Problem(ProblemKind.UNAUTHENTICATED, message, credential_fault=fault, challenge=challenge))


class TooManyRequests(RequestRejected):
    """The caller must wait `retry_after` seconds."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(Problem(ProblemKind.TOO_MANY_REQUESTS, message, retry_after=retry_after))


def kind_of(refusal: type[Refusal]) -> ProblemKind | None:
    """The kind of problem that this class of refusal is; None for a class that is not in the table."""
    return next((_KIND_OF_REFUSAL[each] for each in refusal.__mro__ if each in _KIND_OF_REFUSAL), None)


def problem_of(error: Exception) -> Problem | None:
    """What `error` means to the caller; None if it is not meant for the caller, but a bug."""
    if isinstance(error, RequestRejected):
        return error.problem
    if not isinstance(error, Refusal):
        return None
    kind = kind_of(type(error))
    if kind is None:
        return None
    problem = Problem(kind, error.message, refusal=error)
    match error:
        case Invalid(violations=violations):
            return replace(problem, violations=violations)
        case Unavailable(retry_after=retry_after):
            return replace(problem, retry_after=retry_after)
        case _:
            return problem
