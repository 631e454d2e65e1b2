"""All contracts driven at random against a plain model: after every step all views of every order agree."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from partscounter.database.engine import open_database
from partscounter.domain.access import Product
from partscounter.domain.approvals import Approval
from partscounter.domain.cores import Grade, TooManyCores
from partscounter.domain.orders import NotOnBackOrder
from partscounter.domain.returns import TooManyReturned
from partscounter.domain.sales import AlreadyDecided, NothingToDecide
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.property import agree
from tests.property.model import SHIPS, STATUSES, Line, Model, Order, Update
from tests.property.world import PARTS, STOCKED, STORES, World

MOST_ORDERS = 7
RUNS, STEPS = 6, 30
MORE_THAN_A_LEASE_AND_ANY_WAIT = 5

quantities = st.integers(1, 5)
stocked_lines = st.lists(st.tuples(st.sampled_from(STOCKED), quantities), min_size=1, max_size=3)
any_lines = st.lists(st.tuples(st.sampled_from(sorted(PARTS)), quantities), min_size=1, max_size=3)
pick = st.integers(0, MOST_ORDERS - 1)
Wanted = list[tuple[str, int]]


class OneTruth(RuleBasedStateMachine):
    """A dealer's day."""

    template: Path
    """A SQLite file with every table."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(dir=self.template.parent)
        path = Path(self._folder.name) / "counter.db"
        shutil.copyfile(self.template, path)
        clock = FixedClock()
        self.database = open_database(f"sqlite:///{path}", clock, enqueue_jobs)
        self.world = World(self.database, clock)
        self.model = Model(self.world.shelves())
        self.last: tuple[Order, Update] | None = None
        self.keys: dict[str, tuple[str, Wanted]] = {}

    @initialize(wanted=st.lists(stocked_lines, min_size=4, max_size=4))
    def open(self, wanted: list[Wanted]) -> None:
        """One order through each door: of a few runs, each with rules of its own choice, none leaves a door out."""
        self.place("main", wanted[0])
        self.place("async", wanted[1])
        self.enter(wanted[2])
        self.sell(wanted[3])

    @precondition(lambda self: len(self.model.orders) < MOST_ORDERS)
    @rule(store=st.sampled_from(sorted(STORES)), wanted=stocked_lines)
    def place(self, store: str, wanted: Wanted) -> None:
        key = f"key-{len(self.keys)}"
        self.keys[key] = (store, wanted)
        answer = self.world.place(store, wanted, key)
        assert answer.status_code == (202 if store == "async" else 201), answer.text
        order = self._came_in(answer.json()["partsOrderId"], store, "parts_orders", wanted)
        if store == "async":
            self.model.to_hold.append(order)
        else:
            order.hold()

    @precondition(lambda self: self.keys)
    @rule(which=pick)
    def place_again_with_the_same_key(self, which: int) -> None:
        key = sorted(self.keys)[which % len(self.keys)]
        store, wanted = self.keys[key]
        assert self.world.place(store, wanted, key).json()["partsOrderId"] in {each.id for each in self.model.orders}

    @precondition(lambda self: len(self.model.orders) < MOST_ORDERS)
    @rule(wanted=any_lines)
    def enter(self, wanted: Wanted) -> None:
        self._enter(str(UUID(int=len(self.model.orders))).upper(), wanted)

    @precondition(lambda self: 0 < len(self.model.orders) < MOST_ORDERS)
    @rule(which=pick, wanted=any_lines)
    def submit_again(self, which: int, wanted: Wanted) -> None:
        newest = self.model.submissions(self._order(which).uuid)[-1]
        self.model.replace(newest, wanted)
        order = self._enter(newest.uuid, wanted)
        first = self.model.submissions(newest.uuid)[0]
        order.revision = newest.revision + 1
        assert order.number == f"{first.number}-{order.revision}"
        assert order.id > newest.id
        agree.check_order(self.world, self.model, newest)

    @precondition(lambda self: len(self.model.orders) < MOST_ORDERS)
    @rule(wanted=stocked_lines)
    def sell(self, wanted: Wanted) -> None:
        sold = self.model.sellable("main", wanted)
        answer = self.world.sell(wanted).json()
        assert len(answer["errors"]) == len(wanted) - len(sold)
        if sold:
            cart = {"vendor_id": 100, "online_transaction_id": answer["online_transaction_id"]}
            document = self.world.read(Product.INVENTORY, "/sale/lookup", **cart)["vendor_salesdocument_id"]
            order = self._came_in(document, "main", "sale", sold)
            order.hold()
            for line in order.lines:
                line.has_core = True

    @precondition(lambda self: self.model.orders)
    @rule(
        which=pick,
        status=st.sampled_from(STATUSES),
        wanted=st.dictionaries(pick, st.integers(1, 7), min_size=1, max_size=2),
        tracking_id=st.sampled_from(["", "1Z1", "1Z2"]),
    )
    def track(self, which: int, status: str, wanted: dict[int, int], tracking_id: str) -> None:
        order = self._order(which)
        there = sorted({line.part for line in order.lines})
        parts = {there[line % len(there)]: quantity for line, quantity in wanted.items()}
        shipped_under = tracking_id or ("1Z1" if status in SHIPS else "")
        self._track(order, Update(status, tuple(sorted(parts.items())), shipped_under))

    @precondition(lambda self: self.last)
    @rule()
    def track_the_same_again(self) -> None:
        assert self.last is not None
        self._track(*self.last)

    @precondition(lambda self: self.model.orders)
    @rule(which=pick)
    def cancel_all(self, which: int) -> None:
        order = self._order(which)
        parts = {line.part: 0 for line in order.lines}
        for line in order.lines:
            parts[line.part] += len(line.units)
        self._track(order, Update("OC", tuple(sorted(parts.items()))))

    @precondition(lambda self: self.model.orders)
    @rule(which=pick, at=pick, days=st.integers(0, 4))
    def promise(self, which: int, at: int, days: int) -> None:
        order = self._order(which)
        number, line = self._line(order, at)
        day = self.world.clock.now().date() + timedelta(days=days)
        if not line.count("backorder"):
            with pytest.raises(NotOnBackOrder):
                self.world.promise(order.id, number, day)
            return
        self.world.promise(order.id, number, day)
        order.notices += ["promise"] * line.promise(day)

    @precondition(lambda self: self.model.sold)
    @rule(which=pick, decision=st.sampled_from([Approval.APPROVED, Approval.REJECTED]))
    def decide(self, which: int, decision: Approval) -> None:
        order = self.model.sold[which % len(self.model.sold)]
        is_over = order.is_void or order.replaced
        if order.vendor not in {"pending", decision.value}:
            with pytest.raises(AlreadyDecided):
                self.world.decide(order.id, decision)
        elif order.vendor == "pending" and is_over:
            with pytest.raises(NothingToDecide):
                self.world.decide(order.id, decision)
        else:
            self.world.decide(order.id, decision)
            self.model.decide(order, decision.value)
        agree.check_order(self.world, self.model, order)

    @precondition(lambda self: any(line.returnable for order in self.model.orders for line in order.lines))
    @rule(which=pick, at=pick, units=st.integers(1, 3), restock=st.booleans())
    def send_back(self, which: int, at: int, units: int, restock: bool) -> None:
        shipped = [order for order in self.model.orders if any(line.returnable for line in order.lines)]
        order = shipped[which % len(shipped)]
        number, line = self._line(order, at)
        to_shelf = restock and line.shelf is not None
        if units > line.returnable:
            with pytest.raises(TooManyReturned):
                self.world.send_back(order.id, number, units, restock=to_shelf)
            return
        self.world.send_back(order.id, number, units, restock=to_shelf)
        line.take_back(units, restock=to_shelf)
        order.notices += ["return_authorised", "return_credited"]
        self.model.note_arrivals()
        agree.check_order(self.world, self.model, order)

    @precondition(lambda self: self.model.sold)
    @rule(which=pick, at=pick, units=st.integers(1, 3), grade=st.sampled_from(list(Grade)))
    def bring_cores(self, which: int, at: int, units: int, grade: Grade) -> None:
        order = self.model.sold[which % len(self.model.sold)]
        number, line = self._line(order, at)
        if units > line.cores_out:
            with pytest.raises(TooManyCores):
                self.world.bring_cores(order.id, number, units, grade)
            return
        self.world.bring_cores(order.id, number, units, grade)
        line.cores_back += units
        agree.check_order(self.world, self.model, order)

    @rule(which=st.sets(pick, max_size=3))
    def mark_received(self, which: set[int]) -> None:
        marked = [order for place, order in enumerate(self.model.orders) if place in which]
        numbers = [order.number for order in marked]
        sent = [*numbers, "NOBODY-1"]
        answer = self.world.ask(Product.ECAT, "POST", "/td00/ext/v2/orders/new_orders", json=sent).json()["data"]
        assert [number for number, result in answer.items() if result["success"]] == numbers
        for order in marked:
            order.received = True

    @rule(place=st.sampled_from([(store, part) for store in sorted(STORES) for part in STOCKED]), on_hand=pick)
    def count_stock(self, place: tuple[str, str], on_hand: int) -> None:
        answer = self.world.count(*place, on_hand)
        assert answer.status_code == 200, answer.text
        shelf = self.model.shelves[place]
        shelf.on_hand = on_hand
        self.model.note_arrivals()
        told = answer.json()
        assert (told["quantity"], told["reserved"], told["sellable"]) == (on_hand, shelf.held, shelf.free)

    @rule(is_away=st.booleans())
    def mail_server(self, is_away: bool) -> None:
        self.world.post.is_away = is_away

    @rule()
    def worker_is_killed(self) -> None:
        self.world.die_with_jobs_in_hand()

    @rule()
    def work(self) -> None:
        self.world.wait(MORE_THAN_A_LEASE_AND_ANY_WAIT)
        self.world.work()
        self.model.hold_later()
        if not self.world.post.is_away:
            agree.check_all_is_mailed(self.world, self.model)

    @invariant()
    def books_are_right(self) -> None:
        agree.check_books(self.world, self.model)
        agree.check_nothing_is_mailed_twice(self.world)

    def teardown(self) -> None:
        try:
            self.world.post.is_away = False
            self.work()
            for order in self.model.orders:
                agree.check_order(self.world, self.model, order)
        finally:
            self.database.close()
            self._folder.cleanup()

    def _order(self, which: int) -> Order:
        return self.model.orders[which % len(self.model.orders)]

    def _line(self, order: Order, at: int) -> tuple[int, Line]:
        """A line and its number."""
        place = at % len(order.lines)
        return place + 1, order.lines[place]

    def _enter(self, uuid: str, wanted: Wanted) -> Order:
        answer = self.world.enter(uuid, wanted)
        assert answer.status_code == 201, answer.text
        order = self._came_in(answer.json()["data"]["id"], "main", "order_entry", wanted)
        assert order.uuid == uuid
        order.hold()
        return order

    def _came_in(self, order_id: int, store: str, channel: str, wanted: Wanted) -> Order:
        told = self.world.read(Product.ECAT, f"/td00/ext/v2/orders/{order_id}.json")
        lines = self.model.lines(store, wanted)
        order = Order(order_id, store, channel, told["uuid"], told["order_number"], lines)
        self.model.orders.append(order)
        return order

    def _track(self, order: Order, update: Update) -> None:
        self.last = (order, update)
        answer = self.world.track(order.number, update)
        assert answer.status_code == 204, answer.text
        order.take(update, self.world.clock.now())
        self.model.note_arrivals()
        agree.check_order(self.world, self.model, order)


def test_all_views_agree_whatever_happens(sqlite_template: Path) -> None:
    machine = type("OneTruthHere", (OneTruth,), {"template": sqlite_template})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
