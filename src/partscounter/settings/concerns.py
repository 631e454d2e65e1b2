"""Every setting, by concern: PARTSCOUNTER_<CONCERN>_<FIELD> in the environment, [concern] field in the file."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal

from partscounter.settings.right import (
    right_base_url,
    right_database_url,
    right_mail_address,
    right_network,
    right_smtp_url,
)
from partscounter.settings.setting import setting


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the program listens and keeps its files."""

    host: str = setting(
        "127.0.0.1", "Address on which the server listens; the default is reachable from this machine only."
    )
    port: int = setting(
        8080, "Port on which the server listens; 0 takes any free one.", unit="TCP port", least=0, most=65535
    )
    workers: int = setting(1, "Web processes that share the port.", unit="processes", least=1, most=256)
    metrics_port: int = setting(
        0, "Port of the Prometheus metrics, on the same address; 0 = no metrics.", unit="TCP port", least=0, most=65535
    )
    data_dir: Path = setting(
        Path("data"), "Folder of the embedded database and the search index; made if it is missing."
    )
    public_base_url: str = setting(
        "",
        "Address by which the world reaches the server, used in mails and QR labels.",
        default_shown="the host that was called",
        check=right_base_url,
    )
    trusted_proxies: tuple[str, ...] = setting(
        (),
        "Addresses or networks of proxies whose X-Forwarded-* headers are believed.",
        default_shown="none",
        check=right_network,
    )


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """Where orders, stock and history are kept."""

    url: str = setting(
        "",
        "SQLAlchemy address of the database: sqlite:///path or postgresql://user:password@host/name.",
        default_shown="SQLite, `partscounter.db` in the data folder",
        secret=True,
        check=right_database_url,
    )


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How mail leaves."""

    smtp_url: str = setting(
        "",
        "scheme://user:password@host:port of the mail server: smtp is plain, starttls upgrades, smtps is TLS at once.",
        default_shown="none: mail stays in the outbox",
        secret=True,
        check=right_smtp_url,
    )
    from_address: str = setting("", "Sender of every mail; required with a mail server.", check=right_mail_address)
    leads_address: str = setting(
        "", "Who is told of leads that name no vendor, or one without a mail address.", check=right_mail_address
    )


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """What one caller may take."""

    body_bytes: int = setting(1_048_576, "Largest request body; more is refused with 413.", unit="bytes", least=1024)
    import_bytes: int = setting(
        1_073_741_824,
        "Largest file that can be handed in to be imported; more is refused with 413.",
        unit="bytes",
        least=1024,
    )
    requests_per_minute: int = setting(
        600,
        "Requests that one credential, or one address without a credential, may make; 0 = no limit.",
        unit="per minute",
        least=0,
    )
    request_log: int = setting(
        200,
        "Newest requests of each credential that are kept with their answers, for two weeks; 0 = none.",
        unit="requests",
        least=0,
        most=10_000,
    )
    idempotency_key_days: int = setting(
        30,
        "How long an Idempotency-Key is remembered, with the answer that it got; after that it counts as new.",
        unit="days",
        least=1,
        most=3650,
    )
    threads: int = setting(
        40, "Endpoints that one web process runs at the same time.", unit="threads", least=1, most=1000
    )

    @property
    def remember_keys(self) -> timedelta:
        """`idempotency_key_days` as a span of time."""
        return timedelta(days=self.idempotency_key_days)


@dataclass(frozen=True, slots=True)
class TrackingSettings:
    """How order tracking answers."""

    environment: Literal["production", "qa"] = setting(
        "production", "In qa there are three counters, and x-cat-qa-env names the one that a request is for."
    )
    repeat_window_hours: int = setting(
        24,
        "How long an update with a trackingId that was taken before counts as a repeat; 0 = never.",
        unit="hours",
        least=0,
        most=8760,
    )


@dataclass(frozen=True, slots=True)
class JobSettings:
    """How workers take what is to be done later."""

    poll_interval_seconds: float = setting(
        0.2, "How often an idle worker looks for work.", unit="seconds", least=0.01, most=60
    )
    lease_seconds: int = setting(
        120,
        "After a worker was not heard of for so long, another takes over its jobs.",
        unit="seconds",
        least=5,
        most=86400,
    )
    push_to_private_addresses: bool = setting(
        False, "Whether orders may be pushed to loopback and private addresses, which are refused otherwise."
    )


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """What a machine's QR code leads to."""

    strangers_see: Literal["nothing", "model", "facts"] = setting(
        "model", "What a scan shows to who is neither the owner nor the owner's dealer; facts is all but the owner."
    )


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """Whose eyes the storefront sees stock with."""

    api_user: str = setting(
        "",
        "API user of the inventory contract whose vendors, end users and templates are the storefront's too.",
        default_shown="none: every vendor, and the dealers' own default templates",
    )


@dataclass(frozen=True, slots=True)
class LoggingSettings:
    """What is written to standard error."""

    level: Literal["debug", "info", "warning", "error"] = setting("info", "Least severe message that is written.")
    format: Literal["json", "console"] = setting("json", "One JSON object per line, or lines for people.")


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them."""

    server: ServerSettings = field(default_factory=ServerSettings)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    mail: MailSettings = field(default_factory=MailSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    tracking: TrackingSettings = field(default_factory=TrackingSettings)
    jobs: JobSettings = field(default_factory=JobSettings)
    machines: MachineSettings = field(default_factory=MachineSettings)
    shop: ShopSettings = field(default_factory=ShopSettings)
    logging: LoggingSettings = field(default_factory=LoggingSettings)

    @property
    def database_url(self) -> str:
        """What `database.engine.open_database` takes: the database that is set, or SQLite in the data folder."""
        if self.database.url:
            return self.database.url.replace("postgresql://", "postgresql+psycopg://", 1)
        return f"sqlite:///{self.server.data_dir.absolute() / 'partscounter.db'}"
