# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits what an author wrote to the types, finding every fault on the way instead of only the first.

The walk follows the types themselves, so a new block or condition needs nothing here. Two liberties of the
written form are evened out: a condition or effect is recognised by the key that names it, and a single
condition may stand for a list of one.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from msgspec import inspect

from korak.content.faults import Fault, FaultCode, Spot

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_PLAIN: dict[type[inspect.Type], tuple[type, str]] = {
    inspect.BoolType: (bool, "yes_no"),
    inspect.IntType: (int, "number"),
    inspect.FloatType: (float, "number"),
}

Written = object  # what TOML gives: text, number, truth, list or table
Table = dict[str, Written]
Where = tuple[Spot, ...]


@dataclass
class Fitter:
    """Fits written things of one file and collects the faults found."""

    file: str
    names: Mapping[str, str] = field(default_factory=dict[str, str])  # what {names} in texts stand for
    faults: list[Fault] = field(default_factory=list[Fault])

    def fit(self, cls: type, written: Written, where: Where = ()) -> Written:
        """What the author wrote, in the form the types are decoded from."""
        return self._fit(type_of(cls), written, where)

    def fault(self, where: Where, code: FaultCode, **details: str) -> None:
        """Write a fault down."""
        self.faults.append(Fault(self.file, where, code, details))

    def _fit(self, shape: inspect.Type, written: Written, where: Where) -> Written:
        shape = bare(shape)
        if isinstance(shape, inspect.UnionType):
            return self._fit_union(shape, written, where)
        if isinstance(shape, inspect.StructType):
            return self._fit_struct(shape, written, where)
        if isinstance(shape, inspect.VarTupleType):
            return self._fit_list(shape, written, where)
        if isinstance(shape, inspect.DictType):
            return self._fit_mapping(shape, written, where)
        if isinstance(shape, inspect.LiteralType):
            return self._fit_literal(shape, written, where)
        return self._fit_plain(shape, written, where)

    def _fit_plain(self, shape: inspect.Type, written: Written, where: Where) -> Written:
        if isinstance(shape, inspect.StrType):
            if isinstance(written, str):
                return _PLACEHOLDER.sub(lambda found: self._named(found, where), written)
            return self._wrong(written, where, "text")
        kind, expected = _PLAIN[type(shape)]
        if isinstance(written, bool) != (kind is bool) or not isinstance(written, kind | int):
            return self._wrong(written, where, expected)
        return written

    def _fit_literal(self, shape: inspect.LiteralType, written: Written, where: Where) -> Written:
        if written not in shape.values:
            known = [str(value) for value in shape.values if value != ""]
            self.fault(
                where,
                FaultCode.NOT_ONE_OF,
                given=shown(written),
                known=", ".join(known),
                **near(written, known),
            )
        return written

    def _fit_list(self, shape: inspect.VarTupleType, written: Written, where: Where) -> Written:
        item = bare(shape.item_type)
        entries, single = as_list(written), as_table(written)
        if single is not None and isinstance(item, inspect.UnionType) and _union(item).by_key:
            entries = [single]
        if entries is None:
            return self._wrong(written, where, "list")
        return [self._fit(item, entry, _nth(where, number, entry)) for number, entry in enumerate(entries, 1)]

    def _fit_mapping(self, shape: inspect.DictType, written: Written, where: Where) -> Written:
        table = as_table(written)
        if table is None:
            return self._wrong(written, where, "table")
        key_type, value_type = shape.key_type, shape.value_type
        return {
            cast(str, self._fit(key_type, key, (*where, Spot(key)))): self._fit(
                value_type, value, (*where, Spot(key))
            )
            for key, value in table.items()
        }

    def _fit_union(self, shape: inspect.UnionType, written: Written, where: Where) -> Written:  # noqa: PLR0911
        some = tuple(one for one in shape.types if not isinstance(one, inspect.NoneType))
        if len(some) == 1:
            return self._fit(some[0], written, where)
        union = _union(shape)
        structs = union.structs
        if not structs:
            return self._fit_either(shape.types, written, where)
        table = as_table(written)
        if table is None:
            if union.plain:
                return self._fit_either(union.plain, written, where)
            return self._wrong(written, where, "table")
        if union.by_key:
            return self._fit_named(structs, table, where)
        kind = table.get("kind")
        if kind is None:
            self.fault(where, FaultCode.MISSING_KEY, key="kind")
        elif kind not in structs:
            known = sorted(structs)
            self.fault(
                where, FaultCode.UNKNOWN_KIND, given=shown(kind), known=", ".join(known), **near(kind, known)
            )
        else:
            return self._fit_struct(structs[cast(str, kind)], table, where)
        return written

    def _fit_named(self, structs: Mapping[str, inspect.StructType], table: Table, where: Where) -> Written:
        kind = next((key for key in table if key in structs), None)
        if kind is None:
            first = next(iter(table), "")
            self.fault(
                where, FaultCode.NO_NAME, given=first, known=", ".join(structs), **near(first, structs)
            )
            return table
        return self._fit_struct(structs[kind], {"kind": kind, **table}, where)

    def _fit_either(self, shapes: tuple[inspect.Type, ...], written: Written, where: Where) -> Written:
        """One of several plain types: the first that takes it; the last one reports."""
        for one in shapes:
            trial = Fitter(self.file, self.names)
            fitted = trial._fit(one, written, where)
            if not any(fault.code is FaultCode.WRONG_TYPE for fault in trial.faults):
                self.faults.extend(trial.faults)
                return fitted
        return self._wrong(written, where, "text")

    def _fit_struct(self, shape: inspect.StructType, written: Written, where: Where) -> Written:
        table = as_table(written)
        if table is None:
            return self._wrong(written, where, "table")
        fields = {field.encode_name: field for field in shape.fields}
        tag = {shape.tag_field} if shape.tag_field else set[str]()
        for key in table.keys() - fields.keys() - tag:
            self.fault(where, FaultCode.UNKNOWN_KEY, key=key, known=", ".join(fields), **near(key, fields))
        for name, one in fields.items():
            if one.required and name not in table:
                self.fault(where, FaultCode.MISSING_KEY, key=name)
        fitted = {key: value for key, value in table.items() if key in tag}
        for key, one in fields.items():
            if key in table:
                fitted[key] = self._fit(one.type, table[key], (*where, Spot(key)))
        return fitted

    def _wrong(self, written: Written, where: Where, expected: str) -> Written:
        self.fault(where, FaultCode.WRONG_TYPE, expected=expected, given=shown(written))
        return written

    def _named(self, found: re.Match[str], where: Where) -> str:
        value = self.names.get(found[1])
        if value is None:
            self.fault(where, FaultCode.UNKNOWN_LABEL, name=found[1], **near(found[1], self.names))
            return found[0]
        return value


@cache
def type_of(cls: type) -> inspect.Type:
    """The description of a type."""
    return inspect.type_info(cls)


def as_table(written: Written) -> Table | None:
    """What was written, if it is a table."""
    return cast(Table, written) if isinstance(written, dict) else None


def as_list(written: Written) -> list[Written] | None:
    """What was written, if it is a list."""
    return cast(list[Written], written) if isinstance(written, list) else None


def bare(shape: inspect.Type) -> inspect.Type:
    """The type without the notes written on it."""
    while isinstance(shape, inspect.Metadata):
        shape = shape.type
    return shape


def near(given: Written, known: Iterable[str]) -> dict[str, str]:
    """The known name that looks most like what was given, if any does."""
    close = difflib.get_close_matches(str(given), list(known), n=1, cutoff=0.6)
    return {"near": close[0]} if close else {}


def shown(written: Written) -> str:
    """What the author wrote, short enough to be quoted."""
    text = str(written)
    return text if len(text) <= 40 else f"{text[:39]}…"


@dataclass(frozen=True)
class _Union:
    """What a union is made of: tables by their names, plain types, and whether a key names the table."""

    shape: inspect.UnionType  # kept, so that its place in memory stays its own
    structs: Mapping[str, inspect.StructType]
    plain: tuple[inspect.Type, ...]
    by_key: bool


_UNIONS: dict[int, _Union] = {}
"""Unions looked at before: descriptions of types are made once and live as long as the program."""


def _union(shape: inspect.UnionType) -> _Union:
    """What the union is made of."""
    known = _UNIONS.get(id(shape))
    if known is None:
        kinds = tuple(map(bare, shape.types))
        structs = {str(one.tag): one for one in kinds if isinstance(one, inspect.StructType)}
        plain = tuple(one for one in shape.types if not isinstance(bare(one), inspect.StructType))
        by_key = bool(structs) and all(
            any(field.encode_name == tag for field in one.fields) for tag, one in structs.items()
        )
        known = _UNIONS[id(shape)] = _Union(shape, structs, plain, by_key)
    return known


def _nth(where: Where, number: int, entry: Written) -> Where:
    """The place of an entry in a list: its number, and its id if it has one."""
    if not where:
        return (Spot("", number),)
    table = as_table(entry) or {}
    name = table.get("id", table.get("label_id", ""))
    last = where[-1]
    return (*where[:-1], Spot(last.name, number, name if isinstance(name, str) else ""))
