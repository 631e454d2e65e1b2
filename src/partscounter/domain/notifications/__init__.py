"""Notifications: which mail an event causes, to whom, and why or why not."""

from partscounter.domain.notifications.decide import Decision, decide
from partscounter.domain.notifications.explain import Explanation, explain_order
from partscounter.domain.notifications.found import MailLine, MailSearch, find_dealer_of_mail, search_mails
from partscounter.domain.notifications.groups import GROUP_OF, Group
from partscounter.domain.notifications.languages import WORDINGS, PageWording, Wording, wording_in
from partscounter.domain.notifications.languages.lead_wording import LeadWording
from partscounter.domain.notifications.languages.leads import LEAD_WORDINGS, lead_wording_in
from partscounter.domain.notifications.mail import Mail, MailState, Message
from partscounter.domain.notifications.notice import Notice
from partscounter.domain.notifications.preferences import (
    Preferences,
    UnknownLink,
    get_preferences,
    get_unsubscription,
    save_preferences,
    sign_preferences_link,
    unsubscribe,
)
from partscounter.domain.notifications.prepare import (
    count_mails,
    find_mail,
    list_mails_of_order,
    list_newest_mails,
    mark_bounced,
    mark_sent,
    prepare_mail,
    prepare_promise_mail,
)
from partscounter.domain.notifications.prepare_lead import prepare_lead_mail
from partscounter.domain.notifications.prepare_lead_confirmation import prepare_lead_confirmation
from partscounter.domain.notifications.prepare_notice import prepare_notice
from partscounter.domain.notifications.prepare_want_mail import prepare_want_mail
from partscounter.domain.notifications.preview import Preview, preview_mail
from partscounter.domain.notifications.resend import MailNotFound, MailResent, MailStays, WrongRecipient, resend_mail

__all__ = [
    "GROUP_OF",
    "LEAD_WORDINGS",
    "WORDINGS",
    "Decision",
    "Explanation",
    "Group",
    "LeadWording",
    "Mail",
    "MailLine",
    "MailNotFound",
    "MailResent",
    "MailSearch",
    "MailState",
    "MailStays",
    "Message",
    "Notice",
    "PageWording",
    "Preferences",
    "Preview",
    "UnknownLink",
    "Wording",
    "WrongRecipient",
    "count_mails",
    "decide",
    "explain_order",
    "find_dealer_of_mail",
    "find_mail",
    "get_preferences",
    "get_unsubscription",
    "lead_wording_in",
    "list_mails_of_order",
    "list_newest_mails",
    "mark_bounced",
    "mark_sent",
    "prepare_lead_confirmation",
    "prepare_lead_mail",
    "prepare_mail",
    "prepare_notice",
    "prepare_promise_mail",
    "prepare_want_mail",
    "preview_mail",
    "resend_mail",
    "save_preferences",
    "search_mails",
    "sign_preferences_link",
    "unsubscribe",
    "wording_in",
]
