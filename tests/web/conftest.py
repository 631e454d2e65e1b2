"""Every test here logs as the program does, into a stream that it may look at."""

import io
from collections.abc import Iterator

import pytest

from tests.make.logs import captured_log


@pytest.fixture(autouse=True)
def log() -> Iterator[io.StringIO]:
    """The stream that all logging goes to while the test runs."""
    with captured_log() as stream:
        yield stream
