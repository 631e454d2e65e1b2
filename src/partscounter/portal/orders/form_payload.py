"""Who does something at the desk, with the form as it was posted: the history keeps both."""

from dataclasses import replace
from urllib.parse import urlencode

from partscounter.kit.actor import Actor
from partscounter.web.visits import FORM_KEY, Visit


def actor_with_form(visit: Visit) -> Actor:
    """The visitor; the words are the form's, without the key that proves it to be ours."""
    pairs = [(name, value) for name, value in visit.form.pairs if name != FORM_KEY and value]
    return replace(visit.actor, payload=urlencode(pairs))
