"""Cores: the deposit on an old part, when it is due, and what comes back for it."""

from partscounter.domain.cores.balance import CoreBalance, balance_of
from partscounter.domain.cores.charge import CoreCharge, CoreEntry, CoreTerms, EntryKind, Grade
from partscounter.domain.cores.close_overdue import close_overdue
from partscounter.domain.cores.deposit import note_moves, open_deposits
from partscounter.domain.cores.errors import InvalidCore, TooManyCores, UnknownCore
from partscounter.domain.cores.events import CoreEntered, CoreTermsSet
from partscounter.domain.cores.lookup import list_balances, list_outstanding, load_balances
from partscounter.domain.cores.return_core import return_core
from partscounter.domain.cores.terms import get_core_terms, set_core_terms

__all__ = [
    "CoreBalance",
    "CoreCharge",
    "CoreEntered",
    "CoreEntry",
    "CoreTerms",
    "CoreTermsSet",
    "EntryKind",
    "Grade",
    "InvalidCore",
    "TooManyCores",
    "UnknownCore",
    "balance_of",
    "close_overdue",
    "get_core_terms",
    "list_balances",
    "list_outstanding",
    "load_balances",
    "note_moves",
    "open_deposits",
    "return_core",
    "set_core_terms",
]
