"""What an API user of this contract is set up for: the one place where a credential's options are read.

format                         json (default) or xml
line                           heavy_truck (default), yellow_iron, automotive or motorcycle
include_qa_in_search_results   on: every search result has its Q&A
show_suggested                 on: every search that can suggests part types
legacy_details                 on: Q&A labels stand at the top level of details
distance_from_end_user         on: a search that names no zipcode begins where the end user's address is
strict_result_size             on: result_size counts for fully specified searches only
may_look_up_end_users          on: /enduser/lookup answers
may_list_end_users             on: /enduser/listall answers
filters                        filters of every search that names none of its own, as in an address: category=USED
default_template               name of the templates of end users who have none of their own, and of unknown visitors
sells_for                      vendor ids, comma-separated, that have agreed to sell through this user; * is all it sees
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from partscounter.domain import customer_templates
from partscounter.domain.access import Credential, OptionValue
from partscounter.domain.customer_templates import EndUser
from partscounter.domain.dealers import Dealer
from partscounter.domain.inventory import Line
from partscounter.web.incoming import Query
from partscounter.wire.inventory.default_filters import read_filters
from partscounter_contracts.inventory import YES

SWITCHES = (
    "include_qa_in_search_results",
    "show_suggested",
    "legacy_details",
    "distance_from_end_user",
    "strict_result_size",
    "may_look_up_end_users",
    "may_list_end_users",
)


ON = YES | {"on", "yes"}
"""What a switch that is on may be set to, in any case."""


class AnswerFormat(StrEnum):
    """How a user's answers are written."""

    JSON = "json"
    XML = "xml"


@dataclass(frozen=True, slots=True)
class ApiUser:
    """A credential with its options read."""

    credential: Credential
    format: AnswerFormat
    line: Line
    includes_qa: bool
    suggests_part_types: bool
    has_legacy_details: bool
    begins_at_end_user: bool
    """A search without a zipcode is by distance from the end user."""
    has_strict_result_size: bool
    may_look_up_end_users: bool
    may_list_end_users: bool
    default_template: str
    sells_for: frozenset[str]
    default_filters: Query

    def sees(self, dealer: Dealer) -> bool:
        """Whether the dealer is a vendor to this user."""
        return dealer.vendor_id is not None and self.credential.sees_dealer(dealer.id)

    def end_user(self, userid: str) -> EndUser:
        """One of the user's end users; an empty userid is a visitor who is not known."""
        return EndUser(self.credential.id, userid, self.default_template)

    def may_sell(self, dealer: Dealer) -> bool:
        """Whether the vendor has agreed to sell through this user ("Sales Documents"). Nobody has unless it is said."""
        return self.sees(dealer) and not self.sells_for.isdisjoint({dealer.vendor_id, "*"})


def user_of(credential: Credential) -> ApiUser:
    """The user that `credential` is."""
    options = credential.options
    return ApiUser(
        credential=credential,
        format=format_of(credential),
        line=Line.named(str(options.get("line", ""))),
        includes_qa=_is_on(options, "include_qa_in_search_results"),
        suggests_part_types=_is_on(options, "show_suggested"),
        has_legacy_details=_is_on(options, "legacy_details"),
        begins_at_end_user=_is_on(options, "distance_from_end_user"),
        has_strict_result_size=_is_on(options, "strict_result_size"),
        may_look_up_end_users=_is_on(options, "may_look_up_end_users"),
        may_list_end_users=_is_on(options, "may_list_end_users"),
        default_template=customer_templates.default_template_of(credential),
        sells_for=frozenset(each.strip() for each in str(options.get("sells_for", "")).split(",") if each.strip()),
        default_filters=read_filters(options.get("filters")),
    )


def format_of(credential: Credential | None) -> AnswerFormat:
    """JSON, unless a known user prefers XML."""
    wanted = "" if credential is None else str(credential.options.get("format", ""))
    return AnswerFormat.XML if wanted.lower() == AnswerFormat.XML else AnswerFormat.JSON


def _is_on(options: Mapping[str, OptionValue], name: str) -> bool:
    return str(options.get(name, "")).lower() in ON
