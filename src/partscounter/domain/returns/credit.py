"""Crediting a return: its price without the dealer's share, and its tax, as adjustments of the document."""

from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain import sales
from partscounter.domain.orders import Order, OrderLine
from partscounter.domain.returns.authorise import change_state
from partscounter.domain.returns.errors import InvalidReturn
from partscounter.domain.returns.goods_return import GoodsReturn, ReturnState
from partscounter.domain.returns.lookup import hold_return, list_returns
from partscounter.domain.returns.terms import get_return_terms
from partscounter.domain.sales import AdjustmentDraft
from partscounter.kit.money import to_cents
from partscounter.kit.refusal import Violation


def credit_return(tx: WriteTx, return_id: int, *, restocking_percent: Decimal | None = None) -> GoodsReturn:
    """The return, credited once; the dealer's own percentage unless another is given.

    Each line's credit is the net price of what came and the tax on it; shipping is not given back. Whatever is
    returned in however many parts, the tax adds up to the line's. Refuses with UnknownReturn, WrongReturnState and
    InvalidReturn.
    """
    held, order = hold_return(tx, return_id, ReturnState.RECEIVED)
    percent = get_return_terms(tx, order.dealer_id).restocking_percent
    percent = percent if restocking_percent is None else restocking_percent
    if not Decimal(0) <= percent <= Decimal(100):
        violation = Violation("restocking_percent", "must be from 0 to 100", percent)
        raise InvalidReturn("The return cannot be credited like this.", (violation,))
    credited = [each for each in list_returns(tx, order.id) if each.state is ReturnState.CREDITED]
    net = sum((_credit_line(tx, order, line, held, credited) for line in order.lines), Decimal("0.00"))
    fee = to_cents(net * percent / 100)
    if fee:
        draft = AdjustmentDraft(name="Restocking fee", amount=fee, reason=held.number, description=held.number)
        sales.enter_adjustment(tx, order.id, draft, tax=Decimal("0.00"), return_id=held.id)
    return change_state(tx, held.id, ReturnState.CREDITED)


def _credit_line(tx: WriteTx, order: Order, line: OrderLine, held: GoodsReturn, credited: list[GoodsReturn]) -> Decimal:
    """The net credit of one line; 0.00 where nothing of it came."""
    units = held.claims(line.number)
    net = to_cents(line.price.each * units)
    before = sum(each.claims(line.number) for each in credited)
    tax = _tax_on(line, before + units) - _tax_on(line, before)
    if net or tax:
        draft = AdjustmentDraft(
            name="Return credit",
            amount=-net,
            reason=held.number,
            description=f"{held.number}: {units} x {line.code}",
            line_number=line.number,
            is_taxable=bool(tax),
        )
        sales.enter_adjustment(tx, order.id, draft, tax=-tax, return_id=held.id)
    return net


def _tax_on(line: OrderLine, units: int) -> Decimal:
    """The tax on the first `units` of the line."""
    return to_cents(line.tax * units / line.quantity)
