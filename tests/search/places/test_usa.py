"""Where ZIP codes and towns of the United States are: exactly as the shipped tables say."""

import gzip
from importlib.resources import files

import pytest

from partscounter.kit.address import PostalAddress
from partscounter.search import Point, locate
from partscounter.search.places import locate_address, usa
from partscounter.search.places.make_usa import AT_THEIR_TOWN
from partscounter.search.places.states import STATES


def rows(table: str) -> list[list[str]]:
    packed = (files("partscounter.search.places") / table).read_bytes()
    return [row.split(",") for row in gzip.decompress(packed).decode("ascii").splitlines()]


@pytest.mark.parametrize(
    ("zip_code", "point"),
    [
        ("68503", Point(40.8245, -96.6739)),  # Lincoln, Nebraska
        ("10001", Point(40.7507, -73.9973)),  # New York
        ("99701", Point(64.8378, -147.7164)),  # Fairbanks, put at its town
        ("00601", Point(18.1806, -66.75)),  # Adjuntas, the first of the table
        ("00901", Point(18.4666, -66.108)),  # San Juan, Puerto Rico
        ("00802", Point(18.3429, -64.9251)),  # St. Thomas, Virgin Islands
        ("96910", Point(13.4529, 144.7472)),  # Hagåtña, Guam
        ("96799", Point(-14.3229, -170.7523)),  # Pago Pago, American Samoa
        ("96950", Point(15.1869, 145.7544)),  # Saipan, Northern Mariana Islands
        ("99929", Point(56.4708, -132.3767)),  # Wrangell, Alaska, the last
    ],
)
def test_a_zip_code_has_its_point(zip_code: str, point: Point) -> None:
    assert locate(zip_code) == point


@pytest.mark.parametrize("zip_code", ["00000", "00600", "09001", "34001", "96201", "99999"])
def test_neither_do_military_codes_abroad_nor_what_does_not_exist(zip_code: str) -> None:
    assert locate(zip_code) is None


@pytest.mark.parametrize(
    ("city", "state", "point"),
    [
        ("Lincoln", "NE", Point(40.8, -96.667)),
        ("St. Louis", "Missouri", Point(38.6273, -90.1979)),
        ("SAINT LOUIS", "MO", Point(38.6273, -90.1979)),
        ("Ft Smith", "AR", Point(35.3859, -94.3986)),
        ("Fort Smith", "AR", Point(35.3859, -94.3986)),
        ("Lees Summit", "MO", Point(38.9108, -94.3822)),
        ("Lee's Summit", "MO", Point(38.9108, -94.3822)),
        ("Mc Lean", "VA", Point(38.9343, -77.1775)),
        ("McLean", "VA", Point(38.9343, -77.1775)),
        ("New York", "NY", Point(40.7143, -74.006)),
        ("New York City", "NY", Point(40.7143, -74.006)),
        ("Bronx", "NY", Point(40.8499, -73.8664)),
        ("Washington", "DC", Point(38.8951, -77.0364)),
        ("Mayagüez", "PR", Point(18.2011, -67.1396)),
        ("Barrigada", "GU", Point(13.4691, 144.799)),
        ("St Thomas", "VI", Point(18.3419, -64.9307)),
    ],
)
def test_a_town_has_its_point(city: str, state: str, point: Point) -> None:
    assert locate_address(PostalAddress(city=city, state=state)) == point


@pytest.mark.parametrize(("city", "state"), [("Middletown", "PA"), ("Lincolnshire", "NE"), ("Zzz", "WY")])
def test_a_name_of_two_distant_towns_or_of_none_has_no_point(city: str, state: str) -> None:
    assert locate_address(PostalAddress(city=city, state=state)) is None


def test_a_store_with_a_post_box_is_where_its_town_is() -> None:
    assert locate_address(PostalAddress(city="Lincoln", state="NE", postal_code="68501")) == Point(40.8, -96.667)
    between_68502_and_68503 = Point((40.784 + 40.8245) / 2, (-96.7004 - 96.6739) / 2)
    assert locate_address(PostalAddress(city="Nowhere", state="NE", postal_code="68501")) == between_68502_and_68503


def test_a_code_that_is_no_area_is_in_the_middle_of_its_neighbours_if_they_are_near_each_other() -> None:
    before_the_first, after_the_last = locate("68501"), locate("68599")

    assert before_the_first == Point((40.784 + 40.8245) / 2, (-96.7004 - 96.6739) / 2)
    assert after_the_last == Point((40.7954 + 40.8249) / 2, (-96.8433 - 96.6964) / 2)
    assert locate("00604") is None  # 00603 is Aguadilla, 00606 Maricao, 24 miles from there


def test_areas_of_much_wilderness_stand_at_their_town() -> None:
    assert {
        code: town
        for town, codes in AT_THEIR_TOWN.items()
        for code in codes.split()
        if locate(code) != usa.locate_town(town[:2], town[3:])
    } == {}


def test_each_table_is_loaded_once() -> None:
    usa._places.cache_clear()
    for zip_code in ("68503", "68102", "00000"):
        locate(zip_code)

    assert usa._places.cache_info().misses == 1

    for state in ("NE", "MO", "ZZ"):
        usa.locate_town(state, "lincoln")

    assert usa._places.cache_info().misses == 2


@pytest.mark.parametrize(("table", "count"), [(usa.ZIPS, 33_791), (usa.TOWNS, 21_399)])
def test_a_table_is_whole_and_in_order(table: str, count: int) -> None:
    names = [row[0] for row in rows(table)]

    assert len(names) == count
    assert names == sorted(set(names))


def test_every_town_is_listed_by_its_key_and_stands_in_the_country() -> None:
    towns = rows(usa.TOWNS)

    assert {name[:2] for name, _, _ in towns} == set(STATES.values())
    assert [name for name, _, _ in towns if usa.town_key(name[3:]) != name[3:] or name[2] != " "] == []
    assert all(13 < float(north) < 72 and not -64 < float(east) < 144 for _, north, east in towns)
