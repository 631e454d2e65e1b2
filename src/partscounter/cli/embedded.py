"""The settings of the demo: whatever the environment says, it keeps to its own folder and to loopback."""

from dataclasses import replace

from partscounter.settings import DatabaseSettings, Settings


def embedded(settings: Settings) -> Settings:
    """`settings` with the embedded database and one web process without metrics."""
    server = replace(settings.server, host="127.0.0.1", workers=1, metrics_port=0)
    return replace(settings, server=server, database=DatabaseSettings())
