"""The filters of the queue, read from the address; what cannot be read leaves its question open."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from partscounter.domain.accounts import Account
from partscounter.domain.orders import Channel
from partscounter.domain.orders.queue import QueueFilter, Work
from partscounter.portal.area import require_dealer
from partscounter.web.incoming import Query
from partscounter.web.row_number import number_of

_MOST_DAYS = 36_500
_LONGEST_TEXT = 100
EnumT = TypeVar("EnumT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class AskedQueue:
    """What an address of the queue asks for."""

    filter: QueueFilter
    dealer_id: int | None
    oldest_first: bool
    after: int | None

    def address(self, **changes: object) -> str:
        """The same question with some fields otherwise; without a page unless one is given."""
        wanted = self.filter
        fields: dict[str, object] = {
            "q": wanted.text,
            "work": "" if wanted.work is Work.OPEN else wanted.work.value,
            "dealer": self.dealer_id,
            "store": wanted.store_id,
            "customer": wanted.customer_id,
            "channel": wanted.channel,
            "older": wanted.older_than_days,
            "newer": wanted.newer_than_days,
            "sort": "oldest" if self.oldest_first else "",
        }
        known = {name: value for name, value in (fields | changes).items() if value not in {None, ""}}
        return f"/portal/orders?{urlencode(known)}" if known else "/portal/orders"

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the kind of work is asked."""
        return self.address(work="", sort="") != "/portal/orders"


def read_filter(query: Query, account: Account) -> AskedQueue:
    """A dealer whom the account does not work for answers 404."""
    dealer_id = number_of(query.first("dealer") or "")
    if dealer_id is not None:
        require_dealer(account, dealer_id)
    return AskedQueue(
        filter=QueueFilter(
            dealers=account.dealers_seen if dealer_id is None else frozenset({dealer_id}),
            work=_choice(query, "work", Work) or Work.OPEN,
            store_id=number_of(query.first("store") or ""),
            customer_id=number_of(query.first("customer") or ""),
            channel=_choice(query, "channel", Channel),
            older_than_days=_days(query, "older"),
            newer_than_days=_days(query, "newer"),
            text=(query.first("q") or "").strip()[:_LONGEST_TEXT],
        ),
        dealer_id=dealer_id,
        oldest_first=query.first("sort") == "oldest",
        after=number_of(query.first("after") or ""),
    )


def _days(query: Query, name: str) -> int | None:
    text = query.first(name) or ""
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(_MOST_DAYS)):
        return None
    return min(int(text), _MOST_DAYS)


def _choice(query: Query, name: str, kind: type[EnumT]) -> EnumT | None:
    text = query.first(name)
    return kind(text) if text in set(kind) else None
