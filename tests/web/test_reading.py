"""Credentials, forms, query parameters and the Accept header, as callers really send them."""

import base64
import datetime as dt
from decimal import Decimal

import pytest
from starlette.datastructures import Headers

from partscounter.kit.refusal import Invalid
from partscounter.web.body import check_media_type
from partscounter.web.credentials import BasicCredential, authorization_of, read_basic, read_bearer
from partscounter.web.forms import read_form, single_value
from partscounter.web.incoming import base_url_of, parse_query
from partscounter.web.negotiate import accepts
from partscounter.web.problems import CredentialFault, Malformed, ProblemKind, RequestRejected, Unauthenticated
from partscounter.web.query import QueryReader


def basic(text: str, encoding: str = "utf-8") -> str:
    return "Basic " + base64.b64encode(text.encode(encoding)).decode()


@pytest.mark.parametrize(
    ("header", "user", "password"),
    [
        (basic("joe:s:e:c"), "joe", "s:e:c"),
        (basic("jürgen:ü"), "jürgen", "ü"),
        (basic("jürgen:ü", "latin-1"), "jürgen", "ü"),
        (basic("joe:").replace("Basic", "bAsIc  "), "joe", ""),
        (basic(":only"), "", "only"),
    ],
)
def test_reads_basic_credentials(header: str, user: str, password: str) -> None:
    assert read_basic(header) == BasicCredential(user, password)


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        (None, CredentialFault.MISSING),
        ("", CredentialFault.MISSING),
        ("Bearer abc", CredentialFault.MISSING),
        ("Basic", CredentialFault.MALFORMED),
        ("Basic !!!", CredentialFault.MALFORMED),
        ("Basic é", CredentialFault.MALFORMED),
        (basic("nocolon"), CredentialFault.MALFORMED),
        (basic("a\0:b"), CredentialFault.MALFORMED),
    ],
)
def test_says_what_is_wrong_with_basic_credentials(header: str | None, fault: CredentialFault) -> None:
    with pytest.raises(Unauthenticated) as caught:
        read_basic(header)

    assert caught.value.problem.credential_fault is fault


def test_shows_no_password() -> None:
    assert "s3cret" not in repr(read_basic(basic("joe:s3cret")))


def test_reads_bearer_tokens() -> None:
    assert read_bearer("bearer  aB1-._~+/==") == "aB1-._~+/=="
    for header in ["Bearer", "Bearer a b", "Bearer é", "Bearer a,b"]:
        with pytest.raises(Unauthenticated) as caught:
            read_bearer(header)
        assert caught.value.problem.credential_fault is CredentialFault.MALFORMED


def test_reads_forms() -> None:
    form = read_form(b"grant_type=client_credentials&scope=a+b&empty=&name=%C3%A9")

    assert single_value(form, "scope") == "a b"
    assert single_value(form, "empty") == ""
    assert single_value(form, "name") == "é"
    assert single_value(form, "absent") is None
    assert read_form(b"").pairs == ()


@pytest.mark.parametrize("body", [b"a=%FF", b"a=\xff", b"a=%00", b"a=1&" * 1001])
def test_refuses_forms_that_cannot_be_read(body: bytes) -> None:
    with pytest.raises(Malformed):
        read_form(body)


def test_refuses_a_repeated_single_field() -> None:
    with pytest.raises(Malformed, match="more than once"):
        single_value(read_form(b"a=1&a=2"), "a")


def test_reads_typed_query_parameters() -> None:
    reader = QueryReader(
        parse_query(b"page=2&since=2026-03-02&price=12.50&sort=asc&all=True&name=x&empty=&raw=\xc3\xa9")
    )

    assert reader.integer("page", default=1, at_least=1) == 2
    assert reader.integer("size", default=25) == 25
    assert reader.integer("empty") is None
    assert reader.date("since") == dt.date(2026, 3, 2)
    assert reader.decimal("price") == Decimal("12.50")
    assert reader.choice("sort", ["asc", "desc"]) == "asc"
    assert reader.choice("order", ["asc", "desc"], default="desc") == "desc"
    assert reader.boolean("all") is True
    assert reader.text("name", longest=1) == "x"
    assert reader.required_text("raw") == "é"
    reader.check()


def test_names_every_wrong_query_parameter_at_once() -> None:
    reader = QueryReader(parse_query(b"a=x&b=0&c=11&d=2026-02-30&e=1e5&f=up&g=maybe&h=abc&i=%D9%A3&k=" + b"9" * 5000))
    reader.integer("a")
    reader.integer("b", at_least=1)
    reader.integer("c", default=10, at_most=10)
    reader.date("d")
    reader.decimal("e")
    reader.choice("f", ["asc", "desc"])
    reader.boolean("g")
    reader.text("h", longest=2)
    reader.integer("i")
    reader.required_text("j")
    reader.integer("k")

    with pytest.raises(Invalid) as caught:
        reader.check()

    assert [(violation.field, violation.issue) for violation in caught.value.violations] == [
        ("a", "must be an integer"),
        ("b", "must be at least 1"),
        ("c", "must be at most 10"),
        ("d", "must be a date, such as 2026-03-02"),
        ("e", "must be a decimal number"),
        ("f", "must be one of asc, desc"),
        ("g", "must be true or false"),
        ("h", "must have at most 2 characters"),
        ("i", "must be an integer"),
        ("j", "is required"),
        ("k", "must be an integer"),
    ]


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("", True),
        ("application/json", True),
        ("APPLICATION/JSON;charset=utf-8", True),
        ("text/html", False),
        ("text/html,application/*;q=0.2", True),
        ("text/html, *; q=.2, */*; q=.2", True),
        ("application/json;q=0, */*", False),
        ("*/*;q=0", False),
        ("application/xml;q=x", False),
        (",", True),
    ],
)
def test_evaluates_the_accept_header(header: str, accepted: bool) -> None:
    assert accepts(header, "application/json") is accepted


def test_one_header_is_meant_and_not_several() -> None:
    credential, several = (b"authorization", b"Bearer x"), CredentialFault.MALFORMED
    text, table = (b"content-type", b"application/json"), (b"content-type", b"text/csv")

    assert authorization_of(Headers(raw=[credential])) == "Bearer x"
    assert authorization_of(Headers(raw=[])) is None
    with pytest.raises(Unauthenticated) as twice:
        authorization_of(Headers(raw=[credential, credential]))
    assert twice.value.problem.credential_fault is several
    with pytest.raises(RequestRejected) as ambiguous:
        check_media_type(Headers(raw=[text, table]), ("application/json",))
    assert ambiguous.value.problem.kind is ProblemKind.UNSUPPORTED_MEDIA
    hosts = Headers(raw=[(b"host", b"counter.example"), (b"host", b"evil.example")])
    assert base_url_of({"type": "http", "scheme": "http", "server": ("10.0.0.1", 80)}, hosts) == "http://10.0.0.1:80"
