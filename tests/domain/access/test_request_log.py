"""The log of a credential's requests: bounded, cut, and without secrets."""

from datetime import timedelta

import pytest

from partscounter.database import Database
from partscounter.domain.access.request_log import (
    KEPT_FOR,
    LONGEST_BODY,
    CaughtRequest,
    LoggedRequest,
    RecentRequests,
    RequestNotFound,
    get_request,
    list_requests,
    note_requests,
    read_caught,
)
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, make_credential
from tests.make.request_log import caught


def note(database: Database, *requests: CaughtRequest, kept: int = 200) -> None:
    rows = [read_caught(request) for request in requests]
    database.write(OPERATOR, lambda tx: note_requests(tx, rows, kept=kept))


def listed(database: Database, credential_id: int, **wanted: object) -> list[LoggedRequest]:
    with database.read() as tx:
        return list_requests(tx, credential_id, **wanted)  # type: ignore[arg-type]  # each by its own type


def test_a_request_is_kept_with_its_answer(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database)

    note(database, caught(clock, credential.id, status=422, problem="invalid"))

    (request,) = listed(database, credential.id)
    assert (request.method, request.path, request.status) == ("POST", "/stock/v1/items?dry=1", 422)
    assert (request.at, request.milliseconds, request.problem) == (clock.now(), 12.3, "invalid")
    assert (request.sent.text, request.answered.text) == ('{"a": 1}', '{"b": 2}')
    with database.read() as tx:
        assert get_request(tx, credential.id, request.id) == request


def test_nobody_finds_the_requests_of_another_credential(database: Database, clock: FixedClock) -> None:
    credential, other = make_credential(database), make_credential(database, name="other")
    note(database, caught(clock, credential.id))
    (request,) = listed(database, credential.id)

    assert listed(database, other.id) == []
    with database.read() as tx, pytest.raises(RequestNotFound):
        get_request(tx, other.id, request.id)


def test_the_newest_of_each_credential_are_kept(database: Database, clock: FixedClock) -> None:
    busy, quiet = make_credential(database), make_credential(database, name="quiet")
    note(database, caught(clock, quiet.id, request_id="q"))

    for number in range(5):
        note(database, caught(clock, busy.id, request_id=f"{number}"), kept=3)

    assert [request.request_id for request in listed(database, busy.id)] == ["4", "3", "2"]
    assert [request.request_id for request in listed(database, quiet.id)] == ["q"]


def test_what_is_two_weeks_old_is_forgotten(database: Database, clock: FixedClock) -> None:
    busy, quiet = make_credential(database), make_credential(database, name="quiet")
    note(database, caught(clock, quiet.id))
    clock.advance(KEPT_FOR + timedelta(seconds=1))

    note(database, caught(clock, busy.id))

    assert (len(listed(database, busy.id)), listed(database, quiet.id)) == (1, [])


def test_failures_alone_and_page_by_page(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database)
    note(database, *(caught(clock, credential.id, status=status) for status in (200, 404, 204, 500)))
    newest, *_ = listed(database, credential.id)

    assert [request.status for request in listed(database, credential.id, failed_only=True)] == [500, 404]
    assert [request.status for request in listed(database, credential.id, before=newest.id, limit=2)] == [204, 404]


@pytest.mark.parametrize(
    ("media_type", "body", "kept"),
    [
        ("application/json", '{"client_secret": "s3\\"cret", "x": 1}', '{"client_secret": "[hidden]", "x": 1}'),
        ("application/json", '{"Password":"cut off', '{"Password":"[hidden]"'),
        ("application/json", '{"access_token":"abc","expires_in":1}', '{"access_token":"[hidden]","expires_in":1}'),
        ("application/json", '{"apiKey": 12345}', '{"apiKey": "[hidden]"}'),
        ("text/xml", "<a><password kind='x'>pw</password></a>", "<a><password kind='x'>[hidden]</password></a>"),
        (
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_secret=s&client_id=a",
            "grant_type=client_credentials&client_secret=[hidden]&client_id=a",
        ),
        ("text/plain", "Authorization: Bearer abc.def", "Authorization: Bearer [hidden]"),
        ("application/problem+json", '{"keyword": "pump", "basic": true}', '{"keyword": "pump", "basic": true}'),
        ("image/png", "\x89PNG", ""),
        ("", "no type", ""),
        ("text/csv", "a\0b", "a�b"),
    ],
)
def test_a_body_is_kept_without_its_secrets(clock: FixedClock, media_type: str, body: str, kept: str) -> None:
    raw = body.encode()

    request = read_caught(caught(clock, sent_type=media_type, sent=raw, sent_size=len(raw)))

    assert (request.sent.text, request.sent.size) == (kept, len(raw))


def test_a_secret_in_the_address_is_hidden(clock: FixedClock) -> None:
    request = read_caught(caught(clock, query=(("api_key", "k"), ("q", "key ring"))))

    assert request.path == "/stock/v1/items?api_key=[hidden]&q=key+ring"


def test_a_long_body_is_cut(clock: FixedClock) -> None:
    request = read_caught(caught(clock, answered=b"x" * LONGEST_BODY, answered_size=5_000_000, answered_type="text/x"))

    assert (len(request.answered.text), request.answered.size, request.answered.is_cut) == (4096, 5_000_000, True)


def test_a_burst_pushes_out_its_own_only(clock: FixedClock) -> None:
    recent = RecentRequests(200)
    recent.add(caught(clock, 1))
    for number in range(60):
        recent.add(caught(clock, 2, request_id=str(number)))

    taken = recent.take()

    assert [request.request_id for request in taken] == ["r1", *(str(number) for number in range(10, 60))]
    assert recent.take() == []


def test_nothing_is_collected_where_nothing_is_wanted(clock: FixedClock) -> None:
    recent = RecentRequests(0)

    recent.add(caught(clock))

    assert recent.take() == []
