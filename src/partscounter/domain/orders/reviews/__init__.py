"""Resubmissions that replaced every part of an order: perhaps a new order under an old number; somebody must look."""

from partscounter.domain.orders.reviews.close_review import Verdict, close_review
from partscounter.domain.orders.reviews.errors import NothingToReview
from partscounter.domain.orders.reviews.events import ReviewClosed
from partscounter.domain.orders.reviews.lookup import find_review, list_open_reviews
from partscounter.domain.orders.reviews.review import Review

__all__ = [
    "NothingToReview",
    "Review",
    "ReviewClosed",
    "Verdict",
    "close_review",
    "find_review",
    "list_open_reviews",
]
