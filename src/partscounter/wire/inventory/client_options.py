"""What can be set for a user of this contract; what each means stands in `user.py`."""

from partscounter.domain.inventory import Line
from partscounter.web.client_options import SWITCH, ClientOption, ClientOptions
from partscounter.wire.inventory.check_options import check_options
from partscounter.wire.inventory.user import AnswerFormat

OPTIONS = ClientOptions(
    (
        ClientOption(
            "filters",
            "Filters of every search that names none of its own, as in an address: category=USED&distance=100",
        ),
        ClientOption("line", "Line of parts; heavy_truck unless it is set", tuple(x.lower() for x in Line.__members__)),
        ClientOption("format", "How answers are written; json unless it is set", tuple(AnswerFormat)),
        ClientOption("include_qa_in_search_results", "Every search result has its questions and answers", SWITCH),
        ClientOption("show_suggested", "Every search that can suggests part types", SWITCH),
        ClientOption("legacy_details", "Question labels stand at the top level of details", SWITCH),
        ClientOption("distance_from_end_user", "Searches without a zipcode are by distance from the end user", SWITCH),
        ClientOption("strict_result_size", "result_size counts for fully specified searches only", SWITCH),
        ClientOption("may_look_up_end_users", "/enduser/lookup answers", SWITCH),
        ClientOption("may_list_end_users", "/enduser/listall answers", SWITCH),
        ClientOption("default_template", "Templates of end users who have none of their own, and of unknown visitors"),
        ClientOption(
            "sells_for", "Vendor ids, with commas, that have agreed to sell through this user; * is all it sees"
        ),
    ),
    check_options,
)
