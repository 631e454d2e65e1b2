"""`partscounter machines`: machines, their codes and labels, and service kits (docs/machines.md)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.machine_labels import labels
from partscounter.cli.table_options import DryRun, Errors, TableFile, open_errors
from partscounter.database import WriteTx
from partscounter.domain import assets, customers, machines
from partscounter.domain.assets import Asset
from partscounter.domain.customers import UnknownCustomer
from partscounter.domain.inventory.sheets import SheetKind, import_sheet
from partscounter.domain.machines import FACTS, KITS, MACHINES

_PAGE = 1000

RowT = TypeVar("RowT")
ChangeT = TypeVar("ChangeT")


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Machines, known by the QR code on them.")
    group.command("add")(add)
    group.command("import")(import_machines)
    group.command("list")(list_all)
    group.command("codes")(codes)
    group.command("labels")(labels)
    kits = typer.Typer(no_args_is_help=True, help="Service kits: parts for a make, model and number of hours.")
    kits.command("import")(import_kits)
    kits.command("list")(list_kits)
    group.add_typer(kits, name="kits")
    program.add_typer(group, name="machines")


def add(
    context: typer.Context,
    serial_number: Annotated[str, typer.Argument(help="The machine's serial number.")],
    *,
    originator: Annotated[str, typer.Option(help="Dealer code of whoever puts the code on the machine.")],
    make: str = "CAT",
    model: str = "",
    product_family: str = "",
    build_year: Annotated[int | None, typer.Option(min=1901, max=2200)] = None,
    smcs_code: Annotated[str, typer.Option(help="Service Management Control System code.")] = "",
    work_code: Annotated[str, typer.Option(help="What the machine mainly does.")] = "",
    work_description: Annotated[str, typer.Option(help="The same in words.")] = "",
    work_type: Annotated[str, typer.Option(help="The kind of the code, such as Engine.")] = "",
    work_assigned_at: Annotated[str, typer.Option(help="Since when, such as 2022-06-28; required with a code.")] = "",
    segment_code: Annotated[str, typer.Option(help="The trade that it works in.")] = "",
    segment_description: Annotated[str, typer.Option(help="The same in words.")] = "",
    sub_segment_code: Annotated[str, typer.Option(help="The part of the trade.")] = "",
    sub_segment_description: Annotated[str, typer.Option(help="The same in words.")] = "",
    code: Annotated[str, typer.Option(help="A code that was printed before, or of its maker; new without it.")] = "",
    userid: Annotated[str, typer.Option(help="Whose machine it is: the end-user id of a customer.")] = "",
) -> None:
    """Associate a machine with a QR code and print the code."""
    said = (
        *(serial_number, make, model, product_family, build_year, smcs_code),
        *(work_code, work_description, work_type, work_assigned_at),
        *(segment_code, segment_description, sub_segment_code, sub_segment_description),
    )
    texts = {name: str(text or "") for name, text in zip(FACTS, said, strict=True)} | {"qr_code": code}

    def associate(tx: WriteTx) -> Asset:
        owner = _owner(tx, userid) if userid else None
        return machines.add_machine(tx, texts, originator=originator, customer_id=owner)

    with open_app(settings_of(context)) as app:
        typer.echo(app.database.write(OPERATOR, associate).qr_code)


def codes(context: typer.Context, count: Annotated[int, typer.Argument(help="How many.")]) -> None:
    """Make codes to be printed before it is known which machines will bear them; `machines add --code` claims one."""
    with open_app(settings_of(context)) as app:
        for made in app.database.write(OPERATOR, lambda tx: assets.make_codes(tx, count)):
            typer.echo(made.code)


def list_all(
    context: typer.Context, *, free: Annotated[bool, typer.Option("--free", help="Codes without a machine.")] = False
) -> None:
    """Print every machine, or every code that waits for one."""
    with open_app(settings_of(context)) as app, app.database.read() as tx:
        if free:
            for each in assets.list_free_codes(tx):
                typer.echo(f"{each.code}  made {each.made_at:%Y-%m-%d} by {each.made_by}")
            return
        after = 0
        while page := assets.list_assets(tx, after=after, limit=_PAGE):
            for machine in page:
                typer.echo(_line(machine))
            after = page[-1].id


def import_machines(context: typer.Context, file: TableFile, dry_run: DryRun = False, errors: Errors = None) -> None:
    """Make machines known, or change what is known of them: every row of FILE, or nothing if anything is wrong."""
    _import(context, MACHINES, file, dry_run=dry_run, errors=errors)


def import_kits(context: typer.Context, file: TableFile, dry_run: DryRun = False, errors: Errors = None) -> None:
    """Make service kits known, or replace their parts: every row of FILE, or nothing if anything is wrong."""
    _import(context, KITS, file, dry_run=dry_run, errors=errors)


def list_kits(context: typer.Context) -> None:
    """Print every service kit with its parts."""
    with open_app(settings_of(context)) as app, app.database.read() as tx:
        for kit in machines.list_kits(tx):
            parts = ", ".join(f"{part.quantity} x {part.part_number}" for part in kit.parts)
            name = f" {kit.name}" if kit.name else ""
            typer.echo(f"{kit.make} {kit.model}  {kit.hours} h{name}  {parts}")


def _import(
    context: typer.Context,
    kind: SheetKind[RowT, ChangeT],
    file: Path,
    *,
    dry_run: bool,
    errors: Path | None,
) -> None:
    with open_errors(errors, file) as error_file, open_app(settings_of(context)) as app:
        counts = import_sheet(app.database, kind, file, OPERATOR, error_file, dry_run=dry_run)
    if dry_run:
        typer.echo("dry run: nothing was written")
    typer.echo(f"{file.name}: {_told(counts)}")


def _told(counts: Mapping[str, int]) -> str:
    (what, rows), *others = counts.items()
    return ", ".join([f"{rows:,} {what}", *(f"{count:,} {label}" for label, count in others)])


def _owner(tx: WriteTx, userid: str) -> int:
    customer = customers.find_customer_by_userid(tx, userid)
    if customer is None:
        raise UnknownCustomer(f"There is no customer with the end-user id {userid}.")
    return customer.id


def _line(machine: Asset) -> str:
    facts = [
        machine.qr_code,
        machine.name,
        machine.serial_number,
        machine.product_family,
        str(machine.build_year or ""),
    ]
    return "  ".join(fact for fact in facts if fact)
