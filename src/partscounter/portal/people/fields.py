"""Reading the fields of an account from a form."""

from collections.abc import Mapping

from partscounter.domain.accounts import Role
from partscounter.kit.refusal import Invalid
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit


def read_role(visit: Visit) -> Role | None:
    """The one that was chosen; None for anything that is none."""
    text = visit.field("role")
    return Role(text) if text in set(Role) else None


def read_dealers(visit: Visit) -> frozenset[int]:
    """Those that were ticked."""
    return frozenset(number for text in visit.form.all("dealers") if (number := number_of(text)) is not None)


def issues_of(refused: Invalid) -> Mapping[str, str]:
    """What is wrong with each field."""
    return {violation.field: violation.issue for violation in refused.violations} or {"": refused.message}
