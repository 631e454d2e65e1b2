"""Mails as they are looked for: many, and without what they say."""

from partscounter.domain.notifications.found.lookup import find_dealer_of_mail, search_mails
from partscounter.domain.notifications.found.mail_search import MailLine, MailSearch

__all__ = ["MailLine", "MailSearch", "find_dealer_of_mail", "search_mails"]
