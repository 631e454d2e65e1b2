"""Each question asked of our own `Search`."""

from collections.abc import Callable

from benchmarks.search.shapes import Question
from partscounter.search import Search


def prepared(search: Search, question: Question) -> Callable[[], int]:
    """A call that asks the question; it tells the number of hits, or of values."""
    if question.uid is not None:
        uid = question.uid
        return lambda: len(search.view().lookup([uid]))
    if question.counted is not None:
        field = question.counted
        return lambda: len(search.available(field, question.request.wanted))
    return lambda: search.search(question.request).total
