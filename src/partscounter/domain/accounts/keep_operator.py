"""Keeps an instance from losing the last person who can run it."""

from partscounter.database import WriteTx
from partscounter.domain.accounts import store
from partscounter.domain.accounts.errors import LastOperator


def refuse_last_operator(tx: WriteTx, account_id: int) -> None:
    """Raises LastOperator if no other operator could still sign in. Holds all operators until the transaction ends.

    To be called before the account itself is held: whoever takes operators away holds them in the same order.
    """
    operators = store.lock_operators(tx)
    is_one = any(operator.id == account_id for operator in operators)
    others = [each for each in operators if each.id != account_id and each.password_hash is not None]
    if is_one and not others:
        raise LastOperator("There would be no operator left who can sign in.")
