"""The shape of files and functions: how long, what they are called, what they keep out of sight."""

import ast
from collections.abc import Iterable

from tests.architecture.rules.files import TextFile

LONGEST_FILE = 250
LONGEST_TEST_FILE = 400
LONGEST_FUNCTION = 40
FORBIDDEN_NAMES = frozenset({"util", "helper", "manager", "common", "base", "service", "misc"})


def too_long_files(files: Iterable[TextFile]) -> list[str]:
    """Files over the limit: 400 lines under tests, 250 elsewhere; a drafted migration is as long as its step."""
    findings = []
    for file in files:
        if {"migrations", "versions"} <= set(file.path.parts):
            continue
        limit = LONGEST_TEST_FILE if "tests" in file.path.parts else LONGEST_FILE
        if file.line_count > limit:
            findings.append(f"{file.path}: {file.line_count} lines, at most {limit}; split it by use case")
    return findings


def too_long_functions(files: Iterable[TextFile]) -> list[str]:
    """Functions over 40 lines, the docstring not counted."""
    findings = []
    for file in files:
        for node in ast.walk(file.tree()):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = _lines_without_docstring(node)
                if lines > LONGEST_FUNCTION:
                    findings.append(f"{file.path}:{node.lineno}: {node.name} has {lines} lines, at most 40")
    return findings


def _lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None and isinstance(first, ast.Expr):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def nameless_files(files: Iterable[TextFile]) -> list[str]:
    """Files and folders whose name says nothing about what is in them."""
    return [
        f"{file.path}: name it for what it holds or does"
        for file in files
        if any(part.removesuffix(".py").strip("_").removesuffix("s") in FORBIDDEN_NAMES for part in file.path.parts)
    ]


def hidden_imports(files: Iterable[TextFile]) -> list[str]:
    """Imports inside functions, which hide a dependency from the reader and from the import contracts."""
    findings = []
    for file in files:
        for function in ast.walk(file.tree()):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                findings += [
                    f"{file.path}:{node.lineno}: import at the top of the file"
                    for node in ast.walk(function)
                    if isinstance(node, ast.Import | ast.ImportFrom)
                ]
    return sorted(set(findings))


def type_checking_tricks(files: Iterable[TextFile]) -> list[str]:
    """Uses of TYPE_CHECKING, by whichever way it was imported."""
    findings = []
    for file in files:
        for node in ast.walk(file.tree()):
            if not isinstance(node, ast.Name | ast.Attribute):
                continue
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name == "TYPE_CHECKING":
                findings.append(f"{file.path}:{node.lineno}: move the code instead of hiding the import")
    return findings


def missing_sentences(files: Iterable[TextFile]) -> list[str]:
    """Modules with any code that do not open with a sentence on what they are for."""
    return [
        f"{file.path}: open with a sentence on what the module is for"
        for file in files
        if _has_code(file.tree()) and not _opening(file.tree()).endswith((".", "?", ":", "…"))
    ]


def _opening(tree: ast.Module) -> str:
    return (ast.get_docstring(tree) or "").partition("\n\n")[0]


def _has_code(tree: ast.Module) -> bool:
    return len(tree.body) > (0 if ast.get_docstring(tree) is None else 1)


def missing_faces(files: Iterable[TextFile]) -> list[str]:
    """Concepts of the domain whose `__init__` does not say in `__all__` what others may use."""
    return [
        f"{file.path}: name the face of the concept in __all__"
        for file in files
        if file.path.match("src/partscounter/domain/*/__init__.py") and not _assigns_all(file.tree())
    ]


def _assigns_all(tree: ast.Module) -> bool:
    return any(
        isinstance(target, ast.Name) and target.id == "__all__"
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
    )
