"""Puts the requests of known callers aside for the log of their credential, and writes them there by the bunch."""

from collections.abc import Callable
from functools import partial

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.access.request_log import LONGEST_BODY, CaughtRequest, note_requests, read_caught
from partscounter.kit.actor import Actor
from partscounter.web.answer_copy import AnswerCopy
from partscounter.web.exchange import Exchange
from partscounter.web.incoming import Incoming

ACTOR = Actor(name="web", door="web")


def keeper_of(app: App) -> Callable[[Incoming[Credential], Exchange, AnswerCopy], None] | None:
    """The `keep` of an Api; None where the settings want no log."""
    recent = app.requests
    if not recent.kept:
        return None

    def keep(incoming: Incoming[Credential], exchange: Exchange, answer: AnswerCopy) -> None:
        recent.add(
            CaughtRequest(
                credential_id=incoming.caller.id,
                at=incoming.received_at,
                method=exchange.method,
                path=exchange.path,
                query=incoming.query.pairs,
                status=exchange.status,
                seconds=exchange.seconds,
                request_id=exchange.request_id,
                client_address=exchange.client_address,
                problem=exchange.problem,
                sent_type=incoming.headers.get("content-type", ""),
                sent=incoming.body[:LONGEST_BODY],
                sent_size=incoming.file.size if incoming.file else len(incoming.body),
                answered_type=answer.media_type,
                answered=answer.head,
                answered_size=answer.size,
            )
        )

    return keep


def note_recent_requests(app: App) -> None:
    """Write what was put aside; to be called by a timer. Reading it, which takes time, is done before the write."""
    requests = [read_caught(each) for each in app.requests.take()]
    if requests:
        app.database.write(ACTOR, partial(note_requests, requests=requests, kept=app.requests.kept))
