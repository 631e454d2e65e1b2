"""Switches of single clients, each with its reason. They are options of the credential, off unless switched on."""

from partscounter.domain.access import Credential


def wants_numeric_expires_in(client: Credential) -> bool:
    """`expires_in` as a number: the gateway sends text, and OAuth libraries that follow RFC 6749 §5.1 want a number."""
    return client.options.get("numeric_expires_in") is True


def wants_single_part_as_object(client: Credential) -> bool:
    """`parts` as a bare object for an order of one line, which is how the document prints it (sample of 201)."""
    return client.options.get("single_part_as_object") is True
