"""Reading a feed's file and its mapping: encoding, delimiter, header, lines."""

from pathlib import Path

import pytest

from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import FeedMapping, FeedRefused, MappingRefused
from partscounter.domain.inventory.imports.feed_file import Row
from partscounter.kit.refusal import Violation
from tests.make.feeds import SKETCH, feed_of, rows_in

COLUMNS = ("vendor_id", "vendor_store", "vendor_inventory_id", "part_type", "price")


def rows_of(folder: Path, text: str, mapping: FeedMapping | None = None) -> list[Row]:
    return rows_in(feed_of(folder, text, mapping))


def row(line: int, *texts: str) -> Row:
    return Row(line, dict(zip(COLUMNS, texts, strict=True)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    text = SKETCH.replace(",", delimiter) + delimiter.join(["9", "1", "04", "Hood", "5"])

    assert rows_of(tmp_path, text) == [row(2, "9", "1", "04", "Hood", "5")]


def test_a_row_is_named_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    text = SKETCH + '9,1,1,"Hood\r\nwith ""vent""",5\r\n\r\n,,,,\r\n9,1,2,Hood,6\r\n'

    assert rows_of(tmp_path, text) == [
        row(2, "9", "1", "1", 'Hood\r\nwith "vent"', "5"),
        row(6, "9", "1", "2", "Hood", "6"),
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "\ufeff" + SKETCH + "9,1,1,Hood,5\n") == [row(2, "9", "1", "1", "Hood", "5")]


def test_a_row_of_another_length_does_not_fit(tmp_path: Path) -> None:
    assert rows_of(tmp_path, SKETCH + "9,1,1,Hood\n")[0].misfit == "has 4 cells, the header has 5"


@pytest.mark.parametrize(
    ("above", "delimiter"), [("\n", ","), ("  \r\n\r\n", ";"), (";;;;\n", ";"), (",,,,\n\n", ","), (" \t\n", "\t")]
)
def test_blank_lines_above_the_header_are_skipped(tmp_path: Path, above: str, delimiter: str) -> None:
    text = above + (SKETCH + "9,1,04,Hood,5\n").replace(",", delimiter)
    lines = above.count("\n")

    assert rows_of(tmp_path, text) == [row(2 + lines, "9", "1", "04", "Hood", "5")]


def test_what_is_wrong_with_a_header_is_named_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        feed_of(tmp_path, "\n\n" + SKETCH.replace("part_type", "what"))

    assert refused.value.violations == (Violation("line 3", "there is no column part_type"),)


def test_unknown_columns_are_told(tmp_path: Path) -> None:
    feed = feed_of(tmp_path, "colour,vendor_id,vendor_store,vendor_inventory_id,part_type,\n")

    assert feed.unknown_columns == ("colour", "")


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes((SKETCH + "9,1,1,Capó,5\n").encode("latin-1"))

    with pytest.raises(FeedRefused, match=r"latin\.csv is not UTF-8, at or soon after line 1; save the file as UTF-8"):
        imports.open_feed(path)


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("utf-16", r"feed\.csv is not utf-16, at or soon after line 1; "),
        ("punycode", r"feed\.csv is not punycode, at or soon after line 1; "),
    ],
)
def test_a_file_that_is_not_in_the_encoding_of_its_mapping_is_refused(
    tmp_path: Path, encoding: str, sentence: str
) -> None:
    with pytest.raises(FeedRefused, match=sentence):
        feed_of(tmp_path, SKETCH + "9,1,1,Hood,5\n", FeedMapping(encoding=encoding))


def test_utf_16_is_read_where_the_mapping_names_it(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_bytes((SKETCH + "9,1,1,Capó,5\n").replace(",", "\t").encode("utf-16"))

    assert rows_in(imports.open_feed(path, FeedMapping(encoding="utf-16"))) == [row(2, "9", "1", "1", "Capó", "5")]


@pytest.mark.parametrize("row_", ['9,1,1,"Hood,5\n9,1,2,Hood,5\n', '9,1,1,"Ho"od,5\n'])
def test_broken_quotes_are_refused(tmp_path: Path, row_: str) -> None:
    with pytest.raises(FeedRefused, match=r"feed\.csv is not CSV in the row that begins on line 2: "):
        rows_of(tmp_path, SKETCH + row_)


def test_missing_and_doubled_columns_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        feed_of(tmp_path, "vendor_id,part_type,price,price\n")

    assert refused.value.violations == (
        Violation("line 1", "there is no column vendor_store"),
        Violation("line 1", "there is no column vendor_inventory_id"),
        Violation("line 1", "there are several columns price"),
    )


def test_an_empty_file_has_no_columns(tmp_path: Path) -> None:
    with pytest.raises(FeedRefused, match="does not have the columns of a feed"):
        feed_of(tmp_path, "")


def write(folder: Path, text: str) -> Path:
    path = folder / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_makes_a_foreign_feed_native(tmp_path: Path) -> None:
    mapping = imports.read_mapping(
        write(
            tmp_path,
            """
            delimiter = "|"
            encoding = "cp1252"
            columns = { "Stock No" = "vendor_inventory_id", "Part" = "part_type" }
            constants = { vendor_id = "0417", vendor_store = "1" }
            values.price = { "Call" = "" }
            """,
        )
    )
    path = tmp_path / "foreign.csv"
    path.write_bytes("Stock No|price|Part|Remark\n04| Call |Capó|x\n05|7|Hood|\n".encode("cp1252"))
    feed = imports.open_feed(path, mapping)

    assert feed.unknown_columns == ("Remark",)
    assert rows_in(feed) == [
        row(2, "0417", "1", "04", "Capó", ""),
        row(3, "0417", "1", "05", "Hood", "7"),
    ]


def test_a_column_that_the_mapping_names_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        feed_of(tmp_path, SKETCH, FeedMapping(columns={"Retail": "list_price"}))

    assert refused.value.violations == (Violation("line 1", "there is no column 'Retail', which the mapping names"),)


def test_everything_wrong_in_a_mapping_is_named(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        delimiter = "::"
        encoding = "base64"
        colums = {}
        columns = { "A" = "price", "B" = "prize", "C" = 4 }
        constants = { price = "5", vendor_id = 417 }
        values = { availble = { "Y" = "true" } }
        """,
    )

    with pytest.raises(MappingRefused) as refused:
        imports.read_mapping(path)

    assert [(violation.field, violation.issue) for violation in refused.value.violations] == [
        ("colums", "is none of columns, constants, delimiter, encoding, values"),
        ("columns.C", "must be a text in quotes"),
        ("constants.vendor_id", "must be a text in quotes"),
        ("delimiter", 'must be one of "," ";" "|" "\\t"'),
        ("encoding", "'base64' is not a known text encoding"),
        ('columns."B"', "'prize' is not a native column; docs/import.md lists them"),
        ("constants.price", 'price is given by columns."A" already'),
        ("values.availble", "is not a native column"),
    ]


def test_a_mapping_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MappingRefused, match=r"mapping\.toml is not a readable TOML file"):
        imports.read_mapping(write(tmp_path, "columns = "))
