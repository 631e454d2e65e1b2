"""How this API says no: the document's object for what is wrong with the request, the gateway's fault for the rest."""

from partscounter.domain.access import Credential, TokenError, TokenRequestRefused
from partscounter.domain.dealers import UnknownStore
from partscounter.domain.inventory import NotAvailable, NotUnique, UnknownItem
from partscounter.domain.orders import KeyReused, UnknownOrder
from partscounter.kit.refusal import Refusal
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.idempotency_key import IDEMPOTENCY_KEY
from partscounter.web.incoming import Incoming
from partscounter.web.problems import CredentialFault, Problem, ProblemKind
from partscounter.wire.parts_orders.admission import REALM
from partscounter_contracts import encode
from partscounter_contracts.parts_orders import (
    TOKEN_PATH,
    ErrorDetail,
    Fault,
    FaultBody,
    FaultDetail,
    Link,
    ValidationError,
)

_IN_THE_DOCUMENTS_OBJECT = {ProblemKind.MALFORMED, ProblemKind.INVALID, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT}
_MESSAGES = {ProblemKind.NOT_FOUND: "Not found", ProblemKind.CONFLICT: "Conflict"}
_STATUS_OF_REFUSAL: dict[type[Refusal], int] = {KeyReused: 422, NotAvailable: 400, NotUnique: 400}
_PATH_VALUE_OF_REFUSAL: dict[type[Refusal], tuple[str, str]] = {
    UnknownStore: ("storeId", "store"),
    UnknownOrder: ("partsOrderId", "order"),
    UnknownItem: ("partId", "part"),
    NotUnique: ("partId", "part"),
}
_ERROR_CODES = {
    ProblemKind.MALFORMED: "steps.oauth.v2.InvalidRequest",
    ProblemKind.INVALID: "steps.oauth.v2.InvalidRequest",
    ProblemKind.UNAUTHENTICATED: "steps.oauth.v2.InvalidAccessToken",
    ProblemKind.FORBIDDEN: "steps.oauth.v2.InsufficientScope",
    ProblemKind.TOO_MANY_REQUESTS: "policies.ratelimit.QuotaViolation",
    ProblemKind.METHOD_NOT_ALLOWED: "protocol.http.MethodNotAllowed",
    ProblemKind.NOT_ACCEPTABLE: "protocol.http.NotAcceptable",
    ProblemKind.TOO_LARGE: "protocol.http.TooBigBody",
    ProblemKind.UNSUPPORTED_MEDIA: "protocol.http.UnsupportedMediaType",
    ProblemKind.INTERNAL: "messaging.runtime.InternalServerError",
    ProblemKind.UNAVAILABLE: "messaging.runtime.ServiceUnavailable",
}
"""Codes in the style of the gateway (ours: the document prints none)."""
_EXPIRED = "keymanagement.service.access_token_expired"
_INVALID_CLIENT = "steps.oauth.v2.InvalidClientIdentifier"
_TOKEN_ERROR_CODES = {
    TokenError.INVALID_REQUEST: "steps.oauth.v2.InvalidRequest",
    TokenError.INVALID_CLIENT: _INVALID_CLIENT,
    TokenError.UNSUPPORTED_GRANT_TYPE: "steps.oauth.v2.UnsupportedGrantType",
    TokenError.INVALID_SCOPE: "steps.oauth.v2.InvalidScope",
}


def render_problem(problem: Problem, incoming: Incoming[Credential]) -> Answer:
    """The `render_problem` of this Api. At the token endpoint the gateway answers everything itself."""
    if incoming.route != TOKEN_PATH and problem.kind in _IN_THE_DOCUMENTS_OBJECT:
        return _refuse_request(problem, incoming)
    return _fault(problem, incoming)


def _refuse_request(problem: Problem, incoming: Incoming[Credential]) -> Answer:
    body = ValidationError(
        correlation_id=incoming.request_id,
        message=_MESSAGES.get(problem.kind, "Invalid request"),
        details=_details(problem, incoming),
        links=[Link(method=incoming.method, rel="self", href=_href(incoming), title="The request that was refused")],
    )
    refusal = type(problem.refusal) if problem.refusal else Refusal
    return Answer(_STATUS_OF_REFUSAL.get(refusal, problem.kind.status), encode(body), JSON_TYPE)


def _href(incoming: Incoming[Credential]) -> str:
    return incoming.base_url + incoming.raw_path


def _details(problem: Problem, incoming: Incoming[Credential]) -> list[ErrorDetail]:
    if problem.violations:
        return [ErrorDetail(field=each.field, value=each.value, issue=each.issue) for each in problem.violations]
    field, value = _culprit(problem, incoming)
    return [ErrorDetail(field=field, value=value, issue=problem.message)]


def _culprit(problem: Problem, incoming: Incoming[Credential]) -> tuple[str, str | None]:
    """What a problem without violations is about: a name in the path, a header, or the body as a whole."""
    refusal = type(problem.refusal) if problem.refusal else Refusal
    if refusal in _PATH_VALUE_OF_REFUSAL:
        field, name = _PATH_VALUE_OF_REFUSAL[refusal]
        return field, incoming.path_values.get(name)
    if refusal is KeyReused:
        return IDEMPOTENCY_KEY, incoming.headers.get(IDEMPOTENCY_KEY)
    if problem.kind is ProblemKind.NOT_FOUND:
        return "path", incoming.path
    return ("parts" if refusal in _STATUS_OF_REFUSAL else "$"), None


def _fault(problem: Problem, incoming: Incoming[Credential]) -> Answer:
    body = Fault(
        fault=FaultBody(faultstring=problem.message, detail=FaultDetail(errorcode=_error_code(problem, incoming)))
    )
    status = _fault_status(problem)
    challenge = _challenge(problem, incoming, status)
    return Answer(status, encode(body), JSON_TYPE, (("WWW-Authenticate", challenge),) if challenge else ())


def _challenge(problem: Problem, incoming: Incoming[Credential], status: int) -> str:
    """What an answer has to say of the credential beyond the API's own challenge; else nothing."""
    if incoming.route == TOKEN_PATH and status == ProblemKind.UNAUTHENTICATED.status:
        return f'Basic realm="{REALM}"'  # of a client, who has no token yet
    return problem.challenge if problem.kind is ProblemKind.FORBIDDEN else ""


def _fault_status(problem: Problem) -> int:
    match problem.refusal:
        case TokenRequestRefused(error=TokenError.INVALID_CLIENT):
            return ProblemKind.UNAUTHENTICATED.status
        case _:
            return problem.kind.status


def _error_code(problem: Problem, incoming: Incoming[Credential]) -> str:
    if isinstance(problem.refusal, TokenRequestRefused):
        return _TOKEN_ERROR_CODES[problem.refusal.error]
    if problem.kind is ProblemKind.UNAUTHENTICATED and incoming.route == TOKEN_PATH:
        return _INVALID_CLIENT
    if problem.credential_fault is CredentialFault.EXPIRED:
        return _EXPIRED
    return _ERROR_CODES[problem.kind]
