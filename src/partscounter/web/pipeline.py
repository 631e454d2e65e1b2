"""What happens to every request, in this order.

request id → route (404, 405) → credential (401), rate (429), query (400), admission (403, 404), Accept (406)
→ body (413, 415) → handler, in a thread unless it is brief → answer. Nothing of the body is judged, or waited for,
before the credential, save at an endpoint whose credential is in the body: there size and type of the body come first.
"""

import asyncio
import time
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, Generic, TypeVar

import structlog
from starlette.types import Receive, Send
from structlog.contextvars import bind_contextvars, reset_contextvars

from partscounter.web.admission import admit, check_head, look_who_calls, recognizes
from partscounter.web.answer import Answer
from partscounter.web.answer_copy import AnswerCopy
from partscounter.web.body import BodyReader, ClientGone, check_body, check_media_type
from partscounter.web.contract import Contract
from partscounter.web.due_headers import with_due_headers, with_problem_headers
from partscounter.web.exchange import CLIENT_LEFT, Exchange
from partscounter.web.incoming import CallerT, Incoming
from partscounter.web.lengthy import Lengthy
from partscounter.web.once_written import OnceWritten
from partscounter.web.problems import Problem, ProblemKind, RequestRejected, problem_of
from partscounter.web.routes import Endpoint
from partscounter.web.send import StreamBroken, send_answer
from partscounter.web.spool import Spool, spool_body

T = TypeVar("T")
_LARGEST_BRIEF_BODY = 64 * 1024
"""Bytes; to take apart what is larger could hold up other requests, whatever the endpoint."""
_log = structlog.get_logger("partscounter.web")


class Pipeline(Generic[CallerT]):
    """One request on its way; it knows more with every step."""

    def __init__(self, contract: Contract[CallerT], incoming: Incoming[CallerT], receive: Receive, send: Send) -> None:
        self._contract = contract
        self._incoming = incoming
        self._receive = receive
        self._send = send
        self._status = CLIENT_LEFT
        self._problem = ""
        self._complete = False
        self._copy = AnswerCopy()

    async def serve(self) -> None:
        """Answers, logs what was a bug, tells the observers. Raises nothing."""
        bound = bind_contextvars(**{"request.id": self._incoming.request_id})
        try:
            await self._serve_observed()
        finally:
            reset_contextvars(**bound)

    async def _serve_observed(self) -> None:
        began = time.perf_counter()
        for observer in self._contract.observers:
            observer.started(self._contract.name)
        try:
            await self._serve()
            self._complete = True
        except ClientGone:
            pass
        except StreamBroken as broken:
            self._log_bug("A stream failed after it had begun; the connection was cut.", broken.__cause__ or broken)
        finally:
            exchange = self._exchange(time.perf_counter() - began)
            for observer in self._contract.observers:
                observer.finished(exchange)
            if self._contract.keep is not None and self._incoming.known_caller is not None:
                self._contract.keep(self._incoming, exchange, self._copy)

    async def _serve(self) -> None:
        try:
            await self._deliver(await self._answer())
        except (ClientGone, StreamBroken):
            raise
        except Exception as error:  # noqa: BLE001 - the edge: whatever is not meant for the caller is a bug
            await self._deliver(self._render(error))

    async def _deliver(self, answer: Answer) -> None:
        self._status = answer.status
        if self._contract.keep is not None:
            answer = self._copy.of(answer)
        await send_answer(
            with_due_headers(answer, self._incoming.request_id, self._contract.challenge),
            without_body=self._incoming.method == "HEAD",
            receive=self._receive,
            send=self._send,
            streams=self._contract.streams,
        )

    async def _answer(self) -> Answer:
        try:
            endpoint = self._route()
        except RequestRejected:
            if self._contract.renders_for_caller:
                await self._in_thread(lambda: look_who_calls(self._contract, self._incoming))
            raise
        if not endpoint.reads_body and endpoint.spool is None:
            return await self._answer_without_body(endpoint)
        reader = BodyReader(self._receive, self._incoming.headers, self._limit_of(endpoint))
        try:
            if endpoint.spool is not None:
                return await self._answer_with_file(endpoint, endpoint.spool, reader)
            if endpoint.is_brief:
                return await self._answer_briefly(endpoint, reader)
            return await self._answer_with_body(endpoint, reader)
        finally:
            reader.drop()

    async def _answer_without_body(self, endpoint: Endpoint[CallerT]) -> Answer:
        """In a thread, unless it is brief and it shows at once who calls."""
        if not (endpoint.is_brief and recognizes(self._contract, self._incoming)):
            return await self._in_thread(lambda: self._admit_and_handle(endpoint, b""))
        check_head(self._contract, endpoint, self._incoming)
        return await self._awaited(endpoint.handle(self._incoming))

    async def _answer_with_body(self, endpoint: Endpoint[CallerT], reader: BodyReader) -> Answer:
        arrived = reader.arrived()
        if arrived is None and endpoint.credential_in_body:
            arrived = await reader.read()
        if arrived is not None:
            return await self._in_thread(lambda: self._admit_and_handle(endpoint, arrived))
        if endpoint.authenticated:
            await self._in_thread(lambda: admit(self._contract, endpoint, self._incoming))
        else:
            admit(self._contract, endpoint, self._incoming)
        body = await reader.read()
        return await self._in_thread(lambda: self._handle(endpoint, body))

    async def _answer_briefly(self, endpoint: Endpoint[CallerT], reader: BodyReader) -> Answer:
        """No trip to a thread; and while a write is waited for, only this request waits."""
        admit(self._contract, endpoint, self._incoming)
        body = await reader.read()
        if len(body) > _LARGEST_BRIEF_BODY:
            return await self._in_thread(lambda: self._handle(endpoint, body))
        self._take_body(endpoint, body)
        return await self._awaited(endpoint.handle(self._incoming))

    async def _awaited(self, answer: Answer | OnceWritten[Any] | Lengthy) -> Answer:
        """What a handler that ran on the event loop has returned, once it is an answer."""
        if isinstance(answer, Answer):
            return answer
        return await (self._in_thread(answer.waited_for) if isinstance(answer, Lengthy) else answer.awaited())

    async def _answer_with_file(self, endpoint: Endpoint[CallerT], spool: Spool, reader: BodyReader) -> Answer:
        await self._in_thread(lambda: admit(self._contract, endpoint, self._incoming))
        check_media_type(self._incoming.headers, endpoint.media_types)
        file = await spool_body(reader, spool)
        self._incoming.file = file
        try:
            return await self._in_thread(lambda: self._handled(endpoint))
        finally:
            await self._in_thread(lambda: file.path.unlink(missing_ok=True))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        """An executor, because a round trip through it costs less than half of anyio's (25 against 60 µs)."""
        run = copy_context().run
        return await asyncio.get_running_loop().run_in_executor(self._contract.threads, run, _run_shielded, work)

    def _route(self) -> Endpoint[CallerT]:
        found = self._contract.routes.find(self._incoming.method, self._incoming.raw_path)
        if found.endpoint is not None:
            self._incoming.route, self._incoming.path_values = found.endpoint.path, found.path_values
            return found.endpoint
        if not found.allow:
            raise RequestRejected(Problem(ProblemKind.NOT_FOUND, "There is nothing at this address."))
        message = f"This address does not take {self._incoming.method}, but {' and '.join(found.allow)}."
        raise RequestRejected(Problem(ProblemKind.METHOD_NOT_ALLOWED, message, allow=found.allow))

    def _admit_and_handle(self, endpoint: Endpoint[CallerT], body: bytes) -> Answer:
        if not endpoint.credential_in_body:
            admit(self._contract, endpoint, self._incoming)
            return self._handle(endpoint, body)
        self._take_body(endpoint, body)
        admit(self._contract, endpoint, self._incoming)
        return self._handled(endpoint)

    def _handle(self, endpoint: Endpoint[CallerT], body: bytes) -> Answer:
        if endpoint.reads_body:
            self._take_body(endpoint, body)
        return self._handled(endpoint)

    def _handled(self, endpoint: Endpoint[CallerT]) -> Answer:
        answer = endpoint.handle(self._incoming)
        return answer if isinstance(answer, Answer) else answer.waited_for()

    def _take_body(self, endpoint: Endpoint[CallerT], body: bytes) -> None:
        check_body(body, self._incoming.headers, self._limit_of(endpoint), endpoint.media_types)
        self._incoming.body = body

    def _limit_of(self, endpoint: Endpoint[CallerT]) -> int:
        return self._contract.body_limit if endpoint.body_limit is None else endpoint.body_limit

    def _render(self, error: Exception) -> Answer:
        problem = problem_of(error)
        if problem is None:
            self._log_bug("A request failed by a bug.", error)
            problem = Problem(ProblemKind.INTERNAL, "The request could not be served because of an internal error.")
        self._problem = problem.kind.value
        try:
            return with_problem_headers(self._contract.render_problem(problem, self._incoming), problem)
        except Exception as failure:  # noqa: BLE001 - there is still somebody to answer to
            self._log_bug("A problem could not be rendered.", failure)
            return Answer(500)

    def _log_bug(self, sentence: str, error: BaseException) -> None:
        _log.error(
            sentence,
            **{"request.id": self._incoming.request_id, "api": self._contract.name, "route": self._incoming.route},
            exc_info=error,
        )

    def _exchange(self, seconds: float) -> Exchange:
        caller = self._incoming.known_caller
        return Exchange(
            api=self._contract.name,
            method=self._incoming.method,
            route=self._incoming.route,
            path=self._incoming.path,
            status=self._status,
            seconds=seconds,
            request_id=self._incoming.request_id,
            credential="" if caller is None else self._contract.credential_name(caller),
            client_address=self._incoming.client_address,
            problem=self._problem,
            complete=self._complete,
        )


def _run_shielded(work: Callable[[], T]) -> T:
    """`work`, whose StopIteration becomes a plain bug: no future takes that exception, it would wait for ever."""
    try:
        return work()
    except StopIteration as error:
        raise RuntimeError("a handler raised StopIteration") from error
