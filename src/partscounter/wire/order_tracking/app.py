"""Order Tracking as an ASGI app, its deprecated V2 as another, and the token endpoint with error shapes of its own."""

from collections.abc import Sequence

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.web.answer import JSON_TYPE
from partscounter.web.api import Api
from partscounter.web.callers import bearer_caller, bearer_or_body_caller, limit_of
from partscounter.web.exchange import Observer
from partscounter.web.forms import FORM_TYPE
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.order_tracking.deprecation import render_problem_v2
from partscounter.wire.order_tracking.endpoints.issue_token import issue_token
from partscounter.wire.order_tracking.endpoints.post_tracking import DOOR, post_tracking
from partscounter.wire.order_tracking.endpoints.post_tracking_v2 import DOOR as DOOR_V2
from partscounter.wire.order_tracking.endpoints.post_tracking_v2 import post_tracking_v2
from partscounter.wire.order_tracking.environment import in_environment
from partscounter.wire.order_tracking.errors import render_problem
from partscounter.wire.order_tracking.sent_v2 import read_credentials
from partscounter.wire.order_tracking.token_errors import render_token_problem
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.order_tracking.operations import POST_TRACKING, POST_TRACKING_V2


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The contract's operations, under their full paths."""
    tracking = Endpoint(
        POST_TRACKING.method,
        POST_TRACKING.path,
        post_tracking(app),
        reads_body=True,
        media_types=(JSON_TYPE,),
        is_brief=app.database.is_local,
    )
    return Api(
        DOOR,
        [tracking],
        render_problem,
        challenge='Bearer realm="order-tracking"',
        authenticate=in_environment(app, bearer_caller(app, Product.CAT)),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )


def build_v2_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The deprecated operation, an app of its own because its callers may bring their credential in the body."""
    tracking = Endpoint(
        POST_TRACKING_V2.method,
        POST_TRACKING_V2.path,
        post_tracking_v2(app),
        reads_body=True,
        credential_in_body=True,
        media_types=(JSON_TYPE,),
    )
    return Api(
        DOOR_V2,
        [tracking],
        render_problem_v2,
        challenge='Bearer realm="order-tracking"',
        authenticate=in_environment(app, bearer_or_body_caller(app, Product.CAT, read_credentials)),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )


def build_token_api(
    app: App, observers: Sequence[Observer] = (), other_environments: Sequence[App] = ()
) -> Api[Credential]:
    """POST /as/token.oauth2, whose tokens open Order Tracking and QR Code Associations alike."""
    token = Endpoint(
        "POST",
        TOKEN_PATH,
        issue_token(app, *other_environments),
        authenticated=False,
        reads_body=True,
        media_types=(FORM_TYPE,),
    )
    return Api(
        "token",
        [token],
        render_token_problem,
        challenge='Basic realm="token", charset="UTF-8"',
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
    )
