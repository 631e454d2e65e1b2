"""Kinds of files that are taken in one transaction: aliases, the mapping of an API user, customers."""

from collections.abc import Mapping, Sequence
from functools import partial

from partscounter.database import Database
from partscounter.domain import customers, mappings
from partscounter.domain.catalog import aliases
from partscounter.domain.customers import CustomerDraft, CustomersRefused
from partscounter.domain.file_imports.choices import Choices
from partscounter.domain.file_imports.errors import NotAllowed
from partscounter.kit.actor import Actor
from partscounter.kit.refusal import Invalid, Violation
from partscounter.kit.sheets import AnyFile, ErrorFile, open_table, row_place


def import_aliases(
    database: Database, actor: Actor, file: AnyFile, choices: Choices, errors: ErrorFile
) -> Mapping[str, int]:
    """Refuses as the aliases do, and with NotAllowed for who does not work for all dealers: all of them share these."""
    if choices.vendors is not None:
        raise NotAllowed("Aliases are shared by all dealers; who works for some of them cannot change them.")
    told = aliases.read_alias_file(file, errors)
    with database.read() as tx:
        change = aliases.check_aliases(tx, told.rows, partial(errors.add_placed, told.records))
    if not choices.dry_run:
        change = database.write(actor, partial(aliases.put_aliases, rows=told.rows))
    return {"aliases": change.told, "new or changed": change.changed}


def import_mapping(
    database: Database, actor: Actor, file: AnyFile, choices: Choices, errors: ErrorFile
) -> Mapping[str, int]:
    """In place of the mapping that the user has; refuses as mappings do, and with NotAllowed for nobody's."""
    user_id = choices.user_id
    if user_id is None:
        raise NotAllowed("A mapping is one API user's; name the user.")
    rows = mappings.read_mapping_file(file, errors)
    size = mappings.check_mapping(rows)
    if not choices.dry_run:
        size = database.write(actor, lambda tx: mappings.replace_mapping(tx, user_id, rows))
    return {"values": size.values, "native names": size.pairs}


def import_customers(
    database: Database, actor: Actor, file: AnyFile, choices: Choices, errors: ErrorFile
) -> Mapping[str, int]:
    """Refuses as customers do, and for a row of another dealer's."""
    table = open_table(file, (), others_pass=True)
    errors.begin(table.header)
    try:
        drafts = customers.read_customers(file)
        _require_own(drafts, choices)
        with database.read() as tx:
            counts = customers.check_import(tx, drafts)
    except Invalid as refused:
        for violation in refused.violations:
            errors.add_placed(table.records, violation)
        raise
    if not choices.dry_run:
        counts = database.write(actor, lambda tx: customers.import_customers(tx, drafts))
    return {
        "customers": len(drafts),
        "added": counts.added,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
    }


def _require_own(drafts: Sequence[CustomerDraft], choices: Choices) -> None:
    foreign = [draft for draft in drafts if choices.vendors is not None and draft.vendor_id not in choices.vendors]
    if foreign:
        wrong = [Violation(row_place(draft.line), f"vendor {draft.vendor_id!r} is not yours") for draft in foreign]
        raise CustomersRefused(f"{len(foreign)} customers are of other vendors", tuple(wrong))
