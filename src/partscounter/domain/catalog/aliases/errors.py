"""Refusals of aliases. After each of them the table is what it was."""

from partscounter.kit.refusal import Invalid, NotFound


class InvalidAliases(Invalid):
    """Some aliases are no aliases, or would make a chain; each is named."""

    code = "invalid_aliases"


class UnknownAlias(NotFound):
    """There is no such alias to remove."""

    code = "unknown_alias"
