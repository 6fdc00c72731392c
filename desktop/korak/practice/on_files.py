# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does in Files (open, rename, save as, move, delete), at the printer and at the table."""

from msgspec.structs import replace

from korak.practice import events
from korak.practice.doing import Moved, save
from korak.practice.events import FieldFault
from korak.practice.on_parts import print_sheet, read_document
from korak.practice.scene import Scene
from korak.practice.state import File, Files, Sheet, State

NAME = "files/name"
BIN = "Koš"


def fill_files(state: State, field: str, text: str) -> Moved | events.Ignored:
    """Write the name a file or folder is to get."""
    if field != NAME:
        return events.Ignored("not_here")
    return state.with_field(NAME, " ".join(text.split())), ()


def press_files(state: State, target: str) -> Moved | events.Ignored:
    """Press something in Files."""
    head, _, rest = target.removeprefix("files/").partition("/")
    outcome = _about(state, head, rest) or _with_file(state, head, rest)
    return outcome or events.Ignored("not_here")


def press_table(state: State, target: str) -> Moved | events.Ignored:
    """Take a paper from the table and read it, or lay it down again."""
    name = target.removeprefix("paper/")
    if name == "close":
        return (replace(state, paper=""), ()) if state.paper else events.Ignored("nowhere_to_go")
    if name not in state.papers:
        return events.Ignored("no_such_entry")
    return replace(read_document(state, name), paper=name), (events.DocumentOpened(name),)


def press_printer(state: State, target: str) -> Moved | events.Ignored:
    """Take the sheets out of the printer."""
    if target != "printer/take" or not state.tray:
        return events.Ignored("not_here")
    return replace(state, tray=()), ()


def open_file(state: State, path: str) -> Moved | None:
    """Open a file to be read."""
    file = state.files.at(path)
    if file is None:
        return None
    after = read_document(state, file.document) if file.document else state
    files = replace(after.files, open=path, selected=path, folder=file.folder)
    return replace(after, files=files), (events.DocumentOpened(file.document),)


def print_file(scene: Scene, state: State, file: File) -> Moved:
    """Print a file."""
    if file.record >= 0:
        return print_sheet(state, Sheet(state.records[file.record].kind, file.name))
    return print_sheet(state, Sheet(file.document, scene.text(scene.pack.documents[file.document].title)))


def _about(state: State, head: str, rest: str) -> Moved | None:
    """Going about: into a folder, up, closing what is open, a new folder, choosing a file."""
    files = state.files
    match head:
        case "folder" if rest in (*files.folders, BIN):
            return replace(state, files=replace(files, folder=rest, selected="", open="")), ()
        case "up":
            return replace(state, files=replace(files, folder="", selected="", open="")), ()
        case "close":
            return replace(state, files=replace(files, open="")), ()
        case "file":
            path = f"{files.folder}/{rest}" if files.folder else rest
            return (replace(state, files=replace(files, selected=path)), ()) if files.at(path) else None
        case "new-folder":
            return _new_folder(state)
        case _:
            return None


def _new_folder(state: State) -> Moved:
    name = state.fields.get(NAME, "").strip()
    fault = _name_fault(name)
    if fault is not None:
        return _faulted(state, fault)
    folders = tuple(dict.fromkeys((*state.files.folders, name)))
    return replace(state.with_field(NAME, ""), files=replace(state.files, folders=folders)), ()


def _with_file(state: State, head: str, rest: str) -> Moved | None:
    """What one does with the chosen file."""
    file = state.files.at(state.files.selected)
    if file is None:
        return None
    match head:
        case "open":
            return open_file(state, file.path)
        case "rename" | "save-as":
            return _named(state, file, copy=head == "save-as")
        case "move" if rest in state.files.folders:
            return _put(state, file, f"{rest}/{file.name}")
        case "delete":
            return _put(state, file, f"{BIN}/{file.name}")
        case _:
            return None


def _named(state: State, file: File, *, copy: bool) -> Moved:
    """Give the file the name that was written; its type stays when none was written."""
    name = state.fields.get(NAME, "").strip()
    fault = _name_fault(name)
    if fault is not None:
        return _faulted(state, fault)
    if "." not in name:
        name = f"{name}.{file.type}"
    path = f"{file.folder}/{name}" if file.folder else name
    state = state.with_field(NAME, "")
    if copy:
        return save(state, replace(file, path=path))
    return _put(state, file, path)


def _put(state: State, file: File, path: str) -> Moved:
    """The file under another path; whatever names it goes with it."""
    if path == file.path:
        return state, ()
    rest = tuple(one for one in state.files.items if one.path != file.path)
    without = replace(state, files=Files(rest, state.files.folders, state.files.folder))
    after, happened = save(without, replace(file, path=path))
    return replace(after, files=replace(after.files, selected=after.files.items[-1].path)), happened


def _name_fault(name: str) -> FieldFault | None:
    if not name:
        return FieldFault("required")
    return FieldFault("wrong_type", limit="/ , \\") if any(letter in "/,\\" for letter in name) else None


def _faulted(state: State, fault: FieldFault) -> Moved:
    return replace(state, faults={NAME: fault}), (events.FieldFaulted(NAME, fault),)
