"""The rules for documents and for everything committed hold, and each of them can fail."""

from pathlib import PurePosixPath

import pytest

from tests.architecture.rules import prose
from tests.architecture.rules.files import TextFile, committed_paths, text_files


def planted(text: str, path: str = "docs/operating.md") -> list[TextFile]:
    return [TextFile(PurePosixPath(path), text)]


def test_nothing_names_a_private_place() -> None:
    assert prose.private_places(text_files()) == []


def test_every_link_leads_somewhere() -> None:
    documents = [file for file in text_files() if file.path.suffix == ".md"]

    assert prose.dead_links(documents, committed_paths()) == []


def test_decisions_are_numbered_without_gaps() -> None:
    names = [path.name for path in committed_paths() if path.parent == PurePosixPath("docs/decisions")]

    assert names
    assert prose.misnumbered_decisions(names) == []


@pytest.mark.parametrize("place", [*prose.MACHINE_PATHS, *prose.REGISTRY_HOSTS])
def test_a_private_place_is_found(place: str) -> None:
    assert prose.private_places(planted(f"one\nsee {place}here\n")) == [f"docs/operating.md:2: names {place}"]


def test_the_lock_file_may_name_its_registry_but_no_machine() -> None:
    registry, machine = prose.REGISTRY_HOSTS[0], prose.MACHINE_PATHS[0]

    assert prose.private_places(planted(f"https://{registry}/simple {machine}\n", "uv.lock")) == [
        f"uv.lock:1: names {machine}"
    ]


@pytest.mark.parametrize(
    "link",
    ["[x](scaling.md)", "[x](../README.md#start)", "[x](decisions/)", "[x](https://example.org/y)", "[x](#here)"],
)
def test_a_good_link_is_not_found(link: str) -> None:
    paths = {PurePosixPath(path) for path in ("README.md", "docs/scaling.md", "docs/decisions/0001-a.md")}

    assert prose.dead_links(planted(link), paths) == []


@pytest.mark.parametrize("link", ["[x](gone.md)", "[x](../docs/gone.md#y)", '<img src="pictures/gone.svg">'])
def test_a_dead_link_is_found(link: str) -> None:
    assert len(prose.dead_links(planted(link), {PurePosixPath("docs/scaling.md")})) == 1


def test_a_link_in_a_code_block_is_not_a_link() -> None:
    assert prose.dead_links(planted("```python\nx[0](gone)\n```\n"), set()) == []


def test_a_gap_between_decisions_is_found() -> None:
    assert prose.misnumbered_decisions(["0001-a.md", "0003-b.md"]) == [
        "docs/decisions/0003-b.md: expected 0002-some-title.md"
    ]


def test_two_decisions_with_one_number_are_found() -> None:
    assert prose.misnumbered_decisions(["0001-a.md", "0001-b.md"]) == [
        "docs/decisions/0001-b.md: expected 0002-some-title.md"
    ]
