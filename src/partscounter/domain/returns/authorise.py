"""Deciding on a return that was asked for, and giving one up."""

from partscounter.database import WriteTx
from partscounter.domain.returns import store as sql
from partscounter.domain.returns.events import ReturnChanged
from partscounter.domain.returns.goods_return import GoodsReturn, ReturnState
from partscounter.domain.returns.lookup import get_return, hold_return


def authorise_return(tx: WriteTx, return_id: int, *, note: str = "") -> GoodsReturn:
    """The return, for which goods may now be sent. Refuses with UnknownReturn and WrongReturnState."""
    hold_return(tx, return_id, ReturnState.REQUESTED)
    return change_state(tx, return_id, ReturnState.AUTHORISED, note)


def refuse_return(tx: WriteTx, return_id: int, *, note: str = "") -> GoodsReturn:
    """The return, of which nothing comes. Refuses with UnknownReturn and WrongReturnState."""
    hold_return(tx, return_id, ReturnState.REQUESTED)
    return change_state(tx, return_id, ReturnState.REFUSED, note)


def withdraw_return(tx: WriteTx, return_id: int) -> GoodsReturn:
    """The return, given up before anything came. Refuses with UnknownReturn and WrongReturnState."""
    hold_return(tx, return_id, ReturnState.REQUESTED, ReturnState.AUTHORISED)
    return change_state(tx, return_id, ReturnState.WITHDRAWN)


def change_state(tx: WriteTx, return_id: int, state: ReturnState, note: str | None = None) -> GoodsReturn:
    """Store and announce the state. The caller holds the return."""
    sql.set_state(tx, return_id, state, note)
    changed = get_return(tx, return_id)
    tx.emit(ReturnChanged(changed))
    return changed
