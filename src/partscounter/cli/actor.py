"""Who acts when a command is typed: the history names no person, since whoever may run commands may do everything."""

from partscounter.kit.actor import Actor

OPERATOR = Actor(name="cli", door="cli")
