"""Logging as the program does it, into a stream that a test may look at."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from partscounter.web.observe import configure_logging


@contextmanager
def captured_log(*, for_people: bool = False) -> Iterator[io.StringIO]:
    """The stream that all logging goes to until the block ends."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure_logging(stream, for_people=for_people)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
