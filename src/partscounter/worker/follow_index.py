"""Keeping the search index up with the database: one process of a data directory writes it, others stand by."""

import threading

import structlog

from partscounter.app import App
from partscounter.search import IndexBusy, TantivyWriter, follow_all, has_index, rebuild
from partscounter.search.source import DatabaseSource

POLL_SECONDS = 0.1
"""A sold item must be gone from the search within a second."""
STAND_BY_SECONDS = 2.0


def follow_index(app: App, stop: threading.Event) -> None:
    """Apply every change of stock to the index until `stop` is set; waits while another process writes it."""
    while not stop.is_set():
        try:
            _build_if_missing(app)
            with TantivyWriter(app.index_root) as writer:
                _follow(app, writer, stop)
        except IndexBusy:
            stop.wait(STAND_BY_SECONDS)


def catch_up(app: App) -> None:
    """Bring the index up to the present moment once; refuses with IndexBusy while another process writes it."""
    source = DatabaseSource(app.database)
    _build_if_missing(app)
    with TantivyWriter(app.index_root) as writer:
        while follow_all(source.read_events, source.load_documents, writer, lambda: False):
            pass


def _build_if_missing(app: App) -> None:
    """A new data directory, or a program whose index has other fields: read everything instead of the whole log."""
    if not has_index(app.index_root):
        source = DatabaseSource(app.database)
        rebuild(app.index_root, source.read_all, source.read_events, source.load_documents)


def _follow(app: App, writer: TantivyWriter, stop: threading.Event) -> None:
    source = DatabaseSource(app.database)
    log = structlog.get_logger(__name__)
    while not stop.is_set():
        try:
            changed = follow_all(source.read_events, source.load_documents, writer, stop.is_set, source.read_brief)
        except Exception:
            log.exception("The search index could not be brought up to date; trying again.")
            stop.wait(STAND_BY_SECONDS)
            continue
        if not changed:
            stop.wait(POLL_SECONDS)
