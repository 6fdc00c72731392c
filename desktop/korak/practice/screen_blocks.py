# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the blocks and fields of a page as views."""

from dataclasses import replace
from datetime import timedelta

from korak.content.blocks import (
    Button,
    Heading,
    Link,
    List,
    Messages,
    Notice,
    Pairs,
    Picture,
    Preview,
    Qr,
    Receipt,
    Scan,
    Section,
    Signature,
    Stepper,
    Summary,
    Table,
    Text,
    Thread,
)
from korak.content.fields import (
    Checkbox,
    Consent,
    Date,
    Field,
    FieldPart,
    HumanCheck,
    PictureCode,
    Radio,
    Rows,
    Search,
    Select,
    Slots,
    Ticks,
    Upload,
)
from korak.content.portal import Block
from korak.practice.clockwork import day_limit
from korak.practice.doing import said
from korak.practice.papers import paper_view, receipt_pairs
from korak.practice.scene import Scene, field_name
from korak.practice.shown import (
    found_entries,
    looked_at,
    newest_record,
    open_rows,
    options_of,
    pages_of,
    slot_text,
)
from korak.practice.state import Place, Record, State, TableLook
from korak.practice.validity import SEVERAL
from korak.practice.view import (
    BlockView,
    BubbleView,
    CellsView,
    LinkView,
    OptionView,
    RowView,
    SlotView,
)


def block_view(scene: Scene, state: State, place: Place, number: int, block: Block) -> BlockView:  # noqa: PLR0911
    """A block as it stands on the page."""
    target = f"{place.name}/{block.id or number}"
    if isinstance(block, FieldPart):
        return _field(scene, state, target, block)
    match block:
        case Heading() | Text() | Notice() | Link() | Button() | Picture() | Qr() | Scan() | Signature():
            return BlockView(target, block, said(scene, state, block.text))
        case Section():
            return BlockView(target, block, said(scene, state, block.text), scene.text(block.help))
        case List():
            return BlockView(target, block, items=tuple(said(scene, state, item) for item in block.items))
        case Stepper():
            steps = tuple(scene.text(step) for step in block.steps)
            return BlockView(target, block, items=steps, selected=block.now - 1)
        case Pairs():
            pairs = tuple((scene.text(one.label), said(scene, state, one.value)) for one in block.pairs)
            return BlockView(target, block, pairs=pairs)
        case Summary():
            return BlockView(target, block, pairs=summary(scene, state, place, block.fields))
        case _:
            return _large(scene, state, place, target, block)


def summary(scene: Scene, state: State, place: Place, fields: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What was filled in, under the labels of the fields."""
    names = (field_name(name, place) for name in fields)
    return tuple(
        (scene.text(scene.pack.fields[name].label), state.fields.get(name, ""))
        for name in names
        if name in scene.pack.fields
    )


def _large(
    scene: Scene,
    state: State,
    place: Place,
    target: str,
    block: Table | Messages | Thread | Preview | Receipt,
) -> BlockView:
    match block:
        case Table():
            return _table(scene, state, target, block)
        case Messages():
            rows = tuple(
                _row(scene, block, record)
                for record in reversed(state.records)
                if record.kind == block.record and record.portal == place.portal and not record.answer
            )
            return BlockView(target, block, scene.text(block.empty), rows=rows)
        case Thread():
            bubbles = tuple(
                _bubble(scene, target, block, number, record)
                for number, record in enumerate(state.records)
                if record.kind == block.record and record.portal == place.portal
            )
            return BlockView(target, block, scene.text(block.empty), bubbles=bubbles)
        case Preview():
            paper = paper_view(scene, block.document)
            return BlockView(target, block, paper=paper, open=state.reading == target)
        case Receipt():
            return _receipt(scene, state, place, target, block)


def _receipt(scene: Scene, state: State, place: Place, target: str, block: Receipt) -> BlockView:
    text = scene.text(block.text)
    found = newest_record(state, place.portal, block.record)
    if found is None:
        return BlockView(target, block, text)
    record = found[1]
    pairs = receipt_pairs(scene, record)
    clock = scene.clock(record.at)
    return BlockView(target, block, text, pairs=pairs, number=record.number, clock=clock)


def _table(scene: Scene, state: State, target: str, block: Table) -> BlockView:
    look = state.tables.get(target, TableLook())
    cells = tuple(
        CellsView(row, f"{target}/{number + 1}" if number >= 0 and _leads(block, number) else "")
        for number, row in looked_at(scene, state, block, look)
    )
    return BlockView(
        target,
        block,
        scene.text(block.empty),
        columns=tuple(scene.text(column) for column in block.columns),
        cells=cells,
        sorted_by=look.column,
        sorted_down=look.down,
        table_page=look.page,
        table_pages=pages_of(scene, state, block),
    )


def _leads(block: Table, number: int) -> bool:
    return bool(block.rows[number].go or block.rows[number].does)


def _field(scene: Scene, state: State, target: str, field: Field) -> BlockView:
    value = state.fields.get(target, "")
    view = BlockView(
        target,
        field,
        said(scene, state, field.label),
        help=scene.text(field.help),
        value=value,
        message=state.faults.get(target),
        required=bool(field.required),
    )
    match field:
        case Select() | Radio():
            options = tuple(scene.text(option) for option in field.options)
            return replace(view, options=options, selected=options.index(value) if value in options else -1)
        case Checkbox():
            return replace(view, checked=bool(value))
        case Consent():
            paper = paper_view(scene, field.document) if field.document else None
            opened = state.reading == target
            return replace(
                view, checked=bool(value), items=_some(scene.text(field.text)), paper=paper, open=opened
            )
        case _:
            return _wide_field(scene, state, view, field)


def _wide_field(scene: Scene, state: State, view: BlockView, field: Field) -> BlockView:  # noqa: PLR0911
    match field:
        case Slots():
            return _slots(scene, view, field)
        case Date():
            today = scene.now(state.minutes).date()
            limits = (day_limit(scene.text(one), today) for one in (field.earliest, field.latest))
            earliest, latest = limits
            return replace(view, today=today, earliest=earliest, latest=latest)
        case Rows():
            return _rows(scene, state, view, field)
        case Ticks() | HumanCheck():
            chosen = view.value.split(SEVERAL)
            ticks = tuple(
                OptionView(f"{view.target}/{number}", scene.text(option), scene.text(option) in chosen)
                for number, option in enumerate(options_of(field), 1)
            )
            return replace(view, ticks=ticks)
        case Upload():
            paths = [path for path in view.value.split(SEVERAL) if path]
            return replace(view, files=tuple(path.rpartition("/")[2] for path in paths))
        case PictureCode():
            code = scene.picture_code(view.target, state.pictures, field.letters)
            return replace(view, number=code)
        case Search():
            return replace(view, results=_results(scene, state, view.target, field))
        case _:
            return view


def _slots(scene: Scene, view: BlockView, field: Slots) -> BlockView:
    today = scene.begins.date()
    slots = tuple(
        SlotView(
            index,
            today + timedelta(days=slot.day),
            slot.at,
            scene.text(slot.place),
            not slot.taken,
            view.value == slot_text(scene, slot),
        )
        for index, slot in enumerate(field.slots)
    )
    selected = next((slot.index for slot in slots if slot.chosen), -1)
    return replace(view, slots=slots, selected=selected)


def _rows(scene: Scene, state: State, view: BlockView, field: Rows) -> BlockView:
    chosen = view.value.split(SEVERAL) if field.several else [view.value]
    open_ones = open_rows(scene, state, field)
    cells = tuple(
        CellsView(
            tuple(scene.text(cell) for cell in row.cells),
            f"{view.target}/{number}" if field.several else view.target,
            bool(row.value) and scene.text(row.value) in chosen,
            not is_open,
        )
        for number, (row, is_open) in enumerate(zip(field.rows, open_ones, strict=True), 1)
    )
    columns = tuple(scene.text(column) for column in field.columns)
    selected = next((index for index, one in enumerate(cells) if one.chosen), -1)
    return replace(view, columns=columns, cells=cells, selected=selected)


def _results(scene: Scene, state: State, target: str, field: Search) -> tuple[LinkView, ...] | None:
    entries = found_entries(scene, state, field, target)
    if entries is None:
        return None
    return tuple(
        LinkView(
            f"{target}/result/{number}" if entry.go else "",
            scene.text(entry.text),
            detail=scene.text(entry.detail),
        )
        for number, entry in enumerate(entries, 1)
    )


def _row(scene: Scene, block: Messages, record: Record) -> RowView:
    title = record.value(block.title) if block.title else ""
    lines = tuple(text for name, text in record.values if text and name != block.title)
    return RowView(
        title or (lines[0] if lines else ""), lines if title else lines[1:], scene.clock(record.at)
    )


def _bubble(scene: Scene, target: str, block: Thread, number: int, record: Record) -> BubbleView:
    """A message in a conversation; an answer may have a link."""
    clock = scene.clock(record.at)
    if not record.answer:
        return BubbleView(record.value(block.text), clock, own=True)
    page = scene.pack.pages.get(record.value("link"))
    link = LinkView(f"{target}/link/{number + 1}", scene.text(page.title)) if page else None
    return BubbleView(record.value(""), clock, own=False, link=link)


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
