"""`/healthz`: the process answers. `/readyz`: what it needs is there, too; a load balancer asks this one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from starlette.types import ASGIApp

from partscounter.web.answer import Answer, json_answer
from partscounter.web.api import Api
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem
from partscounter.web.routes import Endpoint

_log = structlog.get_logger("partscounter.web")
_NOT_STORED = (("Cache-Control", "no-store"),)
_RETRY_SECONDS = "5"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must work, such as a readable database; `run` raises if it does not, and must not hang."""

    name: str
    run: Callable[[], object]


def health_app(checks: Sequence[Check]) -> ASGIApp:
    """Both addresses, for anyone: it names what is missing and says nothing of why (that is in the log)."""

    def ready(_: Incoming[None]) -> Answer:
        return _report({check.name: _passes(check) for check in checks})

    endpoints: list[Endpoint[None]] = [
        Endpoint("GET", "/healthz", _alive, authenticated=False),
        Endpoint("GET", "/readyz", ready, authenticated=False),
    ]
    return Api("health", endpoints, _render_problem, challenge="Basic", threads=4).asgi


def _alive(_: Incoming[None]) -> Answer:
    return json_answer({"status": "alive"}, headers=_NOT_STORED)


def _report(passed: dict[str, bool]) -> Answer:
    checks = {name: "ok" if passes else "failed" for name, passes in passed.items()}
    if all(passed.values()):
        return json_answer({"status": "ready", "checks": checks}, headers=_NOT_STORED)
    return json_answer({"status": "not ready", "checks": checks}, 503, (*_NOT_STORED, ("Retry-After", _RETRY_SECONDS)))


def _passes(check: Check) -> bool:
    try:
        check.run()
    except Exception as error:  # noqa: BLE001 - whatever it raises, it is not ready
        _log.warning(f"The readiness check {check.name} failed.", check=check.name, exc_info=error)
        return False
    return True


def _render_problem(problem: Problem, _: Incoming[None]) -> Answer:
    return json_answer({"status": problem.kind.value, "message": problem.message}, problem.kind.status)
