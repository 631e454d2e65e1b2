"""Settings that are each right and do not go together."""

from collections.abc import Iterator

from partscounter.settings.concerns import Settings
from partscounter.settings.refused import SettingProblem


def contradictions(settings: Settings) -> Iterator[SettingProblem]:
    """One problem for each pair that cannot both hold."""
    if settings.server.port and settings.server.port == settings.server.metrics_port:
        yield SettingProblem("PARTSCOUNTER_SERVER_METRICS_PORT", "must differ from PARTSCOUNTER_SERVER_PORT")
    if settings.mail.smtp_url and not settings.mail.from_address:
        yield SettingProblem("PARTSCOUNTER_MAIL_FROM_ADDRESS", "must be set when PARTSCOUNTER_MAIL_SMTP_URL is")
    if settings.jobs.lease_seconds <= settings.jobs.poll_interval_seconds:
        yield SettingProblem(
            "PARTSCOUNTER_JOBS_LEASE_SECONDS", "must be longer than PARTSCOUNTER_JOBS_POLL_INTERVAL_SECONDS"
        )
