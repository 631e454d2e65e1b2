"""Wording a notice: the same facts as text and as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.domain.notifications.languages import Wording
from partscounter.domain.notifications.mail import Message
from partscounter.domain.notifications.mail_templates import TEMPLATES
from partscounter.domain.notifications.notice import Notice


@dataclass(frozen=True, slots=True)
class NoticePart:
    """One row of the table of parts."""

    quantity: int
    code: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What a notice tells; empty texts are left out."""

    dealer: str
    number: str
    """The document's."""
    buyer: str = ""
    by: str = ""
    """Who decided."""
    named: str = ""
    """The number of a return."""
    parts: Sequence[NoticePart] = ()
    amount: str = ""
    note: str = ""
    link: str = ""


def compose_notice(wording: Wording, notice: Notice, facts: NoticeFacts) -> Message:
    """The mail in one language."""
    headline, sentence = wording.notices[notice]
    names = {name: getattr(facts, name) for name in ("dealer", "number", "buyer", "by", "named")}
    values = {
        "wording": wording,
        "headline": headline,
        "sentence": sentence,
        "names": names,
        "parts": facts.parts,
        "amount": facts.amount,
        "note": facts.note,
        "link": facts.link,
    }
    return Message(
        subject=wording.subject.format(headline=headline, number=facts.number),
        text=TEMPLATES.get_template("notice.txt.j2").render(values).strip() + "\n",
        html=TEMPLATES.get_template("notice.html.j2").render(values),
    )
