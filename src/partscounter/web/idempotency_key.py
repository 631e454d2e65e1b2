"""The Idempotency-Key header (ours): under it a request is carried out once, and answered the same again."""

from starlette.datastructures import Headers

from partscounter.kit.refusal import Invalid, Violation

IDEMPOTENCY_KEY = "Idempotency-Key"


def find_idempotency_key(headers: Headers) -> str | None:
    """The key as it was sent; None without one. Raises Invalid if there are several: under which would it be kept?"""
    sent = headers.getlist(IDEMPOTENCY_KEY)
    if len(sent) > 1:
        violation = Violation(IDEMPOTENCY_KEY, "must be sent once only", ", ".join(sent))
        raise Invalid("There are several Idempotency-Keys.", (violation,))
    return sent[0] if sent else None
