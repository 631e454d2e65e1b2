"""The settings as people read them: the table of docs/settings.md and the values in effect, secrets masked."""

from collections.abc import Iterator
from dataclasses import dataclass

from partscounter.settings.concerns import Settings
from partscounter.settings.read import known_settings, setting_name
from partscounter.settings.setting import meaning_of

MASK = "********"


@dataclass(frozen=True, slots=True)
class DescribedSetting:
    """One row of the documentation. `default` is as an operator would write it, `unit` empty where there is none."""

    name: str
    key: str
    default: str
    unit: str
    description: str


def described_settings() -> Iterator[DescribedSetting]:
    """Every setting, in order."""
    for key, field, _ in known_settings():
        meaning = meaning_of(field)
        default = meaning.default_shown or f"`{_written(field.default)}`"
        yield DescribedSetting(
            name=setting_name(key),
            key=".".join(key),
            default="none" if default == "``" else default,
            unit=meaning.unit,
            description=meaning.description,
        )


def settings_table() -> str:
    """The table of docs/settings.md, in Markdown."""
    rows = [
        f"| `{row.name}` | `{row.key}` | {row.default} | {row.unit} | {row.description} |"
        for row in described_settings()
    ]
    return "\n".join(["| environment | file | default | unit | meaning |", "|---|---|---|---|---|", *rows])


def shown_settings(settings: Settings) -> Iterator[tuple[str, str]]:
    """Name and value of every setting in effect. A secret that is set shows as asterisks."""
    for key, field, _ in known_settings():
        value = _written(getattr(getattr(settings, key[0]), key[1]))
        yield setting_name(key), MASK if value and meaning_of(field).secret else value


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
