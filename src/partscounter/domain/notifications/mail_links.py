"""The addresses that a mail about an order leads its reader to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MailLinks:
    """Whole addresses; empty where there is none."""

    order: str = ""
    """The page on which anybody who holds the mail sees how far the order is."""
    preferences: str = ""
    """Where the customer chooses which mails to get."""
    unsubscribe: str = ""
    """Where one POST ends mails of this kind (RFC 8058)."""


NO_LINKS = MailLinks()
