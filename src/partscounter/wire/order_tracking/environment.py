"""In QA a request names the environment that it is meant for ("Accessing the API").

Each environment is a counter of its own, so a credential of one is not known in another. Which one a request reaches is
decided before any contract sees it, by the same header; here only a header that names none is refused.
"""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.settings import PRODUCTION
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Malformed
from partscounter_contracts.order_tracking import QA_ENVIRONMENT_HEADER, QA_ENVIRONMENTS

Authenticate = Callable[[Incoming[Credential]], Credential]


def in_environment(app: App, authenticate: Authenticate) -> Authenticate:
    """`authenticate`; in QA only after the request has named its environment. Malformed if it has not."""
    if app.settings.tracking.environment == PRODUCTION:
        return authenticate

    def authenticate_there(incoming: Incoming[Credential]) -> Credential:
        named = incoming.headers.getlist(QA_ENVIRONMENT_HEADER)
        if len(named) != 1 or named[0] not in QA_ENVIRONMENTS:
            raise Malformed(f"The header {QA_ENVIRONMENT_HEADER} must be one of {', '.join(QA_ENVIRONMENTS)}.")
        return authenticate(incoming)

    return authenticate_there
