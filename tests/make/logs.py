"""Logging as the program does it, into a stream that a test may look at."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from partscounter.web.observe import configure_logging


@contextmanager
def captured_log(*, for_people: bool = False, level: int = logging.INFO) -> Iterator[io.StringIO]:
    """The stream that all logging goes to until the block ends."""
    root = logging.getLogger()
    handlers, level_before = list(root.handlers), root.level
    stream = io.StringIO()
    configure_logging(stream, level, for_people=for_people)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level_before)
