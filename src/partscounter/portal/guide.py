"""The demo's guide: its logins, and for each contract one request that can be pasted into a shell or run on the page.

The same `Step` values make both, so that what is printed is what is run.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from shlex import quote
from urllib.parse import urlencode

_WIDTH = 80
_TAKE = r"""sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/'"""


@dataclass(frozen=True, slots=True)
class Login:
    """One published credential: for what, who and the secret."""

    name: str
    secret: str
    note: str


@dataclass(frozen=True, slots=True)
class Step:
    """One request. `path` holds the query, encoded; `user` and `password` go as HTTP Basic.

    A step that is followed by another is a token request: the `access_token` of its JSON answer is the bearer token
    of the next.
    """

    path: str
    form: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    """Sent as JSON, if it is not None."""
    user: str = ""
    password: str = ""

    @property
    def method(self) -> str:
        return "POST" if self.form or self.body is not None else "GET"

    @property
    def content(self) -> str:
        """The body as it is sent."""
        return urlencode(self.form) if self.body is None else json.dumps(self.body)

    @property
    def media_type(self) -> str:
        """The Content-Type; empty without a body."""
        if self.body is not None:
            return "application/json"
        return "application/x-www-form-urlencoded" if self.form else ""


@dataclass(frozen=True, slots=True)
class Example:
    """A request that shows what a contract is for. `name` stands in addresses; `steps` are sent in order."""

    name: str
    contract: str
    title: str
    note: str
    steps: tuple[Step, ...]

    def curl(self, base_url: str) -> str:
        """The steps as one command for a POSIX shell with curl and sed; it shows status, headers and body."""
        token = ""
        for step in self.steps[:-1]:
            token = f"$(curl -s {_continued(_arguments(step, base_url, token), '    ')} \\\n    | {_TAKE})"
        return f"curl -s -i -w '\\n' {_continued(_arguments(self.steps[-1], base_url, token), '  ')}"


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that a visitor of the demo needs to know."""

    logins: tuple[Login, ...]
    examples: tuple[Example, ...]

    def example(self, name: str) -> Example | None:
        return next((example for example in self.examples if example.name == name), None)


def _arguments(step: Step, base_url: str, token: str) -> Iterator[str]:
    yield quote(base_url + step.path)
    if step.user:
        yield f"-u {quote(f'{step.user}:{step.password}')}"
    if token:
        yield f'-H "Authorization: Bearer {token}"'
    if step.form:
        yield " ".join(f"-d {quote(urlencode({name: value}))}" for name, value in step.form.items())
    if step.body is not None:
        yield "-H 'Content-Type: application/json'"
        yield f"-d {quote(_laid_out(step.body))}"


def _continued(arguments: Iterator[str], indent: str) -> str:
    return f" \\\n{indent}".join(arguments)


def _laid_out(value: object, indent: str = "") -> str:
    """JSON for people: whatever fits into a line stands in one."""
    line = json.dumps(value)
    if len(indent + line) <= _WIDTH or not isinstance(value, dict | list):
        return line
    inner = indent + "  "
    if isinstance(value, list):
        members = [_laid_out(each, inner) for each in value]
    else:
        members = [f"{json.dumps(name)}: {_laid_out(each, inner)}" for name, each in value.items()]
    first, last = ("[", "]") if isinstance(value, list) else ("{", "}")
    return f"{first}\n{inner}" + f",\n{inner}".join(members) + f"\n{indent}{last}"
