"""Notifications: which mail an event causes, to whom, and why or why not."""

from partscounter.domain.notifications.decide import Decision, decide
from partscounter.domain.notifications.groups import GROUP_OF, Group
from partscounter.domain.notifications.languages import WORDINGS, PageWording, Wording, wording_in
from partscounter.domain.notifications.mail import Mail, MailState, Message
from partscounter.domain.notifications.preferences import (
    Preferences,
    UnknownLink,
    get_preferences,
    get_unsubscription,
    save_preferences,
    unsubscribe,
)
from partscounter.domain.notifications.prepare import (
    count_mails,
    find_mail,
    list_mails_of_order,
    list_newest_mails,
    mark_sent,
    prepare_mail,
)

__all__ = [
    "GROUP_OF",
    "WORDINGS",
    "Decision",
    "Group",
    "Mail",
    "MailState",
    "Message",
    "PageWording",
    "Preferences",
    "UnknownLink",
    "Wording",
    "count_mails",
    "decide",
    "find_mail",
    "get_preferences",
    "get_unsubscription",
    "list_mails_of_order",
    "list_newest_mails",
    "mark_sent",
    "prepare_mail",
    "save_preferences",
    "unsubscribe",
    "wording_in",
]
