"""GET /enduser/listall: every end user of the API user's to whom a template is assigned."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import customer_templates, customers, end_users
from partscounter.domain.access import Credential
from partscounter.kit.refusal import Forbidden
from partscounter.web.answer import Answer
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.find_end_user import sees_customer
from partscounter.wire.inventory.render_end_user import company_name
from partscounter.wire.inventory.user import ApiUser, user_of
from partscounter_contracts.inventory import UNKNOWN, ListedEndUser
from partscounter_contracts.number import number_or_text


def list_end_users(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. With `refresh_list` templates are first assigned by the operator's rules."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, query = user_of(incoming.caller), QueryReader(incoming.query)
        if not user.may_list_end_users:
            raise Forbidden("You may not list end users.")
        refreshes = query.boolean("refresh_list")
        query.check()
        if refreshes:
            end_users.refresh_templates(app.database, actor_of(incoming, "inventory"), user.credential)
        with app.database.read() as tx:
            assigned = customer_templates.list_assignments(tx, user.credential.id)
            pairs = dict.fromkeys((each.userid, each.name) for each in assigned)
            rows = [_row(tx, user, userid, name) for userid, name in pairs]
        return answer(user.format, rows, member="enduser")

    return handle


def _row(tx: ReadTx, user: ApiUser, userid: str, name: str) -> ListedEndUser:
    customer = customers.find_customer_by_userid(tx, userid)
    if customer is None or not sees_customer(user, customer):
        return ListedEndUser(
            userid=number_or_text(userid), company=UNKNOWN, name=UNKNOWN, email=UNKNOWN, templatename=name
        )
    return ListedEndUser(
        userid=number_or_text(userid),
        company=company_name(customer, customers.get_company(tx, customer.company_id)),
        name=customer.name,
        email=customer.email,
        templatename=name,
    )
