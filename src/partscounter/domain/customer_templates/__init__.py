"""Customer templates: named rules by which end users see other prices, less stock or fewer items."""

from partscounter.domain.customer_templates.assign import assign_template, remove_template
from partscounter.domain.customer_templates.assign_by_rule import RuleChange, apply_rule_changes
from partscounter.domain.customer_templates.dealer_defaults import set_dealer_defaults
from partscounter.domain.customer_templates.errors import TemplatesRefused, UnknownTemplate
from partscounter.domain.customer_templates.events import (
    DealerDefaultsSet,
    TemplateAssigned,
    TemplateRemoved,
    TemplateSet,
)
from partscounter.domain.customer_templates.find_terms import EndUser, default_template_of, end_user_of, find_terms
from partscounter.domain.customer_templates.lookup import (
    Assignment,
    count_assignments,
    list_assignments,
    list_assignments_of_end_user,
    list_dealer_defaults,
    list_templates,
)
from partscounter.domain.customer_templates.price_change import PriceChange
from partscounter.domain.customer_templates.put import put_templates
from partscounter.domain.customer_templates.read_file import check_templates, read_templates
from partscounter.domain.customer_templates.template import Selection, Step, Template, TemplateType
from partscounter.domain.customer_templates.terms import EVERYBODY, EndUserTerms, Offer, Rule, rule_for

__all__ = [
    "EVERYBODY",
    "Assignment",
    "DealerDefaultsSet",
    "EndUser",
    "EndUserTerms",
    "Offer",
    "PriceChange",
    "Rule",
    "RuleChange",
    "Selection",
    "Step",
    "Template",
    "TemplateAssigned",
    "TemplateRemoved",
    "TemplateSet",
    "TemplateType",
    "TemplatesRefused",
    "UnknownTemplate",
    "apply_rule_changes",
    "assign_template",
    "check_templates",
    "count_assignments",
    "default_template_of",
    "end_user_of",
    "find_terms",
    "list_assignments",
    "list_assignments_of_end_user",
    "list_dealer_defaults",
    "list_templates",
    "put_templates",
    "read_templates",
    "remove_template",
    "rule_for",
    "set_dealer_defaults",
]
