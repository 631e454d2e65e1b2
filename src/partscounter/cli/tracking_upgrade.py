"""`partscounter tracking upgrade`: V2 bodies from a file as V3 bodies, for a system that leaves V2."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from partscounter.cli.output import REFUSED
from partscounter.web.answer import encode
from partscounter.web.decode import decode_untyped
from partscounter.web.problems import Malformed
from partscounter.wire.order_tracking.check import WHAT_THE_BODY_SHOWS, first_fault
from partscounter.wire.order_tracking.errors import UpdateRefused
from partscounter.wire.order_tracking.sent import Json, take_apart
from partscounter.wire.order_tracking.upgrade import upgrade_body


def upgrade(
    file: Annotated[
        Path,
        typer.Argument(
            help="V2 bodies: a JSON array, one object, or one per line.",
            exists=True,
            dir_okay=False,
            readable=True,
        ),
    ],
) -> None:
    """Print the V2 bodies of FILE as V3, one per line; what is wrong goes to standard error, and none of it is printed.

    V2 has no quantities and V3 needs them: each part counts as often as its body names it, so usually 1. Check them
    before posting. Whether dealer, document and parts exist is not asked.
    """
    upgraded, wrong = 0, 0
    for position, sent in _sent(file.read_bytes().removeprefix(codecs.BOM_UTF8)):
        try:
            line = encode(_upgraded(sent))
        except (Malformed, UpdateRefused) as fault:
            typer.echo(f"{position}: {_told(fault)}", err=True)
            wrong += 1
        else:
            typer.echo(line)
            upgraded += 1
    typer.echo(f"{upgraded} upgraded, {wrong} wrong. Check the quantities: V2 has none.", err=True)
    if wrong:
        raise typer.Exit(REFUSED)


def _sent(raw: bytes) -> Iterator[tuple[str, object]]:
    """What may be a body, decoded or still as bytes, with its position counted from 1."""
    try:
        whole = decode_untyped(raw)
    except Malformed:
        if raw.lstrip().startswith(b"["):
            yield "file", raw  # to be told why
            return
        lines = enumerate(raw.splitlines(), start=1)
        yield from ((f"line {number}", line) for number, line in lines if line.strip())
        return
    bodies = whole if isinstance(whole, list) else [whole]
    yield from ((f"body {number}", body) for number, body in enumerate(bodies, start=1))


def _upgraded(sent: object) -> Json:
    """The V3 body. Raises Malformed, or UpdateRefused with the first fault that can be seen without the document."""
    body = decode_untyped(sent) if isinstance(sent, bytes) else sent
    if not isinstance(body, dict):
        raise Malformed("The body must be a JSON object.")
    upgraded = upgrade_body(body)
    fault = first_fault(WHAT_THE_BODY_SHOWS, take_apart(upgraded, ""))
    if fault is not None:
        raise UpdateRefused(fault)
    return upgraded


def _told(fault: Malformed | UpdateRefused) -> str:
    if isinstance(fault, Malformed):
        return fault.problem.message
    return f"{fault.error.value} {fault.error.name}: {fault.message}"
