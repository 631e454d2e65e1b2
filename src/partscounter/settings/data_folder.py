"""The folder in which everything lies that is not in a database of its own."""

from pathlib import Path

from partscounter.settings.refused import SettingProblem, SettingsRefused


def make_data_folder(folder: Path) -> None:
    """Make it unless it is there. Refuses with SettingsRefused where there can be no folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = SettingProblem("server.data_dir", f"{str(folder)!r} cannot be a folder: {error.strerror}")
        raise SettingsRefused((problem,)) from None
