# SPDX-License-Identifier: GPL-3.0-or-later
"""The import contracts bite: each one breaks when the import it forbids is made.

A contract whose wildcard matches no module passes silently, so each is tried on a graph with a sin added.
"""

import importlib.util
import re
import tomllib
from pathlib import Path

import grimp
import pytest
from importlinter.application.use_cases import _register_contract_types, read_user_options
from importlinter.configuration import configure
from importlinter.domain.contract import registry

PROJECT_FILE = Path(__file__).resolve().parent.parent / "pyproject.toml"
PURE_ROOMS = ("centre", "assessment", "learning", "practice", "content")
SINS = {
    "rooms": [
        ("korak.content", "korak.services"),
        ("korak.i18n", "korak.content"),
        ("korak.storage", "korak.reports"),
    ],
    "storage": [
        ("korak.ui", "korak.storage"),
        ("korak.cli", "korak.storage"),
        ("korak.reports", "korak.storage"),
    ],
    "sql": [("korak.services", "sqlalchemy"), ("korak.services", "sqlcipher3"), ("korak.ui", "alembic")],
    "formats": [("korak.services", "openpyxl"), ("korak.reports", "xlsxwriter"), ("korak.ui", "genanki")],
    "qt": [("korak.services", "PySide6"), ("korak.cli", "PySide6"), ("korak.__main__", "PySide6")],
    "pure": [(f"korak.{room}", "PySide6") for room in PURE_ROOMS],
    "pure-files": [(f"korak.{room}", "os") for room in PURE_ROOMS],
    "cycles": [("korak.clock", "korak.paths")],
}
BETWEEN_SIBLINGS = {
    "pages": "korak.ui.pages",
    "kinds": "korak.content.exercises",
    "views": "korak.ui.exercises",
}
# Forbidden though the program does not use them, so that nobody begins to in the wrong room.
NOT_INSTALLED = {"reportlab"}


def _contracts() -> dict[str, dict[str, object]]:
    settings = tomllib.loads(PROJECT_FILE.read_text("utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Return who imports whom in the program."""
    configure()
    return grimp.build_graph("korak", include_external_packages=True, cache_dir=None)


def _is_kept(name: str, graph: grimp.ImportGraph) -> bool:
    options = read_user_options(str(PROJECT_FILE))
    _register_contract_types(options)
    wanted = next(contract for contract in options.contracts_options if contract["id"] == name)
    kind = registry.get_contract_class(wanted["type"])
    contract = kind(wanted["name"], options.session_options, wanted)
    return contract.check(graph.__deepcopy__({}), verbose=False).kept


def _with_import(graph: grimp.ImportGraph, importer: str, imported: str) -> grimp.ImportGraph:
    sinful = graph.__deepcopy__({})
    for module in (importer, imported):
        if module not in sinful.modules:
            sinful.add_module(module, is_squashed=not module.startswith("korak"))
    sinful.add_import(importer=importer, imported=imported, line_number=1, line_contents="import sin")
    return sinful


@pytest.mark.parametrize("name", list(_contracts()))
def test_every_contract_is_kept(name: str, graph: grimp.ImportGraph) -> None:
    assert _is_kept(name, graph)


def test_every_contract_is_tried_here() -> None:
    assert set(SINS) | set(BETWEEN_SIBLINGS) == set(_contracts())


@pytest.mark.parametrize(
    ("name", "importer", "imported"), [(name, *sin) for name, sins in SINS.items() for sin in sins]
)
def test_a_forbidden_import_breaks_its_contract(
    name: str, importer: str, imported: str, graph: grimp.ImportGraph
) -> None:
    sinful = _with_import(graph, importer, imported)
    if name == "cycles":
        sinful = _with_import(sinful, imported, importer)
    assert not _is_kept(name, sinful)


@pytest.mark.parametrize(("name", "package"), BETWEEN_SIBLINGS.items())
def test_siblings_that_import_each_other_break_their_contract(
    name: str, package: str, graph: grimp.ImportGraph
) -> None:
    options = _contracts()[name]
    left_out = {str(line).split(" -> ")[-1] for line in options.get("ignore_imports", [])}
    first, second, *_ = sorted(graph.find_children(package) - left_out)
    assert not _is_kept(name, _with_import(graph, first, second))


def test_a_room_without_a_place_in_the_layers_breaks_the_contract(graph: grimp.ImportGraph) -> None:
    crowded = graph.__deepcopy__({})
    crowded.add_module("korak.utils")
    assert not _is_kept("rooms", crowded)


def test_every_module_a_contract_names_exists(graph: grimp.ImportGraph) -> None:
    named: set[str] = set()
    for contract in _contracts().values():
        for key in (
            "modules",
            "source_modules",
            "forbidden_modules",
            "protected_modules",
            "allowed_importers",
        ):
            named.update(contract.get(key, []))
        for layer in contract.get("layers", []):
            named.update(f"korak.{room}" for room in re.split(r" [|:] ", layer))
    missing = {name for name in named if not _exists(name, graph)}
    assert missing == NOT_INSTALLED


def _exists(name: str, graph: grimp.ImportGraph) -> bool:
    if name.endswith(".*"):
        return len(graph.find_children(name.removesuffix(".*"))) >= 2
    if name.startswith("korak"):
        return name in graph.modules
    return importlib.util.find_spec(name) is not None
