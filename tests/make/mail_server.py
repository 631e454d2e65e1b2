"""A real SMTP server on loopback that keeps what it is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """What came in, and how to answer the next mails."""

    port: int = 0
    received: list[EmailMessage] = field(default_factory=list)
    refuse_recipients: bool = False
    refusal: str = "550 no such mailbox"
    goodbye: str = "221 Bye"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        if self.refuse_recipients:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.received.append(message)
        return "250 taken"

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        return self.goodbye

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


class _OnAnyPort(Controller):
    """The library's controller knocks at the port that it asked for; 0 asks for any."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def run_mail_server(port: int = 0) -> Iterator[MailServer]:
    """The server, from now until the block ends."""
    handler = MailServer()
    controller = _OnAnyPort(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        handler.port = controller.port
        yield handler
    finally:
        controller.stop()
