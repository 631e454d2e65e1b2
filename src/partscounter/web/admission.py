"""What can be judged by the head of a request: who calls, how often, and whether there is a fitting answer."""

import math
from contextlib import suppress

from partscounter.web.contract import Contract
from partscounter.web.incoming import CallerT, Incoming
from partscounter.web.negotiate import accepts
from partscounter.web.problems import Malformed, Problem, ProblemKind, RequestRejected, TooManyRequests, Unauthenticated
from partscounter.web.routes import Endpoint


def admit(contract: Contract[CallerT], endpoint: Endpoint[CallerT], incoming: Incoming[CallerT]) -> None:
    """Find out who calls, where the endpoint asks for that, and check the rest of the head. Raises what is wrong."""
    if endpoint.authenticated:
        if contract.authenticate is None:
            raise LookupError(f"{contract.name} has nothing to authenticate with")
        incoming.known_caller = contract.authenticate(incoming)
    check_head(contract, endpoint, incoming)


def recognizes(contract: Contract[CallerT], incoming: Incoming[CallerT]) -> bool:
    """Whether it shows at once who calls, without a password being hashed; if not, there may still be a known caller
    who is refused."""
    incoming.known_caller = contract.recognize(incoming) if contract.recognize else None
    return incoming.known_caller is not None


def look_who_calls(contract: Contract[CallerT], incoming: Incoming[CallerT]) -> None:
    """Find out who calls where nothing depends on it but the form of the answer: a stranger is not refused."""
    if contract.authenticate is not None:
        with suppress(Unauthenticated):
            incoming.known_caller = contract.authenticate(incoming)


def check_head(contract: Contract[CallerT], endpoint: Endpoint[CallerT], incoming: Incoming[CallerT]) -> None:
    """Everything but who calls, which is known. Raises what is wrong."""
    caller = incoming.known_caller
    wait = contract.limit(caller) if contract.limit and caller is not None else None
    if wait is not None:
        raise TooManyRequests("There were too many requests; please wait.", max(1, math.ceil(wait)))
    if not incoming.query.readable:
        raise Malformed("The query string cannot be read.")
    if endpoint.admit is not None:
        endpoint.admit(incoming)
    if endpoint.produces and not accepts(incoming.headers.get("accept", ""), endpoint.produces):
        message = f"The answer would be {endpoint.produces}, which the Accept header excludes."
        raise RequestRejected(Problem(ProblemKind.NOT_ACCEPTABLE, message))
