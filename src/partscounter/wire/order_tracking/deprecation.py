"""What every answer of V2 says of itself: since when it is deprecated (RFC 9745), and what comes after (RFC 8288)."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from partscounter.domain.access import Credential
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem
from partscounter.wire.order_tracking.errors import render_problem
from partscounter_contracts.order_tracking.operations import POST_TRACKING

_SINCE: Final = datetime(2022, 9, 28, tzinfo=UTC)
"""The first day of the V3 document, by which V2 is deprecated ("Change History")."""

DEPRECATED: Final = (
    ("Deprecation", f"@{int(_SINCE.timestamp())}"),
    ("Link", f'<{POST_TRACKING.path}>; rel="successor-version"'),
)


def render_problem_v2(problem: Problem, incoming: Incoming[Credential]) -> Answer:
    """The answer of V3 that tells of `problem`, marked as deprecated."""
    answer = render_problem(problem, incoming)
    return replace(answer, headers=(*answer.headers, *DEPRECATED))
