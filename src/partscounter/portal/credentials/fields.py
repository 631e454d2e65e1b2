"""Reading the fields of a credential from a form."""

from collections.abc import Mapping

from partscounter.domain import access
from partscounter.domain.access import OptionValue, Product
from partscounter.kit.refusal import Invalid, Violation
from partscounter.portal.credentials.products import SCOPES
from partscounter.web.client_options import ClientOptions
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit

_PREFIX = "option-"
_SHOWN_AT = {"dealer_ids": "dealers"}


class WrongField(Invalid):
    """Something that was typed cannot be read."""

    code = "wrong_field"


def read_scopes(visit: Visit, product: Product) -> frozenset[str]:
    """Those that were ticked and that the product has."""
    return frozenset(visit.form.all("scopes")) & frozenset(SCOPES.get(product, ()))


def read_limit(visit: Visit) -> int | None:
    """Requests per minute; None, the limit of the instance, for nothing. Raises WrongField."""
    text = visit.field("requests_per_minute")
    if not text:
        return None
    limit = number_of(text)
    if limit is None:
        issue = Violation("requests_per_minute", "must be a whole number from 1", text)
        raise WrongField("The limit cannot be read.", (issue,))
    return limit


def read_dealers(visit: Visit) -> frozenset[int]:
    """Those that were ticked."""
    return frozenset(number for text in visit.form.all("dealers") if (number := number_of(text)) is not None)


def read_options(visit: Visit, known: ClientOptions | None) -> Mapping[str, OptionValue | None]:
    """What every option of the contract shall be; None for none. Refuses as the contract's check does."""
    if known is None:
        return {}
    typed = {option.name: visit.field(f"{_PREFIX}{option.name}") for option in known.options}
    changes = {name: access.option_value(text) if text else None for name, text in typed.items()}
    known.check({name: value for name, value in changes.items() if value is not None})
    return changes


def issues_of(refused: Invalid) -> Mapping[str, str]:
    """What is wrong with each field."""
    found = {_SHOWN_AT.get(each.field, each.field): each.issue for each in refused.violations}
    return found or {"": refused.message}
