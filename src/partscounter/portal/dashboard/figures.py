"""The figures of the dashboard, for the dealers of one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from partscounter import jobs
from partscounter.database import ReadTx
from partscounter.domain import notifications, orders, returns
from partscounter.domain.accounts import Account, Role
from partscounter.domain.leads import empty_searches, wants
from partscounter.domain.notifications import MailState
from partscounter.domain.orders import KeptCount, queue
from partscounter.domain.orders.queue import Work
from partscounter.domain.returns import ReturnState
from partscounter.jobs import State

_LONGEST_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class AgeBar:
    """Open orders of one age."""

    since: int
    """Days."""
    until: int | None
    """Below so many days; None: no end."""
    orders: int

    @property
    def title(self) -> str:
        if self.until is None:
            return f"{self.since} days or more"
        if self.since == 0:
            return "Less than a day"
        return f"{self.since} to {self.until} days"

    @property
    def address(self) -> str:
        """The list of them."""
        fields = [f"older={self.since}"] if self.since else []
        fields += [f"newer={self.until}"] if self.until else []
        return f"/portal/orders?{'&'.join(fields)}&sort=oldest"


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """How the promises of this month were kept."""

    month: date
    kept: int
    late: int
    waiting: int
    slips: int
    overdue: int
    """Lines, of whatever month, whose day is over while units still wait."""

    @property
    def share(self) -> int | None:
        """Per cent kept of those that are decided; None while there is none."""
        decided = self.kept + self.late
        return round(100 * self.kept / decided) if decided else None


@dataclass(frozen=True, slots=True)
class InstanceFigures:
    """How the program itself is doing; for operators."""

    jobs: Mapping[State, int]
    mails: Mapping[MailState, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything on the page."""

    works: Mapping[Work, int]
    ages: tuple[AgeBar, ...]
    promises: PromiseFigures
    month: str
    """Such as 2026-03."""
    empty_searches: int
    wants: int
    returns: Mapping[ReturnState, int]
    instance: InstanceFigures | None
    """None for whoever is no operator."""

    @property
    def oldest_bar(self) -> int:
        """What the longest bar of the ages stands for."""
        return max(1, *(bar.orders for bar in self.ages))

    @property
    def widest_work(self) -> int:
        """What the longest bar of the kinds of work stands for."""
        return max(1, *self.works.values())


def read_figures(tx: ReadTx, account: Account) -> Figures:
    """As of now."""
    is_operator = account.role is Role.OPERATOR
    dealers = account.dealers_seen
    month = f"{tx.now:%Y-%m}"
    return Figures(
        works=queue.count_works(tx, dealers),
        ages=tuple(AgeBar(*counted) for counted in queue.count_ages(tx, dealers)),
        promises=_promises(tx, dealers),
        month=month,
        empty_searches=empty_searches.total_searches(tx, month),
        wants=wants.count_open(tx, dealers),
        returns=returns.count_returns(tx, dealers),
        instance=InstanceFigures(jobs.count_unfinished(tx), notifications.count_mails(tx)) if is_operator else None,
    )


def _promises(tx: ReadTx, dealers: frozenset[int] | None) -> PromiseFigures:
    begin = tx.now.date().replace(day=1)
    end = (begin + _LONGEST_MONTH).replace(day=1)
    asked: list[int | None] = [None]
    if dealers is not None:
        asked = [*sorted(dealers)]
    counts = [count for dealer in asked for count in orders.count_kept(tx, begin, end, dealer)]
    return PromiseFigures(
        month=begin,
        kept=_sum(counts, "kept"),
        late=_sum(counts, "late"),
        waiting=_sum(counts, "waiting"),
        slips=_sum(counts, "slips"),
        overdue=sum(len(orders.list_overdue(tx, dealer)) for dealer in asked),
    )


def _sum(counts: list[KeptCount], name: str) -> int:
    return sum(int(getattr(count, name)) for count in counts)
