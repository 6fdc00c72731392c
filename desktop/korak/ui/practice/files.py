# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice Files: folders and files with type and size, documents to read, names, moving."""

from korak.content.fields import TextField
from korak.i18n import _
from korak.practice import actions as act
from korak.practice.view import BlockView, FilesView, FileView
from korak.ui.practice.app import AppView, ItemRow
from korak.ui.practice.paper import file_icon
from korak.ui.practice.portal import PortalButton
from korak.ui.practice.portal_words import file_size
from korak.ui.practice.typed import TypedBox
from korak.ui.widgets.labels import Label

NAME = "files/name"


class FilesApp(AppView):
    """The files; the name being typed is kept through every redraw."""

    def __init__(self) -> None:
        super().__init__("folder-open")
        self._view: FilesView | None = None
        self._name: TypedBox | None = None
        self.prints = False

    def show_files(self, view: FilesView, *, prints: bool = False) -> None:
        """Show the files; ``prints`` says that there is a printer."""
        self.prints = prints
        before, self._view = self._view, view
        if view == before:
            return
        if before is not None and self._name is not None and _without_name(before) == _without_name(view):
            self._name.show_view(_name_field(view))
            return
        self._draw(view)

    def flush(self) -> None:
        if self._name is not None:
            self._name.flush()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        if self._view is not None:
            self.flush()
            self._draw(self._view)

    def themed(self) -> None:
        super().themed()
        if self._view is not None:
            self._draw(self._view)

    def _draw(self, view: FilesView) -> None:
        if self._name is not None:
            self._name.retire()
            self._name = None
        focused = self.begin()
        self.bar.name(_("Files"), view.folder.replace("/", " / ") or _("All folders"))
        if view.open is not None:
            self._draw_open(view)
        else:
            self._draw_list(view)
        self.end(focused)

    def _draw_open(self, view: FilesView) -> None:
        buttons = [self.button(_("Close the document"), "files/close", "x")]
        if self.prints:
            printing = PortalButton(self.plain(), _("Print"), main=False, icon="printer")
            self.add_press(printing, "files/print", act.Print())
            buttons.append(printing)
        self.add_row(*buttons)
        if view.open is not None:
            self.add_paper(view.open)

    def _draw_list(self, view: FilesView) -> None:
        if view.folder:
            self.add_row(self.button(_("One folder up"), "files/up", "arrow-up"))
        if not view.folders and not view.files:
            self.add_nothing("folder-open", _("This folder is empty."))
        for folder in view.folders:
            row = ItemRow("folder", folder.text, end=folder.detail, strong=True)
            self.add_press(row, folder.target)
            self.lines.addWidget(row)
        for file in view.files:
            self._add_file(file)
        self._draw_tools(view)

    def _add_file(self, file: FileView) -> None:
        end = f"{file.type.upper()}, {file_size(file.size)}"
        row = ItemRow(file_icon(file.type), file.name, end=end)
        row.setCheckable(True)
        row.setChecked(file.selected)
        row.setAccessibleDescription(_("chosen") if file.selected else "")
        self.add_press(row, file.target)
        self.lines.addWidget(row)

    def _draw_tools(self, view: FilesView) -> None:
        chosen = next((file for file in view.files if file.selected), None)
        if chosen is not None:
            self.add_row(
                self.button(_("Open"), "files/open", "eye", main=True),
                self.button(_("Delete"), "files/delete", "trash-2"),
            )
        self._name = TypedBox(_name_field(view))
        self._name.acted.connect(self.acted)
        self._name.show_view(_name_field(view))
        self.targets[NAME] = self._name.control()
        self.lines.addWidget(self._name)
        buttons = [self.button(_("New folder"), "files/new-folder", "folder")]
        if chosen is not None:
            buttons.append(self.button(_("Rename"), "files/rename", "pencil"))
            buttons.append(self.button(_("Save as"), "files/save-as", "save"))
        self.add_row(*buttons)
        others = [folder for folder in view.all_folders if folder != view.folder]
        if chosen is not None and others:
            self.lines.addWidget(Label(_("Move to:"), "portal-label"))
            self.add_row(*(self.button(name, f"files/move/{name}", "folder") for name in others))


def _name_field(view: FilesView) -> BlockView:
    block = TextField(id="name", label="")
    return BlockView(NAME, block, _("Name"), value=view.name, message=view.message)


def _without_name(view: FilesView) -> tuple[object, ...]:
    return view.folder, view.folders, view.all_folders, view.files, view.open, view.open_path
