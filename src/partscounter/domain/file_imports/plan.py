"""From a dry run to the import itself: the same file, with the same choices, carried out once."""

from partscounter.database import WriteTx
from partscounter.domain.file_imports import store as sql
from partscounter.domain.file_imports.errors import NoPlan
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.lookup import get_any_import
from partscounter.domain.file_imports.take import Given, take_file_import
from partscounter.domain.inventory.imports import TooManyMissing

ALL_OF_IT = 100
"""Percent of a vendor's offer, where somebody has agreed that so much goes."""


def is_plan_to_carry_out(each: FileImport) -> bool:
    """Whether it is a person's dry run that ended well; the files of others are not kept."""
    return each.account_id is not None and each.dry_run and each.state is State.DONE


def waits_for_consent(each: FileImport) -> bool:
    """Whether it is a person's dry run that would take more off offer than its limit allows."""
    is_refused = each.dry_run and each.state is State.REFUSED and each.error_code == TooManyMissing.code
    return each.account_id is not None and is_refused


def carry_out_plan(tx: WriteTx, plan_id: int, token: str, *, account_id: int, consent: bool = False) -> FileImport:
    """The import of the plan's file, waiting for a worker; the same one for whoever asks again.

    `token` names the file from now on. With `consent`, a plan that would take too much off offer is planned once more
    and may take all of it. Refuses with UnknownFileImport and NoPlan.
    """
    plan = get_any_import(tx, plan_id)
    if not (waits_for_consent(plan) if consent else is_plan_to_carry_out(plan)):
        raise NoPlan("There is no plan to carry out: the dry run has not ended, or was refused.")
    given = Given(
        credential_id=None,
        account_id=account_id,
        kind=plan.kind,
        file_name=plan.file_name,
        token=token,
        size=plan.size,
        digest=sql.digest_of(tx, plan_id),
        dry_run=consent,
        allow_retire=ALL_OF_IT if consent else plan.allow_retire,
        user_id=plan.user_id,
        plan_id=plan_id,
    )
    return take_file_import(tx, given)
