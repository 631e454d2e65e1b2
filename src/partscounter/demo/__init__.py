"""The demo world: a small parts counter in which every request printed in the five documents works as printed."""

from partscounter.demo.generate import generate_items
from partscounter.demo.world import create_world, world_exists

__all__ = ["create_world", "generate_items", "world_exists"]
