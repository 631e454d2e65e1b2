"""Token requests of the client credentials grant, read as RFC 6749 says."""

from datetime import UTC, datetime

import pytest

from partscounter.domain import access
from partscounter.domain.access import Product, TokenError, TokenRequest

GRANT = {"grant_type": ["client_credentials"]}
BODY = {**GRANT, "client_id": ["td00-demo"], "client_secret": ["s3cret"]}
CREDENTIAL = access.Credential(
    id=1,
    product=Product.KEYLOOP,
    name="sample-demo",
    created_at=datetime(2026, 3, 2, tzinfo=UTC),
    secret_hash="",
    scopes=frozenset({"api.orders/read", "api.parts/read"}),
)


def error(form: dict[str, list[str]], basic: tuple[str, str] | None = None) -> TokenError:
    with pytest.raises(access.TokenRequestRefused) as refused:
        access.read_token_request(form, basic)
    return refused.value.error


def test_reads_the_client_from_the_body_or_the_header_or_both() -> None:
    expected = TokenRequest("td00-demo", "s3cret")

    assert access.read_token_request(BODY, None) == expected
    assert access.read_token_request(GRANT, ("td00-demo", "s3cret")) == expected
    assert access.read_token_request(BODY, ("td00-demo", "s3cret")) == expected
    assert access.read_token_request({**GRANT, "client_id": ["td00-demo"]}, ("td00-demo", "s3cret")) == expected


def test_reads_a_header_whether_its_client_encoded_it_or_not() -> None:
    assert access.read_token_request(GRANT, ("a%3Ab", "x%2By%25")) == TokenRequest("a:b", "x+y%")
    assert access.read_token_request(GRANT, ("a", "x+y")) == TokenRequest("a", "x+y")


def test_accepts_and_ignores_other_parameters() -> None:
    form = {**BODY, "pfidpadapterid": ["OAuthAdapterCCDS"], "audience": ["a", "b"], "scope": [""]}

    assert access.read_token_request(form, None) == TokenRequest("td00-demo", "s3cret")


def test_reads_scopes_as_a_set() -> None:
    form = {**BODY, "scope": ["api.orders/read  api.parts/read api.orders/read"]}

    assert access.read_token_request(form, None).scopes == frozenset({"api.orders/read", "api.parts/read"})


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({}, TokenError.INVALID_REQUEST),
        ({**BODY, "grant_type": [""]}, TokenError.INVALID_REQUEST),
        ({**BODY, "grant_type": []}, TokenError.INVALID_REQUEST),
        ({**BODY, "grant_type": ["client_credentials", "client_credentials"]}, TokenError.INVALID_REQUEST),
        ({**BODY, "client_id": ["a", "b"]}, TokenError.INVALID_REQUEST),
        ({**BODY, "grant_type": ["password"]}, TokenError.UNSUPPORTED_GRANT_TYPE),
        ({**BODY, "grant_type": ["Client_Credentials"]}, TokenError.UNSUPPORTED_GRANT_TYPE),
        (GRANT, TokenError.INVALID_CLIENT),
        ({**BODY, "client_secret": [""]}, TokenError.INVALID_CLIENT),
        ({**GRANT, "client_secret": ["s3cret"]}, TokenError.INVALID_CLIENT),
        ({**BODY, "scope": ['"quoted"']}, TokenError.INVALID_SCOPE),
        ({**BODY, "scope": ["tab\tinside"]}, TokenError.INVALID_SCOPE),
    ],
)
def test_refuses_what_the_standard_refuses(form: dict[str, list[str]], expected: TokenError) -> None:
    assert error(form) is expected


def test_refuses_header_and_body_that_differ() -> None:
    assert error(BODY, ("another", "s3cret")) is TokenError.INVALID_REQUEST
    assert error(BODY, ("td00-demo", "another")) is TokenError.INVALID_REQUEST
    assert error(GRANT, ("td00-demo", "")) is TokenError.INVALID_CLIENT


def test_a_refusal_never_repeats_the_secret() -> None:
    with pytest.raises(access.TokenRequestRefused) as refused:
        access.read_token_request(BODY, ("td00-demo", "another"))

    assert "s3cret" not in str(refused.value)
    assert "another" not in str(refused.value)


def test_grants_what_was_asked_for_or_everything() -> None:
    assert access.grant_scopes(frozenset({"api.parts/read"}), CREDENTIAL) == frozenset({"api.parts/read"})
    assert access.grant_scopes(frozenset(), CREDENTIAL) == CREDENTIAL.scopes


def test_refuses_a_scope_that_the_credential_does_not_hold() -> None:
    with pytest.raises(access.TokenRequestRefused) as refused:
        access.grant_scopes(frozenset({"api.parts/read", "api.orders/create"}), CREDENTIAL)

    assert refused.value.error is TokenError.INVALID_SCOPE
    assert refused.value.description == "the client may not use the scope api.orders/create"
