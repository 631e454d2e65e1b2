"""Makes an account."""

import re
from collections.abc import Collection
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain.access import NewSecret
from partscounter.domain.accounts import store
from partscounter.domain.accounts.account import LONGEST_TEXT, Account, Role
from partscounter.domain.accounts.errors import EmailTaken, InvalidAccount
from partscounter.domain.accounts.events import AccountSet
from partscounter.domain.accounts.lookup import get_account
from partscounter.kit.refusal import Violation

_EMAIL: Final = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")


def create_account(
    tx: WriteTx,
    *,
    email: str,
    name: str,
    role: Role,
    dealer_ids: Collection[int] = (),
    customer_id: int | None = None,
    language: str = "en",
    password: NewSecret | None = None,
) -> Account:
    """The new account. Without `password`, which is hashed outside the transaction, the person chooses one by a link.

    Raises InvalidAccount naming every wrong field, EmailTaken.
    """
    address, called = email.strip().lower(), " ".join(name.split())
    _refuse_invalid(address, called, role, dealer_ids, customer_id)
    account_id = store.insert(
        tx,
        {
            "email": address,
            "name": called,
            "role": role.value,
            "created_at": tx.now,
            "customer_id": customer_id,
            "language": language,
            "enabled": True,
            "password_hash": None if password is None else password.hash,
            "password_number": 0,
            "code_step": 0,
        },
    )
    if account_id is None:
        raise EmailTaken(f"There is an account of {address} already.")
    store.replace_dealers(tx, account_id, dealer_ids)
    account = get_account(tx, account_id)
    tx.emit(AccountSet.of(account))
    return account


def refuse_wrong_place(role: Role, dealer_ids: Collection[int], customer_id: int | None) -> list[Violation]:
    """Who belongs to a dealer, who to a customer."""
    violations = []
    if role in {Role.MANAGER, Role.CLERK} and not dealer_ids:
        violations.append(Violation("dealers", f"a {role} works for at least one dealer"))
    if role in {Role.OPERATOR, Role.CUSTOMER} and dealer_ids:
        violations.append(Violation("dealers", f"a {role} works for no dealer"))
    if (role is Role.CUSTOMER) is not (customer_id is not None):
        violations.append(Violation("customer", "a customer's account, and no other, stands for a customer"))
    return violations


def _refuse_invalid(email: str, name: str, role: Role, dealer_ids: Collection[int], customer_id: int | None) -> None:
    violations = refuse_wrong_place(role, dealer_ids, customer_id)
    if not _EMAIL.fullmatch(email) or len(email) > LONGEST_TEXT:
        violations.insert(0, Violation("email", "must be a mail address", email))
    if not 0 < len(name) <= LONGEST_TEXT or not name.isprintable():
        violations.append(Violation("name", f"must be 1 to {LONGEST_TEXT} printable characters", name))
    if violations:
        raise InvalidAccount("The account cannot be made so.", tuple(violations))
