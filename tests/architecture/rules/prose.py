"""Rules for everything committed and for the documents: no private paths, no dead links, no gaps."""

import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from tests.architecture.rules.files import TextFile

# Spelled in pieces, so that this file is not its own finding.
MACHINE_PATHS = tuple(f"/{folder}/" for folder in ("work", "root", "Users"))
REGISTRY_HOSTS = tuple(
    ".".join(host) for host in (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs", "org"))
)
LOCK_FILE = PurePosixPath("uv.lock")

_LINK = re.compile(r"\]\(([^()\s]+)\)|\b(?:src|href|srcset)=\"([^\"]+)\"")
_DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def private_places(files: Iterable[TextFile]) -> list[str]:
    """Lines that name a folder of one machine, or a package registry; the lock file must name its registry."""
    findings = []
    for file in files:
        banned = MACHINE_PATHS if file.path == LOCK_FILE else MACHINE_PATHS + REGISTRY_HOSTS
        for number, line in enumerate(file.text.splitlines(), start=1):
            findings += [f"{file.path}:{number}: names {place}" for place in banned if place in line]
    return findings


def dead_links(documents: Iterable[TextFile], paths: Collection[PurePosixPath]) -> list[str]:
    """Links in Markdown to a file or folder that is not in the repository. Links to the web are not followed."""
    findings = []
    known = {str(each) for path in paths for each in (path, *path.parents)}
    for document in documents:
        dead = (link for link in _links(document.text) if _resolved(document.path.parent, link) not in known)
        findings += [f"{document.path}: {link} is not in the repository" for link in dead]
    return findings


def _links(text: str) -> list[str]:
    found = ["".join(match.groups(default="")) for match in _LINK.finditer(_FENCED.sub("", text))]
    local = [link for link in found if not re.match(r"[a-z]+:|#", link)]
    return [link.partition("#")[0] for link in local]


def _resolved(folder: PurePosixPath, link: str) -> str:
    parts: list[str] = []
    for part in (folder / link).parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return str(PurePosixPath(*parts))


def misnumbered_decisions(names: Iterable[str]) -> list[str]:
    """Decision records that are not numbered 0001, 0002, … without gap or repeat."""
    findings = []
    for expected, name in enumerate(sorted(names), start=1):
        match = _DECISION.fullmatch(name)
        if match is None or int(match[1]) != expected:
            findings.append(f"docs/decisions/{name}: expected {expected:04}-some-title.md")
    return findings
