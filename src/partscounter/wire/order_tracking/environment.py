"""In which environment a request is meant to work: production, or one of the three of QA ("Accessing the API").

A credential belongs to one environment ("Subscribing to the API": separate sets for production and QA), and is not
known in any other. What the environments of a QA instance hold is kept apart by what their credentials may see.
"""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import PRODUCTION, Credential
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Malformed, Unauthenticated
from partscounter_contracts.order_tracking import QA_ENVIRONMENT_HEADER, QA_ENVIRONMENTS

Authenticate = Callable[[Incoming[Credential]], Credential]


def in_environment(app: App, authenticate: Authenticate) -> Authenticate:
    """`authenticate`, and then: does the credential belong to the environment? In QA the request has to name it."""
    is_qa = app.settings.tracking.environment == "qa"

    def authenticate_there(incoming: Incoming[Credential]) -> Credential:
        caller = authenticate(incoming)
        environment = _named(incoming) if is_qa else PRODUCTION
        if caller.environment != environment:
            raise Unauthenticated(f"The credential is not one of {environment}.")
        return caller

    return authenticate_there


def _named(incoming: Incoming[Credential]) -> str:
    """The environment of the header. Raises Malformed if there is not exactly one, or none of the three."""
    match incoming.headers.getlist(QA_ENVIRONMENT_HEADER):
        case [str(name)] if name in QA_ENVIRONMENTS:
            return name
        case _:
            raise Malformed(f"The header {QA_ENVIRONMENT_HEADER} must be one of {', '.join(QA_ENVIRONMENTS)}.")
