"""What an operator can set: one frozen class per concern, read once at the start and passed on as values."""

from partscounter.settings.concerns import (
    DatabaseSettings,
    JobSettings,
    LimitSettings,
    LoggingSettings,
    MachineSettings,
    MailSettings,
    ServerSettings,
    Settings,
    ShopSettings,
    TrackingSettings,
)
from partscounter.settings.data_folder import make_data_folder
from partscounter.settings.describe import DescribedSetting, described_settings, settings_table, shown_settings
from partscounter.settings.environments import PREFIX, PRODUCTION, QA_ENVIRONMENTS, environments_of
from partscounter.settings.read import read_settings
from partscounter.settings.refused import SettingProblem, SettingsRefused

__all__ = [
    "PREFIX",
    "PRODUCTION",
    "QA_ENVIRONMENTS",
    "DatabaseSettings",
    "DescribedSetting",
    "JobSettings",
    "LimitSettings",
    "LoggingSettings",
    "MachineSettings",
    "MailSettings",
    "ServerSettings",
    "SettingProblem",
    "Settings",
    "SettingsRefused",
    "ShopSettings",
    "TrackingSettings",
    "described_settings",
    "environments_of",
    "make_data_folder",
    "read_settings",
    "settings_table",
    "shown_settings",
]
