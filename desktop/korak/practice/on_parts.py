# SPDX-License-Identifier: GPL-3.0-or-later
"""Pressing parts of larger blocks: rows of tables, searches, documents, receipts, the signing window."""

from msgspec.structs import replace

from korak.content.blocks import Receipt, Signature, Table
from korak.content.effects import SendSms
from korak.content.fields import Search
from korak.practice import events
from korak.practice.doing import DOWNLOADS, Doer, Moved, download
from korak.practice.events import FieldFault
from korak.practice.scene import page_place
from korak.practice.shown import found_entries, newest_record, pages_of, table_rows
from korak.practice.state import File, Sheet, SignedThing, Signing, State, TableLook
from korak.practice.surfing import visit
from korak.practice.validity import SEVERAL, code_fault


def press_table(doer: Doer, state: State, block: Table, target: str, part: str) -> Moved | None:
    """A row, the head of a column, or the next page."""
    name = target.removesuffix(f"/{part}")
    look = state.tables.get(name, TableLook())
    if part.startswith("sort/"):
        after = _sorted(block, look, part.removeprefix("sort/"))
    elif part in {"next", "previous"}:
        page = look.page + (1 if part == "next" else -1)
        after = replace(look, page=page) if 0 <= page < pages_of(doer.scene, state, block) else None
    else:
        return _press_row(doer, state, block, part)
    return (replace(state, tables={**state.tables, name: after}), ()) if after else None


def _sorted(block: Table, look: TableLook, column: str) -> TableLook | None:
    if not block.sort or not column.isdecimal() or not 1 <= int(column) <= len(block.columns):
        return None
    number = int(column) - 1
    return TableLook(number, down=look.column == number and not look.down)


def _press_row(doer: Doer, state: State, block: Table, part: str) -> Moved | None:
    if not part.isdecimal() or not 1 <= int(part) <= len(block.rows):
        return None
    number = int(part) - 1
    if all(index != number for index, _ in table_rows(doer.scene, state, block)):
        return None
    row = block.rows[number]
    after, happened = doer.do_all(row.does, state)
    if row.go:
        after, more = visit(doer.scene, after, page_place(row.go, doer.here))
        happened += more
    return (after, happened) if row.go or row.does else None


def press_search(doer: Doer, state: State, block: Search, target: str, part: str) -> Moved | None:
    """The search button, or one of the results."""
    if part == "go":
        name = target.removesuffix("/go")
        text = state.fields.get(name, "")
        return replace(state, searches={**state.searches, name: text}), ()
    if not part.startswith("result/"):
        return None
    number = part.removeprefix("result/")
    name = target.removesuffix(f"/{part}")
    entries = found_entries(doer.scene, state, block, name) or ()
    if not number.isdecimal() or not 1 <= int(number) <= len(entries):
        return None
    entry = entries[int(number) - 1]
    return visit(doer.scene, state, page_place(entry.go, doer.here)) if entry.go else None


def press_thread(doer: Doer, state: State, part: str) -> Moved | None:
    """The link of an answer in a conversation."""
    number = part.removeprefix("link/")
    if number == part or not number.isdecimal() or not 1 <= int(number) <= len(state.records):
        return None
    record = state.records[int(number) - 1]
    page = record.value("link") if record.answer and record.portal == doer.here.portal else ""
    return visit(doer.scene, state, page_place(page, doer.here)) if page else None


def press_upload(state: State, target: str, part: str) -> Moved | None:
    """Take a file off again."""
    name = target.removesuffix(f"/{part}")
    paths = state.fields.get(name, "").split(SEVERAL)
    number = part.removeprefix("remove/")
    if number == part or not number.isdecimal() or not 1 <= int(number) <= len(paths):
        return None
    rest = [path for index, path in enumerate(paths, 1) if index != int(number)]
    return state.with_field(name, SEVERAL.join(rest)), ()


def press_picture(state: State, target: str, part: str) -> Moved | None:
    """Another picture code, or hear the one there is."""
    if part == "hear":
        return state, ()
    if part != "new":
        return None
    name = target.removesuffix("/new")
    return replace(state.with_field(name, ""), pictures=state.pictures + 1), ()


def press_document(
    doer: Doer, state: State, document: str, target: str, part: str, *, saves: bool
) -> Moved | None:
    """Open a document on the page, close it, or save it."""
    name = target.removesuffix(f"/{part}")
    if part == "open" and document:
        after = read_document(state, document)
        return replace(after, reading=name), (events.DocumentOpened(document),)
    if part == "close" and state.reading == name:
        return replace(state, reading=""), ()
    if part == "save" and saves:
        found = doer.scene.pack.documents[document]
        return download(state, File(f"{DOWNLOADS}/{document}.{found.type}", document))
    return None


def press_receipt(doer: Doer, state: State, block: Receipt, part: str) -> Moved | None:
    """Save or print the receipt of the newest record."""
    found = newest_record(state, doer.here.portal, block.record)
    if found is None:
        return None
    number, record = found
    if part == "save":
        there = next((file for file in state.files.items if file.record == number), None)
        return (state, ()) if there else download(state, File(f"{DOWNLOADS}/{block.file}", record=number))
    if part == "print":
        return print_sheet(state, Sheet(record.kind, doer.scene.text(block.text)))
    return None


def press_signature(doer: Doer, state: State, block: Signature, target: str, part: str) -> Moved | None:
    """What one does in the signing window: read, get a code, confirm, cancel."""
    signing = state.signing
    if signing is None or signing.target != target:
        return None
    if part == "read":
        after = read_document(state, block.document) if block.document else state
        return replace(after, signing=replace(signing, read=True)), ()
    if part == "cancel":
        return replace(state.with_field(f"{target}/code", ""), signing=None), ()
    if part == "send" and block.from_:
        sms = SendSms(sms=block.sms, from_=block.from_, digits=block.digits, minutes=block.minutes)
        after, happened = doer.do(sms, state)
        return replace(after, signing=replace(signing, sent=True)), happened
    return _sign(doer, state, block, signing) if part == "confirm" else None


def _sign(doer: Doer, state: State, block: Signature, signing: Signing) -> Moved:
    target, field = signing.target, f"{signing.target}/code"
    if block.from_:
        value = state.fields.get(field, "")
        why = code_fault(value, state, doer.here.portal) if value.strip() else "required"
        if why is not None:
            fault = FieldFault(why, "", block.digits)
            return replace(state, faults={field: fault}), (events.FieldFaulted(field, fault),)
        messages = tuple(
            replace(message, spent=True) if message.code and message.portal == doer.here.portal else message
            for message in state.phone.messages
        )
        state = replace(state.with_field(field, ""), phone=replace(state.phone, messages=messages))
    read = signing.read or (bool(block.document) and block.document in state.memory.opened)
    done = SignedThing(target, block.document, read)
    memory = replace(state.memory, signed=(*state.memory.signed, done))
    after, happened = doer.do_all(block.does, replace(state, signing=None, memory=memory))
    return after, (events.Signed(target, read), *happened)


def read_document(state: State, document: str) -> State:
    """The state in which this document has been read."""
    if document in state.memory.opened:
        return state
    return replace(state, memory=replace(state.memory, opened=state.memory.opened | {document}))


def print_sheet(state: State, sheet: Sheet) -> Moved:
    """One more sheet in the printer."""
    memory = replace(state.memory, printed=(*state.memory.printed, sheet)[-50:])
    return replace(state, tray=(*state.tray, sheet)[-20:], memory=memory), (events.SheetPrinted(sheet.thing),)
