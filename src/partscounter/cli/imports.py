"""`partscounter import`: the commands that take data in from files."""

import typer

from partscounter.cli.import_aliases import import_aliases
from partscounter.cli.import_customers import import_customers
from partscounter.cli.import_inventory import import_inventory
from partscounter.cli.import_mappings import import_mappings
from partscounter.cli.import_sheets import import_images, import_stores, import_vehicles
from partscounter.cli.import_template_rules import import_template_rules
from partscounter.cli.import_templates import import_templates


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Take data in from files.")
    group.callback()(_group)
    group.command("inventory")(import_inventory)
    group.command("stores")(import_stores)
    group.command("vehicles")(import_vehicles)
    group.command("images")(import_images)
    group.command("mappings")(import_mappings)
    group.command("aliases")(import_aliases)
    group.command("templates")(import_templates)
    group.command("template-rules")(import_template_rules)
    group.command("customers")(import_customers)
    program.add_typer(group, name="import")


def _group() -> None:
    """Take data in from files."""
