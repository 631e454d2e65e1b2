"""End users, their templates and their leads, as operations."""

from partscounter_contracts.inventory import enduser_examples as examples
from partscounter_contracts.inventory.enduser import EndUser, EndUserId, ListedEndUser, Template, TemplateType
from partscounter_contracts.inventory.leads import EmailMessage, LeadKind, PartInquiry, PartRequest, PhoneCall
from partscounter_contracts.inventory.shapes import head, read, write
from partscounter_contracts.inventory.values import Done
from partscounter_contracts.operation import Operation, Parameter, WireType, path_parameter

_TEMPLATES = "End-User Templates"
_LOOKUPS = "End-User Lookups"
_LEADS = "Parts Requests, Part Inquiries, and Logging Phone Calls and Emails"
_TYPE = path_parameter("template_type", "pricing, availability, quantity, or all", "pricing")
_WHO = Parameter("userid", "The end user", required=True, example="1")
_LOOKUP = (
    Parameter("email", "Find by e-mail address", example="cate.contactperson@company.com"),
    Parameter("userid", "Find by id", example="1"),
)

TEMPLATE_OPERATIONS = (
    head(
        "/enduser/templates",
        "listTemplateTypes",
        summary="The template types there are",
        section=_TEMPLATES,
        answer=list[TemplateType],
        example=[kind.value for kind in TemplateType],
    ),
    read(
        "/enduser/templates",
        "listTemplates",
        summary="Every template that can be assigned",
        section=_TEMPLATES,
        answer=list[Template],
        example=[examples.TEMPLATE],
    ),
    read(
        "/enduser/templates/{template_type}",
        "listTemplatesOfType",
        summary="The templates of one type",
        section=_TEMPLATES,
        answer=list[Template],
        parameters=(_TYPE,),
        example=[examples.TEMPLATE],
    ),
    *write(
        ("POST", "PUT"),
        "/enduser/templates/{template_type}",
        "assignTemplate",
        summary="Assign a template to an end user",
        section=_TEMPLATES,
        answer=Done,
        parameters=(_TYPE, _WHO, Parameter("template", "The template's name", required=True, example="Dealer")),
        example={"success": True},
    ),
    *write(
        ("DELETE",),
        "/enduser/templates/{template_type}",
        "removeTemplate",
        summary="Take an end user's template away",
        section=_TEMPLATES,
        answer=Done,
        parameters=(_TYPE, _WHO),
        example={"success": True},
    ),
)

LOOKUP_OPERATIONS = (
    read(
        "/enduser/lookup",
        "lookUpEndUser",
        summary="A customer by e-mail address or id",
        section=_LOOKUPS,
        answer=EndUser,
        parameters=_LOOKUP,
        example=examples.END_USER,
    ),
    head(
        "/enduser/lookup",
        "lookUpEndUserId",
        summary="A customer's id by e-mail address or id",
        section=_LOOKUPS,
        answer=EndUserId,
        parameters=_LOOKUP,
        example={"userid": 1},
    ),
    read(
        "/enduser/listall",
        "listEndUsers",
        summary="Every customer with a template",
        section=_LOOKUPS,
        answer=list[ListedEndUser],
        parameters=(Parameter("refresh_list", "true: bring the associations up to date first", example="true"),),
        example=[examples.LISTED_END_USER],
    ),
)


def _log(kind: LeadKind, operation_id: str, summary: str, request: WireType, example: object) -> tuple[Operation, ...]:
    return write(
        ("POST", "PUT"),
        f"/enduser/log/{kind}",
        operation_id,
        summary=summary,
        section=_LEADS,
        request=request,
        answer=Done,
        request_examples={"example": example},
        example={"success": True},
    )


LEAD_OPERATIONS = (
    *_log(LeadKind.PART_REQUEST, "logPartRequest", "A part not found", PartRequest, examples.PART_REQUEST),
    *_log(LeadKind.PART_INQUIRY, "logPartInquiry", "A question on an item", PartInquiry, examples.PART_INQUIRY),
    *_log(LeadKind.PHONE_CALL, "logPhoneCall", "A call that took place", PhoneCall, examples.PHONE_CALL),
    *_log(LeadKind.EMAIL, "logEmail", "An e-mail that was sent", EmailMessage, examples.EMAIL),
)
