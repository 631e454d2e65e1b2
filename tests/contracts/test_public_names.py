"""The public names of the contracts: adding or losing one is a decision, made here."""

from types import ModuleType

import pytest

import partscounter_contracts

PINNED = {
    "partscounter_contracts": (
        "CONTRACTS Code Contract Location Operation Parameter SecurityKind document encode inventory json_number "
        "moment number_or_text order_export order_tracking parts_orders qr_associations stock"
    ),
    "partscounter_contracts.inventory": (
        "ALL_RESULTS ALL_TYPES Adjustment AmountText Approval AvailableCategory AvailableMake AvailableModel "
        "AvailablePartType AvailableVendor CONTRACT Category ChildLineItem DEFAULT_RESULT_SIZE "
        "DEFAULT_SHIPPING_METHOD DESCRIPTION_LENGTH Done ELLIPSIS EmailMessage EndUser EndUserId ErrorBody "
        "ErrorReason Feed FeedItem FunctionGroup Id ItemDetails LARGEST_RESULT_SIZE LeadContact LeadKind "
        "ListedEndUser MappingType MatchReason OPERATIONS PartInquiry PartRequest PhoneCall "
        "RESULT_HEADER SEARCH_FILTERS SHIPPING_METHODS SORT_ORDERS SaleAddress SaleCreate SaleCreated "
        "SaleDocument SaleDocumentAddress SaleDocumentHead SaleDocumentLine SaleError SaleErrorCode SaleErrorItem "
        "SaleErrorReason SaleLineItem SaleListEntry SearchItem SearchResults SearchVendor ShippingMethod "
        "SortColumn SortOrder SuggestedPartType Template TemplateType UNKNOWN VendorLocation "
        "WILDCARD WholeUnitPart YES cut enduser_examples examples find_shipping_method sale_examples"
    ),
    "partscounter_contracts.order_export": (
        "AddressEntry BillTo CONTRACT Consumer ConsumerEntry Customer CustomerEntry Failure GivenConsumer "
        "GivenConsumers GivenReceipt Item ItemEntry LINES_AT_MOST MarkResult MarkedOrders NewOrders OPERATIONS Order "
        "OrderEntry OrderStatus Receipt Rep RepEntry ShipTo Status TakenOrder examples receipt_of"
    ),
    "partscounter_contracts.order_tracking": (
        "CONTRACT DEALER_CODE_LENGTH DESCRIPTIONS DOCUMENT_NUMBER_LENGTH DocumentStatus ErrorBody ErrorCode "
        "Fulfillment FulfillmentType HIGHEST_QUANTITY LONGEST_PARTS_LIST OPERATIONS PART_NUMBER_LENGTH "
        "QA_ENVIRONMENTS QA_ENVIRONMENT_HEADER REQUIRED_TO_SEND REQUIREMENTS Requirement SHIPMENT_LENGTHS "
        "STATUS_LABELS STORE_ID ShipmentInformation TrackingPart TrackingUpdate TrackingUpdateV2 V3_FIELDS "
        "error_body examples"
    ),
    "partscounter_contracts.parts_orders": (
        "AccessTokenRequest AccessTokenResponse AlternateDeliveryAddress BasketLine BasketRequest BasketResponse "
        "Brand Brands CONTRACT Company Customer DEFAULT_ORDER_TYPE DeliveryAddress ErrorDetail Fault FaultBody "
        "FaultDetail ISSUE_TOKEN Link MandatoryVehicleReference MandatoryVehicleReferenceRequest OPERATIONS "
        "OrderContact OrderContactRequest OrderPrice Part PartReference Parts PartsOrder PartsOrder202Response "
        "PartsOrderCreateRequest PartsOrderLine PartsOrderLineSimple PartsOrderLineStatus PartsOrderStatus "
        "PartsOrderType Price PriceAvailability RequiredVehicleReference SCOPES Scope TOKEN_PATH UnitOfMeasure "
        "ValidationError examples"
    ),
    "partscounter_contracts.qr_associations": (
        "CONTRACT DEFAULT_MAKE ErrorBody MarketSegment OPERATIONS PrincipalWork QRCodeAssociation "
        "QR_CODE_ID_PATTERN examples"
    ),
    "partscounter_contracts.stock": (
        "BATCH_BYTES BATCH_LINES BatchLine BatchResult CONTRACT CSV EXCEL Error ErrorBody FieldError FileImport "
        "ImportKind ImportState ItemFields LONGEST_FILE_NAME LONGEST_KEY MEDIA_TYPES OPERATIONS Op Question SCOPES "
        "Scope StockItem examples"
    ),
}
MODULES = (
    partscounter_contracts,
    partscounter_contracts.inventory,
    partscounter_contracts.order_export,
    partscounter_contracts.order_tracking,
    partscounter_contracts.parts_orders,
    partscounter_contracts.qr_associations,
    partscounter_contracts.stock,
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_public_names_are_pinned_and_exist(module: ModuleType) -> None:
    assert sorted(module.__all__) == PINNED[module.__name__].split()
    assert all(hasattr(module, name) for name in module.__all__)
