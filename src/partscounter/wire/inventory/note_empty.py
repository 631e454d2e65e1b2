"""Remembers a search that found nothing, for the report on lost sales; nothing is written here."""

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.leads.empty_searches import SearchedWords
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader


def note_if_empty(app: App, incoming: Incoming[Credential], total: int) -> None:
    """Count the search by its words if it has no hit at all; a page beyond the last one is no empty search."""
    if total:
        return
    path = incoming.path_values
    keywords = QueryReader(incoming.query).text("keywords") or ""
    app.empty_searches.add(SearchedWords(path["part_type"], path["make"], path["model"], keywords))
