"""Push of the order export: where a dealer wants submitted orders posted, and what became of each try."""

from partscounter.domain.export.push.delivery import Delivery, Outcome
from partscounter.domain.export.push.delivery_search import DeliverySearch
from partscounter.domain.export.push.errors import BadAddress, DeliveryNotFound, NoPushTarget
from partscounter.domain.export.push.events import PushSecretRotated, PushTargetSet, PushTargetSwitchedOff
from partscounter.domain.export.push.lookup import (
    find_dealer_of_delivery,
    find_target,
    get_target,
    list_deliveries,
    list_deliveries_of_order,
    list_targets,
    search_deliveries,
    targets_of_order,
)
from partscounter.domain.export.push.note_delivery import note_delivery, was_delivered
from partscounter.domain.export.push.replay_delivery import replay_delivery
from partscounter.domain.export.push.rotate_secret import GRACE, rotate_secret
from partscounter.domain.export.push.set_target import set_target
from partscounter.domain.export.push.switch_off import switch_off
from partscounter.domain.export.push.target import PushTarget, new_secret

__all__ = [
    "GRACE",
    "BadAddress",
    "Delivery",
    "DeliveryNotFound",
    "DeliverySearch",
    "NoPushTarget",
    "Outcome",
    "PushSecretRotated",
    "PushTarget",
    "PushTargetSet",
    "PushTargetSwitchedOff",
    "find_dealer_of_delivery",
    "find_target",
    "get_target",
    "list_deliveries",
    "list_deliveries_of_order",
    "list_targets",
    "new_secret",
    "note_delivery",
    "replay_delivery",
    "rotate_secret",
    "search_deliveries",
    "set_target",
    "switch_off",
    "targets_of_order",
    "was_delivered",
]
