"""Which module holds which command. A command's module is imported when the command is called: starting is then quick.

Each module has `register(program)`, which adds its command. To add one, write the module and name it here, in the
order in which help lists them.
"""

import gc
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

import typer
from typer.core import TyperCommand
from typer.main import get_group

COMMANDS: Mapping[str, str] = {
    "demo": "demo",
    "serve": "serve",
    "import": "imports",
    "mappings": "mappings",
    "aliases": "aliases",
    "dealer": "dealer",
    "account": "account",
    "credential": "credential",
    "customers": "customers",
    "tracking": "tracking",
    "push": "push_orders",
    "orders": "orders",
    "leads": "report_leads",
    "approvers": "approvers",
    "sales": "sales",
    "cores": "cores",
    "returns": "returns",
    "machines": "machines",
    "wants": "wants",
    "settings": "show_settings",
    "check": "check",
    "notifications": "notifications",
    "jobs": "parked_jobs",
    # The parts of a running server, each a process of its own; `serve` and `demo` start them.
    "web-process": "web_process",
    "worker-process": "worker_process",
    "after-web": "after_web",
    "prepare-demo": "prepare_demo",
}


def load_command(name: str) -> TyperCommand | None:
    """The command of that name; None if there is none."""
    if name not in COMMANDS:
        return None
    holder = typer.Typer()
    holder.callback()(_nothing)  # makes a group even of one command, so that the command is found by its name
    _load_module(f"partscounter.cli.{COMMANDS[name]}").register(holder)
    return get_group(holder).commands[name]  # type: ignore[return-value]  # typer hides the name of their common type


def _load_module(name: str) -> ModuleType:
    # Importing makes hundreds of thousands of objects, none of them garbage: to collect meanwhile takes a tenth more.
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.enable()


def _nothing() -> None: ...
