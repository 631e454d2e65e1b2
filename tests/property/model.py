"""What should be true of every order, in the plainest words: a line is a list of units, each with the stage it is in.

Written against one-order.md and not against the program, so that both can be compared after every step.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

WAY = ("open", "backorder", "reserved", "issued", "packed", "in_transit", "delivered")
UNSHIPPED = WAY[:5]
HOLDING = ("reserved", "issued", "packed")
GOES_TO = {
    "RP": "packed",
    "PA": "packed",
    "PS": "in_transit",
    "FS": "in_transit",
    "DL": "delivered",
    "PU": "delivered",
    "OC": "cancelled",
}
STATUSES = (*GOES_TO, "OH", "OR", "EX")
SHIPS = ("PS", "FS")
HANDS_OVER = ("RP", "PA", "PS", "FS", "DL", "PU")
TELLS_SHIPMENT = ("PS", "FS", "DL", "OC", "EX")
REPEAT_WINDOW = timedelta(hours=24)


@dataclass
class Shelf:
    """The stock of one item."""

    on_hand: int
    held: int = 0

    @property
    def free(self) -> int:
        return max(0, self.on_hand - self.held)


@dataclass
class Line:
    """Units of one part; those of a part that is not in stock hold nothing."""

    part: str
    units: list[str]
    shelf: Shelf | None
    held: int = 0
    over: int = 0
    returned: int = 0
    has_core: bool = False
    cores_back: int = 0
    promised: date | None = None
    told: date | None = None
    """The last promise that the customer has been told."""

    @property
    def returnable(self) -> int:
        return self.count("in_transit", "delivered") - self.returned

    @property
    def owed(self) -> int:
        """Units that were not cancelled."""
        return len(self.units) - self.count("cancelled")

    @property
    def cores_out(self) -> int:
        """Old parts that may still come back; fewer than none where they came for units that were cancelled later."""
        return self.owed - self.cores_back if self.has_core else 0

    def promise(self, day: date) -> bool:
        """Whether the customer is told: of the first date, and of each that is later than the one told before."""
        is_news = self.promised != day and (self.told is None or day > self.told)
        self.promised = day
        self.told = day if is_news else self.told
        return is_news

    def take_back(self, units: int, *, restock: bool) -> None:
        self.returned += units
        if restock and self.shelf is not None:
            self.shelf.on_hand += units

    def count(self, *stages: str) -> int:
        return sum(unit in stages for unit in self.units)

    @property
    def stages(self) -> dict[str, int]:
        return {stage: self.count(stage) for stage in sorted(set(self.units))}

    def hold(self, stage: str = "open") -> None:
        """Units in `stage` take what is free on the shelf; the others wait for more."""
        if self.shelf is None:
            return
        for place, unit in enumerate(self.units):
            if unit != stage:
                continue
            is_free = self.shelf.free > 0
            self.units[place] = "reserved" if is_free else "backorder"
            self.shelf.held += is_free
            self.held += is_free

    def send(self, target: str, most: int) -> int:
        """Bring up to `most` units to `target`: the furthest first, but the least advanced are cancelled first."""
        cancels = target == "cancelled"
        sources = UNSHIPPED if cancels else WAY[: WAY.index(target)][::-1]
        movable = [place for stage in sources for place, unit in enumerate(self.units) if unit == stage]
        for place in movable[:most]:
            self.units[place] = target
        return min(most, len(movable))

    def settle(self, shipped: int) -> None:
        """Give up what is no longer held for the line: it was shipped, or it is free again."""
        if self.shelf is None:
            return
        given_up = max(0, self.held - self.count(*HOLDING))
        self.held -= given_up
        self.shelf.held -= given_up
        from_hold = min(given_up, shipped)
        self.shelf.on_hand -= min(from_hold, self.shelf.on_hand)
        self.shelf.on_hand -= min(shipped - from_hold, self.shelf.free)


@dataclass(frozen=True)
class Update:
    """A tracking update as it is sent."""

    status: str
    parts: tuple[tuple[str, int], ...]
    tracking_id: str = ""


@dataclass
class Order:
    """One submission."""

    id: int
    store: str
    channel: str
    uuid: str
    number: str
    lines: list[Line]
    revision: int = 0
    received: bool = False
    replaced: bool = False
    taken: list[tuple[Update, datetime]] = field(default_factory=list)
    history: list[tuple[str, bool]] = field(default_factory=list)
    """Status of each update that came, and whether it counted."""
    notices: list[str] = field(default_factory=list)
    """Mails about what is no update: returns, promises and decisions."""
    vendor: str = "approved"
    """Whether the dealer has agreed: to what somebody else has sold it is asked."""

    def __post_init__(self) -> None:
        if self.channel == "sale":
            self.vendor = "pending"

    @property
    def units(self) -> list[str]:
        return [unit for line in self.lines for unit in line.units]

    @property
    def is_void(self) -> bool:
        return set(self.units) == {"cancelled"}

    @property
    def is_closed(self) -> bool:
        return not set(self.units) & set(UNSHIPPED)

    @property
    def mails(self) -> list[str]:
        return ["confirmation", *(update.status for update, _ in self.taken), *self.notices]

    def hold(self) -> None:
        for line in self.lines:
            line.hold()

    def take(self, update: Update, now: datetime) -> None:
        counts = not self._is_repeat(update, now)
        self.history.append((update.status, counts))
        if counts:
            self.taken.append((update, now))
            if update.status in HANDS_OVER and self.vendor == "pending":
                self.vendor = "approved"  # who hands over has agreed
            target = GOES_TO.get(update.status)
            for part, quantity in update.parts if target else ():
                self._move(part, target or "", quantity, over_ships=update.status in SHIPS)

    def give_up(self) -> None:
        for line in self.lines:
            line.send("cancelled", len(line.units))
            line.settle(0)

    def _move(self, part: str, target: str, quantity: int, *, over_ships: bool) -> None:
        left = quantity
        lines = [line for line in self.lines if line.part == part]
        for line in lines:
            waiting = line.count(*UNSHIPPED)
            left -= line.send(target, left)
            extra = left if over_ships and line is lines[-1] else 0
            line.over += extra
            shipped = 0 if target in {"packed", "cancelled"} else waiting - line.count(*UNSHIPPED)
            line.settle(shipped + extra)

    def _is_repeat(self, update: Update, now: datetime) -> bool:
        if self.taken and self.taken[-1][0] == update:
            return True
        same = (at for before, at in self.taken if before == update)
        return bool(update.tracking_id) and any(at >= now - REPEAT_WINDOW for at in same)


@dataclass
class Model:
    """The whole counter."""

    shelves: Mapping[tuple[str, str], Shelf]
    """By store and part."""
    orders: list[Order] = field(default_factory=list)
    to_hold: list[Order | Shelf] = field(default_factory=list)
    """What the worker is to do: hold stock for an order, or what is free of an item for those who wait for it."""

    @property
    def sold(self) -> list[Order]:
        """Those to which the dealer has, or had, to agree."""
        return [order for order in self.orders if order.channel == "sale"]

    def lines(self, store: str, wanted: Iterable[tuple[str, int]]) -> list[Line]:
        return [Line(part, ["open"] * quantity, self.shelves.get((store, part))) for part, quantity in wanted]

    def submissions(self, uuid: str) -> list[Order]:
        return [order for order in self.orders if order.uuid == uuid]

    def replace(self, before: Order, wanted: Sequence[tuple[str, int]]) -> None:
        """What a resubmission does to the submission before it."""
        before.replaced = True
        if {line.part for line in before.lines} & {part for part, _ in wanted}:
            before.give_up()
            self.note_arrivals()

    def decide(self, order: Order, decision: str) -> None:
        """The dealer agrees, or cancels what was not shipped; what was said before counts no more than once."""
        if order.vendor == decision:
            return
        order.vendor = decision
        order.notices.append(decision)
        if decision == "rejected":
            order.give_up()
            self.note_arrivals()

    def note_arrivals(self) -> None:
        """Units may have become free of what others wait for."""
        self.to_hold += [shelf for shelf in self.shelves.values() if shelf.free and self._waiting(shelf)]

    def hold_later(self) -> None:
        """What the worker does, in the order in which it came up; of waiting orders the oldest first."""
        for each in self.to_hold:
            if isinstance(each, Order):
                each.hold()
            else:
                for line in self._waiting(each):
                    line.hold("backorder")
        self.to_hold.clear()

    def _waiting(self, shelf: Shelf) -> list[Line]:
        lines = [line for order in self.orders for line in order.lines if line.shelf is shelf]
        return [line for line in lines if line.count("backorder")]

    def sellable(self, store: str, wanted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
        """The lines of a cart that are sold: those that the stock covers in full, the earlier ones first."""
        free = {part: shelf.free for (where, part), shelf in self.shelves.items() if where == store}
        sold = []
        for part, quantity in wanted:
            if free[part] >= quantity:
                free[part] -= quantity
                sold.append((part, quantity))
        return sold
