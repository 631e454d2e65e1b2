"""What customers and approvers are told of beside the steps of an order; the values are stored."""

from enum import StrEnum


class Notice(StrEnum):
    """One kind of mail, always sent."""

    APPROVAL_WANTED = "approval_wanted"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETURN_AUTHORISED = "return_authorised"
    RETURN_CREDITED = "return_credited"
