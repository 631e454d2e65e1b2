"""The address at which a customer stops waiting."""

from partscounter.database import WriteTx
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Want


def end_url_of(tx: WriteTx, want: Want, base_url: str) -> str:
    """Under `base_url`, where the world reaches this counter; empty where that is not known."""
    return f"{base_url}/wants/{wants.sign_end_link(tx, want)}" if base_url else ""
