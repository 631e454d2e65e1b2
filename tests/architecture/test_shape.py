"""The house rules on files and functions hold, and each of them can fail."""

from pathlib import PurePosixPath

import pytest

from tests.architecture.rules import shape
from tests.architecture.rules.files import TextFile, program_files, python_files


def planted(text: str, path: str = "src/partscounter/domain/orders/place.py") -> list[TextFile]:
    return [TextFile(PurePosixPath(path), text)]


def function_of(lines: int, docstring: str = "") -> str:
    return "def place():\n" + docstring + "    pass\n" * (lines - 1)


def test_files_are_short() -> None:
    assert shape.too_long_files(python_files()) == []


def test_functions_are_short() -> None:
    assert shape.too_long_functions(program_files()) == []


def test_names_say_something() -> None:
    assert shape.nameless_files(python_files()) == []


def test_imports_stand_at_the_top() -> None:
    assert shape.hidden_imports(python_files()) == []


def test_no_import_is_for_the_type_checker_only() -> None:
    assert shape.type_checking_tricks(python_files()) == []


def test_every_module_says_what_it_is_for() -> None:
    assert shape.missing_sentences(python_files()) == []


def test_every_concept_has_a_face() -> None:
    assert shape.missing_faces(program_files()) == []


@pytest.mark.parametrize(
    ("path", "limit"),
    [("src/partscounter/app.py", 250), ("client/src/x.py", 250), ("tests/domain/test_orders.py", 400)],
)
def test_a_long_file_is_found(path: str, limit: int) -> None:
    assert shape.too_long_files(planted("x = 1\n" * limit, path)) == []
    assert shape.too_long_files(planted("x = 1\n" * (limit + 1), path)) == [
        f"{path}: {limit + 1} lines, at most {limit}; split it by use case"
    ]


def test_a_long_function_is_found_and_its_docstring_not_counted() -> None:
    assert shape.too_long_functions(planted(function_of(40))) == []
    assert shape.too_long_functions(planted(function_of(40, '    """One.\n\n    Two.\n    """\n'))) == []
    assert shape.too_long_functions(planted(function_of(41))) == [
        "src/partscounter/domain/orders/place.py:1: place has 41 lines, at most 40"
    ]


@pytest.mark.parametrize("name", ["utils.py", "order_helpers/place.py", "base.py", "_common.py", "services/place.py"])
def test_a_name_that_says_nothing_is_found(name: str) -> None:
    found = shape.nameless_files(planted("", f"src/partscounter/{name}"))

    assert len(found) == (0 if name.startswith("order_") else 1)


@pytest.mark.parametrize("line", ["import httpx", "from partscounter import app"])
def test_a_hidden_import_is_found(line: str) -> None:
    assert shape.hidden_imports(planted(line)) == []
    assert shape.hidden_imports(planted(f"def place():\n    if True:\n        {line}\n")) == [
        "src/partscounter/domain/orders/place.py:3: import at the top of the file"
    ]


@pytest.mark.parametrize(
    "source",
    ["from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import x", "import typing\ny = typing.TYPE_CHECKING"],
)
def test_an_import_for_the_type_checker_is_found(source: str) -> None:
    assert shape.type_checking_tricks(planted(source)) == [
        "src/partscounter/domain/orders/place.py:2: move the code instead of hiding the import"
    ]


@pytest.mark.parametrize("text", ["# not a docstring\nx = 1\n", '"""orders"""\nx = 1\n'])
def test_a_module_without_a_sentence_is_found(text: str) -> None:
    assert shape.missing_sentences(planted(text)) == [
        "src/partscounter/domain/orders/place.py: open with a sentence on what the module is for"
    ]


def test_a_concept_without_a_face_is_found() -> None:
    face = "src/partscounter/domain/orders/__init__.py"

    assert shape.missing_faces(planted('"""Orders."""\n__all__ = ["place_order"]\n', face)) == []
    assert shape.missing_faces(planted('"""Orders."""\n', face)) == [f"{face}: name the face of the concept in __all__"]
