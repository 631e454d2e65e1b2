"""What one API has of its own, for the pipeline that all have in common."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic

from anyio import CapacityLimiter

from partscounter.web.answer import Answer
from partscounter.web.answer_copy import AnswerCopy
from partscounter.web.exchange import Exchange, Observer
from partscounter.web.incoming import CallerT, Incoming
from partscounter.web.problems import Problem
from partscounter.web.routes import Routes


@dataclass(frozen=True, slots=True)
class Contract(Generic[CallerT]):
    """What one API has of its own; see `Api` for the meaning of each."""

    name: str
    routes: Routes[CallerT]
    render_problem: Callable[[Problem, Incoming[CallerT]], Answer]
    challenge: str
    authenticate: Callable[[Incoming[CallerT]], CallerT] | None
    recognize: Callable[[Incoming[CallerT]], CallerT | None] | None
    renders_for_caller: bool
    limit: Callable[[CallerT], float | None] | None
    credential_name: Callable[[CallerT], str]
    body_limit: int
    threads: ThreadPoolExecutor
    streams: CapacityLimiter
    observers: tuple[Observer, ...]
    keep: Callable[[Incoming[CallerT], Exchange, AnswerCopy], None] | None
