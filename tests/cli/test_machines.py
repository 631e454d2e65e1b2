"""`partscounter machines`: machines, codes, labels and kits from the command line."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.domain import assets
from partscounter.domain.assets import MarketSegment, PrincipalWork
from partscounter.kit.clock import FixedClock
from tests.make.counter import make_counter
from tests.make.sheets import write_csv

CODE = "CMDZ18G9RYCCW8Y"
ADDED = ("machines", "add", "F2600123", "--originator", "TD00", "--model", "926M", "--code", CODE)


@pytest.fixture
def environment(tmp_path: Path, sqlite_template: Path) -> dict[str, str]:
    (tmp_path / "partscounter.db").write_bytes(sqlite_template.read_bytes())
    database = open_database(f"sqlite:///{tmp_path / 'partscounter.db'}", FixedClock())
    make_counter(database)
    database.close()
    return {
        "PARTSCOUNTER_SERVER_DATA_DIR": str(tmp_path),
        "PARTSCOUNTER_SERVER_PUBLIC_BASE_URL": "https://counter.example",
        "COLUMNS": "200",
    }


def run(environment: dict[str, str], *arguments: object) -> Result:
    return CliRunner().invoke(build_program(), [*map(str, arguments)], env=environment)


def texts_in(picture: bytes) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def test_a_machine_is_added_with_a_code_once(environment: dict[str, str]) -> None:
    added = run(environment, *ADDED, "--userid", "user-TD00", "--build-year", "2019")
    again = run(environment, *ADDED)
    strange = run(environment, "machines", "add", "S2", "--originator", "TD00", "--userid", "nobody")
    new = run(environment, "machines", "add", "2MJ23425", "--originator", "TD00")

    assert (added.exit_code, added.stdout) == (0, f"{CODE}\n")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "qr_code_taken" in again.stderr
    assert (strange.exit_code, strange.stdout) == (1, "")
    listed = run(environment, "machines", "list").stdout
    assert listed == f"{CODE}  CAT 926M  F2600123  2019\n{new.stdout.strip()}  CAT  2MJ23425\n"


def test_work_and_trade_are_told(environment: dict[str, str]) -> None:
    work = ("--work-code", "W1", "--work-type", "Engine", "--work-assigned-at", "2022-06-28")
    added = run(environment, *ADDED, *work, "--segment-code", "GC", "--sub-segment-description", "LIVESTOCK")
    wrong = run(environment, "machines", "add", "S2", "--originator", "TD00", "--work-type", "Engine")

    assert (added.exit_code, wrong.exit_code) == (0, 1)
    assert "work_code" in wrong.stderr
    database = open_database(f"sqlite:///{environment['PARTSCOUNTER_SERVER_DATA_DIR']}/partscounter.db", FixedClock())
    with database.read() as tx:
        (machine,) = assets.list_assets(tx)
    database.close()
    since = datetime(2022, 6, 28, tzinfo=UTC)
    assert machine.principal_work == PrincipalWork("W1", "", "Engine", since)
    assert machine.market_segment == MarketSegment("GC", "", "", "LIVESTOCK")


def test_printed_codes_wait_for_a_machine(environment: dict[str, str]) -> None:
    made = run(environment, "machines", "codes", "2").stdout.split()
    claimed = run(environment, "machines", "add", "S1", "--originator", "TD00", "--code", made[0])

    assert claimed.stdout == f"{made[0]}\n"
    assert [line.split()[0] for line in run(environment, "machines", "list", "--free").stdout.splitlines()] == made[1:]


@pytest.mark.parametrize("form", ["png", "svg"])
def test_one_label_is_a_file_and_several_are_a_folder(environment: dict[str, str], tmp_path: Path, form: str) -> None:
    run(environment, *ADDED)
    free = run(environment, "machines", "codes", "1").stdout.strip()
    options = ("--format", form, "--stock", "single-50x50", "-o")

    one = run(environment, "machines", "labels", CODE, *options, tmp_path / f"one.{form}")
    both = run(environment, "machines", "labels", CODE, "--free", *options, tmp_path / "both")

    assert (one.exit_code, one.stderr) == (0, "")
    assert both.stdout == f"{tmp_path / 'both'}: 2 labels\n"
    written = {path.name: path.read_bytes() for path in (tmp_path / "both").iterdir()}
    assert set(written) == {f"{CODE}.{form}", f"{free}.{form}"}
    assert written[f"{CODE}.{form}"] == (tmp_path / f"one.{form}").read_bytes()
    if form == "png":
        assert texts_in(written[f"{CODE}.png"]) == [f"HTTPS://COUNTER.EXAMPLE/{CODE}"]


def test_a_sheet_is_pdf(environment: dict[str, str], tmp_path: Path) -> None:
    codes = run(environment, "machines", "codes", "20").stdout.split()
    path = tmp_path / "sheet.pdf"

    result = run(environment, "machines", "labels", "--free", "--stock", "letter-30", "--skip", "12", "-o", path)

    assert result.stdout == f"{path}: {len(codes)} labels\n"
    document = pypdfium2.PdfDocument(path.read_bytes())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert [len(text.split()) for text in texts] == [18, 2]
    assert sorted(" ".join(texts).split()) == sorted(codes)


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("JD81N5L8RV1NKDL",), 1),
        (("short",), 1),
        ((), 2),
        ((CODE, "--stock", "a5"), 2),
    ],
)
def test_labels_that_cannot_be_made_write_nothing(
    environment: dict[str, str], tmp_path: Path, arguments: tuple[str, ...], exit_code: int
) -> None:
    run(environment, *ADDED)
    path = tmp_path / "sheet.pdf"

    assert run(environment, "machines", "labels", *arguments, "-o", path).exit_code == exit_code
    assert not path.exists()


def test_labels_need_the_public_address(environment: dict[str, str], tmp_path: Path) -> None:
    run(environment, *ADDED)
    nowhere = environment | {"PARTSCOUNTER_SERVER_PUBLIC_BASE_URL": ""}

    result = run(nowhere, "machines", "labels", CODE, "-o", tmp_path / "sheet.pdf")

    assert result.exit_code == 2
    assert "PARTSCOUNTER_SERVER_PUBLIC_BASE_URL" in result.stderr


def test_tables_of_machines_and_kits_are_imported(environment: dict[str, str], tmp_path: Path) -> None:
    table = write_csv(tmp_path / "machines.csv", [["serial_number", "originator", "qr_code"], ["S1", "TD00", CODE]])
    kits = write_csv(
        tmp_path / "kits.csv",
        [["make", "model", "hours", "part_number", "quantity"], ["CAT", "926M", "500", "1R-1808", "2"]],
    )

    dry = run(environment, "machines", "import", table, "--dry-run")
    taken = run(environment, "machines", "import", table)
    kitted = run(environment, "machines", "kits", "import", kits)

    told = "machines.csv: 1 machines, 1 added, 0 changed, 0 unchanged\n"
    assert (dry.stdout, taken.stdout) == (f"dry run: nothing was written\n{told}", told)
    assert kitted.stdout == "kits.csv: 1 kits, 1 added, 0 changed, 0 unchanged, 1 parts\n"
    assert run(environment, "machines", "list").stdout == f"{CODE}  CAT  S1\n"
    assert run(environment, "machines", "kits", "list").stdout == "CAT 926M  500 h  2 x 1R-1808\n"
