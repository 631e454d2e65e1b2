"""Where the pages about customers stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import Area, StaffDesk
from partscounter.portal.customers.customer import CustomerPage
from partscounter.portal.customers.form import CustomerForm
from partscounter.portal.customers.invite import InvitePage
from partscounter.portal.customers.list import CustomerList
from partscounter.portal.customers.preview import PreviewPage


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """List, card, form, invitation, preview."""
    form, page, invite = CustomerForm(desk), CustomerPage(desk), InvitePage(desk)
    at = "/portal/customers"
    one = f"{at}/{{customer:row}}"
    return [
        desk.route(at, CustomerList(desk).show),
        desk.route(f"{at}/new", form.blank),
        desk.route(f"{at}/new", form.add, "POST"),
        desk.route(one, page.show),
        desk.route(f"{one}/mails", page.save_mails, "POST"),
        desk.route(f"{one}/edit", form.edit),
        desk.route(f"{one}/edit", form.save, "POST"),
        desk.route(f"{one}/invite", invite.ask),
        desk.route(f"{one}/invite", invite.invite, "POST"),
        desk.route(f"{one}/link", invite.renew, "POST"),
        desk.route(f"{one}/preview", PreviewPage(desk).show),
    ]


CUSTOMERS: Final = Area("Customers", "/portal/customers", routes)
