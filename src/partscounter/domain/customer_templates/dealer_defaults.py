"""The templates that a dealer's items have for end users who have none of their own."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.domain.customer_templates import store as sql
from partscounter.domain.customer_templates.errors import UnknownTemplate
from partscounter.domain.customer_templates.events import DealerDefaultsSet


def set_dealer_defaults(tx: WriteTx, defaults: Mapping[int, str]) -> bool:
    """Have exactly these defaults: a template's name by dealer, counting in every type in which there is one.

    Whether that changed anything. Refuses with UnknownTemplate for a name that no template has.
    """
    wanted = {}
    for dealer_id, name in defaults.items():
        ids = sql.template_ids_named(tx, name)
        if not ids:
            raise UnknownTemplate(f"There is no template {name!r}.")
        wanted.update({(dealer_id, type_): id_ for type_, id_ in ids.items()})
    if wanted == sql.load_dealer_defaults(tx):
        return False
    sql.replace_dealer_defaults(tx, wanted)
    tx.emit(DealerDefaultsSet(dict(defaults)))
    return True
