"""Why the settings were not taken: every problem of one start, together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """One wrong setting, under the name by which the operator gave it, and a sentence on what would be right.

    The value itself is not kept: it may be a password.
    """

    setting: str
    issue: str


class SettingsRefused(Exception):
    """The program does not start with these settings; `problems` lists all that is wrong with them."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        super().__init__("\n".join(f"{problem.setting}: {problem.issue}" for problem in problems))
        self.problems = problems
