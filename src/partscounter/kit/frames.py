"""Values through a pipe between two processes of this program, one after the other."""

import marshal
import struct
from typing import Any, BinaryIO

_SIZE = struct.Struct("<Q")


def put_frame(pipe: BinaryIO, value: Any) -> None:  # noqa: ANN401 - what marshal takes
    """Send `value`, made of plain tuples, lists, dicts, texts, numbers and bytes."""
    packed = marshal.dumps(value)
    pipe.write(_SIZE.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def get_frame(pipe: BinaryIO) -> Any:  # noqa: ANN401 - what the other end put
    """The next value; raises EOFError where the other end has gone."""
    head = pipe.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    packed = pipe.read(size)
    if len(packed) < size:
        raise EOFError
    return marshal.loads(packed)  # noqa: S302 - of the other end, which is the same program
