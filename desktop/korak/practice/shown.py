# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a page is there at this moment: shown blocks, open rows, found entries, free hours."""

from datetime import timedelta

from korak.content.blocks import Table
from korak.content.fields import HumanCheck, Rows, Search, SearchEntry, Slot, Ticks
from korak.content.portal import Block
from korak.practice.addresses import found_in
from korak.practice.clockwork import day_text, moment_of, read_day
from korak.practice.holding import Moment, all_hold
from korak.practice.scene import Scene
from korak.practice.state import Record, State, TableLook
from korak.practice.values import folded, read_money


def moment(scene: Scene, state: State) -> Moment:
    """What conditions of the page in front are asked of."""
    return Moment(scene, state, (), state.place)


def is_shown(scene: Scene, state: State, block: Block) -> bool:
    """Whether a block is on the page now."""
    return not block.when or all_hold(block.when, moment(scene, state))


def is_covered(scene: Scene, state: State) -> bool:
    """Whether something lies over the page: a pop-up, or a banner that must be answered."""
    if state.browser.popup and state.browser.popup == state.place.name:
        return True
    portal = scene.pack.portals.get(state.place.portal)
    cookies = portal.cookies if portal else None
    return bool(cookies and cookies.needed and state.place.portal not in state.cookies)


def options_of(block: Ticks | HumanCheck) -> tuple[str, ...]:
    """The entries one can tick."""
    return block.options if isinstance(block, Ticks) else block.pictures


def open_rows(scene: Scene, state: State, block: Rows) -> list[bool]:
    """Which rows can be chosen: shown, not closed, and not too late."""
    here = moment(scene, state)
    now = scene.now(state.minutes)
    result: list[bool] = []
    for row in block.rows:
        until = moment_of(scene.text(row.until), scene.begins) if row.until else None
        late = until is not None and now > until
        result.append(not row.closed and not late and all_hold(row.when, here))
    return result


def slot_text(scene: Scene, slot: Slot) -> str:
    """A free hour as its field says it: »25. 11. 2026 ob 9.20«."""
    day = scene.begins.date() + timedelta(days=slot.day)
    return f"{day_text(day)} ob {slot.at}"


def table_rows(scene: Scene, state: State, block: Table) -> list[tuple[int, tuple[str, ...]]]:
    """All rows of a table with their numbers (-1: a record), unsorted."""
    if block.record:
        records = [
            record
            for record in reversed(state.records)
            if record.kind == block.record and record.portal == state.place.portal and not record.answer
        ]
        return [(-1, tuple(record.value(name) for name in block.keeps)) for record in records]
    here = moment(scene, state)
    return [
        (number, tuple(scene.text(cell) for cell in row.cells))
        for number, row in enumerate(block.rows)
        if all_hold(row.when, here)
    ]


def looked_at(scene: Scene, state: State, block: Table, look: TableLook) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a table as they are looked at: sorted, this page only."""
    rows = table_rows(scene, state, block)
    if look.column >= 0:
        column = look.column
        rows.sort(key=lambda row: _order(row[1][column] if column < len(row[1]) else ""), reverse=look.down)
    if block.page_size <= 0:
        return rows
    first = look.page * block.page_size
    return rows[first : first + block.page_size]


def pages_of(scene: Scene, state: State, block: Table) -> int:
    """How many pages a table has."""
    count = len(table_rows(scene, state, block))
    return max(-(-count // block.page_size), 1) if block.page_size > 0 else 1


def found_entries(scene: Scene, state: State, block: Search, name: str) -> tuple[SearchEntry, ...] | None:
    """What a search has found; None before the first one."""
    if name not in state.searches:
        return None
    wanted = state.searches[name]
    return tuple(
        entry
        for entry in block.entries
        if _passes(scene, state, block, entry)
        and (not wanted.strip() or found_in(wanted, " ".join((entry.text, entry.detail, *entry.words))))
    )


def newest_record(state: State, portal: str, kind: str) -> tuple[int, Record] | None:
    """The newest record of a kind, with its number."""
    for number in range(len(state.records) - 1, -1, -1):
        record = state.records[number]
        if record.kind == kind and record.portal == portal and not record.answer:
            return number, record
    return None


def _passes(scene: Scene, state: State, block: Search, entry: SearchEntry) -> bool:
    for name in block.filters:
        chosen = state.fields.get(f"{state.place.name}/{name}", "")
        field = scene.pack.fields.get(f"{state.place.name}/{name}")
        options = getattr(field, "options", ())
        everything = not chosen or (options and chosen == options[0] and chosen not in entry.tags.values())
        if not everything and folded(entry.tags.get(name, "")) != folded(chosen):
            return False
    return True


def _order(text: str) -> tuple[int, float, str]:
    """What rows are sorted by: days and sums by what they mean, texts by their letters."""
    day = read_day(text)
    if day is not None:
        return (0, float(day.toordinal()), "")
    euros = read_money(text)
    return (1, euros, "") if euros is not None else (2, 0.0, folded(text))
