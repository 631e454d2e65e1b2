"""Mails: which, to whom, why or why not; and sending one again."""

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from partscounter import jobs
from partscounter.database import ReadTx, WriteTx
from partscounter.domain import notifications
from partscounter.domain.accounts import Role
from partscounter.domain.notifications import Mail, MailSearch, MailState, Notice, WrongRecipient
from partscounter.jobs import Job
from partscounter.kit.refusal import Conflict
from partscounter.portal.area import StaffDesk, require_dealer, visible_dealers
from partscounter.portal.outbox import MAIL_POLICY
from partscounter.subscriptions import MAIL_JOBS
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit, go_to

PAGE: Final = 50
_CONFLICT: Final = 409
_APPROVAL_LINK: Final = re.compile(r"(/approval/)[^\s\"'<>]+")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class MailPages:
    """`/portal/deliveries` and `/portal/deliveries/mails/{id}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        asked = {name: (visit.query.first(name) or "").strip() for name in ("recipient", "order", "state")}
        before = number_of(visit.query.first("before") or "")
        is_operator = visit.signed_in.role is Role.OPERATOR
        with self._desk.desk.app.database.read() as tx:
            dealers = visible_dealers(tx, visit.signed_in)
            wanted = MailSearch(
                recipient=asked["recipient"],
                order_number=asked["order"],
                state=MailState(asked["state"]) if asked["state"] in set(MailState) else None,
                dealer_ids=None if is_operator else frozenset(dealer.id for dealer in dealers),
            )
            found = notifications.search_mails(tx, wanted, before=before, limit=PAGE + 1)
        shown = found[:PAGE]
        return self._desk.show(
            visit,
            "deliveries/mails.html",
            mails=shown,
            asked=asked,
            states=[("", "any state"), *((state.value, state.value) for state in MailState)],
            more=urlencode({**asked, "before": shown[-1].id}) if len(found) > PAGE else "",
            is_first=before is None,
            is_filtered=any(asked.values()),
        )

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def html(self, visit: Visit) -> Response:
        """The HTML part as a page of its own, which nothing on the other pages trusts."""
        with self._desk.desk.app.database.read() as tx:
            mail = _mail_of(tx, visit)
        return HTMLResponse(_readable(visit, mail.message.html), headers={"Content-Security-Policy": MAIL_POLICY})

    def resend(self, visit: Visit) -> Response:
        recipient = visit.field("recipient")

        def resend(tx: WriteTx) -> None:
            mail = _mail_of(tx, visit)
            if _asks_for_consent(visit, mail) and recipient != mail.recipient:
                raise WrongRecipient("Only who was asked may agree.")
            notifications.resend_mail(tx, mail.id, recipient=recipient, mail_jobs=MAIL_JOBS)

        try:
            self._desk.desk.app.database.write(visit.actor, resend)
        except WrongRecipient:
            issue = "must be a mail address, and where somebody is asked to agree, theirs"
            return self._page(visit, 400, {"recipient": issue})
        except Conflict as refused:
            return self._page(visit, _CONFLICT, {"": refused.message})
        return go_to(f"/portal/deliveries/mails/{visit.path('id')}?done=resent")

    def _page(self, visit: Visit, status: int = 200, issues: Mapping[str, str] = _NONE) -> Response:
        with self._desk.desk.app.database.read() as tx:
            mail = _mail_of(tx, visit)
            job = _job_of(tx, mail)
        return self._desk.show(
            visit,
            "deliveries/mail.html",
            status,
            mail=mail,
            text=_readable(visit, mail.message.text),
            job=job,
            typed=visit.field("recipient") or mail.recipient,
            issues=issues,
            done=visit.query.first("done") or "",
        )


def _mail_of(tx: ReadTx, visit: Visit) -> Mail:
    """The one that the path names. One about no order, or about a foreign one, is for operators."""
    mail = notifications.find_mail(tx, id_in(visit, "id"))
    if mail is None:
        raise HTTPException(404)
    if visit.signed_in.role is not Role.OPERATOR:
        require_dealer(visit.signed_in, notifications.find_dealer_of_mail(tx, mail.id) or 0)
    return mail


def _asks_for_consent(visit: Visit, mail: Mail) -> bool:
    """Whether whoever reads it could agree in the name of the customer, which is not for those who sell."""
    return mail.about == Notice.APPROVAL_WANTED and visit.signed_in.role is not Role.OPERATOR


def _readable(visit: Visit, words: str) -> str:
    """The mail as this person may read it: those who sell do not see the link by which the customer agrees."""
    if visit.signed_in.role is Role.OPERATOR:
        return words
    return _APPROVAL_LINK.sub(r"\1[hidden]", words)


def _job_of(tx: ReadTx, mail: Mail) -> Job | None:
    """The job that sends it."""
    found = map(partial(jobs.jobs_of_events, tx, event_ids=[mail.event_id]), MAIL_JOBS)
    return next((job for jobs_found in found for job in jobs_found), None)
