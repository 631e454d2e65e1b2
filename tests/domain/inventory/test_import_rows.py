"""What one row of a feed may say, and what is refused in it."""

import html
from decimal import Decimal

import nh3
import pytest

from partscounter.domain.inventory import Description, FedItem, Line, Price
from partscounter.domain.inventory.feed import fed_row
from partscounter.domain.inventory.imports.row_reader import NativeRow, RowReader, StoreTold
from partscounter.kit.refusal import Violation

IDENTITY = {"vendor_id": "0417", "vendor_store": "01", "vendor_inventory_id": "003896", "part_type": "Hood"}


def read(**cells: str) -> NativeRow:
    row = RowReader(latest_year=2028).read(IDENTITY | cells)
    assert isinstance(row, NativeRow)
    return row


def wrong(**cells: str) -> list[tuple[str, str]]:
    violations = RowReader(latest_year=2028).read(IDENTITY | cells)
    assert not isinstance(violations, NativeRow)
    return [(violation.field, violation.issue) for violation in violations]


def test_the_least_row_is_one_listed_unit_of_unknown_price() -> None:
    assert read() == NativeRow(
        told=StoreTold(vendor_id="0417", vendor_store="01"),
        fed=fed_row(FedItem(inventory_id="003896", description=Description(part_name="Hood"))),
    )


def test_every_column_has_its_place() -> None:
    row = read(
        year="1998",
        make="Volvo",
        model="VNL 670",
        price="1250.5",
        core_price="100",
        list_price=".75",
        available="no",
        quantity="0",
        tag_number="T-1",
        brand_code="S",
        part_code="765",
        part_manufacturer="Meritor",
        part_model="RT-40",
        vendor_part_name="Bonnet",
        category="USED",
        condition="A",
        side="Left",
        oem_number="OEM 1",
        serial_number="SN1",
        vin="1XKAD",
        vehicle_id="00012",
        images="https://img.example/1.jpg| http://img.example/2.jpg |",
        qa="Color=Red|Note=a=b|",
        line="Yellow Iron",
        company="C&amp;S   Sales",
        city="Utica",
        state="NY",
        postal_code="01234",
        country="USA",
    )

    assert row.told == StoreTold("0417", "01", "C&S Sales", "Utica", "NY", "01234", "USA")
    expected = FedItem(
        inventory_id="003896",
        line=Line.YELLOW_IRON,
        tag_number="T-1",
        brand_code="S",
        part_code="765",
        price=Price(each=Decimal("1250.50"), core=Decimal(100), list=Decimal("0.75")),
        listed=False,
        quantity=0,
        description=Description(
            part_name="Hood",
            vendor_part_name="Bonnet",
            vehicle_make="Volvo",
            vehicle_model="VNL 670",
            part_manufacturer="Meritor",
            part_model="RT-40",
            year=1998,
            category="USED",
            condition="A",
            side="Left",
            oem_number="OEM 1",
            serial_number="SN1",
            vin="1XKAD",
            vehicle_id="00012",
            images=("https://img.example/1.jpg", "http://img.example/2.jpg"),
            questions=(("Color", "Red"), ("Note", "a=b")),
        ),
    )
    assert row.fed == fed_row(expected)


def test_ids_are_trimmed_and_otherwise_kept() -> None:
    assert read(vendor_inventory_id="  0 4  x ").fed.inventory_id == "0 4  x"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("B &amp; W  Center", "B & W Center"),
        ("C&S", "C&S"),
        ("A&copyshop", "A&copyshop"),
        ("a\n b", "a b"),
        ("R&amp;amp;B", "R&B"),
    ],
)
def test_names_are_decoded_and_folded(text: str, kept: str) -> None:
    assert read(company=text).told.company == kept


@pytest.mark.parametrize(("text", "year"), [("", None), ("1900", None), ("1901", 1901), ("2028", 2028)])
def test_a_year_is_plausible_or_unknown(text: str, year: int | None) -> None:
    assert read(year=text).fed.year == year


@pytest.mark.parametrize("text", ["true", "T", "YES", "y", "1"])
def test_words_for_offered(text: str) -> None:
    assert read(available=text).fed.listed is True


@pytest.mark.parametrize("text", ["false", "F", "No", "n", "0"])
def test_words_for_not_offered(text: str) -> None:
    assert read(available=text).fed.listed is False


def test_a_description_is_kept_as_text_and_as_safe_html() -> None:
    row = read(description='<p onclick="x()">R&amp;B <b>good</b></p><p>5 < 6</p><script>steal()</script>').fed

    assert row.text == "R&B good 5 < 6"
    assert row.html == "<p>R&amp;B <b>good</b></p><p>5 &lt; 6</p>"


@pytest.mark.parametrize(
    "text", ["plain  text \n here", "5 < 6", "6 > 5", "a & b", "a\xa0b", "a\r\nb", "Capó", "a\u2003b"]
)
def test_a_description_without_markup_is_what_the_cleaner_makes_of_it(text: str) -> None:
    row = read(description=f" {text} ").fed

    assert row.html == nh3.clean(text)
    assert row.text == " ".join(html.unescape(nh3.clean(text, tags=set())).split())


def test_a_reader_of_many_rows_learns_new_columns_and_forgets_nothing_wrong() -> None:
    reader = RowReader(latest_year=2028)

    assert reader.read(IDENTITY | {"make": "Volvo"}) == read(make="Volvo")
    assert reader.read(IDENTITY | {"model": "VNL"}) == read(model="VNL")
    assert reader.read(IDENTITY) == read()
    for _ in range(2):
        assert reader.read(IDENTITY | {"price": "x"}) == (Violation("price", "'x' is not an amount", "x"),)
    assert reader.read(IDENTITY | {"price": " 7 "}) == read(price="7.00")


@pytest.mark.parametrize(
    ("column", "text", "issue"),
    [
        ("price", "12,50", "'12,50' is not an amount"),
        ("price", "$5", "'$5' is not an amount"),
        ("price", "1_000", "'1_000' is not an amount"),
        ("price", "1e3", "'1e3' is not an amount"),
        ("price", "NaN", "'NaN' is not an amount"),
        ("price", ".", "'.' is not an amount"),
        ("price", "-5", "'-5' is below zero"),
        ("price", "1.250", "'1.250' has more than two decimal places"),
        ("core_price", "1" * 20, f"'{'1' * 20}' is not an amount within range"),
        ("year", "98", "'98' is not a year from 1901 to 2028"),
        ("year", "2029", "'2029' is not a year from 1901 to 2028"),
        ("year", "1998.0", "'1998.0' is not a year from 1901 to 2028"),
        ("available", "", "'' is neither true nor false"),
        ("available", "sold", "'sold' is neither true nor false"),
        ("quantity", "-1", "'-1' is not a whole number from 0 to 1000000000"),
        ("quantity", "1.5", "'1.5' is not a whole number from 0 to 1000000000"),
        ("line", "boats", "'boats' is none of heavy_truck, yellow_iron, automotive, motorcycle, 1, 2, 3, 4"),
        ("images", "javascript:alert(1)", "'javascript:alert(1)' is not an http or https address"),
        ("images", "https://[", "'https://[' is not an http or https address"),
        ("qa", "Color", "'Color' is not label=value"),
        ("make", "a\0b", "'a\\x00b' holds a control character"),
        ("vendor_inventory_id", "a\nb", "'a\\nb' holds a control character"),
        ("vendor_store", "1\t2", "'1\\t2' holds a control character"),
        ("images", "http://a/b\nc", "'http://a/b\\nc' holds a control character"),
        ("make", "x" * 501, "has 501 characters, at most 500 are kept"),
        ("vendor_id", " ", "must not be blank"),
        ("part_type", "", "must not be blank"),
    ],
)
def test_a_wrong_cell_is_named(column: str, text: str, issue: str) -> None:
    assert wrong(**{column: text}) == [(column, issue)]


def test_every_wrong_cell_of_a_row_is_named() -> None:
    assert wrong(price="x", year="y", vendor_store="") == [
        ("vendor_store", "must not be blank"),
        ("year", "'y' is not a year from 1901 to 2028"),
        ("price", "'x' is not an amount"),
    ]
