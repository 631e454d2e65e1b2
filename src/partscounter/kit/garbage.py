"""How often a process looks for objects that hold each other and nobody holds.

Nearly all that this program makes is let go without such a search, as rows, documents and answers hold nothing that
holds them. With the interpreter's own figures the searches took a third of the time of an import.
"""

import gc

_SOUGHT_AFTER = (20_000, 20, 20)
"""Objects made beyond those let go, and searches of a younger generation before one of the next older."""


def seek_garbage_seldom() -> None:
    """From now on, in this process."""
    gc.set_threshold(*_SOUGHT_AFTER)


def keep_what_is_built() -> None:
    """Never look through what there is now: modules, routes and templates stay for as long as the process."""
    gc.freeze()
