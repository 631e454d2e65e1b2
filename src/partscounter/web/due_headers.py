"""Headers that an answer must have because of its status or its problem."""

from dataclasses import replace

from partscounter.web.answer import Answer
from partscounter.web.problems import Problem, ProblemKind

_FIRST_FAULT = 400


def with_problem_headers(answer: Answer, problem: Problem) -> Answer:
    headers = list(answer.headers)
    if problem.challenge and answer.status == ProblemKind.UNAUTHENTICATED.status:
        headers.append(("WWW-Authenticate", problem.challenge))
    if problem.allow:
        headers.append(("Allow", ", ".join(problem.allow)))
    if problem.retry_after is not None:
        headers.append(("Retry-After", str(problem.retry_after)))
    return replace(answer, headers=tuple(headers))


def with_due_headers(answer: Answer, request_id: str, challenge: str) -> Answer:
    """`answer` with the headers that its status demands, where it does not have them already."""
    headers = [*answer.headers, ("X-Request-Id", request_id)]
    if answer.status < _FIRST_FAULT:
        return Answer(answer.status, answer.body, answer.media_type, tuple(headers))
    present = {name.lower() for name, _ in answer.headers}
    if answer.status == ProblemKind.UNAUTHENTICATED.status and "www-authenticate" not in present:
        headers.append(("WWW-Authenticate", challenge))
    may_return = {ProblemKind.TOO_MANY_REQUESTS.status, ProblemKind.UNAVAILABLE.status}
    if answer.status in may_return and "retry-after" not in present:
        headers.append(("Retry-After", "1"))
    return replace(answer, headers=tuple(headers))
