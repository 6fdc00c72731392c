# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema in docs is made from the types, and names every kind an author may write."""

import json
from pathlib import Path
from typing import Any

from korak.cli.schema import schema_text


def test_the_schema_in_docs_is_the_schema_of_the_types(project: Path) -> None:
    committed = (project / "docs" / "pack.schema.json").read_text("utf-8")
    assert committed == schema_text(), "run: packaging/run schema --output docs/pack.schema.json"


def test_conditions_and_effects_are_written_without_a_kind() -> None:
    definitions = json.loads(schema_text())["$defs"]
    for union in ("Condition", "Effect"):
        for choice in definitions[union]["anyOf"]:
            part = definitions[choice["$ref"].removeprefix("#/$defs/")]
            assert "kind" not in part["properties"], part["title"]


def test_every_reference_leads_somewhere() -> None:
    whole = json.loads(schema_text())

    def refs(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [ref for entry in value.values() for ref in refs(entry)]
        return [ref for entry in value for ref in refs(entry)] if isinstance(value, list) else []

    known = {f"#/$defs/{name}" for name in whole["$defs"]}
    assert {ref for ref in refs(whole) if ref not in known} == set()
