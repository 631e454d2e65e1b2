"""The inventory: every object has the printed keys in the printed order, and its requests say where they are wrong."""

from typing import Any

import msgspec
import pytest

from partscounter_contracts import encode, inventory
from partscounter_contracts.inventory import enduser_examples, examples, sale_examples

VENDOR = "company contact city state postal_code phone_number fax_number email vendor_id vendor_store"
ITEM = (
    "type vendor part_name make_model year oem_number vendor_sku vendor_inventory_id description price coreprice "
    "condition details_uri images distance page_number"
)
DETAILS = (
    "part_name vendor_part_name year vehicle_make vehicle_model part_manufacturer part_model oem_number serial_number "
    "vendor_sku vendor_inventory_id vendor_vehicle_id vin core_price price description html_description condition "
    "category available_quantity side qa vendor images"
)
FEED_ITEM = (
    "type vendor part_name make_model year vendor_sku vendor_inventory_id description price coreprice condition "
    "details_uri images item_hash"
)
VENDOR_LOCATION = "company address state postal_code country phone_number email vendor_id vendor_store_id"
END_USER = "userid company name street city state zip country country_code email phone"
HEAD = (
    "vendor_id vendor_store vendor_salesdocument_id salesdocument_date document_is_void document_is_closed "
    "date_created date_closed shipping_tracking_number truck_number online_transaction_id subtotal total_tax comments "
    "adjustments user_id billing_address shipping_address"
)
DOCUMENT = HEAD.replace("truck_number", "purchase_order_number truck_number") + " line_items"
ADDRESS = "contact company email street mailing city state postal_code country phone_number"
CHILD = (
    "vendor_id vendor_store vendor_sku vendor_inventory_id vendor_part_name year vehicle_make vehicle_model "
    "part_manufacturer part_model sales_document_lineitem_type description vin price returnable days_to_return "
    "adjustments"
)
ADJUSTMENT = "name description amount is_taxable is_subtotal_adjustment"
CART = "sale_date sale_total user_id shipping_method comments po_number line_items billing_address shipping_address"
CART_LINE = "vendor_id vendor_store vendor_inventory_id quantity price core_price shipping_price tax_price"
LINE = {"vendor_id": 1, "vendor_store": 1, "vendor_inventory_id": "003896"}


@pytest.mark.parametrize(
    ("wire_type", "example", "keys"),
    [
        (inventory.SearchItem, examples.SEARCH_ITEM, ITEM),
        (inventory.SearchVendor, examples.SEARCH_VENDOR, VENDOR),
        (inventory.SearchResults, examples.SEARCH_RESULTS, "total_results total_pages results"),
        (inventory.SearchResults, examples.SUGGESTED, "total_results total_pages results suggested_part_types"),
        (inventory.SuggestedPartType, examples.SUGGESTED["suggested_part_types"][0], "part_name part_type_id uri"),
        (inventory.ItemDetails, examples.DETAILS, DETAILS),
        (
            inventory.WholeUnitPart,
            examples.WHOLE_UNIT_PART,
            "part_name vendor_part_name make_model vendor_sku details_uri price",
        ),
        (inventory.AvailableVendor, examples.AVAILABLE_VENDOR, "vendor"),
        (inventory.VendorLocation, examples.AVAILABLE_VENDOR["vendor"], VENDOR_LOCATION),
        (inventory.FunctionGroup, examples.FUNCTION_GROUP, "function_group_id function_grup_name function_group_name"),
        (inventory.Feed, examples.FEED, "total_results results"),
        (inventory.FeedItem, examples.FEED["results"][0], FEED_ITEM),
        (inventory.Template, enduser_examples.TEMPLATE, "template_name template_type"),
        (inventory.EndUser, enduser_examples.END_USER, END_USER),
        (inventory.ListedEndUser, enduser_examples.LISTED_END_USER, "userid company name email templatename"),
        (inventory.SaleCreated, sale_examples.SALE_CREATED, "online_transaction_id created errors"),
        (inventory.SaleCreated, sale_examples.SALE_REFUSED, "online_transaction_id created errors"),
        (inventory.SaleDocumentHead, sale_examples.SALE_DOCUMENT_HEAD, HEAD),
        (inventory.SaleDocument, sale_examples.SALE_DOCUMENT, DOCUMENT),
        (inventory.SaleDocumentLine, sale_examples.LINE, CHILD + " child_line_items"),
        (inventory.ChildLineItem, sale_examples.CHILD_LINE, CHILD),
        (inventory.Adjustment, sale_examples.ADJUSTMENT, ADJUSTMENT),
        (inventory.SaleDocumentAddress, sale_examples.SALE_DOCUMENT["billing_address"], ADDRESS),
        (inventory.ErrorBody, examples.NOT_FOUND, "error"),
    ],
)
def test_an_answer_has_the_printed_keys_in_their_order(
    wire_type: type[msgspec.Struct], example: dict[str, Any], keys: str
) -> None:
    sent = encode(msgspec.convert(example, wire_type))

    assert sent == msgspec.json.encode(example)
    assert list(example) == keys.split()


def test_questions_and_answers_stand_last_in_a_search_item_for_those_who_asked() -> None:
    item = msgspec.convert(examples.SEARCH_ITEM | {"qa": {"HP": "450"}}, inventory.SearchItem)

    assert list(msgspec.json.decode(encode(item))) == [*ITEM.split(), "qa"]


def test_the_printed_cart_is_read_with_exact_amounts() -> None:
    body = msgspec.json.encode(sale_examples.SALE_CREATE).replace(b"12500", b"1234567890.12")

    cart = msgspec.json.decode(body, type=inventory.SaleCreate)

    assert str(cart.line_items[0].price) == "1234567890.12"
    assert list(inventory.SaleCreate.__struct_fields__) == CART.split()
    assert set(CART_LINE.split()) < set(inventory.SaleLineItem.__struct_fields__)
    assert cart.shipping_address is not None
    assert cart.shipping_address.fax_number is None


def test_the_smallest_cart_names_one_item_of_one_vendor() -> None:
    cart = msgspec.convert({"line_items": [LINE]}, inventory.SaleCreate)

    assert (cart.line_items[0].quantity, cart.line_items[0].price, cart.shipping_method) == (1, None, None)


@pytest.mark.parametrize(
    ("cart", "path"),
    [
        ({}, "line_items"),
        ({"line_items": []}, "$.line_items"),
        ({"line_items": [{}]}, "$.line_items[0]"),
        ({"line_items": [LINE | {"quantity": 0}]}, "$.line_items[0].quantity"),
        ({"line_items": [LINE | {"price": "ten"}]}, "$.line_items[0].price"),
        ({"line_items": [LINE], "po_number": "x" * 21}, "$.po_number"),
        ({"line_items": [LINE], "sale_date": "yesterday"}, "$.sale_date"),
        ({"line_items": [LINE], "sale_date": "2026-13-01 10:00"}, "$.sale_date"),
    ],
)
def test_a_wrong_cart_names_where_it_is_wrong(cart: dict[str, Any], path: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.json.decode(msgspec.json.encode(cart), type=inventory.SaleCreate)

    assert path in str(refused.value)


@pytest.mark.parametrize("moment", ["2026-08-14 10:30", "2026-08-14 10:30:", "2026-08-14 10:30:59"])
def test_seconds_of_a_sale_date_are_optional(moment: str) -> None:
    cart = msgspec.convert({"line_items": [LINE], "sale_date": moment}, inventory.SaleCreate)

    assert cart.sale_date == moment


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Pick-Up", inventory.ShippingMethod.PICK_UP),
        ("WILL CALL", inventory.ShippingMethod.PICK_UP),
        ("Fastest", inventory.ShippingMethod.FASTEST),
        ("expedited", inventory.ShippingMethod.FASTEST),
        ("Cheapest", inventory.ShippingMethod.CHEAPEST),
        (" standard ", inventory.ShippingMethod.CHEAPEST),
        ("by drone", None),
    ],
)
def test_a_shipping_method_has_two_names_in_any_case(text: str, method: inventory.ShippingMethod | None) -> None:
    assert inventory.find_shipping_method(text) is method


def test_an_inquiry_names_the_store_by_either_key() -> None:
    printed = dict(enduser_examples.PART_INQUIRY)
    other = {key: value for key, value in printed.items() if key != "vendor_store_id"} | {"vendor_store": 1}

    assert msgspec.convert(printed, inventory.PartInquiry).vendor_store_id == "1"
    assert msgspec.convert(other, inventory.PartInquiry).vendor_store == 1
    assert list(printed["contact"]) == list(inventory.LeadContact.__struct_fields__)


def test_calls_and_e_mails_take_any_object() -> None:
    assert msgspec.convert({"anything": [1]}, inventory.PhoneCall) == inventory.PhoneCall()
    assert msgspec.convert({}, inventory.EmailMessage) == inventory.EmailMessage()


def test_the_feed_cuts_a_description_at_175_characters() -> None:
    assert inventory.cut("x" * 175) == "x" * 175
    assert inventory.cut("x" * 176) == "x" * 175 + "..."


def test_the_enumerations_are_whole() -> None:
    assert [code.value for code in inventory.SaleErrorCode] == [
        "ERR_FORBIDDEN_VENDOR",
        "ERR_NOT_FOUND",
        "ERR_NOT_UNIQUE",
        "ERR_NOT_AVAILABLE",
    ]
    assert " ".join(inventory.SortColumn) == (
        "part_name make_model year oem_number vendor_sku description price coreprice condition type distance vendor "
        "date_added"
    )
    assert set(inventory.SORT_ORDERS) == {"ascending", "asc", "descending", "desc"}
    assert [kind.value for kind in inventory.TemplateType] == ["pricing", "availability", "quantity"]
    assert [kind.value for kind in inventory.LeadKind] == ["part_request", "part_inquiry", "phone_call", "email"]
    assert [approval.value for approval in inventory.Approval] == ["pending", "approved", "rejected"]
