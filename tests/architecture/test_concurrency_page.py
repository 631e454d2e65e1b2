"""The page on concurrency names tests that are there, and every test in which connections compete."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "concurrency.md"


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`([a-z0-9_/]+\.py)`", PAGE.read_text()))

    assert [path for path in sorted(named) if not (TESTS / path).exists()] == []
    assert len(named) > 20


def test_every_file_of_concurrency_tests_is_named() -> None:
    page = PAGE.read_text()
    files = [path.relative_to(TESTS).as_posix() for path in sorted(TESTS.glob("concurrency/test_*.py"))]

    assert [path for path in files if f"`{path}`" not in page] == []
