"""Default filters of a user: what its searches and lists have unless they say otherwise, and how they are set."""

import pytest

from partscounter.wire.inventory.check_options import InvalidOptions, check_options
from tests.make.yard import Yard, make_user


def ids(yard: Yard, query: str, **options: str | bool) -> list[str]:
    make_user(yard.app.database, "filtered", options=options, all_dealers=True)
    answer = yard.client("filtered").get(f"/inventory/search/*/*/*{query}")
    assert answer.status_code == 200, answer.text
    return [str(each["vendor_inventory_id"]) for each in answer.json()["results"]]


@pytest.mark.parametrize(
    ("filters", "query", "found"),
    [
        ("category=USED", "", ["2", "003896"]),
        ("category=USED", "?category=NEW", ["4"]),
        ("category=USED", "?category=", ["6", "4", "2", "1", "003896", "5"]),
        ("category=USED&year_range=2012,2013", "", ["2"]),
        ("category=USED&year_range=2012,2013", "?year_range=2014", ["003896"]),
        ("vendor=7002", "", ["1"]),
        ("store=7001:2", "", ["2"]),
        ("keywords=warranty", "", ["4", "003896"]),
        ("zipcode=80202&distance=10", "", ["1"]),
        ("sort_order=desc&result_size=2", "", ["003896", "1"]),
        ("page_number=9&userid=1", "", ["6", "4", "2", "1", "003896", "5"]),
        ("", "", ["6", "4", "2", "1", "003896", "5"]),
    ],
)
def test_a_search_has_the_defaults_that_it_does_not_name(
    sqlite_yard: Yard, filters: str, query: str, found: list[str]
) -> None:
    assert ids(sqlite_yard, query, filters=filters) == found


def test_lists_have_what_such_searches_find_and_the_feed_has_everything(sqlite_yard: Yard) -> None:
    ids(sqlite_yard, "", filters="category=NEW&zipcode=68503&distance=10")
    client = sqlite_yard.client("filtered")

    def listed(path: str) -> list[object]:
        return [next(reversed(each.values())) for each in client.get(f"/inventory/available/{path}").json()]

    assert listed("part_types") == ["Transmission Assembly"]
    assert listed("makes?part_type=Axle%20Assembly") == []
    assert len(listed("part_types?all_results=true")) == 4
    assert client.get("/inventory/feed").json()["total_results"] == 6


def test_right_options_are_taken() -> None:
    check_options({"filters": "category=USED&zipcode=68503", "line": "motorcycle", "format": "xml", "sells_for": "*"})
    check_options({"show_suggested": True, "strict_result_size": "off", "legacy_details": False})
    check_options({"show_suggested": "on", "strict_result_size": "Yes", "legacy_details": "no"})


@pytest.mark.parametrize(
    ("name", "value", "issue"),
    [
        ("show_sugested", "on", "is none of default_template, distance_from_end_user, "),
        ("line", "trucks", "'trucks' is none of automotive, heavy_truck, motorcycle, yellow_iron"),
        ("format", "yaml", "'yaml' is none of json, xml"),
        ("legacy_details", "perhaps", "'perhaps' is none of "),
        ("filters", "colour=red", "'colour' is none of category, "),
        ("filters", "year_range=old", "year_range must be one year"),
        ("filters", "zipcode=00000", "zipcode is not a known postal code"),
        ("filters", "distance=far", "distance must be a decimal number"),
        ("filters", "keywords=%FF", "cannot be read as the query of an address"),
    ],
)
def test_what_would_do_nothing_or_break_every_search_is_refused(name: str, value: str, issue: str) -> None:
    with pytest.raises(InvalidOptions) as refused:
        check_options({name: value})

    assert refused.value.violations[0].field == name
    assert refused.value.violations[0].issue.startswith(issue)
