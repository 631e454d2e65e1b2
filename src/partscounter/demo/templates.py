"""The demo's templates: "Dealer" in every type, and end user 1 has it."""

from partscounter.database import WriteTx
from partscounter.domain import access, customer_templates
from partscounter.domain.access import Product
from partscounter.domain.customer_templates import TemplateType

NAME = "Dealer"
_TEMPLATES = {
    "pricing": [{"name": NAME, "rounding": 1, "steps": [{"percent_off": 10}]}],
    "availability": [{"name": NAME, "steps": [{"category": "CORE", "hidden": True}]}],
    "quantity": [{"name": NAME, "steps": [{"cap": 10}]}],
}


def create_templates(tx: WriteTx) -> None:
    """After the credentials: each API user has end users of its own."""
    customer_templates.put_templates(tx, customer_templates.check_templates(_TEMPLATES, "the demo"))
    for name in ("webshop", "webshop-xml"):
        user = access.find_credential(tx, Product.INVENTORY, name)
        if user is not None:
            customer_templates.assign_template(
                tx, credential_id=user.id, userid="1", types=tuple(TemplateType), name=NAME
            )
