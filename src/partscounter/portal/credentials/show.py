"""One credential: what it may do, and the forms that change it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import access
from partscounter.domain.access import Credential
from partscounter.domain.access.request_log import list_requests
from partscounter.domain.accounts import Role
from partscounter.kit.refusal import Invalid
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.credentials.fields import issues_of, read_dealers, read_limit, read_options, read_scopes
from partscounter.portal.credentials.products import SCOPES, TITLES
from partscounter.portal.credentials.sample_command import command_of
from partscounter.portal.credentials.samples import PLACEHOLDER
from partscounter.portal.credentials.secret import GRACES
from partscounter.portal.credentials.visible import credential_of, is_theirs, refuse_dealers
from partscounter.web.request_log import note_recent_requests
from partscounter.web.visits import Visit, go_to

NEWEST: Final = 10
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class CredentialPage:
    """`/portal/credentials/{id}` and the forms on it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def settings(self, visit: Visit) -> Response:
        """Scopes, limit and options, all that the form shows."""

        def change(tx: WriteTx) -> None:
            known = credential_of(tx, visit)
            options = read_options(visit, self._desk.client_options.get(known.product))
            limits = read_limit(visit)
            access.change_limits(tx, known.id, scopes=self._scopes(visit, known), requests_per_minute=limits)
            access.change_options(tx, known.id, options)

        return self._change(visit, change, done="settings")

    def dealers(self, visit: Visit) -> Response:
        """Exactly the dealers that are ticked."""
        chosen, all_dealers = read_dealers(visit), visit.field("all_dealers") == "yes"

        def change(tx: WriteTx) -> None:
            known = credential_of(tx, visit)
            refuse_dealers(visit.signed_in, chosen, all_dealers=all_dealers)
            held = access.grant_dealers(tx, known.id, chosen, all_dealers=all_dealers)
            if not is_theirs(visit.signed_in, held):  # by what somebody else granted meanwhile
                raise HTTPException(404)
            access.revoke_dealers(tx, known.id, held.dealer_ids - chosen, all_dealers=not all_dealers)

        return self._change(visit, change, done="dealers")

    def disable(self, visit: Visit) -> Response:
        return self._change(
            visit, lambda tx: access.disable_credential(tx, credential_of(tx, visit).id), done="disabled"
        )

    def enable(self, visit: Visit) -> Response:
        return self._change(visit, lambda tx: access.enable_credential(tx, credential_of(tx, visit).id), done="enabled")

    def _change(self, visit: Visit, change: Callable[[WriteTx], object], *, done: str) -> Response:
        try:
            self._desk.desk.app.database.write(visit.actor, change)
        except Invalid as refused:
            return self._page(visit, 400, issues_of(refused))
        return go_to(f"/portal/credentials/{visit.path('id')}?done={done}")

    def _scopes(self, visit: Visit, known: Credential) -> frozenset[str]:
        """What was ticked, and what it holds beyond the scopes that the page offers."""
        offered = frozenset(SCOPES.get(known.product, ()))
        return read_scopes(visit, known.product) | (known.scopes - offered)

    def _page(self, visit: Visit, status: int = 200, issues: Mapping[str, str] = _NONE) -> Response:
        app = self._desk.desk.app
        note_recent_requests(app)
        with app.database.read() as tx:
            credential = credential_of(tx, visit)
            dealers = visible_dealers(tx, visit.signed_in)
            requests = list_requests(tx, credential.id, limit=NEWEST)
        known = self._desk.client_options.get(credential.product)
        return self._desk.show(
            visit,
            "credentials/show.html",
            status,
            credential=credential,
            title=TITLES[credential.product],
            dealers=dealers,
            scopes=SCOPES.get(credential.product, {}),
            options=known.options if known else (),
            values=_values(visit, credential, is_typed=bool(issues)),
            instance_limit=app.settings.limits.requests_per_minute,
            graces=GRACES,
            in_grace=len(credential.secret_hashes(app.clock.now())) > 1,
            command=command_of(self._desk, visit, credential, PLACEHOLDER),
            requests=requests,
            is_operator=visit.signed_in.role is Role.OPERATOR,
            done=visit.query.first("done") or "",
            issues=issues,
        )


def _values(visit: Visit, credential: Credential, *, is_typed: bool) -> Mapping[str, str]:
    """The texts of the options and of the limit: as they are, or after a refusal as they were typed."""
    if is_typed and "requests_per_minute" in visit.form:
        return {name.removeprefix("option-"): text.strip() for name, text in visit.form.pairs}
    stored = {
        name: str(value).lower() if isinstance(value, bool) else value for name, value in credential.options.items()
    }
    return {
        **{name: str(text) for name, text in stored.items()},
        "requests_per_minute": str(credential.requests_per_minute or ""),
    }
