"""Files that a page gives away: tables, pictures and sheets."""

import csv
import io
from collections.abc import Iterable, Sequence

from starlette.responses import Response

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """A table under the names of its columns, as a file to be saved.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it: what people on the street typed
    into a form is not to run on the desk of whoever opens the report.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return attachment(name, text.getvalue().encode(), "text/csv; charset=utf-8")


def attachment(name: str, content: bytes, media_type: str) -> Response:
    """A file to be saved under `name`, which is plain ASCII."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
