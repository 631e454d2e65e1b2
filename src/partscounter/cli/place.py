"""Where a parent process tells its children to work."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from partscounter.settings import Settings

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the data, in place of the setting.")]
Host = Annotated[str | None, typer.Option("--host", hidden=True)]
Port = Annotated[int | None, typer.Option("--port", hidden=True)]


@dataclass(frozen=True, slots=True)
class Place:
    """What goes before the settings; None leaves a setting as it is."""

    data: Path | None = None
    host: str | None = None
    port: int | None = None

    def of(self, settings: Settings) -> Settings:
        """`settings` with what was laid down."""
        server = replace(
            settings.server,
            data_dir=settings.server.data_dir if self.data is None else self.data,
            host=settings.server.host if self.host is None else self.host,
            port=settings.server.port if self.port is None else self.port,
        )
        return replace(settings, server=server)

    def options(self) -> list[str]:
        """The same as options of a child's command line."""
        given = {"--data": self.data, "--host": self.host, "--port": self.port}
        return [text for name, value in given.items() if value is not None for text in (name, str(value))]
