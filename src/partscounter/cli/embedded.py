"""The settings of the demo: whatever the environment says, it keeps to its own folder and to loopback."""

from dataclasses import replace

from partscounter.settings import DatabaseSettings, Settings, ShopSettings, TrackingSettings

LOOPBACK = "127.0.0.1"
SHOP_USER = "webshop"
"""Whose customers have templates in the demo world."""


def embedded(settings: Settings) -> Settings:
    """`settings` with the embedded database and one web process without metrics, reached at the loopback address."""
    reached = f"http://{LOOPBACK}:{settings.server.port}"
    server = replace(settings.server, host=LOOPBACK, workers=1, metrics_port=0, public_base_url=reached)
    tracking = replace(settings.tracking, environment=TrackingSettings().environment)
    shop = ShopSettings(api_user=settings.shop.api_user or SHOP_USER)
    return replace(settings, server=server, database=DatabaseSettings(), tracking=tracking, shop=shop)
