"""English."""

from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications.groups import Group
from partscounter.domain.notifications.languages.wording import ApprovalWording, PageWording, Wording
from partscounter.domain.notifications.notice import Notice

ENGLISH = Wording(
    language="en",
    colon=": ",
    subject="{headline}: {number}",
    confirmation="Thank you for your order",
    headlines={
        TrackingStatus.DELIVERED: "Your order has been delivered",
        TrackingStatus.PARTIALLY_SHIPPED: "Your order is partially shipped",
        TrackingStatus.FULLY_SHIPPED: "Your order is fully shipped",
        TrackingStatus.PICKED_UP: "Your order has been picked up",
        TrackingStatus.READY_FOR_PICKUP: "Your order is ready for pickup",
        TrackingStatus.READY_FOR_PARTIAL_PICKUP: "Part of your order is ready for pickup",
        TrackingStatus.ON_HOLD: "Your order has been put on hold",
        TrackingStatus.RELEASED: "Your order has been released",
        TrackingStatus.CANCELLED: "Your order has been cancelled",
        TrackingStatus.EXCEPTION: "There is a problem with your order",
    },
    promised="A date for parts on back order",
    delayed="Parts on back order are delayed",
    on_back_order="{units} on back order, expected by {day}",
    instead_of="instead of {day}",
    introduction="{dealer} writes about your order {number}.",
    quantity="Quantity",
    part="Part",
    description="Description",
    carrier="Carrier",
    tracking_number="Tracking number",
    follow="Follow the shipment",
    see_order="See how far your order is",
    preferences="Choose which mails you get",
    notices={
        Notice.APPROVAL_WANTED: ("Your consent is wanted", "{buyer} has ordered from {dealer}: order {number}."),
        Notice.APPROVED: ("Your order has been approved", "{by} has approved your order {number} from {dealer}."),
        Notice.REJECTED: (
            "Your order has been rejected",
            "{by} has rejected your order {number} from {dealer}. Nothing more of it will be sent.",
        ),
        Notice.RETURN_AUTHORISED: (
            "Your return has been authorised",
            "{dealer} takes back these parts of your order {number}. Please send them with the number {named}.",
        ),
        Notice.RETURN_CREDITED: (
            "Your return has been credited",
            "{dealer} has credited these parts of your order {number}, returned as {named}.",
        ),
    },
    total="Total",
    note="Note",
    decide="Look at the order and decide",
    approval=ApprovalWording(
        title="Do you agree to this order?",
        question="{buyer} has ordered from {dealer}: order {number}.",
        note="Note (optional)",
        approve="Approve",
        reject="Reject",
        approved="This order has been approved.",
        rejected="This order has been rejected.",
        over="This order was cancelled or replaced; nothing is left to decide.",
    ),
    page=PageWording(
        title="Which mails would you like?",
        lead="Mail me when an order",
        groups={
            Group.DELIVERED: "has been delivered",
            Group.FULLY_SHIPPED: "is fully shipped",
            Group.PARTIALLY_SHIPPED: "is partially shipped",
            Group.PICKED_UP: "has been picked up",
            Group.READY_FOR_PICKUP: "is ready for pickup, whole or in part",
            Group.ON_HOLD: "has been put on hold",
            Group.RELEASED: "has been released",
            Group.PROBLEM: "has a problem",
        },
        always_sent="Order confirmations and cancellations are always sent.",
        dealer_may_not_tell="Not every dealer reports every step. Your dealer can tell you which ones you may expect.",
        not_counted="{dealer} sends every notification at present. Your choice is kept and counts as soon as {dealer} "
        "lets customers choose.",
        save="Save",
        saved="Your choice has been saved.",
        unsubscribe_title="Stop these mails?",
        unsubscribe_question="You would no longer be mailed when an order {group}.",
        unsubscribe="Stop these mails",
        unsubscribed="From now on you are not mailed when an order {group}.",
    ),
)
