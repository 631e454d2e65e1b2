"""Refusals about rules."""

from partscounter.kit.refusal import Invalid


class RulesRefused(Invalid):
    """The file does not describe rules; every wrong place is listed."""

    code = "template_rules_refused"
