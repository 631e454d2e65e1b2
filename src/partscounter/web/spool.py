"""A body that is too large for memory: written to a file as it arrives, and named by a digest."""

import os
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import anyio
from anyio import to_thread

from partscounter.web.body import BODY_SECONDS, BodyReader
from partscounter.web.problems import Malformed


@dataclass(frozen=True, slots=True)
class Spool:
    """Where an endpoint has its bodies written, and how large one may be. The folder is made if it is missing."""

    folder: Path
    limit: int


@dataclass(frozen=True, slots=True)
class SpooledBody:
    """A body on disk. Who wants to keep the file moves it; otherwise it is deleted with the request's end."""

    path: Path
    size: int
    digest: str


async def spool_body(reader: BodyReader, spool: Spool) -> SpooledBody:
    """The whole body, durable on disk. Each piece must arrive in time. Raises as `BodyReader.pieces` does."""
    await to_thread.run_sync(lambda: spool.folder.mkdir(parents=True, exist_ok=True))
    path = spool.folder / f"{secrets.token_hex(16)}.part"
    digest, size = blake2b(digest_size=20), 0
    try:
        with path.open("wb") as file:
            pieces = reader.pieces(spool.limit)
            while True:
                with anyio.fail_after(BODY_SECONDS):
                    piece = await anext(pieces, None)
                if piece is None:
                    break
                digest.update(piece)
                size += len(piece)
                await to_thread.run_sync(file.write, piece)
            file.flush()
            await to_thread.run_sync(os.fsync, file.fileno())
    except TimeoutError:
        path.unlink(missing_ok=True)
        raise Malformed("The body did not arrive in time.") from None
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return SpooledBody(path, size, digest.hexdigest())
