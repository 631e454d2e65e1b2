"""Registering a customer, and correcting what is known of one."""

from collections.abc import Mapping, Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import customers
from partscounter.domain.accounts import Role
from partscounter.domain.customers import (
    CARD,
    NO_PROFILE,
    Customer,
    CustomerChanged,
    CustomerTaken,
    InvalidCustomer,
)
from partscounter.domain.dealers import Dealer
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.served import require_own_customer
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to

EVERY_DEALER = "every"


class CustomerForm:
    """`/portal/customers/new` and `/portal/customers/{customer}/edit`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def blank(self, visit: Visit) -> Response:
        return self._show(visit, None, dict.fromkeys(CARD, "") | {"language": "en", "dealer": ""})

    def add(self, visit: Visit) -> Response:
        given = _given(visit)
        dealer_id = self._chosen_dealer(visit, given["dealer"])

        def add(tx: WriteTx) -> Customer:
            return customers.add_customer(tx, given, dealer_id=dealer_id)

        try:
            customer = self._desk.desk.app.database.write(visit.actor, add)
        except InvalidCustomer as invalid:
            return self._show(visit, None, given, 400, problems=_problems(invalid))
        except CustomerTaken as taken:
            return self._show(visit, None, given, 409, problem=taken.message)
        return go_to(f"/portal/customers/{customer.id}?done=added")

    def edit(self, visit: Visit) -> Response:
        customer = self._own(visit)
        with self._desk.desk.app.database.read() as tx:
            profile = customers.load_profiles(tx, [customer.id]).get(customer.id, NO_PROFILE)
        given = customers.texts_of(customer, profile) | {"dealer": ""}
        return self._show(visit, customer, given, version=customers.version_of(customer, profile))

    def save(self, visit: Visit) -> Response:
        customer, given, version = self._own(visit), _given(visit), visit.field("version")

        def save(tx: WriteTx) -> Customer:
            return customers.edit_customer(tx, customer.id, given, version=version)

        try:
            self._desk.desk.app.database.write(visit.actor, save)
        except InvalidCustomer as invalid:
            return self._show(visit, customer, given, 400, problems=_problems(invalid), version=version)
        except CustomerTaken as taken:
            return self._show(visit, customer, given, 409, problem=taken.message, version=version)
        except CustomerChanged as changed:
            return self._show(visit, customer, given, 409, problem=changed.message, version=version, is_stale=True)
        return go_to(f"/portal/customers/{customer.id}?done=saved")

    def _own(self, visit: Visit) -> Customer:
        with self._desk.desk.app.database.read() as tx:
            return require_own_customer(tx, visit.signed_in, id_in(visit, "customer"))

    def _dealers(self, visit: Visit) -> Sequence[Dealer]:
        with self._desk.desk.app.database.read() as tx:
            return visible_dealers(tx, visit.signed_in)

    def _chosen_dealer(self, visit: Visit, chosen: str) -> int | None:
        """None for a customer of every dealer, whom only an operator makes."""
        if chosen == EVERY_DEALER and visit.signed_in.role is Role.OPERATOR:
            return None
        ids = {str(dealer.id): dealer.id for dealer in self._dealers(visit)}
        if chosen not in ids:
            raise HTTPException(404)
        return ids[chosen]

    def _show(
        self, visit: Visit, customer: Customer | None, given: Mapping[str, str], status: int = 200, **more: object
    ) -> Response:
        values = {"problem": "", "problems": {}, "version": "", "is_stale": False} | more
        choices = [(str(dealer.id), dealer.name) for dealer in self._dealers(visit)]
        if visit.signed_in.role is Role.OPERATOR:
            choices.append((EVERY_DEALER, "every dealer"))
        return self._desk.show(
            visit, "customers/form.html", status, customer=customer, given=given, dealers=choices, **values
        )


def _given(visit: Visit) -> dict[str, str]:
    return {name: visit.field(name) for name in (*CARD, "dealer")}


def _problems(invalid: InvalidCustomer) -> dict[str, str]:
    return {each.field: each.issue for each in invalid.violations}
