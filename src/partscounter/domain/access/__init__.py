"""Access: who may use which door. Credentials, their secrets and tokens, what they see and how often they may ask."""

from partscounter.domain.access.authenticate import Authenticator
from partscounter.domain.access.change_limits import change_limits
from partscounter.domain.access.change_options import change_options, option_value
from partscounter.domain.access.create import create_credential
from partscounter.domain.access.credential import Credential, OptionValue, Product
from partscounter.domain.access.credential_search import CredentialSearch
from partscounter.domain.access.disable import disable_credential
from partscounter.domain.access.enable import enable_credential
from partscounter.domain.access.errors import (
    AuthenticationFailed,
    CredentialNameTaken,
    CredentialNotFound,
    FailureReason,
    InvalidCredential,
    TokenError,
    TokenRequestRefused,
    UnknownDealers,
)
from partscounter.domain.access.events import (
    CredentialCreated,
    CredentialDisabled,
    CredentialEnabled,
    DealersGranted,
    DealersRevoked,
    LimitsChanged,
    OptionsChanged,
    SecretRotated,
    SigningKeyRotated,
)
from partscounter.domain.access.grant_dealers import grant_dealers
from partscounter.domain.access.link import read_link, sign_link
from partscounter.domain.access.lookup import (
    find_credential,
    get_credential,
    list_credentials,
    list_signing_keys,
    search_credentials,
)
from partscounter.domain.access.note_use import note_uses
from partscounter.domain.access.rate_limits import RateLimits
from partscounter.domain.access.revoke_dealers import revoke_dealers
from partscounter.domain.access.rotate_secret import rotate_secret
from partscounter.domain.access.rotate_signing_key import ensure_signing_key, rotate_signing_key
from partscounter.domain.access.secret import NewSecret, new_secret, secret_matches
from partscounter.domain.access.signing_key import SigningKey
from partscounter.domain.access.token import IssuedToken
from partscounter.domain.access.token_request import TokenRequest, grant_scopes, read_token_request

__all__ = [
    "AuthenticationFailed",
    "Authenticator",
    "Credential",
    "CredentialCreated",
    "CredentialDisabled",
    "CredentialEnabled",
    "CredentialNameTaken",
    "CredentialNotFound",
    "CredentialSearch",
    "DealersGranted",
    "DealersRevoked",
    "FailureReason",
    "InvalidCredential",
    "IssuedToken",
    "LimitsChanged",
    "NewSecret",
    "OptionValue",
    "OptionsChanged",
    "Product",
    "RateLimits",
    "SecretRotated",
    "SigningKey",
    "SigningKeyRotated",
    "TokenError",
    "TokenRequest",
    "TokenRequestRefused",
    "UnknownDealers",
    "change_limits",
    "change_options",
    "create_credential",
    "disable_credential",
    "enable_credential",
    "ensure_signing_key",
    "find_credential",
    "get_credential",
    "grant_dealers",
    "grant_scopes",
    "list_credentials",
    "list_signing_keys",
    "new_secret",
    "note_uses",
    "option_value",
    "read_link",
    "read_token_request",
    "revoke_dealers",
    "rotate_secret",
    "rotate_signing_key",
    "search_credentials",
    "secret_matches",
    "sign_link",
]
