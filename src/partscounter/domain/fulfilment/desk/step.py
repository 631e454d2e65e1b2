"""What a person at the desk can do with an order.

pick        RESERVED OPEN            ──► ISSUED       said to nobody
pack        and ISSUED               ──► PACKED       said to nobody
ready       and what is packed       ──► PACKED       RP, or PA where more is to come
ship        all not yet shipped      ──► IN_TRANSIT   FS, or PS where more is to come
deliver     all not yet there        ──► DELIVERED    DL
hand_over   all not yet there        ──► DELIVERED    PU
invoice     IN_TRANSIT DELIVERED     ──► INVOICED     said to nobody
cancel      all not yet shipped      ──► CANCELLED    OC
hold, release, problem               nothing moves    OH, OR, EX
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from partscounter.domain.fulfilment.update import FulfilmentType, Shipment


class Step(StrEnum):
    """One thing to do; the values stand in addresses."""

    PICK = "pick"
    PACK = "pack"
    READY = "ready"
    SHIP = "ship"
    HAND_OVER = "hand_over"
    DELIVER = "deliver"
    INVOICE = "invoice"
    CANCEL = "cancel"
    HOLD = "hold"
    RELEASE = "release"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step with an order, by somebody who saw it in a certain state."""

    order_id: int
    step: Step
    seen: str
    """`seen_of` the order that was shown when the step was decided on."""
    units: Mapping[int, int] = field(default_factory=dict)
    """By line number; ignored by steps that move nothing."""
    type: FulfilmentType = FulfilmentType.DELIVERY
    shipment: Shipment = field(default_factory=Shipment)

    @property
    def fingerprint(self) -> str:
        """Equal for the same form sent twice; what was seen tells it from the same step taken again later."""
        shipment = self.shipment
        facts = [
            *(self.order_id, self.step.value, self.seen, sorted(self.units.items()), self.type.value),
            *(shipment.carrier, str(shipment.shipped_on or ""), shipment.method),
            *(shipment.tracking_id, shipment.tracking_url),
        ]
        return sha256(json.dumps(facts).encode()).hexdigest()
