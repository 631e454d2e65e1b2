"""End users of web shops: by which rules they get templates, and what they see."""

from partscounter.domain.end_users.errors import RulesRefused
from partscounter.domain.end_users.events import TemplateRulesSet
from partscounter.domain.end_users.preview import ItemPreview, preview_items
from partscounter.domain.end_users.put_rules import list_rules, put_rules
from partscounter.domain.end_users.read_file import RuleFile, check_rules, read_rules
from partscounter.domain.end_users.refresh import plan_refresh, refresh_templates
from partscounter.domain.end_users.rule import TemplateRule
from partscounter.domain.end_users.spend import count_spend
from partscounter.domain.end_users.write_file import current_rules, write_rules

__all__ = [
    "ItemPreview",
    "RuleFile",
    "RulesRefused",
    "TemplateRule",
    "TemplateRulesSet",
    "check_rules",
    "count_spend",
    "current_rules",
    "list_rules",
    "plan_refresh",
    "preview_items",
    "put_rules",
    "read_rules",
    "refresh_templates",
    "write_rules",
]
