"""All contracts by name."""

from types import MappingProxyType

from partscounter_contracts import order_export, order_tracking, parts_orders, qr_associations

CONTRACTS = MappingProxyType(
    {
        contract.name: contract
        for contract in (
            order_tracking.CONTRACT,
            order_export.CONTRACT,
            qr_associations.CONTRACT,
            parts_orders.CONTRACT,
        )
    }
)
