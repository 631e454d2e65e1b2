"""Creates a credential."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import NO_OPTIONS, Credential, OptionValue, Product, is_possible_name
from partscounter.domain.access.errors import InvalidCredential
from partscounter.domain.access.events import CredentialCreated
from partscounter.domain.access.grant_dealers import refuse_unknown_dealers
from partscounter.domain.access.lookup import get_credential
from partscounter.domain.access.secret import NewSecret
from partscounter.kit.refusal import Violation

MOST_REQUESTS: Final = 1_000_000
"""Per minute; more than any counter answers, and it fits the column."""
_SCOPE: Final = re.compile(r"[\x21\x23-\x5B\x5D-\x7E]+")


def create_credential(
    tx: WriteTx,
    *,
    product: Product,
    name: str,
    secret: NewSecret,
    dealer_ids: Iterable[int] = (),
    all_dealers: bool = False,
    scopes: Iterable[str] = (),
    is_admin: bool = False,
    options: Mapping[str, OptionValue] = NO_OPTIONS,
    requests_per_minute: int | None = None,
) -> Credential:
    """The new credential, enabled. `secret` was made by `new_secret` outside the transaction: hashing is slow.

    Raises InvalidCredential naming every wrong field, UnknownDealers, CredentialNameTaken.
    """
    granted, held = frozenset(dealer_ids), frozenset(scopes)
    _refuse_invalid(name, held, requests_per_minute)
    refuse_unknown_dealers(tx, granted)
    credential_id = store.insert(
        tx,
        product=product,
        name=name,
        secret_hash=secret.hash,
        all_dealers=all_dealers,
        scopes=held,
        is_admin=is_admin,
        options=options,
        requests_per_minute=requests_per_minute,
    )
    store.add_dealers(tx, credential_id, granted)
    credential = get_credential(tx, credential_id)
    tx.emit(CredentialCreated.of(credential))
    return credential


def refuse_invalid_limits(scopes: frozenset[str], requests_per_minute: int | None) -> None:
    """Raises InvalidCredential naming every wrong field."""
    violations = _limit_violations(scopes, requests_per_minute)
    if violations:
        raise InvalidCredential("The credential is not valid.", tuple(violations))


def _refuse_invalid(name: str, scopes: frozenset[str], requests_per_minute: int | None) -> None:
    violations = []
    if not is_possible_name(name):
        violations.append(Violation("name", "must be 1 to 200 printable characters", name))
    if ":" in name:
        violations.append(Violation("name", "must not contain a colon: HTTP Basic could not carry it", name))
    violations += _limit_violations(scopes, requests_per_minute)
    if violations:
        raise InvalidCredential("The credential is not valid.", tuple(violations))


def _limit_violations(scopes: frozenset[str], requests_per_minute: int | None) -> list[Violation]:
    violations = [
        Violation("scopes", "must be words without blanks, quotes or backslashes", scope)
        for scope in sorted(scopes)
        if not _SCOPE.fullmatch(scope)
    ]
    if requests_per_minute is not None and requests_per_minute < 1:
        violations.append(Violation("requests_per_minute", "must be at least 1", requests_per_minute))
    if requests_per_minute is not None and requests_per_minute > MOST_REQUESTS:
        violations.append(Violation("requests_per_minute", f"must be at most {MOST_REQUESTS}", requests_per_minute))
    return violations
