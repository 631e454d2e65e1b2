"""Why access was refused: the refusals of the verbs, and the two answers that a door gives before any verb."""

from enum import StrEnum
from typing import ClassVar

from partscounter.kit.refusal import Conflict, Invalid, NotFound, Refusal


class CredentialNotFound(NotFound):
    """No credential has this id, or this name in this product."""

    code = "credential_not_found"


class CredentialNameTaken(Conflict):
    """The product already has a credential of this name."""

    code = "credential_name_taken"


class InvalidCredential(Invalid):
    """A field of the new credential is wrong; `violations` names each."""

    code = "invalid_credential"


class UnknownDealers(Invalid):
    """Dealers to be granted do not exist."""

    code = "unknown_dealers"


class FailureReason(StrEnum):
    """Why an authentication failed; for the log only, never for the answer."""

    UNKNOWN = "unknown"
    DISABLED = "disabled"
    WRONG_SECRET = "wrong_secret"  # noqa: S105 - the name of a reason, no secret
    MALFORMED_TOKEN = "malformed_token"  # noqa: S105 - the same
    BAD_SIGNATURE = "bad_signature"
    EXPIRED = "expired"
    REVOKED = "revoked"
    OTHER_PRODUCT = "other_product"


class AuthenticationFailed(Refusal):
    """The caller is not known. The message is the same whatever the reason; `reason` and `name` are for the log.

    Not one of the five kinds of refusal, because no verb has run: every door answers it as its contract's 401.
    """

    code: ClassVar[str] = "authentication_failed"

    def __init__(self, reason: FailureReason, name: str = "") -> None:
        super().__init__("The credentials are missing or not valid.")
        self.reason = reason
        self.name = name


class TokenError(StrEnum):
    """The error codes of a token endpoint, as RFC 6749 §5.2 spells them."""

    INVALID_REQUEST = "invalid_request"
    INVALID_CLIENT = "invalid_client"
    UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type"
    INVALID_SCOPE = "invalid_scope"


class TokenRequestRefused(Refusal):
    """The token request is wrong in the way that `error` says; every dialect renders it in its own shape."""

    code: ClassVar[str] = "token_request_refused"

    def __init__(self, error: TokenError, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description
