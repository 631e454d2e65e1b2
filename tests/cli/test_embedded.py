"""The demo's settings: loopback and its own folder, whatever the environment says."""

from dataclasses import replace

from partscounter.cli.embedded import embedded
from partscounter.settings import DatabaseSettings, ServerSettings, Settings


def test_the_demo_is_reached_at_loopback_and_keeps_to_its_own_database() -> None:
    server = ServerSettings(host="192.0.2.1", port=9000, workers=4, public_base_url="https://parts.example")
    elsewhere = DatabaseSettings(url="postgresql://parts@db.example/parts")

    settings = embedded(replace(Settings(), server=server, database=elsewhere))

    assert (settings.server.host, settings.server.workers) == ("127.0.0.1", 1)
    assert settings.server.public_base_url == "http://127.0.0.1:9000"
    assert settings.database_url.startswith("sqlite:///")
