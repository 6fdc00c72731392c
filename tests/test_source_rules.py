# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that no linter knows."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
SOURCES = sorted(
    path
    for folder in ("desktop", "packaging", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "out" not in path.relative_to(ROOT).parts
)
PROGRAM = [path for path in SOURCES if path.is_relative_to(ROOT / "desktop")]
THEME = ROOT / "desktop" / "korak" / "ui" / "theme"


def _place(path: Path, node: ast.AST | None = None) -> str:
    line = f":{node.lineno}" if node is not None and hasattr(node, "lineno") else ""
    return f"{path.relative_to(ROOT).as_posix()}{line}"


def _found(paths: list[Path], is_wrong: Callable[[ast.AST], bool]) -> list[str]:
    trees = [(path, ast.parse(path.read_text("utf-8"))) for path in paths]
    return [_place(path, node) for path, tree in trees for node in ast.walk(tree) if is_wrong(node)]


def _calls(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name


def test_there_are_sources_to_look_at() -> None:
    assert len(PROGRAM) > 10


def test_every_source_file_names_its_licence() -> None:
    assert [
        _place(path) for path in SOURCES if LICENCE not in "".join(path.read_text("utf-8").splitlines()[:3])
    ] == []


def test_every_script_names_its_licence() -> None:
    scripts = [
        path
        for path in (ROOT / "packaging").iterdir()
        if path.suffix in {"", ".sh", ".ps1"} and path.is_file()
    ]
    assert [_place(path) for path in scripts if LICENCE not in path.read_text("utf-8")[:200]] == []


def test_every_module_opens_with_one_line_that_says_what_it_is() -> None:
    wrong = []
    for path in PROGRAM:
        lines = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines()
        if not lines or not lines[0].strip() or (len(lines) > 1 and lines[1].strip()):
            wrong.append(_place(path))
    assert wrong == []


def test_only_the_theme_sets_a_stylesheet() -> None:
    elsewhere = [path for path in PROGRAM if not path.is_relative_to(THEME)]
    assert _found(elsewhere, _sets_a_stylesheet) == []


def _sets_a_stylesheet(node: ast.AST) -> bool:
    return _calls(node, "setStyleSheet")


def test_no_lambda_is_connected_to_a_signal() -> None:
    assert _found(PROGRAM, _connects_a_lambda) == []


def _connects_a_lambda(node: ast.AST) -> bool:
    return _calls(node, "connect") and any(isinstance(argument, ast.Lambda) for argument in node.args)


def test_no_import_is_made_for_the_type_checker_only() -> None:
    assert _found(PROGRAM, _is_type_checking) == []


def _is_type_checking(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING") or (
        isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING"
    )


@pytest.mark.parametrize(
    "name", ["utils", "util", "common", "core", "helpers", "manager", "managers", "misc"]
)
def test_no_room_is_called(name: str) -> None:
    assert [_place(path) for path in PROGRAM if name in {path.stem, path.parent.name}] == []


def test_reports_use_qt_for_text_and_pictures_only() -> None:
    allowed = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg"}
    reports = [path for path in PROGRAM if path.parent.name == "reports"]
    imported = {
        node.module
        for path in reports
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
    }
    assert imported <= allowed
