"""Each import contract in pyproject.toml reports a planted breach; `make check` shows that the real tree has none."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.rules.files import ROOT

BREACHES = {
    "partscounter/kit/planted.py": "import partscounter.cli",
    "partscounter/domain/planted/__init__.py": "import httpx",
    "partscounter/domain/planted/store.py": "import sqlalchemy",
    "partscounter/domain/planted/place.py": "import sqlalchemy\nfrom partscounter.domain.planted import cancel",
    "partscounter/domain/planted/cancel.py": "from partscounter.domain.planted import place",
    "partscounter/wire/planted_one/__init__.py": "from partscounter.domain.planted import store",
    "partscounter/wire/planted_two/__init__.py": "import partscounter.wire.planted_one",
    "partscounter_contracts/planted.py": "import starlette",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the tree with a breach of every contract in it."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copytree(ROOT / "src" / "partscounter", copy / "partscounter")
    shutil.copytree(ROOT / "contracts" / "src" / "partscounter_contracts", copy / "partscounter_contracts")
    for name, source in BREACHES.items():
        file = copy / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(source)
    command = [
        str(Path(sys.executable).parent / "lint-imports"),
        "--no-cache",
        "--config",
        str(ROOT / "pyproject.toml"),
    ]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False).stdout


def contracts() -> list[str]:
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return [contract["name"] for contract in tables["tool"]["importlinter"]["contracts"]]


@pytest.mark.parametrize("contract", contracts())
def test_a_breach_is_reported(report: str, contract: str) -> None:
    assert f"{contract} BROKEN" in report


def test_a_store_may_know_sql(report: str) -> None:
    assert "planted.place -> sqlalchemy" in report
    assert "planted.store -> sqlalchemy" not in report
