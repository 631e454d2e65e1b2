"""Every test here logs as the program does, into a stream that it may look at."""

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from partscounter.web.observe import configure_logging


@pytest.fixture(autouse=True)
def log() -> Iterator[io.StringIO]:
    """The stream that all logging goes to while the test runs."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure_logging(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
