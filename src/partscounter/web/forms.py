"""Bodies of HTML forms and OAuth token requests: `application/x-www-form-urlencoded`, read strictly."""

from partscounter.web.incoming import Query, parse_query
from partscounter.web.problems import Malformed

FORM_TYPE = "application/x-www-form-urlencoded"


def read_form(body: bytes) -> Query:
    """The fields in the order sent. Raises Malformed if they are not ASCII with UTF-8 escapes, or more than 1000."""
    form = parse_query(body)
    if not form.readable:
        raise Malformed("The form cannot be read.")
    return form


def single_value(form: Query, name: str) -> str | None:
    """The value of a field that may be sent once only (RFC 6749 §3.2); None if absent. Raises Malformed if repeated."""
    values = form.all(name)
    if len(values) > 1:
        raise Malformed(f"The field {name} was sent more than once.")
    return values[0] if values else None
