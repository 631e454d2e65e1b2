"""Every way of saying no must have an answer at the doors."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from partscounter.kit.refusal import Refusal


def import_everything(package: ModuleType) -> None:
    """Import every module of the package but `__main__`, so that all subclasses are known to the interpreter."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__") and ".migrations." not in found.name:
            importlib.import_module(found.name)


def refusals_of(package: ModuleType) -> Iterator[type[Refusal]]:
    """Every subclass of Refusal that the package defines, at any depth."""
    waiting = Refusal.__subclasses__()
    while waiting:
        refusal = waiting.pop()
        waiting += refusal.__subclasses__()
        if refusal.__module__.partition(".")[0] == package.__name__:
            yield refusal


def ambiguous_codes(refusals: list[type[Refusal]]) -> list[str]:
    """Refusals without a code of their own: two classes that answer alike cannot be told apart by a caller."""
    owners: dict[str, type[Refusal]] = {}
    findings = []
    for refusal in sorted(set(refusals), key=lambda each: (each.__module__, each.__qualname__)):
        first = owners.setdefault(refusal.code, refusal)
        if first is not refusal:
            findings.append(
                f"{refusal.__module__}.{refusal.__qualname__}: its code {refusal.code!r} is {first.__qualname__}'s"
            )
    return findings
