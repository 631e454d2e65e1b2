"""Wording the mails to a customer who asked for something: the same facts as text and as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.domain.leads import Lead, LeadKind, title_of
from partscounter.domain.leads.wants import Want
from partscounter.domain.notifications.compose_lead import LONGEST_SUBJECT
from partscounter.domain.notifications.languages.lead_wording import LeadWording
from partscounter.domain.notifications.mail import Message
from partscounter.domain.notifications.mail_templates import TEMPLATES

MOST_ITEMS = 20
"""Items that one mail names; how many more there are it says in a number."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Label and text of each line."""

    rows: tuple[tuple[str, str], ...]


def compose_confirmation(wording: LeadWording, lead: Lead, end_url: str) -> Message:
    """The mail that the lead came in. Of what strangers wrote it repeats only what names the part."""
    is_request = lead.draft.kind is LeadKind.PART_REQUEST
    headline = wording.request if is_request else wording.inquiry
    named = (
        (wording.part_type, lead.fact("part_type")),
        (wording.make, lead.fact("make")),
        (wording.model, lead.fact("model")),
        (wording.year, lead.fact("year")),
        (wording.item_number, lead.fact("vendor_sku") or lead.fact("part_number")),
    )
    group = _Group(tuple((label, _one_line(text)) for label, text in named if text))
    groups = [group] if group.rows else []
    introduction = wording.request_text if is_request else wording.inquiry_text
    return _message(wording, headline, title_of(lead), introduction=introduction, groups=groups, end_url=end_url)


def compose_found(
    wording: LeadWording, want: Want, items: Sequence[Item], stores: Mapping[int, Store], end_url: str
) -> Message:
    """The mail that these items came in for the want. It names no price: that depends on who looks."""
    groups = [_described(wording, item, stores[item.store_id]) for item in items[:MOST_ITEMS]]
    introduction = wording.found_text.format(title=want.draft.title)
    more = max(0, len(items) - MOST_ITEMS)
    headline, title = wording.found, want.draft.title
    return _message(wording, headline, title, introduction=introduction, groups=groups, end_url=end_url, more=more)


def _described(wording: LeadWording, item: Item, store: Store) -> _Group:
    about = item.description
    seller = ", ".join(filter(None, (store.company, store.address.city, store.address.state)))
    rows = (
        (wording.part_type, about.part_name or about.text[:100]),
        (wording.make, item.make),
        (wording.model, item.model),
        (wording.year, "" if about.year is None else str(about.year)),
        (wording.item_number, item.tag_number or item.part_id or item.inventory_id),
        (wording.seller, seller),
    )
    return _Group(tuple((label, _one_line(text)) for label, text in rows if text))


def _message(
    wording: LeadWording,
    headline: str,
    title: str,
    *,
    introduction: str,
    groups: Sequence[_Group],
    end_url: str,
    more: int = 0,
) -> Message:
    facts = {
        "wording": wording,
        "headline": headline,
        "introduction": introduction,
        "groups": groups,
        "more": wording.more.format(count=more) if more else "",
        "end_url": end_url,
    }
    subject = wording.subject.format(headline=headline, title=_one_line(title)) if title else headline
    return Message(
        subject=subject[:LONGEST_SUBJECT],
        text=TEMPLATES.get_template("want.txt.j2").render(facts).strip() + "\n",
        html=TEMPLATES.get_template("want.html.j2").render(facts),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
