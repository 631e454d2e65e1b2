"""Why a verb of push says no."""

from partscounter.kit.refusal import Invalid, NotFound


class NoPushTarget(NotFound):
    """The dealer has no address for push."""

    code = "no_push_target"


class DeliveryNotFound(NotFound):
    """There is no delivery with this number."""

    code = "delivery_not_found"


class BadAddress(Invalid):
    """Orders cannot be posted to such an address."""

    code = "bad_push_address"
