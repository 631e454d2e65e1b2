"""Who does something, and through which door."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Written beside every event: which credential, by which contract, in which request, with what words."""

    name: str
    """The credential's public name (a client id or user name), or the program's own part (`worker`, `cli`)."""
    door: str
    """The contract or surface: order_tracking, order_export, inventory, qr_associations, parts_orders, portal, cli…"""
    request_id: str = ""
    payload: str = ""
    """The body as it was received, kept in the history; empty where there was none."""
