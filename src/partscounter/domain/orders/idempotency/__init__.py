"""Idempotency keys: a thing is done once for each, its answer is kept with it, and old ones are forgotten."""

from partscounter.domain.orders.idempotency.forget import forget_keys
from partscounter.domain.orders.idempotency.once import once

__all__ = ["forget_keys", "once"]
