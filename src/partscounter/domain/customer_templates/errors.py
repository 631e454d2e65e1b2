"""Refusals about templates."""

from partscounter.kit.refusal import Invalid, NotFound


class UnknownTemplate(NotFound):
    """No template of this type has this name."""

    code = "unknown_template"


class TemplatesRefused(Invalid):
    """The file does not describe templates; every wrong place is listed."""

    code = "templates_refused"
