"""Receipts in the headers of a marking, whose body is the contract's own."""

from partscounter.domain.export import Receipt


def receipt_headers(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    """What still waits after it."""
    return (
        ("Receipt-Id", str(receipt.id)),
        ("Receipt-Waiting", str(receipt.waiting.count)),
        ("Receipt-Digest", receipt.waiting.digest),
    )
