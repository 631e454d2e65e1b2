"""Making codes to be printed before it is known which machines will bear them."""

from partscounter.database import WriteTx
from partscounter.domain.assets import store as sql
from partscounter.domain.assets.code import FreeCode, new_code
from partscounter.domain.assets.errors import TooManyCodes
from partscounter.domain.assets.events import CodesMade
from partscounter.kit.refusal import Violation

MOST_AT_ONCE = 10_000


def make_codes(tx: WriteTx, count: int) -> list[FreeCode]:
    """`count` new codes, each free until a machine is associated with it; refuses with TooManyCodes."""
    if not 1 <= count <= MOST_AT_ONCE:
        issue = f"From 1 to {MOST_AT_ONCE} codes can be made at once."
        raise TooManyCodes(issue, (Violation("count", issue, count),))
    made = [FreeCode(new_code(), tx.now, tx.actor.name) for _ in range(count)]
    sql.insert_codes(tx, made)
    tx.emit(CodesMade(first=made[0].code, count=count))
    return made
