"""All contracts by name."""

from types import MappingProxyType

from partscounter_contracts import inventory, order_export, order_tracking, parts_orders, qr_associations, stock

CONTRACTS = MappingProxyType(
    {
        contract.name: contract
        for contract in (
            order_tracking.CONTRACT,
            order_export.CONTRACT,
            inventory.CONTRACT,
            qr_associations.CONTRACT,
            parts_orders.CONTRACT,
            stock.CONTRACT,
        )
    }
)
