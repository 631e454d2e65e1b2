"""Making a credential. Its secret is shown by the answer, and never again."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import access
from partscounter.domain.access import Credential, CredentialNameTaken, NewSecret
from partscounter.domain.accounts import Role
from partscounter.kit.refusal import Invalid
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.credentials.fields import issues_of, read_dealers, read_limit, read_options, read_scopes
from partscounter.portal.credentials.products import ABOUTS, SCOPES, TITLES, product_named
from partscounter.portal.credentials.secret import show_secret
from partscounter.portal.credentials.visible import refuse_dealers
from partscounter.web.visits import Visit

_TAKEN: Final = 409
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class CreateCredential:
    """`/portal/credentials/new`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        return self._form(visit)

    def take(self, visit: Visit) -> Response:
        try:
            create, secret = self._read(visit)
            credential: Credential = self._desk.desk.app.database.write(visit.actor, create)
        except CredentialNameTaken:
            return self._form(visit, _TAKEN, {"name": "is taken: the product already has a credential of this name"})
        except Invalid as refused:
            return self._form(visit, 400, issues_of(refused))
        return show_secret(self._desk, visit, credential, secret, is_new=True)

    def _read(self, visit: Visit) -> tuple[partial[Credential], NewSecret]:
        product, person = product_named(visit.field("product")), visit.signed_in
        if product is None:
            raise HTTPException(400)
        is_operator = person.role is Role.OPERATOR
        chosen, all_dealers = read_dealers(visit), visit.field("all_dealers") == "yes"
        refuse_dealers(person, chosen, all_dealers=all_dealers)
        options = read_options(visit, self._desk.client_options.get(product))
        limit = read_limit(visit)
        secret = access.new_secret()
        create = partial(
            access.create_credential,
            product=product,
            name=visit.field("name"),
            secret=secret,
            dealer_ids=chosen,
            all_dealers=all_dealers,
            is_admin=is_operator and visit.field("is_admin") == "yes",
            scopes=read_scopes(visit, product),
            options={name: value for name, value in options.items() if value is not None},
            requests_per_minute=limit,
        )
        return create, secret

    def _form(self, visit: Visit, status: int = 200, issues: Mapping[str, str] = _NONE) -> Response:
        named = visit.field("product") if visit.request.method == "POST" else visit.query.first("product") or ""
        product = product_named(named)
        if product is None:
            return self._desk.show(visit, "credentials/choose.html", titles=TITLES, abouts=ABOUTS)
        with self._desk.desk.app.database.read() as tx:
            dealers = visible_dealers(tx, visit.signed_in)
        known = self._desk.client_options.get(product)
        return self._desk.show(
            visit,
            "credentials/new.html",
            status,
            product=product,
            title=TITLES[product],
            scopes=SCOPES.get(product, {}),
            options=known.options if known else (),
            values={option.name: visit.field(f"option-{option.name}") for option in (known.options if known else ())},
            chosen_scopes=read_scopes(visit, product) if issues else frozenset(SCOPES.get(product, ())),
            chosen_dealers=read_dealers(visit) or ({dealers[0].id} if len(dealers) == 1 else set()),
            dealers=dealers,
            is_operator=visit.signed_in.role is Role.OPERATOR,
            issues=issues,
        )
