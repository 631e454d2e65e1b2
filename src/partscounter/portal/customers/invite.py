"""An account for a customer: whoever holds the link that is shown here, once, chooses its password."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import accounts
from partscounter.domain.accounts import EmailTaken, InvalidAccount, Role
from partscounter.domain.customers import Customer
from partscounter.portal.area import StaffDesk
from partscounter.portal.served import require_own_customer
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


class InvitePage:
    """`/portal/customers/{customer}/invite`. The answer to the form shows the link: no address may hold it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        customer = self._own(visit)
        return self._show(visit, customer, {"email": customer.email, "name": customer.name})

    def invite(self, visit: Visit) -> Response:
        """A new account."""
        customer = self._own(visit)
        given = {"email": visit.field("email"), "name": visit.field("name")}

        def invite(tx: WriteTx) -> str:
            account = accounts.create_account(
                tx,
                email=given["email"],
                name=given["name"],
                role=Role.CUSTOMER,
                customer_id=customer.id,
                language=customer.language,
            )
            return accounts.sign_password_link(tx, account)

        try:
            link = self._desk.desk.app.database.write(visit.actor, invite)
        except InvalidAccount as invalid:
            problems = {each.field: each.issue for each in invalid.violations}
            return self._show(visit, customer, given, 400, problems=problems)
        except EmailTaken as taken:
            return self._show(visit, customer, given, 409, problems={"email": taken.message})
        return self._show_link(visit, customer, given["email"], link)

    def renew(self, visit: Visit) -> Response:
        """Another link for an account of this customer; the password counts until the link is used."""
        customer, account_id = self._own(visit), visit.field("account")

        def renew(tx: WriteTx) -> tuple[str, str]:
            own = {str(each.id): each for each in accounts.list_accounts_of_customer(tx, customer.id)}
            if account_id not in own:
                raise HTTPException(404)
            return own[account_id].email, accounts.sign_password_link(tx, own[account_id])

        email, link = self._desk.desk.app.database.write(visit.actor, renew)
        return self._show_link(visit, customer, email, link)

    def _own(self, visit: Visit) -> Customer:
        with self._desk.desk.app.database.read() as tx:
            return require_own_customer(tx, visit.signed_in, id_in(visit, "customer"))

    def _show_link(self, visit: Visit, customer: Customer, email: str, link: str) -> Response:
        base = self._desk.desk.app.settings.server.public_base_url or visit.base_url
        return self._desk.show(
            visit, "customers/invited.html", customer=customer, email=email, link=f"{base.rstrip('/')}/password/{link}"
        )

    def _show(
        self,
        visit: Visit,
        customer: Customer,
        given: dict[str, str],
        status: int = 200,
        problems: dict[str, str] | None = None,
    ) -> Response:
        return self._desk.show(
            visit, "customers/invite.html", status, customer=customer, given=given, problems=problems or {}
        )
