# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws documents, receipts and photographs as papers to be read."""

from korak.content.blocks import DocumentBlock, Heading, List, Notice, Pairs, Picture, Qr, Table, Text
from korak.practice.scene import Scene
from korak.practice.state import File, Record, State
from korak.practice.validity import size_of
from korak.practice.view import PaperBlockView, PaperView


def paper_view(scene: Scene, document: str, kind: str = "") -> PaperView | None:
    """A document as it is read; ``kind`` is the type of the file it is in."""
    found = scene.pack.documents.get(document)
    if found is None:
        return None
    blocks = tuple(_block(scene, block) for block in found.blocks)
    return PaperView(document, scene.text(found.title), kind or found.type, found.size, blocks)


def file_paper(scene: Scene, state: State, file: File) -> PaperView | None:
    """What is in a file."""
    if file.record < 0:
        return paper_view(scene, file.document, file.type)
    record = state.records[file.record]
    block = Pairs(pairs=())
    pairs = receipt_pairs(scene, record)
    return PaperView("", file.name, file.type, size_of(scene, ""), (PaperBlockView(block, pairs=pairs),))


def receipt_pairs(scene: Scene, record: Record) -> tuple[tuple[str, str], ...]:
    """What a receipt says: every value that was kept, under the label of its field."""
    fields = scene.pack.fields
    labels = {
        name.rpartition("/")[2]: scene.text(field.label)
        for name, field in fields.items()
        if name.startswith(f"{record.portal}/")
    }
    return tuple((labels.get(name, name), value) for name, value in record.values if value)


def _block(scene: Scene, block: DocumentBlock) -> PaperBlockView:
    match block:
        case Heading() | Text() | Notice() | Qr() | Picture():
            return PaperBlockView(block, scene.text(block.text))
        case List():
            return PaperBlockView(block, items=tuple(scene.text(item) for item in block.items))
        case Pairs():
            pairs = tuple((scene.text(pair.label), scene.text(pair.value)) for pair in block.pairs)
            return PaperBlockView(block, pairs=pairs)
        case Table():
            rows = tuple(tuple(scene.text(cell) for cell in row.cells) for row in block.rows)
            return PaperBlockView(block, columns=block.columns, rows=rows)
