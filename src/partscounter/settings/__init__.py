"""What an operator can set: one frozen class per concern, read once at the start and passed on as values."""

from partscounter.settings.concerns import (
    DatabaseSettings,
    JobSettings,
    LimitSettings,
    LoggingSettings,
    MailSettings,
    ServerSettings,
    Settings,
    TrackingSettings,
)
from partscounter.settings.describe import DescribedSetting, described_settings, settings_table, shown_settings
from partscounter.settings.read import read_settings
from partscounter.settings.refused import SettingProblem, SettingsRefused

__all__ = [
    "DatabaseSettings",
    "DescribedSetting",
    "JobSettings",
    "LimitSettings",
    "LoggingSettings",
    "MailSettings",
    "ServerSettings",
    "SettingProblem",
    "Settings",
    "SettingsRefused",
    "TrackingSettings",
    "described_settings",
    "read_settings",
    "settings_table",
    "shown_settings",
]
