"""The demo's settings: loopback and its own folder, whatever the environment says."""

from dataclasses import replace

from partscounter.cli.embedded import embedded
from partscounter.settings import DatabaseSettings, ServerSettings, Settings, ShopSettings


def test_the_demo_is_reached_at_loopback_and_keeps_to_its_own_database() -> None:
    server = ServerSettings(host="192.0.2.1", port=9000, workers=4, public_base_url="https://parts.example")
    elsewhere = DatabaseSettings(url="postgresql://parts@db.example/parts")

    settings = embedded(replace(Settings(), server=server, database=elsewhere))

    assert (settings.server.host, settings.server.workers) == ("127.0.0.1", 1)
    assert settings.server.public_base_url == "http://127.0.0.1:9000"
    assert settings.database_url.startswith("sqlite:///")


def test_the_shop_of_the_demo_has_the_prices_of_its_web_shop_unless_it_is_told_otherwise() -> None:
    told = replace(Settings(), shop=ShopSettings(api_user="narrow"))

    assert embedded(Settings()).shop.api_user == "webshop"
    assert embedded(told).shop.api_user == "narrow"
