"""Part types found among the results of a search that names none, with links to the same search within each."""

from partscounter.database import ReadTx
from partscounter.domain.access import Credential
from partscounter.domain.catalog import NameKind
from partscounter.search import Field, Search, SearchRequest
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.links import narrowed_search
from partscounter.wire.inventory.names import names_of
from partscounter_contracts.inventory import WILDCARD, SuggestedPartType


def suggested_counts(search: Search, request: SearchRequest, part_type: str) -> dict[int, int]:
    """How many results each part type has; none where the search has a part type already."""
    return search.counts(Field.PART_TYPE, request) if part_type == WILDCARD else {}


def suggested_part_types(tx: ReadTx, counts: dict[int, int], incoming: Incoming[Credential]) -> list[SuggestedPartType]:
    """The part types with the most results first, then by name."""
    names = sorted(names_of(tx, NameKind.PART_TYPE, counts), key=lambda name: -counts[name.id])
    return [
        SuggestedPartType(part_name=name.text, part_type_id=name.id, uri=narrowed_search(incoming, name.text))
        for name in names
    ]
