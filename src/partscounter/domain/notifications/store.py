"""SQL of mails."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.notifications.mail import Mail, MailState, Message
from partscounter.domain.notifications.tables import mails


def _mail(row: sa.Row[Any]) -> Mail:
    return Mail(
        id=row.id,
        event_id=row.event_id,
        order_id=row.order_id,
        about=row.about,
        recipient=row.recipient,
        message=Message(subject=row.subject, text=row.text, html=row.html),
        message_id=row.message_id,
        unsubscribe_url=row.unsubscribe_url,
        state=MailState(row.state),
        reason=row.reason,
        bounce=row.bounce,
        queued_at=row.queued_at,
        sent_at=row.sent_at,
    )


def find_mail_of_event(tx: ReadTx, event_id: int) -> Mail | None:
    row = tx.connection.execute(sa.select(mails).where(mails.c.event_id == event_id)).one_or_none()
    return None if row is None else _mail(row)


def find_mail(tx: ReadTx, mail_id: int) -> Mail | None:
    row = tx.connection.execute(sa.select(mails).where(mails.c.id == mail_id)).one_or_none()
    return None if row is None else _mail(row)


def count_mails(tx: ReadTx) -> dict[MailState, int]:
    query = sa.select(mails.c.state, sa.func.count()).group_by(mails.c.state)
    return {MailState(state): count for state, count in tx.connection.execute(query)}


_UNLESS_WRITTEN = {
    "sqlite": sqlite.insert(mails).on_conflict_do_nothing(index_elements=["event_id"]).returning(mails),
    "postgresql": postgresql.insert(mails).on_conflict_do_nothing(index_elements=["event_id"]).returning(mails),
}


def insert_mail(tx: WriteTx, values: Mapping[str, object]) -> Mail:
    """The mail of its event: this one, or the one that another worker has written meanwhile."""
    row = tx.connection.execute(_UNLESS_WRITTEN[tx.connection.dialect.name].values(**values)).one_or_none()
    if row is None:
        row = tx.connection.execute(sa.select(mails).where(mails.c.event_id == values["event_id"])).one()
    return _mail(row)


def mark_sent(tx: WriteTx, mail_id: int) -> None:
    update = sa.update(mails).where(mails.c.id == mail_id)
    tx.connection.execute(update.values(state=MailState.SENT.value, sent_at=tx.now, bounce=""))


_IS_WAITING = mails.c.state.in_([MailState.QUEUED.value, MailState.BOUNCED.value])


def mark_bounced(tx: WriteTx, mail_id: int, answer: str) -> None:
    update = sa.update(mails).where(mails.c.id == mail_id, _IS_WAITING)
    tx.connection.execute(update.values(state=MailState.BOUNCED.value, bounce=answer))


def settle_mail(tx: WriteTx, mail_id: int, state: MailState, reason: str) -> Mail:
    """The mail, which does not wait any longer: in `state`, or as another worker has settled it meanwhile."""
    settled = sa.update(mails).where(mails.c.id == mail_id, _IS_WAITING)
    tx.connection.execute(settled.values(state=state.value, reason=reason, bounce=""))
    return _mail(tx.connection.execute(sa.select(mails).where(mails.c.id == mail_id)).one())


def newest_mails(tx: ReadTx, limit: int) -> list[Mail]:
    query = sa.select(mails).order_by(mails.c.id.desc()).limit(limit)
    return [_mail(row) for row in tx.connection.execute(query)]


def mails_of_order(tx: ReadTx, order_id: int) -> list[Mail]:
    query = sa.select(mails).where(mails.c.order_id == order_id).order_by(mails.c.id)
    return [_mail(row) for row in tx.connection.execute(query)]


def lock_mail(tx: WriteTx, mail_id: int) -> Mail | None:
    row = tx.connection.execute(sa.select(mails).where(mails.c.id == mail_id).with_for_update()).one_or_none()
    return None if row is None else _mail(row)


def requeue_mail(tx: WriteTx, mail_id: int, *, recipient: str, message_id: str) -> None:
    again = {"state": MailState.QUEUED.value, "recipient": recipient, "message_id": message_id, "bounce": ""}
    tx.connection.execute(sa.update(mails).where(mails.c.id == mail_id).values(**again))
