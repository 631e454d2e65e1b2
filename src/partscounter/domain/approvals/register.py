"""Naming the people who have to agree to a customer's orders, and forgetting them."""

from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain.approvals import store as sql
from partscounter.domain.approvals.approver import Approver
from partscounter.domain.approvals.errors import ApproverKnown, InvalidApprover, UnknownApprover
from partscounter.domain.approvals.events import ApproversChanged
from partscounter.kit.refusal import Violation

LONGEST = 254


def add_approver(
    tx: WriteTx,
    customer_id: int,
    *,
    name: str,
    email: str,
    language: str = "en",
    at_least: Decimal = Decimal("0.00"),
    at_most: Decimal | None = None,
) -> Approver:
    """An approver for orders from `at_least` to `at_most`; they count for orders placed from now on.

    Refuses with InvalidApprover, and with ApproverKnown where the customer has one with this address.
    """
    values = {
        "customer_id": customer_id,
        "name": name.strip(),
        "email": email.strip().lower(),
        "language": language,
        "at_least": at_least,
        "at_most": at_most,
    }
    _check(str(values["email"]), at_least, at_most)
    added = sql.insert_approver(tx, values)
    if added is None:
        raise ApproverKnown(f"{values['email']} is an approver of this customer already.")
    tx.emit(ApproversChanged(customer_id, added.id, added.email, is_added=True))
    return added


def remove_approver(tx: WriteTx, customer_id: int, email: str) -> Approver:
    """The approver who was; links mailed to them end. Orders that wait go on waiting. Refuses with UnknownApprover."""
    removed = sql.delete_approver(tx, customer_id, email.strip().lower())
    if removed is None:
        raise UnknownApprover(f"{email} is no approver of this customer.")
    tx.emit(ApproversChanged(customer_id, removed.id, removed.email, is_added=False))
    return removed


def _check(email: str, at_least: Decimal, at_most: Decimal | None) -> None:
    wrong: list[Violation] = []
    local, _, host = email.rpartition("@")
    if not local or not host or len(email) > LONGEST or any(each.isspace() for each in email):
        wrong.append(Violation("email", "must be a mail address", email))
    if at_least < 0:
        wrong.append(Violation("at_least", "must be at least 0", at_least))
    if at_most is not None and at_most < at_least:
        wrong.append(Violation("at_most", "must not be below at_least", at_most))
    if wrong:
        raise InvalidApprover("The approver cannot be kept.", tuple(wrong))
