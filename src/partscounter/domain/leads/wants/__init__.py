"""Wants: who waits for what, told once when it comes in."""

from partscounter.domain.leads.wants.add import add_want, save_search
from partscounter.domain.leads.wants.browse import WantsWanted, end_want_of_dealer, search_waiting
from partscounter.domain.leads.wants.end import end_search, end_want, end_want_of, get_want_of_link, sign_end_link
from partscounter.domain.leads.wants.errors import TooVague, UnknownWant
from partscounter.domain.leads.wants.events import WantAdded, WantEnded, WantMatched
from partscounter.domain.leads.wants.follow import Changes, find_cursor, note_fits, read_changes
from partscounter.domain.leads.wants.lookup import (
    WaitingFor,
    count_open,
    find_want_of_lead,
    get_want,
    list_searches,
    list_waiting,
    list_wants_of,
)
from partscounter.domain.leads.wants.match import Fits, KeywordsFit, Pair, find_fits
from partscounter.domain.leads.wants.recovered import Recovered, count_recovered
from partscounter.domain.leads.wants.tell import take_untold
from partscounter.domain.leads.wants.want import LIFETIME, Waiting, Want, WantDraft, Wanted, WantKind

__all__ = [
    "LIFETIME",
    "Changes",
    "Fits",
    "KeywordsFit",
    "Pair",
    "Recovered",
    "TooVague",
    "UnknownWant",
    "Waiting",
    "WaitingFor",
    "Want",
    "WantAdded",
    "WantDraft",
    "WantEnded",
    "WantKind",
    "WantMatched",
    "Wanted",
    "WantsWanted",
    "add_want",
    "count_open",
    "count_recovered",
    "end_search",
    "end_want",
    "end_want_of",
    "end_want_of_dealer",
    "find_cursor",
    "find_fits",
    "find_want_of_lead",
    "get_want",
    "get_want_of_link",
    "list_searches",
    "list_waiting",
    "list_wants_of",
    "note_fits",
    "read_changes",
    "save_search",
    "search_waiting",
    "sign_end_link",
    "take_untold",
]
