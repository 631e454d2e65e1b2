"""Part types found among the results of a search that names none, with links to the same search within each."""

from partscounter.database import ReadTx
from partscounter.domain.access import Credential
from partscounter.domain.catalog import NameKind
from partscounter.search import Field, Search, SearchRequest
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.links import narrowed_search
from partscounter.wire.inventory.names import names_of, words_for
from partscounter.wire.inventory.user import ApiUser
from partscounter_contracts.inventory import WILDCARD, SuggestedPartType


def suggested_counts(search: Search, request: SearchRequest, part_type: str) -> dict[int, int]:
    """How many results each part type has; none where the search has a part type already."""
    return search.counts(Field.PART_TYPE, request) if part_type == WILDCARD else {}


def suggested_part_types(
    tx: ReadTx, user: ApiUser, counts: dict[int, int], incoming: Incoming[Credential]
) -> list[SuggestedPartType]:
    """The part types with the most results first, then by name; all in the user's words."""
    words = words_for(tx, user, names_of(tx, NameKind.PART_TYPE, counts), NameKind.PART_TYPE)
    words.sort(key=lambda word: -sum(counts[number] for number in word.numbers))
    return [
        SuggestedPartType(part_name=word.text, part_type_id=word.id, uri=narrowed_search(incoming, word.text))
        for word in words
    ]
