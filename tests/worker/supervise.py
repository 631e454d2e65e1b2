"""A supervisor for its tests. Usage: supervise.py <folder> <behaviour>…, with one child.py for each behaviour."""

import logging
import sys
from pathlib import Path

from partscounter.worker.supervisor import Patience, Supervisor

CHILD = Path(__file__).with_name("child.py")
PATIENCE = Patience(grace=1, grown_up=600, first_wait=0.01, longest_wait=0.05, tries=3)

if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    folder, *behaviours = sys.argv[1:]
    commands = {behaviour: [sys.executable, str(CHILD), behaviour, folder] for behaviour in behaviours}
    sys.exit(Supervisor(commands, PATIENCE).run())
