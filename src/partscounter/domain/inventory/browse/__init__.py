"""Leafing through stock as its dealer does: by exact number, and what a search does not find as it cannot be bought."""

from partscounter.domain.inventory.browse.find_numbered import find_numbered
from partscounter.domain.inventory.browse.list_unsold import Unsold, UnsoldFilter, list_unsold

__all__ = ["Unsold", "UnsoldFilter", "find_numbered", "list_unsold"]
