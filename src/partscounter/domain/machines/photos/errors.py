"""Refusals of photos."""

from partscounter.kit.refusal import Invalid


class UnreadablePhoto(Invalid):
    """The file is no picture, or too large a one."""

    code = "unreadable_photo"


class NoCodeInPhoto(Invalid):
    """No QR symbol in the photo says a machine's code."""

    code = "no_code_in_photo"
