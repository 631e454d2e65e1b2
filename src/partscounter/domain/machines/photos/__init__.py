"""Codes in photos. Importing this takes a while; no door does at start."""

from partscounter.domain.machines.photos.errors import NoCodeInPhoto, UnreadablePhoto
from partscounter.domain.machines.photos.read_code import read_code

__all__ = ["NoCodeInPhoto", "UnreadablePhoto", "read_code"]
