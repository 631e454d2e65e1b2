"""Refusals about reviews."""

from partscounter.kit.refusal import Conflict


class NothingToReview(Conflict):
    """The order needs no review, or somebody has given a verdict before."""

    code = "nothing_to_review"
