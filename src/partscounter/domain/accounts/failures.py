"""Slows guessing down: wrong passwords and codes are counted by account and by address, in the database, so that all
processes count together.
"""

from datetime import timedelta
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.accounts import store
from partscounter.domain.accounts.errors import TooManyFailures
from partscounter.kit.networks import network_of

WINDOW: Final = timedelta(minutes=15)
MOST_OF_ACCOUNT: Final = 10
MOST_OF_ADDRESS: Final = 50
"""More, because a whole shop may share one."""


def refuse_guessing(tx: ReadTx, email: str, address: str) -> None:
    """Raises TooManyFailures while there have been too many within the window."""
    since = tx.now - WINDOW
    for key, most in ((_of_account(email), MOST_OF_ACCOUNT), (_of_address(address), MOST_OF_ADDRESS)):
        failed = store.failures(tx, key, since)
        if len(failed) >= most:
            wait = failed[-most] + WINDOW - tx.now
            raise TooManyFailures(
                "There were too many wrong attempts. Please wait a little.", max(1, int(wait.total_seconds()))
            )


def note_failure(tx: WriteTx, email: str, address: str) -> None:
    """One more."""
    store.add_failure(tx, (_of_account(email), _of_address(address)), tx.now - WINDOW)


def forget_failures(tx: WriteTx, email: str) -> None:
    """The right person is in."""
    store.forget_failures(tx, _of_account(email))


def _of_account(email: str) -> str:
    return f"account:{email.strip().lower()}"


def _of_address(address: str) -> str:
    return f"address:{network_of(address)}"
