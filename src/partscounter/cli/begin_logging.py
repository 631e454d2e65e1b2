"""Where and how the processes of the program write their log."""

import sys

from partscounter.settings import Settings
from partscounter.web.observe import LEVELS, configure_logging


def begin_logging(settings: Settings, level: str = "") -> None:
    """To standard error, as the settings say; `level` goes before theirs."""
    for_people = settings.logging.format == "console"
    configure_logging(sys.stderr, LEVELS[level or settings.logging.level], for_people=for_people)
