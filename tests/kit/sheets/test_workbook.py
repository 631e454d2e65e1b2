"""Reading workbooks: what people keep in cells, as text."""

import threading
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import SheetUnreadable, TableRefused, open_records, open_table, workbook
from tests.make.sheets import write_csv, write_workbook


def records_of(path: Path) -> list[tuple[int, list[str]]]:
    return list(open_records(path, delimiter=",", advance=lambda _: None))


def test_values_read_as_they_would_stand_in_a_csv_file(tmp_path: Path) -> None:
    rows = [
        ["text", "number", "truth", "moment"],
        ["007", 743, True, date(2026, 3, 2)],
        ["x", 82.5, False, datetime(2026, 3, 2, 9, 30)],  # noqa: DTZ001 - Excel knows no time zone
        ["", 0.1 + 0.2, "", ""],
        ["", 123456789012345, "", ""],
    ]

    assert records_of(write_workbook(tmp_path / "table.xlsx", rows)) == [
        (1, ["text", "number", "truth", "moment"]),
        (2, ["007", "743", "true", "2026-03-02"]),
        (3, ["x", "82.5", "false", "2026-03-02T09:30:00"]),
        (4, ["", "0.3", "", ""]),
        (5, ["", "123456789012345", "", ""]),
    ]


def test_rows_keep_their_numbers_where_others_are_blank(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "table.xlsx", [[], [], ["a", "b"], [], ["", "1"], ["2", "3", "4"]])

    assert records_of(path) == [(3, ["a", "b"]), (5, ["", "1"]), (6, ["2", "3", "4"])]


def test_a_hidden_sheet_is_passed_over(tmp_path: Path) -> None:
    assert records_of(write_workbook(tmp_path / "table.xlsx", [["a"], ["1"]], hidden=True)) == [(1, ["a"]), (2, ["1"])]


@pytest.mark.parametrize("name", ["table.csv", "table.xls", "table.xlsb", "table.ods", "table"])
def test_the_format_is_told_by_the_content_and_not_by_the_name(tmp_path: Path, name: str) -> None:
    assert records_of(write_workbook(tmp_path / "table.xlsx", [["a"]]).rename(tmp_path / name)) == [(1, ["a"])]
    assert records_of(write_csv(tmp_path / "table.xlsx", [["a"]])) == [(1, ["a"])]


@pytest.mark.parametrize(
    ("start", "message"),
    [
        (b"PK\x03\x04 and no more", r"table\.xlsx is not a readable workbook"),
        (
            b"\xd0\xcf\x11\xe0 and more",
            r"table\.xlsx is a workbook of the old kind \(\.xls\); save it as \.xlsx or CSV",
        ),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, start: bytes, message: str) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(start)

    with pytest.raises(SheetUnreadable, match=message):
        records_of(path)


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_workbook(tmp_path / "table.xlsx", [["a"], ["1"]])
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1000)

    with pytest.raises(SheetUnreadable, match="unpacks to"):
        records_of(path)


def test_a_workbook_that_asks_for_more_memory_than_there_is_is_refused_and_ends_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    far = xlsxwriter.Workbook(str(path))
    sheet = far.add_worksheet()
    sheet.write_string(0, 0, "a")
    sheet.write_string(1_048_575, 16_383, "the last cell there can be")
    far.close()

    with pytest.raises(SheetUnreadable) as refused:
        records_of(path)

    assert refused.value.message == (
        "table.xlsx is not a readable workbook, or takes more than 3072 MiB of memory; save it as CSV"
    )


def test_who_reads_no_further_leaves_no_process_behind(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "table.xlsx", [["a"], *([number] for number in range(5_000))])
    children = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    before = children.read_text()

    with closing(open_records(path, delimiter=",", advance=lambda _: None)) as records:
        assert next(records) == (1, ["a"])
        assert children.read_text() != before

    assert children.read_text() == before


def test_a_table_is_the_same_in_both_formats(tmp_path: Path) -> None:
    rows = [["kind", "value"], ["make", "Cat"], [" model ", "D6"]]
    one, other = (
        open_table(write_csv(tmp_path / "table.csv", rows), ["kind", "value"]),
        open_table(write_workbook(tmp_path / "table.xlsx", rows), ["kind", "value"]),
    )

    assert one.rows == other.rows
    assert [row.cells for row in one.rows] == [{"kind": "make", "value": "Cat"}, {"kind": "model", "value": "D6"}]


def test_a_table_of_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("kind,value\nmake,Citroën\n".encode("cp1252"))

    with pytest.raises(TableRefused) as refused:
        open_table(path, ["kind", "value"])

    assert refused.value.message == "table.csv is not UTF-8, at or soon after line 1; save the file as UTF-8"


def test_a_workbook_with_another_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableRefused) as refused:
        open_table(write_workbook(tmp_path / "table.xlsx", [["kind", "colour"]]), ["kind", "value"])

    assert refused.value.violations == (
        Violation("line 1", "there is no column value"),
        Violation("line 1", "'colour' is none of the columns kind, value"),
    )
