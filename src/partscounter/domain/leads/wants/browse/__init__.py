"""Lists of who waits for what, for those who work at the counter."""

from partscounter.domain.leads.wants.browse.search import WantsWanted, end_want_of_dealer, search_waiting

__all__ = ["WantsWanted", "end_want_of_dealer", "search_waiting"]
