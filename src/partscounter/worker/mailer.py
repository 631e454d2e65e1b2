"""Handing a mail to a mail server (SMTP), or leaving it in the outbox where none is set."""

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Protocol
from urllib.parse import unquote, urlsplit

from partscounter.domain.notifications import Mail
from partscounter.jobs import Permanent
from partscounter.settings import MailSettings

_TIMEOUT_SECONDS = 30
_NO_SUCH_MAILBOX = range(500, 600)


class RecipientRefused(Permanent):
    """The mail server will never take a mail for this recipient; says in its own words why."""


class _AsMeant(EmailPolicy):
    """Writes two headers that the library gets wrong.

    It hides a word that is too long for a line in encoded words, where no receiver looks for an address, and it loses
    blanks between encoded words of a subject.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        if name == "List-Unsubscribe":
            return f"{name}: {value}{self.linesep}".encode("ascii")
        if name == "Subject":
            charset = "us-ascii" if value.isascii() and "=?" not in value else "utf-8"
            words = Header(str(value), charset, header_name=name).encode(linesep=self.linesep)
            return f"{name}: {words}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


_WRITING = _AsMeant(cte_type="7bit", linesep="\r\n")
"""ASCII on the way, since not every server takes more (RFC 6152), and CRLF also within Base64 (RFC 2045 §6.8)."""


class Mailer(Protocol):
    """Takes a mail for good, or raises."""

    def send(self, mail: Mail) -> None: ...


class Outbox:
    """Leaves every mail where people can read it: in the table of mails."""

    def send(self, mail: Mail) -> None:
        """The mail is in the table already."""


class SMTPMailer:
    """Sends through the server of `smtp_url`; a refusal that would not change raises `jobs.Permanent`."""

    def __init__(self, settings: MailSettings) -> None:
        self._url = urlsplit(settings.smtp_url)
        self._from_address = settings.from_address

    def send(self, mail: Mail) -> None:
        """Hand `mail` over; returns once the server has taken it."""
        message = self._written(mail)
        server = self._connect()
        try:
            server.send_message(message)
        except smtplib.SMTPRecipientsRefused as refused:
            answers = list(refused.recipients.values())
            if all(code in _NO_SUCH_MAILBOX for code, _ in answers):
                said = "; ".join(f"{code} {words.decode(errors='replace')}" for code, words in answers)
                raise RecipientRefused(" ".join(said.split())) from refused  # an answer may have many lines
            raise
        finally:
            _leave(server)

    def _connect(self) -> smtplib.SMTP:
        host, port = self._url.hostname or "localhost", self._url.port or 0
        open_server: Callable[..., smtplib.SMTP] = smtplib.SMTP_SSL if self._url.scheme == "smtps" else smtplib.SMTP
        server = open_server(host, port, timeout=_TIMEOUT_SECONDS)
        try:
            if self._url.scheme == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
        except BaseException:
            server.close()
            raise
        return server

    def _written(self, mail: Mail) -> EmailMessage:
        try:
            return self._message(mail)
        except ValueError as error:
            raise Permanent(f"No mail can be made of this: {error}") from error

    def _message(self, mail: Mail) -> EmailMessage:
        message = EmailMessage(policy=_WRITING)
        message["From"] = self._from_address
        message["To"] = mail.recipient
        message["Subject"] = mail.message.subject
        message["Date"] = mail.queued_at
        message["Message-ID"] = mail.message_id
        message["Auto-Submitted"] = "auto-generated"
        if mail.unsubscribe_url:
            message["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
            if mail.unsubscribe_url.startswith("https:"):  # one click is for https alone (RFC 8058 §3.1)
                message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(mail.message.text)
        message.add_alternative(mail.message.html, subtype="html")
        return message


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye. Whether it has the mail, the server has said before; a poor goodbye must not have it sent again."""
    with suppress(smtplib.SMTPException, OSError):
        server.quit()
    server.close()


def mailer_of(settings: MailSettings) -> Mailer:
    """SMTP where a server is set, else the outbox."""
    return SMTPMailer(settings) if settings.smtp_url else Outbox()
