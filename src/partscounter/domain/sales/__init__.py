"""Sales documents: listing and adjusting them, and what both sides agree to."""

from partscounter.domain.sales.adjust import add_adjustment, enter_adjustment, remove_adjustment
from partscounter.domain.sales.adjustment import Adjustment, AdjustmentDraft, subtotal_of, tax_of, total_of
from partscounter.domain.sales.approve_by_link import (
    AskedApproval,
    decide_by_link,
    get_asked_approval,
    sign_approval_link,
)
from partscounter.domain.sales.cancelled import CancelledAmounts, cancelled_of, cancelled_of_line
from partscounter.domain.sales.decide import decide, is_over, status_of
from partscounter.domain.sales.errors import (
    AlreadyDecided,
    DocumentOver,
    FixedAdjustment,
    InvalidAdjustment,
    NothingToDecide,
    UnknownAdjustment,
    UnknownApprovalLink,
)
from partscounter.domain.sales.events import AdjustmentChanged
from partscounter.domain.sales.list_sold import list_sold, load_adjustments
from partscounter.domain.sales.sold_filter import SoldFilter

__all__ = [
    "Adjustment",
    "AdjustmentChanged",
    "AdjustmentDraft",
    "AlreadyDecided",
    "AskedApproval",
    "CancelledAmounts",
    "DocumentOver",
    "FixedAdjustment",
    "InvalidAdjustment",
    "NothingToDecide",
    "SoldFilter",
    "UnknownAdjustment",
    "UnknownApprovalLink",
    "add_adjustment",
    "cancelled_of",
    "cancelled_of_line",
    "decide",
    "decide_by_link",
    "enter_adjustment",
    "get_asked_approval",
    "is_over",
    "list_sold",
    "load_adjustments",
    "remove_adjustment",
    "sign_approval_link",
    "status_of",
    "subtotal_of",
    "tax_of",
    "total_of",
]
