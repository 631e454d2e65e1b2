"""What would fit a part request: its words are resolved as those of a search by the same user."""

import re

from partscounter.database import ReadTx
from partscounter.domain import catalog, mappings
from partscounter.domain.catalog import NameKind
from partscounter.domain.leads import LeadDraft, LeadKind
from partscounter.domain.leads.wants import Wanted
from partscounter.kit.text import squash
from partscounter.wire.inventory.user import ApiUser

_LONGEST_NUMBER = 15
_YEARS = re.compile(r"([0-9]{4})(?:\s*[-,]\s*([0-9]{4}))?")


def wanted_of(tx: ReadTx, user: ApiUser, draft: LeadDraft) -> Wanted | None:
    """None for a lead of another kind. Only what the user sees can fit, of the vendor that it names if it does."""
    if draft.kind is not LeadKind.PART_REQUEST:
        return None
    facts = dict(draft.facts)
    years = _YEARS.fullmatch(facts.get("year", "").strip())
    return Wanted(
        part_types=_keys(tx, user, NameKind.PART_TYPE, facts.get("part_type", "")),
        makes=_keys(tx, user, NameKind.MAKE, facts.get("make", "")),
        models=_keys(tx, user, NameKind.MODEL, facts.get("model", "")),
        year_from=None if years is None else int(years[1]),
        year_to=None if years is None else int(years[2] or years[1]),
        line=user.line,
        dealer_id=draft.dealer_id,
        credential_id=user.credential.id,
    )


def _keys(tx: ReadTx, user: ApiUser, kind: NameKind, word: str) -> frozenset[str] | None:
    """As keys of names and not as their numbers: what is looked for may have no number yet. The wildcard has no key."""
    key = squash(word)
    if not key:
        return None
    mapped = mappings.find_native_keys(tx, user.credential.id, kind, word)
    if mapped is not None:
        return mapped
    is_number = word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER
    if is_number and catalog.find_name(tx, kind, word) is None:
        numbered = catalog.list_names(tx, kind, [int(word)])
        return frozenset(squash(name.text) for name in numbered) or frozenset({key})
    return frozenset({key})
