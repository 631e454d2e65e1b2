"""The demo's outbox: every mail as it would be got, with the reason why it was sent or not."""

from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from partscounter.app import App
from partscounter.domain import notifications
from partscounter.domain.notifications import Mail
from partscounter.web.pages import render_page
from partscounter.web.row_number import number_of

SHOWN_MAILS = 100

MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""For the HTML part alone: mails carry their style in attributes. Scripts, forms and everything remote stay out."""


class OutboxPages:
    """The newest mails, and each alone."""

    def __init__(self, app: App, environment: Environment) -> None:
        self._app = app
        self._environment = environment

    def list(self, _: Request) -> HTMLResponse:
        with self._app.database.read() as tx:
            mails = notifications.list_newest_mails(tx, SHOWN_MAILS)
        return render_page(self._environment, "outbox.html", mails=mails, most=SHOWN_MAILS)

    def show(self, request: Request) -> HTMLResponse:
        return render_page(self._environment, "mail.html", mail=self._mail(request))

    def html(self, request: Request) -> HTMLResponse:
        """The HTML part as a page of its own, which nothing on the other pages trusts."""
        return HTMLResponse(self._mail(request).message.html, headers={"Content-Security-Policy": MAIL_POLICY})

    def _mail(self, request: Request) -> Mail:
        mail_id = number_of(request.path_params["id"])
        with self._app.database.read() as tx:
            mail = None if mail_id is None else notifications.find_mail(tx, mail_id)
        if mail is None:
            raise HTTPException(404)
        return mail
