# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of a pack's files, made from the types, for editors that help while one writes."""

from typing import cast

import msgspec
from msgspec import inspect

from korak.content.conditions import Condition
from korak.content.decode import FILE_TYPES
from korak.content.effects import Effect, QuietEffect
from korak.content.people import Value
from korak.content.shape import bare

Json = dict[str, object]

_AT = "#/$defs/"


def schema() -> Json:
    """One schema; its definitions name a type for every kind of file."""
    roots, parts = msgspec.json.schema_components(FILE_TYPES.values(), ref_template=_AT + "{name}")
    named = {
        "Condition": _names(Condition),
        "Effect": _names(Effect),
        "QuietEffect": _names(QuietEffect),
    }
    by_key = frozenset[str]().union(_names(Value), *named.values())
    definitions: Json = {}
    for name, part in sorted(parts.items()):
        clean = _without_kind(part) if name in by_key else part
        definitions[name] = _simplified(clean, named)
    for name, members in named.items():
        definitions[name] = {"anyOf": [{"$ref": _AT + member} for member in sorted(members)]}
    files = {name: _simplified(root, named) for name, root in zip(FILE_TYPES, roots, strict=True)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Korak pack",
        "description": "Choose by file: " + ", ".join(files),
        "anyOf": list(files.values()),
        "files": files,
        "$defs": definitions,
    }


def _names(union: object) -> frozenset[str]:
    shape = inspect.type_info(union)
    types = shape.types if isinstance(shape, inspect.UnionType) else ()
    return frozenset(one.cls.__name__ for one in map(bare, types) if isinstance(one, inspect.StructType))


def _without_kind(part: Json) -> Json:
    """Conditions and effects are written without a kind: the key that names them is enough."""
    properties = cast(Json, part["properties"])
    required = cast(list[str], part.get("required", []))
    return {
        **part,
        "properties": {key: value for key, value in properties.items() if key != "kind"},
        "required": [key for key in required if key != "kind"],
    }


def _simplified(value: object, named: dict[str, frozenset[str]]) -> object:
    """The same schema with unions of conditions and effects by name, alone or in a list."""
    if isinstance(value, list):
        return [_simplified(one, named) for one in cast(list[object], value)]
    if not isinstance(value, dict):
        return value
    table = cast(Json, value)
    union = _union_of(table, named)
    if union:
        return {"$ref": _AT + union}
    items = table.get("items")
    one = _union_of(cast(Json, items), named) if isinstance(items, dict) else ""
    if one:
        return {"anyOf": [{"$ref": _AT + one}, {"type": "array", "items": {"$ref": _AT + one}}]}
    return {key: _simplified(entry, named) for key, entry in table.items()}


def _union_of(table: Json, named: dict[str, frozenset[str]]) -> str:
    """The name of the union this is, if it is one of the named ones."""
    choices = table.get("anyOf")
    if not isinstance(choices, list):
        return ""
    refs = frozenset(
        str(cast(Json, one).get("$ref", "")).removeprefix(_AT) for one in cast(list[object], choices)
    )
    return next((name for name, members in named.items() if refs == members), "")
