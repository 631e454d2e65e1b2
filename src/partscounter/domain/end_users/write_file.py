"""The rules as they stand, and as the operator's file would say them."""

import json
from collections.abc import Mapping

from partscounter.database import ReadTx
from partscounter.domain import customer_templates, dealers
from partscounter.domain.end_users import store as sql
from partscounter.domain.end_users.read_file import RuleFile


def current_rules(tx: ReadTx) -> RuleFile:
    """The rules and defaults of dealers that are in force; a dealer without a vendor id has no default."""
    defaults = customer_templates.list_dealer_defaults(tx)
    known = dealers.load_dealers(tx, defaults.keys())
    named = sorted((known[key].vendor_id or "", name) for key, name in defaults.items())
    return RuleFile(tuple(sql.load_rules(tx)), tuple(each for each in named if each[0]))


def write_rules(file: RuleFile) -> str:
    """TOML that `read_rules` reads as this."""
    tables = [("rules", data) for data in file.rules]
    tables += [("dealer_defaults", {"vendor": vendor, "template": name}) for vendor, name in file.dealer_defaults]
    return "\n".join(_table(name, data) for name, data in tables)


def _table(name: str, data: Mapping[str, object]) -> str:
    # Texts, whole numbers and lists of texts are all that stands there, and are written alike in JSON and TOML.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in data.items()]
    return "\n".join([f"[[{name}]]", *lines, ""])
