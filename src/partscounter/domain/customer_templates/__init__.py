"""Customer templates: named rules by which end users see other prices, less stock or fewer items."""

from partscounter.domain.customer_templates.assign import assign_template, remove_template
from partscounter.domain.customer_templates.errors import TemplatesRefused, UnknownTemplate
from partscounter.domain.customer_templates.events import TemplateAssigned, TemplateRemoved, TemplateSet
from partscounter.domain.customer_templates.lookup import Assignment, list_assignments, list_templates
from partscounter.domain.customer_templates.put import put_templates
from partscounter.domain.customer_templates.read_file import check_templates, read_templates
from partscounter.domain.customer_templates.template import Selection, Step, Template, TemplateType

__all__ = [
    "Assignment",
    "Selection",
    "Step",
    "Template",
    "TemplateAssigned",
    "TemplateRemoved",
    "TemplateSet",
    "TemplateType",
    "TemplatesRefused",
    "UnknownTemplate",
    "assign_template",
    "check_templates",
    "list_assignments",
    "list_templates",
    "put_templates",
    "read_templates",
    "remove_template",
]
