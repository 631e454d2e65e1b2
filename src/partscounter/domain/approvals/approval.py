"""Whether vendor and customer have agreed to a sale (inventory, "Sales Document Approval Status")."""

from enum import StrEnum


class Approval(StrEnum):
    """What one side has said of a sales document; the values are stored and stand on the wire."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class Side(StrEnum):
    """Who is asked."""

    VENDOR = "vendor"
    CUSTOMER = "customer"
